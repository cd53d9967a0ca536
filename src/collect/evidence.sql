-- name: add
insert into evidence (id, indicator, period, name, type, bytes, fingerprint, by_person, removed_at, at, record)
values (:id, :indicator, :period, :name, :type, :bytes, :fingerprint, :by_person, null, :at, :record);

-- name: find
select id, indicator, period, name, type, bytes, fingerprint, by_person, at from evidence where id = :id and removed_at is null;

-- name: of_period
select id, indicator, period, name, type, bytes, fingerprint, by_person, at from evidence
 where indicator = :indicator and period = :period and removed_at is null order by at, id;

-- name: all_kept
select id, indicator, period, name, type, bytes, fingerprint, by_person, at from evidence where removed_at is null order by id;

-- name: remove
update evidence set removed_at = :at where id = :id and removed_at is null;

-- name: kept_elsewhere
select id from evidence where fingerprint = :fingerprint and removed_at is null limit 1;
