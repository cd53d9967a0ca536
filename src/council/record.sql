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

-- name: newest_found
-- Nothing is looked for but what lies before another record.
select r.id, r.at, r.who, r.what, r.subject, r.detail, r.key, r.previous, r.hash, r.moves, r.sealed,
       case when p.record is null then null else 'there' end, p.salt, p.place, p.authority, p.was, p.became, p.erased_at
  from record r left join particulars p on p.record = r.id
 where r.id < :before order by r.id desc limit :most;

-- name: found_between
-- Between two moments, which have an index.
select r.id, r.at, r.who, r.what, r.subject, r.detail, r.key, r.previous, r.hash, r.moves, r.sealed,
       case when p.record is null then null else 'there' end, p.salt, p.place, p.authority, p.was, p.became, p.erased_at
  from record r left join particulars p on p.record = r.id
 where r.at >= :since and r.at < :until and r.id < :before order by r.id desc limit :most;

-- name: found_of_person
-- By the index of persons, not of moments (the + says so), here and below.
select r.id, r.at, r.who, r.what, r.subject, r.detail, r.key, r.previous, r.hash, r.moves, r.sealed,
       case when p.record is null then null else 'there' end, p.salt, p.place, p.authority, p.was, p.became, p.erased_at
  from record r left join particulars p on p.record = r.id
 where r.who = :who and (:what = '' or r.what = :what)
   and +r.at >= :since and +r.at < :until and r.id < :before order by r.id desc limit :most;

-- name: found_of_subject
-- A subject is an indicator's code, or begins with it: "BBF07 2025-04-01/P3M".
select r.id, r.at, r.who, r.what, r.subject, r.detail, r.key, r.previous, r.hash, r.moves, r.sealed,
       case when p.record is null then null else 'there' end, p.salt, p.place, p.authority, p.was, p.became, p.erased_at
  from record r left join particulars p on p.record = r.id
 where (r.subject = :subject or (r.subject >= :subject || ' ' and r.subject < :subject || '!')) and (:who = '' or r.who = :who) and (:what = '' or r.what = :what)
   and +r.at >= :since and +r.at < :until and r.id < :before order by r.id desc limit :most;

-- name: found_of_subject (postgres)
-- Not by a range, since what comes after what depends on the language that a PostgreSQL was set up for.
select r.id, r.at, r.who, r.what, r.subject, r.detail, r.key, r.previous, r.hash, r.moves, r.sealed,
       case when p.record is null then null else 'there' end, p.salt, p.place, p.authority, p.was, p.became, p.erased_at
  from record r left join particulars p on p.record = r.id
 where (r.subject = :subject or starts_with(r.subject, :subject || ' ')) and (:who = '' or r.who = :who) and (:what = '' or r.what = :what)
   and +r.at >= :since and +r.at < :until and r.id < :before order by r.id desc limit :most;

-- name: found_of_sort
select r.id, r.at, r.who, r.what, r.subject, r.detail, r.key, r.previous, r.hash, r.moves, r.sealed,
       case when p.record is null then null else 'there' end, p.salt, p.place, p.authority, p.was, p.became, p.erased_at
  from record r left join particulars p on p.record = r.id
 where r.what = :what
   and +r.at >= :since and +r.at < :until and r.id < :before order by r.id desc limit :most;

-- name: one
select r.id, r.at, r.who, r.what, r.subject, r.detail, r.key, r.previous, r.hash, r.moves, r.sealed,
       case when p.record is null then null else 'there' end, p.salt, p.place, p.authority, p.was, p.became, p.erased_at
  from record r left join particulars p on p.record = r.id
 where r.id = :id;

-- name: people
-- One step of the index for each, however long the record is.
with recursive each_one(who) as (
  select min(who) from record
  union all
  select (select min(r.who) from record r where r.who > each_one.who) from each_one where each_one.who is not null)
select who from each_one where who is not null order by who;

-- name: sorts
with recursive each_one(what) as (
  select min(what) from record
  union all
  select (select min(r.what) from record r where r.what > each_one.what) from each_one where each_one.what is not null)
select what from each_one where what is not null order by what;
