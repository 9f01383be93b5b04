-- How many people were shortlisted, appointed, disciplined or trained in an organisation?
-- Grain: one WRES year x item x part x basis. Counts of people; null: see status.
-- Parameters: $ods_code.
select
    year,
    as_at,
    ods_code,
    item,
    basis,
    part,
    white,
    bme,
    unknown,
    status
from flows
where ods_code = $ods_code
order by as_at, item, basis, part
