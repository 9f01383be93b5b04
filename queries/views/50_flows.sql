-- Grain: one WRES year x item x part x basis; people shortlisted, appointed, disciplined or trained.
-- Part '' is the headline; others: a category, 'band:7', 'route:international'. A part that was not supplied by itself
-- is the sum of the coarsest rows that have it, so that no person is counted at two levels; clinical and non_clinical are
-- left out of a sum that has non_medical.
with supplied as (

    select
        *,
        (category != '')::integer + (band != '')::integer + (route != '')::integer as level,
        category != '' as by_category,
        band != '' as by_band,
        category in ('clinical', 'non_clinical') and bool_or(category = 'non_medical') over (
            partition by as_at, ods_code, item, basis, band, route
        ) as is_in_non_medical
    from cells
    where item in ('shortlisted', 'appointed', 'disciplinary', 'training')

),

parts as (

    select
        *,
        '' as part
    from supplied
    where not is_in_non_medical
    union all
    select
        *,
        category as part
    from supplied
    where category != ''
    union all
    select
        *,
        'band:' || band as part
    from supplied
    where band != '' and not is_in_non_medical
    union all
    select
        *,
        'route:' || route as part
    from supplied
    where route != '' and not is_in_non_medical

),

coarsest as (

    select *
    from parts
    qualify
        dense_rank() over (
            partition by as_at, ods_code, item, basis, part
            order by level, by_category desc, by_band desc
        ) = 1

)

select
    year,
    as_at,
    ods_code,
    item,
    basis,
    part,
    if(part in ('clinical', 'non_clinical', 'medical', 'non_medical'), part, '') as category,
    if(part like 'band:%', part[6:], '') as band,
    if(part like 'route:%', part[7:], '') as route,
    if(bool_and(white is not null), sum(white), null) as white,
    if(bool_and(bme is not null), sum(bme), null) as bme,
    if(bool_and(unknown is not null), sum(unknown), null) as unknown,
    if(bool_and(status = 'ok'), 'ok', max(status) filter (where status != 'ok')) as status
from coarsest
group by
    year, as_at, ods_code, item, basis, part
