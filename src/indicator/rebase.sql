-- name: rebases
select indicator, starts_on, edition, gone, reason, by_person, at
  from rebase where at <= :as_at and record <= :upto order by indicator, starts_on, edition;

-- name: add_rebase
insert into rebase (indicator, starts_on, edition, gone, reason, by_person, at, record)
values (:indicator, :starts_on, :edition, :gone, :reason, :by_person, :at, :record);
