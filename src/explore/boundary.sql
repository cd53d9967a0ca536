-- name: sets
select number, name, source, licence, dated, file, found, taken, small, remarks, unmatched, at, record from boundary_set
 where at <= :as_at order by number desc;

-- name: next_set
select coalesce(max(number), 0) + 1 from boundary_set;

-- name: add_set
insert into boundary_set (number, name, source, licence, dated, file, found, taken, small, remarks, unmatched, at, record)
values (:number, :name, :source, :licence, :dated, :file, :found, :taken, :small, :remarks, :unmatched, :at, :record);

-- name: outlines
select code, name, within, from_year, until_year, outline from boundary where boundary_set = :boundary_set order by code;

-- name: add_outline
insert into boundary (boundary_set, code, name, within, from_year, until_year, outline)
values (:boundary_set, :code, :name, :within, :from_year, :until_year, :outline);

-- name: left_out
select place, code, name, reason from boundary_left_out where boundary_set = :boundary_set order by place;

-- name: add_left_out
insert into boundary_left_out (boundary_set, place, code, name, reason) values (:boundary_set, :place, :code, :name, :reason);
