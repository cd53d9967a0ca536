-- name: settings
select name, value, at from setting where at <= :as_at and record <= :upto order by name, edition;

-- name: units
select kind, code, name, part_of, head, place, at, gone from unit where at <= :as_at and record <= :upto order by
       code, edition;

-- name: people
select code, name, job, email, role, unit, at, gone from person where at <= :as_at and record <= :upto order by
       code, edition;

-- name: add_setting
insert into setting (name, edition, value, at, record)
values (:name, (select coalesce(max(edition), 0) + 1 from setting where name = :name), :value, :at, :record);

-- name: add_unit
insert into unit (code, edition, kind, name, part_of, head, place, gone, at, record)
values (:code, (select coalesce(max(edition), 0) + 1 from unit where code = :code),
        :kind, :name, :part_of, :head, :place, :gone, :at, :record);

-- name: add_person
insert into person (code, edition, name, job, email, role, unit, gone, at, record)
values (:code, (select coalesce(max(edition), 0) + 1 from person where code = :code),
        :name, :job, :email, :role, :unit, :gone, :at, :record);
