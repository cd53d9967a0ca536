-- name: newest
select id, at, who, what, subject, detail, key, previous, hash, moves, sealed from record order by id desc limit 1;

-- name: all
select id, at, who, what, subject, detail, key, previous, hash, moves, sealed from record order by id;

-- name: version
-- The newest record with which moved what everybody reads.
select max(id) from record where moves = 1;

-- name: by_key
select id from record where key = :key;

-- name: newest_moment
select max(at) from record;

-- name: add
insert into record (id, at, who, what, subject, detail, key, previous, hash, moves, sealed)
values (:id, :at, :who, :what, :subject, :detail, :key, :previous, :hash, :moves, :sealed);

-- name: add_particulars
insert into particulars (record, salt, place, authority, was, became)
values (:record, :salt, :place, :authority, :was, :became);

-- name: newest_number
select max(id) from record;

-- name: kept_particulars
select r.id, r.sealed, case when p.record is null then null else 'there' end, p.salt, p.place, p.authority, p.was, p.became, p.erased_at
  from record r left join particulars p on p.record = r.id
 where r.sealed <> '' or p.record is not null order by r.id;

-- name: erasures
select distinct at from record where what = 'erasure';
