-- Grain: one snapshot x staff category x band, with a band 'all' for every category and a category 'all' (band all only:
-- the whole workforce); people. Null: see status.
with staff_bands as (

    select * exclude (is_derived)
    from staff_bands
    where band != ''

),

block_totals as (

    select
        *,
        'all' as band
    from block_totals

),

every_row as (

    select * from staff_bands
    union all by name
    select * from block_totals

)

select
    *,
    white + bme + unknown as headcount
from every_row
