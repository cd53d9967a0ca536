-- name: frameworks
select code, edition, name, place, at, gone from framework where at <= :as_at and record <= :upto order by code,
       edition;

-- name: levels
select framework, edition, name from framework_level order by framework, edition, place;

-- name: priorities
select code, framework, level, title, part_of, director, meaning, place, at, gone
  from priority where at <= :as_at and record <= :upto order by code, edition;

-- name: lines
select indicator, priority, at, gone, applies_from from line where at <= :as_at and record <= :upto order by indicator, priority,
       edition;

-- name: next_framework
select coalesce(max(edition), 0) + 1 from framework where code = :code;

-- name: add_framework
insert into framework (code, edition, name, place, gone, at, record) values (:code, :edition, :name, :place, :gone,
       :at, :record);

-- name: add_level
insert into framework_level (framework, edition, place, name) values (:framework, :edition, :place, :name);

-- name: add_priority
insert into priority (code, edition, framework, level, title, part_of, director, meaning, place, gone, at, record)
values (:code, (select coalesce(max(edition), 0) + 1 from priority where code = :code),
        :framework, :level, :title, :part_of, :director, :meaning, :place, :gone, :at, :record);

-- name: add_line
insert into line (indicator, priority, edition, gone, applies_from, at, record)
values (:indicator, :priority,
                (select coalesce(max(edition), 0) + 1 from line where indicator = :indicator and priority =
       :priority), :gone, :applies_from, :at, :record);
