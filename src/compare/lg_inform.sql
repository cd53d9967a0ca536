-- name: key
select application_key, sealed_secret, at from lg_inform_key order by edition desc limit 1;

-- name: add_key
insert into lg_inform_key (edition, application_key, sealed_secret, by_person, at, record)
values ((select coalesce(max(edition), 0) + 1 from lg_inform_key), :application_key, :sealed_secret, :by_person, :at, :record);

-- name: choices
select data_set, edition, gone, metric_types, areas, periods, licence, fetched_every, by_person, at from lg_inform_choice c
 where edition = (select max(edition) from lg_inform_choice d where d.data_set = c.data_set) order by data_set;

-- name: add_choice
insert into lg_inform_choice (data_set, edition, gone, metric_types, areas, periods, licence, fetched_every, by_person, at, record)
values (:data_set, :edition, :gone, :metric_types, :areas, :periods, :licence, :fetched_every, :by_person, :at, :record);

-- name: fetches
-- The newest of each data set; of an empty one: of the list of metric types.
select id, data_set, due, state, tries, next_try, problem, load, by_person, ended from lg_inform_fetch f
 where due = (select max(due) from lg_inform_fetch g where g.data_set = f.data_set) order by data_set;

-- name: next_fetch
select coalesce(max(id), 0) + 1 from lg_inform_fetch;

-- name: add_fetch
insert into lg_inform_fetch (id, data_set, due, state, tries, next_try, problem, by_person) values (:id, :data_set, :due, 'waiting', 0, :now, '', :by_person);

-- name: try_now
update lg_inform_fetch set next_try = :now, tries = 0, problem = '', by_person = :by_person where id = :id and state = 'waiting';

-- name: fetch_due
select id, data_set, due, state, tries, next_try, problem, load, by_person, ended from lg_inform_fetch
 where state in ('waiting', 'fetching') and next_try <= :now order by next_try, id limit 1;

-- name: claim
update lg_inform_fetch set state = 'fetching', tries = tries + 1, next_try = :until where id = :id and state in ('waiting', 'fetching') and next_try <= :now;

-- name: settle
update lg_inform_fetch set state = :state, problem = :problem, next_try = :next_try, load = :load, ended = :ended where id = :id;

-- name: metric_types
select metric_type, label, polarity, security from lg_inform_metric_type;

-- name: forget_metric_types
delete from lg_inform_metric_type;

-- name: add_metric_type
insert into lg_inform_metric_type (metric_type, label, polarity, security) values (:metric_type, :label, :polarity, :security);
