-- Is an organisation in the reference list?
-- Grain: one organisation of the list; no row where it is not in it.
-- Parameters: $ods_code.
select distinct ods_code
from raw_organisations
where ods_code = $ods_code
