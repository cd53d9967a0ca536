-- name: of_many
select title, area, period, value, low, high, mark from read_parquet($file) where title in (select unnest($titles::varchar[])) order by title, ends, period, area;
