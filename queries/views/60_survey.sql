-- Grain: one WRES year x survey indicator (5 to 8) x ethnicity x basis; per cent (0 to 100) and respondents.
-- A base supplied without a basis serves both.
with shares as (

    select
        *,
        item[8:]::integer as indicator
    from observations
    where item in ('survey_5', 'survey_6', 'survey_7', 'survey_8')

),

bases as (

    select
        year,
        ods_code,
        ethnicity,
        basis,
        value as base,
        item[8:8]::integer as indicator
    from observations
    where item in ('survey_5_base', 'survey_6_base', 'survey_7_base', 'survey_8_base')

)

select
    shares.year,
    shares.as_at,
    shares.ods_code,
    shares.indicator,
    shares.ethnicity,
    shares.basis,
    shares.value as value_pct,
    bases.base,
    shares.status
from shares
left join bases
    on
        shares.year = bases.year
        and shares.ods_code = bases.ods_code
        and shares.indicator = bases.indicator
        and shares.ethnicity = bases.ethnicity
        and (shares.basis = bases.basis or bases.basis = '')
