-- Grain: one snapshot x staff category x band, with a band 'all' for every category and a category 'all'; people.
-- A block's total is as supplied, else the sum of its bands; senior medical managers are of the consultants and are
-- never added. Category all (band all only) is non_medical and medical together: the whole workforce.
with staff_bands as (

    select * from staff_bands

),

sums_of_bands as (

    select
        year,
        as_at,
        ods_code,
        category,
        if(bool_and(white is not null), sum(white), null) as white,
        if(bool_and(bme is not null), sum(bme), null) as bme,
        if(bool_and(unknown is not null), sum(unknown), null) as unknown,
        if(bool_and(status = 'ok'), 'ok', max(status) filter (where status != 'ok')) as status
    from staff_bands
    where band not in ('', 'senior_medical_manager')
    group by all

),

supplied_totals as (

    select * exclude (band)
    from staff_bands
    where band = ''

),

block_totals as (

    select * from supplied_totals
    union all
    select sums_of_bands.*
    from sums_of_bands
    anti join supplied_totals
        using (as_at, ods_code, category)

),

whole_workforce as (

    select
        year,
        as_at,
        ods_code,
        'all' as category,
        if(bool_and(white is not null), sum(white), null) as white,
        if(bool_and(bme is not null), sum(bme), null) as bme,
        if(bool_and(unknown is not null), sum(unknown), null) as unknown,
        if(bool_and(status = 'ok'), 'ok', max(status) filter (where status != 'ok')) as status
    from block_totals
    where category in ('non_medical', 'medical')
    group by all

),

every_row as (

    select * from staff_bands
    where band != ''
    union all by name
    select
        *,
        'all' as band
    from block_totals
    union all by name
    select
        *,
        'all' as band
    from whole_workforce

)

select
    *,
    white + bme + unknown as headcount
from every_row
