-- The rules by which status is given, in editions: for the whole council, or for one kind of indicator.
-- docs/schema.sql says what the table is for.

create table rating_rule (
  scope text not null check (scope in ('council', 'core', 'service', 'organisational_health', 'management')),
  edition bigint not null check (edition >= 1),
  name text not null check (length(name) between 1 and 48),
  steps text not null check (steps <> ''),
  applies_from text not null check (length(applies_from) = 10),
  gone bigint not null check (gone in (0, 1)),
  reason text not null check (reason <> ''),
  authority text not null check (authority <> ''),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (scope, edition)
);
