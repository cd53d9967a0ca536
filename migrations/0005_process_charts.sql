-- How an indicator's direction of travel is found, and where its process chart begins afresh.
-- docs/schema.sql says what each is for.

alter table definition add column direction_method text not null default 'two_point'
  check (direction_method in ('two_point', 'spc', 'regression', 'trend_marker'));

create table rebase (
  indicator bigint not null references indicator (id),
  starts_on text not null check (length(starts_on) = 10),
  edition bigint not null check (edition >= 1),
  gone bigint not null check (gone in (0, 1)),
  reason text not null check (reason <> ''),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (indicator, starts_on, edition)
);
