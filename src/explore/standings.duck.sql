-- name: now_and_before
-- What every area was in the newest period of each indicator in which the council has a figure, and in the period a year earlier of the same
-- length. Where the council stands is reckoned from it: the engine's own medians take longer than all the rest.
with own as materialized (
  select title, period, ends, value, row_number() over (partition by title order by ends desc, period) as place
    from read_parquet($file) where area = $own and value is not null
), wanted as materialized (
  select title, ends, period, 0 as years_ago from own where place = 1
  union all
  select b.title, b.ends, b.period, 1 from own b join own n on n.title = b.title and n.place = 1
   where b.ends = n.ends - 12 and split_part(b.period, '/', 2) = split_part(n.period, '/', 2)
)
select f.title, f.period, w.years_ago, f.area, f.value
  from read_parquet($file) f join wanted w on w.title = f.title and w.ends = f.ends and w.period = f.period
 where f.value is not null;

-- name: newest_of_all
-- What every area was in the newest period in which any had a figure, of each indicator: where each stands is reckoned from it.
select title, period, area, value from read_parquet($newest);
