-- What did White and BME respondents of an organisation say in the staff survey?
-- Grain: one WRES year x survey indicator x ethnicity x basis. value_pct 0 to 100; base: respondents, null if unknown.
-- Parameters: $ods_code.
select
    year,
    as_at,
    ods_code,
    indicator,
    ethnicity,
    basis,
    value_pct,
    base,
    status
from survey
where ods_code = $ods_code
order by as_at, indicator, ethnicity, basis
