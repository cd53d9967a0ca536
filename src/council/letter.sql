-- name: there
select id from mail where key = :key;

-- name: next_id
select coalesce(max(id), 0) + 1 from mail;

-- name: queue
insert into mail (id, key, person, address, subject, plain, html, state, tries, next_try, problem, at, sent_at)
values (:id, :key, :person, :address, :subject, :plain, :html, 'waiting', 0, :now, '', :now, null);
