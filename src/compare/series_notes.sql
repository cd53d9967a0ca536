-- name: years
select data_set, title, edition, meaning, by_person, at from year_meaning m
 where at <= :as_at and edition = (select max(edition) from year_meaning n where n.data_set = m.data_set and n.title = m.title and n.at <= :as_at);

-- name: add_years
insert into year_meaning (data_set, title, edition, meaning, by_person, at, record) values (:data_set, :title, :edition, :meaning, :by_person, :at, :record);

-- name: counts
select edition, measure, cases, out_of, multiplier, by_person, at from published_counts
 where data_set = :data_set and title = :title and at <= :as_at order by edition desc limit 1;

-- name: add_counts
insert into published_counts (data_set, title, edition, measure, cases, out_of, multiplier, by_person, at, record)
values (:data_set, :title, :edition, :measure, :cases, :out_of, :multiplier, :by_person, :at, :record);

-- name: stories
select period, edition, words, by_person, at from comparison_words w
 where data_set = :data_set and title = :title and at <= :as_at
   and edition = (select max(edition) from comparison_words v where v.data_set = w.data_set and v.title = w.title and v.period = w.period and v.at <= :as_at)
 order by period desc;

-- name: add_story
insert into comparison_words (data_set, title, period, edition, words, by_person, at, record) values (:data_set, :title, :period, :edition, :words, :by_person, :at, :record);
