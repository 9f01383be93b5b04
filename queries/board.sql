-- Who sits on an organisation's board?
-- Grain: one snapshot x part of the board. Counts of members; null: see status.
-- Parameters: $ods_code.
select
    year,
    as_at,
    ods_code,
    part,
    white,
    bme,
    unknown,
    headcount,
    status
from board
where ods_code = $ods_code
order by as_at, part
