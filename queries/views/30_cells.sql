-- Grain: one snapshot x item x category x band x route x basis; white, bme and unknown side by side (people).
-- A group without a row in a cell that has others is zero: returns may leave empty rows out. Null: see status.
with counts as (

    select * from counts

),

pivoted as (

    select
        year,
        as_at,
        ods_code,
        item,
        category,
        band,
        route,
        basis,
        max(value) filter (where wres_group = 'white') as white_value,
        max(value) filter (where wres_group = 'bme') as bme_value,
        max(value) filter (where wres_group = 'unknown') as unknown_value,
        coalesce(max(status) filter (where wres_group = 'white'), 'ok') as white_status,
        coalesce(max(status) filter (where wres_group = 'bme'), 'ok') as bme_status,
        coalesce(max(status) filter (where wres_group = 'unknown'), 'ok') as unknown_status
    from counts
    group by all

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
    case when white_status = 'ok' then coalesce(white_value, 0) end as white,
    case when bme_status = 'ok' then coalesce(bme_value, 0) end as bme,
    case when unknown_status = 'ok' then coalesce(unknown_value, 0) end as unknown,
    case
        when 'suppressed' in (white_status, bme_status, unknown_status) then 'suppressed'
        when 'not_supplied' in (white_status, bme_status, unknown_status) then 'not_supplied'
        else 'ok'
    end as status
from pivoted
