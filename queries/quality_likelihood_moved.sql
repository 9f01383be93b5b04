-- Which likelihoods of indicators 2 to 4 moved by more than a factor in a year?
-- Grain: one March snapshot x indicator x ethnicity (white, bme). before_pct, after_pct: 0 to 100; after_count of
-- after_base: people. From or to nobody counts as a move where the other year has five people or more.
-- Parameters: $every (true: all organisations), $ods_codes, $factor (above 1).
with counts as (

    select
        ods_code,
        year,
        item,
        basis,
        white,
        bme
    from flows
    where part = '' and month(as_at) = 3
    union all
    select
        ods_code,
        year,
        'staff' as item,
        '' as basis,
        white,
        bme
    from staff
    where category = 'all' and band = 'all' and month(as_at) = 3

),

people as (

    unpivot (
        select *
        from counts
        where $every or list_contains($ods_codes, ods_code)
    )
    on white, bme into name ethnicity value people

),

pairs as (

    select *
    from (
        values (2, 'appointed', 'shortlisted'), (3, 'disciplinary', 'staff'), (4, 'training', 'staff')
    ) as pairs (indicator, counted, base)

),

likelihoods as (

    select
        counted.ods_code,
        counted.year,
        pairs.indicator,
        counted.basis,
        counted.ethnicity,
        counted.people,
        base.people as base,
        100 * counted.people / base.people as likelihood_pct
    from pairs
    inner join people as counted
        on pairs.counted = counted.item
    inner join people as base
        on
            pairs.base = base.item
            and counted.ods_code = base.ods_code
            and counted.year = base.year
            and counted.ethnicity = base.ethnicity
    where base.people > 0

)

select
    this_year.ods_code,
    this_year.year,
    this_year.indicator,
    this_year.ethnicity,
    last_year.likelihood_pct as before_pct,
    this_year.likelihood_pct as after_pct,
    this_year.people as after_count,
    this_year.base as after_base
from likelihoods as this_year
inner join likelihoods as last_year
    using (ods_code, indicator, basis, ethnicity)
where
    this_year.year = last_year.year + 1
    and greatest(this_year.likelihood_pct, last_year.likelihood_pct)
    > $factor * least(this_year.likelihood_pct, last_year.likelihood_pct)
    and (least(this_year.people, last_year.people) > 0 or greatest(this_year.people, last_year.people) >= 5)
order by this_year.ods_code, this_year.year, this_year.indicator, this_year.ethnicity
