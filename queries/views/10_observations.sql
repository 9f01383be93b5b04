-- Grain: one value as a source supplied it, with the WRES group of its ethnicity.
-- is_group: the value was supplied for white, bme or unknown itself, not for a finer group or code.
with raw as (

    select * from raw_observations

),

ethnic_categories as (

    select
        code,
        ethnic_group,
        wres_group
    from reference_ethnic_categories

)

select
    raw.*,
    ethnic_categories.ethnic_group,
    ethnic_categories.wres_group,
    coalesce(raw.ethnicity in ('white', 'bme', 'unknown'), false) as is_group
from raw
left join ethnic_categories
    on raw.ethnicity = ethnic_categories.code
