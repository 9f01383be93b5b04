-- Grain: one snapshot x item x category x band x route x basis x WRES group; value is a count of people.
-- Ethnic groups and codes add up to the WRES group, unless it was itself supplied (import checks that they agree).
with people as (

    select * from people

)

select
    year,
    as_at,
    ods_code,
    item,
    category,
    band,
    route,
    basis,
    wres_group,
    case
        when bool_or(is_group) then max(value) filter (where is_group)
        when bool_and(status = 'ok') then sum(value)
    end as value,
    case
        when bool_or(is_group) then max(status) filter (where is_group)
        when bool_or(status = 'suppressed') then 'suppressed'
        when bool_or(status = 'not_supplied') then 'not_supplied'
        else 'ok'
    end as status
from people
group by all
