-- How many Asian, Black, Chinese, Mixed and other staff are in each band of an organisation?
-- Grain: one snapshot x staff category x band x ethnic group; people, null where a part is missing.
-- non_medical is as supplied, else clinical + non_clinical. Nothing where only BME as a whole was supplied.
-- Parameters: $ods_code.
with finer as (

    select
        year,
        as_at,
        category,
        band,
        ethnic_group,
        value
    from people
    where
        ods_code = $ods_code
        and item = 'staff'
        and band != ''
        and wres_group = 'bme'
        and not is_group

),

whole_blocks as (

    select distinct as_at
    from finer
    where category = 'non_medical'

),

split_blocks as (

    select finer.* replace ('non_medical' as category)
    from finer
    anti join whole_blocks
        using (as_at)
    where finer.category in ('clinical', 'non_clinical')

),

every_block as (

    select * from finer
    union all
    select * from split_blocks

)

select
    year,
    as_at,
    category,
    band,
    ethnic_group,
    if(bool_and(value is not null), sum(value), null) as people
from every_block
group by year, as_at, category, band, ethnic_group
order by as_at, category, band, ethnic_group
