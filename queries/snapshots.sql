-- Which snapshots does the store hold, and for which items?
-- Grain: one organisation x snapshot; items: the items held, in order of name.
with observations as (

    select
        ods_code,
        year,
        as_at,
        item
    from raw_observations

)

select
    ods_code,
    year,
    as_at,
    array_to_string(list_sort(list_distinct(list(item))), ' ') as items
from observations
group by all
order by ods_code, as_at
