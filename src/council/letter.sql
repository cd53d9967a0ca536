-- name: there
select id from mail where key = :key;

-- name: next_id
select coalesce(max(id), 0) + 1 from mail;

-- name: queue
insert into mail (id, key, person, address, subject, plain, html, state, tries, next_try, problem, at, sent_at, attached)
values (:id, :key, :person, :address, :subject, :plain, :html, 'waiting', 0, :now, '', :now, null, :attached);

-- name: due
select id, key, person, address, subject, plain, html, attached, tries, at from mail where state = 'waiting' and next_try <= :now order by next_try, id limit 20;

-- name: claim
update mail set next_try = :until, tries = tries + 1 where id = :id and state = 'waiting' and next_try <= :now;

-- name: settle
update mail set state = :state, problem = :problem, next_try = :next_try, sent_at = :sent_at where id = :id;

-- name: postpone
update mail set next_try = :next_try, tries = tries - 1 where id = :id and state = 'waiting';

-- name: list
select id, person, address, subject, state, tries, next_try, problem, at, sent_at from mail order by id desc limit 500;

-- name: again
update mail set state = 'waiting', next_try = :now, problem = '' where id = :id and state <> 'sent';
