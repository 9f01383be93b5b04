-- Which share of the population served is BME?
-- Grain: one local authority of the community, with its people by WRES group.
-- Parameters: $census_year, $authorities (names).
select
    authority,
    sum(people) filter (where wres_group = 'bme') as bme,
    sum(people) as people
from raw_census
where
    census_year = $census_year
    and authority in (select unnest($authorities))
group by authority
order by authority
