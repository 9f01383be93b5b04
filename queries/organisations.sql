-- Which organisations does the store hold figures for, and how does the reference list name them?
-- Grain: one organisation with at least one observation.
with held as (

    select distinct ods_code
    from raw_observations

),

named as (

    select
        ods_code,
        name,
        type,
        region_code,
        region,
        system_code,
        system
    from raw_organisations

)

select
    held.ods_code,
    coalesce(named.name, '') as name,
    coalesce(named.type, '') as type,
    coalesce(named.region_code, '') as region_code,
    coalesce(named.region, '') as region,
    coalesce(named.system_code, '') as system_code,
    coalesce(named.system, '') as system
from held
left join named
    on held.ods_code = named.ods_code
order by named.name nulls last, held.ods_code
