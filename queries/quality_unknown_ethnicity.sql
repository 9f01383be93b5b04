-- Where is the ethnicity of many people unknown?
-- Grain: one snapshot x item (staff: the whole workforce; shortlisted; appointed) above the threshold.
-- unknown of people: counts; unknown_pct: 0 to 100.
-- Parameters: $every (true: all organisations), $ods_codes, $threshold_pct (0 to 100).
with counts as (

    select
        ods_code,
        year,
        as_at,
        'staff' as item,
        unknown,
        headcount as people
    from staff
    where category = 'all' and band = 'all'
    union all
    select
        ods_code,
        year,
        as_at,
        item,
        unknown,
        white + bme + unknown as people
    from flows
    where part = '' and item in ('shortlisted', 'appointed')

)

select
    ods_code,
    year,
    item,
    unknown,
    people,
    100 * unknown / people as unknown_pct
from counts
where
    ($every or list_contains($ods_codes, ods_code))
    and people > 0
    and 100 * unknown > $threshold_pct * people
order by ods_code, as_at, item
