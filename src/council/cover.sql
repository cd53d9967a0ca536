-- name: covers
select id, edition, person, deputy, first_day, last_day, reason, gone, at from cover c
 where edition = (select max(edition) from cover d where d.id = c.id) order by person, first_day, id;

-- name: covered_by
select person from cover c
 where deputy = :deputy and first_day <= :today and last_day >= :today and gone = 0
   and edition = (select max(edition) from cover d where d.id = c.id) order by person;

-- name: next_id
select coalesce(max(id), 0) + 1 from cover;

-- name: add
insert into cover (id, edition, person, deputy, first_day, last_day, reason, gone, at, record)
values (:id, (select coalesce(max(edition), 0) + 1 from cover where id = :id), :person, :deputy, :first_day, :last_day, :reason, :gone,
        :at, :record);

-- name: reach
select kind, code, gone, at from reach r
 where person = :person and edition = (select max(edition) from reach s where s.person = r.person and s.kind = r.kind and s.code = r.code)
 order by kind, code;

-- name: add_reach
insert into reach (person, kind, code, edition, gone, at, record)
values (:person, :kind, :code, (select coalesce(max(edition), 0) + 1 from reach where person = :person and kind = :kind and code = :code),
        :gone, :at, :record);
