-- What the council says of published figures: which of its indicators each stands beside, what a plain year means, where the counts behind
-- a share are, the story behind a figure; and groups that are computed from features of the council's choice.
-- docs/schema.sql says what each table is for.

create table indicator_mapping (
  indicator bigint not null references indicator (id),
  edition bigint not null check (edition >= 1),
  gone bigint not null check (gone in (0, 1)),
  data_set text not null check (data_set <> ''),
  title text not null check (title <> ''),
  same_definition bigint not null check (same_definition in (0, 1)),
  same_years bigint not null check (same_years in (0, 1)),
  differs text not null,
  compare_with text not null check (compare_with <> ''),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (indicator, edition),
  check (differs <> '' or (same_definition = 1 and same_years = 1))
);

create table year_meaning (
  data_set text not null check (data_set <> ''),
  title text not null,
  edition bigint not null check (edition >= 1),
  meaning text not null check (meaning in ('calendar', 'financial_from', 'financial_to', 'academic_from', 'academic_to')),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (data_set, title, edition)
);

create table published_counts (
  data_set text not null check (data_set <> ''),
  title text not null check (title <> ''),
  edition bigint not null check (edition >= 1),
  measure text not null check (measure in ('share', 'rate')),
  cases text not null,
  out_of text not null check (out_of <> ''),
  multiplier bigint not null check (multiplier >= 1),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (data_set, title, edition)
);

create table comparison_words (
  data_set text not null check (data_set <> ''),
  title text not null check (title <> ''),
  period text not null check (length(period) between 14 and 16),
  edition bigint not null check (edition >= 1),
  words text not null,
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (data_set, title, period, edition)
);

alter table comparator_group add column starts text check (length(starts) = 10);
alter table comparator_group add column ends text check (length(ends) = 10);
alter table comparator_group_member add column because text not null default '';

create table computed_group_feature (
  group_name text not null,
  edition bigint not null,
  place bigint not null check (place >= 1),
  data_set text not null check (data_set <> ''),
  title text not null check (title <> ''),
  weight bigint not null check (weight > 0),
  scale text not null check (scale in ('as_is', 'logarithm')),
  primary key (group_name, edition, place),
  foreign key (group_name, edition) references comparator_group (name, edition)
);
