-- Grain: one supplied count of people, such that nobody is counted at two levels of ethnicity within a WRES group's
-- finer rows: a group by name (asian) stands instead of its codes (H, J, ..). Rows of a WRES group itself are kept.
with supplied as (

    select
        *,
        ethnicity = ethnic_group as is_named_group
    from observations
    where
        item in ('staff', 'shortlisted', 'appointed', 'disciplinary', 'training', 'board', 'leadership')
        and wres_group is not null

)

select * from supplied
where is_group
union all
select * from supplied
where not is_group
qualify
    is_named_group
    or not coalesce(bool_or(is_named_group) over (
        partition by as_at, ods_code, item, category, band, route, basis, ethnic_group
    ), false)
