-- Grain: one snapshot x part of the board (total, voting, non_voting, executive, non_executive); members.
-- A total that was not supplied is voting + non_voting, else executive + non_executive.
with supplied as (

    select
        year,
        as_at,
        ods_code,
        category as part,
        white,
        bme,
        unknown,
        status
    from cells
    where item = 'board'

),

halves as (

    select
        * replace ('total' as part),
        if(part in ('voting', 'non_voting'), 1, 2) as preference
    from supplied
    where part != 'total'

),

derived_totals as (

    select
        year,
        as_at,
        ods_code,
        part,
        preference,
        if(bool_and(white is not null), sum(white), null) as white,
        if(bool_and(bme is not null), sum(bme), null) as bme,
        if(bool_and(unknown is not null), sum(unknown), null) as unknown,
        if(bool_and(status = 'ok'), 'ok', max(status) filter (where status != 'ok')) as status
    from halves
    group by year, as_at, ods_code, part, preference
    having count(*) = 2
    qualify preference = min(preference) over (partition by as_at, ods_code)

),

supplied_totals as (

    select * from supplied
    where part = 'total'

),

totals_to_add as (

    select derived_totals.*
    from derived_totals
    anti join supplied_totals
        using (as_at, ods_code)

),

every_part as (

    select * from supplied
    union all by name
    select * exclude (preference)
    from totals_to_add

)

select
    *,
    white + bme + unknown as headcount
from every_part
