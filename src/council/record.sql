-- name: newest
select id, at, who, what, subject, detail, key, previous, hash from record order by id desc limit 1;

-- name: all
select id, at, who, what, subject, detail, key, previous, hash from record order by id;

-- name: by_key
select id from record where key = :key;

-- name: newest_moment
select max(at) from record;

-- name: add
insert into record (id, at, who, what, subject, detail, key, previous, hash)
values (:id, :at, :who, :what, :subject, :detail, :key, :previous, :hash);
