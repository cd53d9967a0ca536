-- name: count
-- A day counts once, whichever server is told of it: 0 rows when it was counted already.
insert into page_days (indicator, month, days, newest_day) values (:indicator, :month, 1, :day)
    on conflict (indicator, month) do update set days = page_days.days + 1, newest_day = excluded.newest_day
 where page_days.newest_day < excluded.newest_day;

-- name: since
select min(month) from page_days;

-- name: opened
select indicator, cast(sum(days) as bigint) from page_days where month >= :from_month group by indicator;
