-- Where do the White and BME columns look swapped against the year before?
-- Grain: one March snapshot x item x staff category whose two groups fit last year's better the other way round, at
-- half the distance or less. Counts of people.
-- Parameters: $every (true: all organisations), $ods_codes.
with counts as (

    select ods_code, year, as_at, 'staff' as item, category, '' as basis, white, bme -- noqa: LT09
    from staff
    where band = 'all' and category != 'all'
    union all
    select ods_code, year, as_at, item, '' as category, basis, white, bme -- noqa: LT09
    from flows
    where part = ''
    union all
    select ods_code, year, as_at, 'board' as item, part as category, '' as basis, white, bme -- noqa: LT09
    from board
    where part = 'total'

),

asked as (

    select *
    from counts
    where
        month(as_at) = 3
        and ($every or list_contains($ods_codes, ods_code))
        and white + bme >= 10

),

distances as (

    select
        this_year.*,
        last_year.white as white_before,
        last_year.bme as bme_before,
        abs(this_year.white - last_year.white) + abs(this_year.bme - last_year.bme) as distance,
        abs(this_year.white - last_year.bme) + abs(this_year.bme - last_year.white) as distance_swapped
    from asked as this_year
    inner join asked as last_year
        on
            this_year.ods_code = last_year.ods_code
            and this_year.year = last_year.year + 1
            and this_year.item = last_year.item
            and this_year.category = last_year.category
            and this_year.basis = last_year.basis

)

select
    ods_code,
    year,
    item,
    category,
    white,
    bme,
    white_before,
    bme_before
from distances
where
    distance_swapped * 2 < distance
    -- Two groups of about one size may well change places.
    and greatest(white, bme) >= 1.5 * least(white, bme)
    and greatest(white_before, bme_before) >= 1.5 * least(white_before, bme_before)
order by ods_code, year, item, category
