-- How many White and BME staff, and staff of unknown ethnicity, are in each band of an organisation?
-- Grain: one snapshot x staff category x band (band all: the category's total). Counts of people; null: see status.
-- Parameters: $ods_code.
select
    year,
    as_at,
    ods_code,
    category,
    band,
    white,
    bme,
    unknown,
    headcount,
    status
from staff
where ods_code = $ods_code
order by as_at, category, band
