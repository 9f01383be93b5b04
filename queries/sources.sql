-- Which files do an organisation's figures come from?
-- Grain: one file x item x snapshot of the organisation.
-- Parameters: $ods_code.
with observations as (

    select
        file_id,
        item,
        year,
        as_at,
        count(*) as observation_count
    from raw_observations
    where ods_code = $ods_code
    group by all

),

files as (

    select * from raw_files

)

select
    files.file_id,
    files.name,
    files.sha256,
    files.kind,
    files.imported_at,
    files.imported_by,
    observations.item,
    observations.year,
    observations.as_at,
    observations.observation_count
from observations
inner join files
    on observations.file_id = files.file_id
order by files.imported_at, files.name, observations.as_at, observations.item
