-- Which bands gained or lost more people in a year than is likely?
-- Grain: one March snapshot x staff category x band that moved. before, after: people (head count).
-- Parameters: $every (true: all organisations), $ods_codes, $share_pct (0 to 100), $people.
with march as (

    select
        ods_code,
        year,
        category,
        band,
        headcount
    from staff
    where
        month(as_at) = 3
        and band not in ('all', 'senior_medical_manager')
        and headcount is not null
        and ($every or list_contains($ods_codes, ods_code))

),

split_years as (

    select distinct
        ods_code,
        year
    from march
    where category in ('clinical', 'non_clinical')

),

supplied as (

    -- The sum of two blocks would tell of each block's move once more.
    select march.*
    from march
    left join split_years
        on
            march.ods_code = split_years.ods_code
            and march.year = split_years.year
    where march.category != 'non_medical' or split_years.year is null

)

select
    this_year.ods_code,
    this_year.year,
    this_year.category,
    this_year.band,
    last_year.headcount as before,
    this_year.headcount as after
from supplied as this_year
inner join supplied as last_year
    on
        this_year.ods_code = last_year.ods_code
        and this_year.year = last_year.year + 1
        and this_year.category = last_year.category
        and this_year.band = last_year.band
where
    abs(this_year.headcount - last_year.headcount) >= $people
    and abs(this_year.headcount - last_year.headcount) > last_year.headcount * $share_pct / 100
order by this_year.ods_code, this_year.year, this_year.category, this_year.band
