-- name: all
select number, edition, name, people, outside, gone, by_person, at from distribution_list l
 where edition = (select max(edition) from distribution_list m where m.number = l.number) order by name, number;

-- name: next_number
select coalesce(max(number), 0) + 1 from distribution_list;

-- name: add
-- Key: (number, edition). It refuses the second of two who change a list at once.
insert into distribution_list (number, edition, name, people, outside, gone, by_person, at, record)
values (:number, :edition, :name, :people, :outside, :gone, :by, :at, :record);
