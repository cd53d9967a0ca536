-- Wards and other small areas within an authority, and which loads of figures are about them. docs/schema.sql says what each is for.

create table small_area (
  code text not null check (code <> ''),
  edition bigint not null check (edition >= 1),
  name text not null check (name <> ''),
  within text not null check (within <> ''),
  starts text check (length(starts) = 10),
  ends text check (length(ends) = 10),
  at bigint not null,
  record bigint not null references record (id),
  primary key (code, edition)
);

alter table published_load add column small bigint not null default 0 check (small in (0, 1));
