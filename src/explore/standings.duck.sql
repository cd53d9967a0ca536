-- name: now_and_before
-- The newest period of each indicator in which the council has a figure, and the period a year earlier of the same length: how it stands in
-- each among the areas named; of the newest also what the middle is, and how far from it half of them lie, which takes longest.
with own as (
  select title, period, ends, value, row_number() over (partition by title order by ends desc, period) as place
    from read_parquet($file) where area = $own and value is not null
), wanted as (
  select title, period, value, 0 as years_ago from own where place = 1
  union all
  select b.title, b.period, b.value, 1 from own b join own n on n.title = b.title and n.place = 1
   where b.ends = n.ends - 12 and split_part(b.period, '/', 2) = split_part(n.period, '/', 2)
), near as (
  select f.title, f.period, w.years_ago, w.value as own, f.value, f.area = $own as is_own
    from read_parquet($file) f join wanted w on w.title = f.title and w.period = f.period
   where f.value is not null and (f.area = $own or f.area in (select unnest($areas::varchar[])))
)
select title, period, any_value(own), count(*), coalesce(median(value) filter (years_ago = 0), 0), coalesce(mad(value) filter (years_ago = 0), 0),
       count(*) filter (value > own), count(*) filter (value < own), coalesce(median(value) filter (years_ago = 0 and not is_own), any_value(own)), years_ago
  from near group by title, period, years_ago order by title, years_ago;

-- name: newest_of_all
-- What every area was in the newest period in which any had a figure, of each indicator: where each stands is reckoned from it.
with newest as (
  select title, max(ends) as ends from read_parquet($file) where value is not null group by title
)
select f.title, f.period, f.area, f.value from read_parquet($file) f join newest n on n.title = f.title and n.ends = f.ends where f.value is not null;
