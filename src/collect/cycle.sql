-- name: cycles
select frequency, enter_days, remind_days, check_from_day, check_to_day, run_months, run_day, run_midnight, outside_check_week, unchecked
  from cycle c where edition = (select max(edition) from cycle d where d.frequency = c.frequency);

-- name: add_cycle
insert into cycle (frequency, edition, enter_days, remind_days, check_from_day, check_to_day, run_months, run_day, run_midnight,
                   outside_check_week, unchecked, at, record)
values (:frequency, (select coalesce(max(edition), 0) + 1 from cycle where frequency = :frequency), :enter_days, :remind_days,
        :check_from_day, :check_to_day, :run_months, :run_day, :run_midnight, :outside_check_week, :unchecked, :at, :record);

-- name: target_calendar
select opens, challenge_from, agreed_by, seals from target_calendar where edition = (select max(edition) from target_calendar);

-- name: add_target_calendar
insert into target_calendar (edition, opens, challenge_from, agreed_by, seals, at, record)
values ((select coalesce(max(edition), 0) + 1 from target_calendar), :opens, :challenge_from, :agreed_by, :seals, :at, :record);

-- name: committees
select id, edition, name, period, day, gone, at from committee c
 where edition = (select max(edition) from committee d where d.id = c.id) order by day, id;

-- name: next_committee
select coalesce(max(id), 0) + 1 from committee;

-- name: add_committee
insert into committee (id, edition, name, period, day, gone, at, record)
values (:id, (select coalesce(max(edition), 0) + 1 from committee where id = :id), :name, :period, :day, :gone, :at, :record);
