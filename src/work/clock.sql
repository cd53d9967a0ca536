-- name: started
select min(due) from happened where job = 'start';

-- name: newest
select max(due) from happened;

-- name: happened
-- The key refuses a second time: 0 rows when another server, or this one before, has done it.
insert into happened (job, subject, due, at) values (:job, :subject, :due, :at) on conflict do nothing;
