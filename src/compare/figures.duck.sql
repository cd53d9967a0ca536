-- name: keep
-- As they arrive, by indicator, so that a question about one indicator opens few parts of the file.
copy (select title, area, period, ends, value, low, high, mark from arriving($stream)) to $file (format parquet, compression zstd, row_group_size 61440);

-- name: group_together
-- A file whose indicators came mixed, put in order: what does not fit in memory is spilled.
copy (select * from read_parquet($mixed) order by title, ends, period) to $file (format parquet, compression zstd, row_group_size 61440);

-- name: keep_newest
-- The newest figures of each indicator in a file beside it, a tenth of it or less: questions about every indicator at once read it alone.
copy (
  with newest as (
    select title, max(ends) as ends from read_parquet($file) where value is not null group by title
  )
  select f.title, f.period, f.area, f.value from read_parquet($file) f join newest n on n.title = f.title and n.ends = f.ends
   where f.value is not null
) to $newest (format parquet, compression zstd, row_group_size 61440);

-- name: of_one
select area, period, value, low, high, mark from read_parquet($file) where title = $title order by ends, period, area;

-- name: newest
-- The newest period of each indicator in which the council has a figure, and how it stands there among the areas named: what the middle is, and how
-- far from it half of them lie.
with own as (
  select title, period, value, row_number() over (partition by title order by ends desc, period) as place
    from read_parquet($file) where area = $own and value is not null
), near as (
  select f.title, f.period, own.value as own, f.value, f.area = $own as is_own
    from read_parquet($file) f join own on own.title = f.title and own.period = f.period and own.place = 1
   where f.value is not null and (f.area = $own or f.area in (select unnest($areas::varchar[])))
)
select title, period, any_value(own), count(*), median(value), mad(value), count(*) filter (value > own), count(*) filter (value < own),
       coalesce(median(value) filter (not is_own), any_value(own))
  from near group by title, period order by title;
