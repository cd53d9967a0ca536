-- name: authorities
select code, name, tier, nation, region, starts, ends, successors, names, codes from authority a
 where at <= :as_at and edition = (select max(edition) from authority b where b.code = a.code and b.at <= :as_at) order by code;

-- name: add_authority
insert into authority (code, edition, name, tier, nation, region, starts, ends, successors, names, codes, at, record)
values (:code, (select coalesce(max(edition), 0) + 1 from authority where code = :code), :name, :tier, :nation, :region, :starts, :ends,
        :successors, :names, :codes, :at, :record);

-- name: small_areas
select code, name, within, starts, ends from small_area a
 where at <= :as_at and edition = (select max(edition) from small_area b where b.code = a.code and b.at <= :as_at) order by code;

-- name: add_small_area
insert into small_area (code, edition, name, within, starts, ends, at, record)
values (:code, (select coalesce(max(edition), 0) + 1 from small_area where code = :code), :name, :within, :starts, :ends, :at, :record);

-- name: loads
select number, data_set, publisher, licence, published, file, kept, fingerprint, found, taken, remarks, at, record, years, whole_period, dictionary, plain_year, small from published_load
 where at <= :as_at order by number desc;

-- name: next_load
select coalesce(max(number), 0) + 1 from published_load;

-- name: add_load
insert into published_load (number, data_set, publisher, licence, published, file, kept, fingerprint, found, taken, remarks, at, record, years, whole_period, dictionary, plain_year, small)
values (:number, :data_set, :publisher, :licence, :published, :file, :kept, :fingerprint, :found, :taken, :remarks, :at, :record, :years, :whole_period, :dictionary, :plain_year, :small);

-- name: indicators
select title, unit, polarity from published_indicator where load = :load order by place;

-- name: add_indicator
insert into published_indicator (load, place, title, unit, polarity) values (:load, :place, :title, :unit, :polarity);

-- name: left_out
select reason, found, first_row, example, first_column, to_do from published_left_out where load = :load order by found desc, reason;

-- name: add_left_out
insert into published_left_out (load, reason, found, first_row, example, first_column, to_do)
values (:load, :reason, :found, :first_row, :example, :first_column, :to_do);

-- name: parts
select bytes from published_part where fingerprint = :fingerprint order by part;

-- name: has_copy
-- The first part is written last: without it the others are no copy.
select count(*) from published_part where fingerprint = :fingerprint and part = 1;

-- name: part_numbers
select part from published_part where fingerprint = :fingerprint;

-- name: drop_parts_of_no_load
delete from published_part where fingerprint <> :fingerprint and fingerprint not in (select fingerprint from published_load);

-- name: add_part
insert into published_part (fingerprint, part, bytes) values (:fingerprint, :part, :bytes);

-- name: fingerprint_of
select fingerprint from published_load where kept = :kept;
