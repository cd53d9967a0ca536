-- name: months
select unit, month, edition, budget, actual, committed, forecast, reason, at
  from unit_money where at <= :as_at and record <= :upto order by unit, month, edition;

-- name: add_month
insert into unit_money (unit, month, edition, budget, actual, committed, forecast, reason, at, record)
values (:unit, :month, :edition, :budget, :actual, :committed, :forecast, :reason, :at, :record);
