-- A plain year of a file that does not say what it means. And LG Inform Plus: the key by which the council asks it, what is fetched from it as which data set, each fetch and what became of it, and what
-- it can count. docs/schema.sql says what each table is for.

alter table published_load add column plain_year text not null default '';

create table lg_inform_key (
  edition bigint not null primary key check (edition >= 1),
  application_key text not null,
  sealed_secret text not null,
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  check ((application_key = '') = (sealed_secret = ''))
);

create table lg_inform_choice (
  data_set text not null check (data_set <> ''),
  edition bigint not null check (edition >= 1),
  gone bigint not null check (gone in (0, 1)),
  metric_types text not null check (metric_types <> ''),
  areas text not null check (areas <> ''),
  periods bigint not null check (periods between 1 and 40),
  licence text not null check (licence <> ''),
  fetched_every text not null check (fetched_every in ('asked', 'week', 'four_weeks', 'quarter')),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (data_set, edition)
);

create table lg_inform_fetch (
  id bigint not null primary key check (id >= 1),
  data_set text not null,
  due bigint not null,
  state text not null check (state in ('waiting', 'fetching', 'done', 'failed')),
  tries bigint not null check (tries >= 0),
  next_try bigint not null,
  problem text not null,
  load bigint references published_load (number),
  by_person text not null,
  ended bigint,
  unique (data_set, due),
  check ((state in ('done', 'failed')) = (ended is not null))
);

create table lg_inform_metric_type (
  metric_type text not null primary key check (metric_type <> ''),
  label text not null check (label <> ''),
  polarity text not null,
  security text not null
);
