-- Which organisations with figures are not in the list of organisations?
-- Grain: one organisation. ENG is England, which is no organisation.
-- Parameters: $every (true: all organisations), $ods_codes.
select distinct ods_code
from raw_observations
where
    ($every or list_contains($ods_codes, ods_code))
    and ods_code != 'ENG'
    and ods_code not in (select ods_code from raw_organisations)
order by ods_code
