-- Grain: one snapshot x staff category; people. A block's total is as supplied, else the sum of its bands (senior medical
-- managers are of the consultants and are never added). That of non_medical is as supplied in whole or by band, else the
-- two blocks' together. Category all is non_medical and medical together: the whole workforce.
with staff_bands as (

    select * from staff_bands

),

coarsest as (

    select * exclude (band, is_derived)
    from staff_bands
    where band != 'senior_medical_manager' and not is_derived
    qualify band = '' or not bool_or(band = '') over (partition by as_at, ods_code, category)

),

placed as (

    select
        *,
        category in ('clinical', 'non_clinical')
        and not bool_or(category = 'non_medical') over (partition by as_at, ods_code) as stands_for_non_medical
    from coarsest

),

members as (

    select * from placed
    union all
    select * replace ('non_medical' as category) from placed
    where stands_for_non_medical
    union all
    select * replace ('all' as category) from placed
    where stands_for_non_medical or category in ('non_medical', 'medical')

)

select
    year,
    as_at,
    ods_code,
    category,
    if(bool_and(white is not null), sum(white), null) as white,
    if(bool_and(bme is not null), sum(bme), null) as bme,
    if(bool_and(unknown is not null), sum(unknown), null) as unknown,
    if(bool_and(status = 'ok'), 'ok', max(status) filter (where status != 'ok')) as status
from members
group by year, as_at, ods_code, category
