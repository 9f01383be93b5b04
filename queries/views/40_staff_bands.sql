-- Grain: one snapshot x staff category x band; people. Band '' is a block's total where a source supplied it.
-- non_medical is as supplied, else clinical + non_clinical (is_derived; its total is worked out from theirs later on,
-- because one of them may have a total and the other only bands). A sum with a part missing is null: see status.
with supplied as (

    select
        * exclude (item, route, basis),
        false as is_derived
    from cells
    where item = 'staff'

),

split_blocks as (

    select supplied.* replace ('non_medical' as category, true as is_derived)
    from supplied
    where
        supplied.category in ('clinical', 'non_clinical')
        and supplied.band != ''
        and not exists (
            select 1
            from supplied as whole
            where
                whole.category = 'non_medical'
                and whole.ods_code = supplied.ods_code
                and whole.as_at = supplied.as_at
        )

),

blocks as (

    select * from supplied
    union all
    select * from split_blocks

)

select
    year,
    as_at,
    ods_code,
    category,
    band,
    is_derived,
    if(bool_and(white is not null), sum(white), null) as white,
    if(bool_and(bme is not null), sum(bme), null) as bme,
    if(bool_and(unknown is not null), sum(unknown), null) as unknown,
    if(bool_and(status = 'ok'), 'ok', max(status) filter (where status != 'ok')) as status
from blocks
group by all
