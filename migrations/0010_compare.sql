-- The register of authorities, and the loads of published figures: the figures themselves lie in Parquet files beside the database.
-- docs/schema.sql says what each table is for.

create table authority (
  code text not null check (code <> ''),
  edition bigint not null check (edition >= 1),
  name text not null check (name <> ''),
  tier text not null check (tier in ('district', 'unitary', 'metropolitan', 'london', 'county', 'combined', 'elsewhere')),
  nation text not null,
  region text not null,
  starts text check (length(starts) = 10),
  ends text check (length(ends) = 10),
  successors text not null,
  names text not null,
  codes text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (code, edition)
);

create table published_load (
  number bigint not null primary key check (number >= 1),
  data_set text not null check (data_set <> ''),
  publisher text not null,
  licence text not null check (licence <> ''),
  published text check (length(published) = 10),
  file text not null,
  kept text not null check (kept <> ''),
  fingerprint text not null check (length(fingerprint) = 64),
  found bigint not null,
  taken bigint not null check (taken >= 1 and taken <= found),
  remarks text not null,
  at bigint not null,
  record bigint not null references record (id)
);
create index published_load_of_set on published_load (data_set, number);

create table published_indicator (
  load bigint not null references published_load (number),
  place bigint not null check (place >= 1),
  title text not null check (title <> ''),
  unit text not null,
  polarity text check (polarity in ('high_good', 'low_good', 'in_range', 'neutral')),
  primary key (load, place)
);

create table published_left_out (
  load bigint not null references published_load (number),
  reason text not null check (reason <> ''),
  found bigint not null check (found >= 1),
  first_row bigint not null,
  example text not null,
  primary key (load, reason)
);

create table comparator_group (
  name text not null check (name <> ''),
  edition bigint not null check (edition >= 1),
  source text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (name, edition)
);

create table comparator_group_member (
  group_name text not null,
  edition bigint not null,
  subject text not null check (subject <> ''),
  place bigint not null check (place >= 1),
  member text not null check (member <> ''),
  primary key (group_name, edition, subject, place),
  foreign key (group_name, edition) references comparator_group (name, edition)
);
