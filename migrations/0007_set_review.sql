-- The review of the indicator set for the coming year, and lines of the plan that begin or end on a day.
-- docs/schema.sql says what each table is for.

alter table line add column applies_from text check (length(applies_from) = 10);

create table set_change (
  id bigint not null check (id >= 1),
  edition bigint not null check (edition >= 1),
  year bigint not null check (year between 1900 and 2200),
  kind text not null check (kind in ('new', 'redefined', 'renumbered', 'moved', 'split', 'merged', 'removed')),
  indicator bigint references indicator (id),
  stage text not null check (stage in ('proposed', 'agreed', 'refused', 'withdrawn')),
  content text not null,
  reason text not null,
  proposed_by text not null,
  decided_by text not null,
  said text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (id, edition),
  check ((kind = 'new') = (indicator is null))
);
create index set_change_of_year on set_change (year, id, edition);

create table set_seal (
  year bigint not null primary key check (year between 1900 and 2200),
  reason text not null check (reason <> ''),
  authority text not null check (authority <> ''),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id)
);
