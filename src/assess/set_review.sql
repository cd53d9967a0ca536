-- name: changes
select id, edition, year, kind, indicator, stage, content, reason, proposed_by, decided_by, said, at from set_change c
 where year = :year and edition = (select max(edition) from set_change d where d.id = c.id) order by id;

-- name: year_of
select year from set_change where id = :id;

-- name: next
select coalesce(max(id), 0) + 1 from set_change;

-- name: add
insert into set_change (id, edition, year, kind, indicator, stage, content, reason, proposed_by, decided_by, said, at, record)
values (:id, (select coalesce(max(edition), 0) + 1 from set_change where id = :id), :year, :kind, :indicator, :stage, :content, :reason,
        :proposed_by, :decided_by, :said, :at, :record);

-- name: seal
select year, reason, authority, by_person, at from set_seal where year = :year;

-- name: add_seal
-- Key: the year. A set is sealed once; it refuses the second of two who do so at the same moment.
insert into set_seal (year, reason, authority, by_person, at, record) values (:year, :reason, :authority, :by, :at, :record);
