-- What a directorate or service may spend, spent, committed and expects, month by month. docs/schema.sql says what each is for.

create table unit_money (
  unit text not null check (unit <> ''),
  month text not null check (length(month) = 14),
  edition bigint not null check (edition >= 1),
  budget bigint,
  actual bigint,
  committed bigint,
  forecast bigint,
  reason text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (unit, month, edition),
  check (budget % 100 = 0 and actual % 100 = 0 and committed % 100 = 0 and forecast % 100 = 0)
);
