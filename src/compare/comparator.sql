-- name: areas
select code, name from area where at <= :as_at and record <= :upto order by code, edition;

-- name: add_area
insert into area (code, edition, name, at, record)
values (:code, (select coalesce(max(edition), 0) + 1 from area where code = :code), :name, :at, :record);

-- name: figures
select indicator, measure, unit, area, period, value, symbol, at
  from comparator_figure where at <= :as_at and record <= :upto
 order by indicator, measure, unit, area, period, edition;

-- name: figures_of
select indicator, measure, unit, area, period, value, symbol, at
  from comparator_figure where indicator = :indicator and at <= :as_at and record <= :upto
 order by indicator, measure, unit, area, period, edition;

-- name: editions_of
select measure, unit, area, period, max(edition) from comparator_figure where indicator = :indicator group by
       measure, unit, area, period;

-- name: add_figure
insert into comparator_figure (indicator, measure, unit, area, period, edition, value, symbol, at, record)
values (:indicator, :measure, :unit, :area, :period, :edition, :value, :symbol, :at, :record);
