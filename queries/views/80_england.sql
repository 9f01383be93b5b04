-- Grain: one published national figure as one source printed it. Parts as in the indicators question.
-- source_rank: 1 a national body, 2 a trust quoting one, 3 the press. Only figures of one series may be joined.
select
    indicator::integer as indicator,
    part,
    ethnicity,
    area,
    year::integer as year,
    value::double as value,
    unit,
    scope,
    basis,
    edition,
    source_kind,
    source,
    case source_kind when 'national' then 1 when 'trust' then 2 else 3 end as source_rank
from reference_england
