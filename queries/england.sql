-- What has been published for England?
-- Grain: one published figure as one source printed it.
select
    indicator,
    part,
    ethnicity,
    year,
    value,
    unit,
    scope,
    basis,
    edition,
    source_kind,
    source,
    source_rank
from england
where area = 'England'
order by indicator, part, ethnicity, year, source_rank, edition desc, source
