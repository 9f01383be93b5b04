-- Which likelihoods of indicators 2 to 4 moved by more than a factor in a year?
-- Grain: one March snapshot x indicator x ethnicity (white, bme). before_pct, after_pct: 0 to 100; after_count of
-- after_base: people. From or to nobody counts as a move where the other year has five people or more.
-- Parameters: $every (true: all organisations), $ods_codes, $factor (above 1).
with counts as (

    select ods_code, year, as_at, item, basis, white, bme -- noqa: LT09
    from flows
    where part = ''
    union all
    select ods_code, year, as_at, 'staff' as item, '' as basis, white, bme -- noqa: LT09
    from staff
    where category = 'all' and band = 'all'

),

people as (

    unpivot (
        select *
        from counts
        where month(as_at) = 3 and ($every or list_contains($ods_codes, ods_code))
    )
    on white, bme into name ethnicity value people

),

likelihoods as (

    select
        counted.ods_code,
        counted.year,
        counted.basis,
        counted.ethnicity,
        counted.people,
        base.people as base,
        case counted.item when 'appointed' then 2 when 'disciplinary' then 3 when 'training' then 4 end as indicator,
        100 * counted.people / base.people as likelihood_pct
    from people as counted
    inner join people as base
        on
            base.item = if(counted.item = 'appointed', 'shortlisted', 'staff')
            and counted.ods_code = base.ods_code
            and counted.year = base.year
            and counted.ethnicity = base.ethnicity
    where counted.item in ('appointed', 'disciplinary', 'training') and base.people > 0

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
