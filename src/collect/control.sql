-- name: newest
select indicator, edition, checked_on, result, said, by_person, at from control_check c
 where edition = (select max(edition) from control_check d where d.indicator = c.indicator) order by indicator;

-- name: of_indicator
select indicator, edition, checked_on, result, said, by_person, at from control_check where indicator = :indicator order by edition desc;

-- name: add
insert into control_check (indicator, edition, checked_on, result, said, by_person, at, record)
values (:indicator, (select coalesce(max(edition), 0) + 1 from control_check where indicator = :indicator), :checked_on, :result, :said, :by_person,
        :at, :record);
