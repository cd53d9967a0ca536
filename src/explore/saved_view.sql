-- name: all
select number, name, address, person, seen_by, edition, at from saved_view v
 where at <= :as_at and edition = (select max(edition) from saved_view w where w.number = v.number and w.at <= :as_at) order by name, number;

-- name: next_number
select coalesce(max(number), 0) + 1 from saved_view;

-- name: add
-- Key: (number, edition). Of two changes at once it refuses the second.
insert into saved_view (number, edition, name, address, person, seen_by, at, record)
values (:number, :edition, :name, :address, :person, :seen_by, :at, :record);
