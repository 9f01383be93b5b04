-- Which organisations with figures are not in the list of organisations?
-- Grain: one organisation. ENG is England, which is no organisation.
-- Parameters: $every (true: all organisations), $ods_codes.
with held as (

    select distinct ods_code
    from raw_observations
    where ods_code != 'ENG'

),

listed as (

    select ods_code
    from raw_organisations

)

select held.ods_code
from held
left join listed
    on held.ods_code = listed.ods_code
where
    listed.ods_code is null
    and ($every or list_contains($ods_codes, held.ods_code))
order by held.ods_code
