-- name: mappings
select indicator, edition, gone, data_set, title, same_definition, same_years, differs, compare_with, by_person, at from indicator_mapping m
 where at <= :as_at and edition = (select max(edition) from indicator_mapping n where n.indicator = m.indicator and n.at <= :as_at) order by indicator;

-- name: add_mapping
-- Key: (indicator, edition). When two people save at once, it refuses the second.
insert into indicator_mapping (indicator, edition, gone, data_set, title, same_definition, same_years, differs, compare_with, by_person, at, record)
values (:indicator, :edition, :gone, :data_set, :title, :same_definition, :same_years, :differs, :compare_with, :by_person, :at, :record);
