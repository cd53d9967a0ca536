-- Lists of people and outside addresses that hear of published reports, and which of them a pack has. docs/schema.sql says what each is for.

create table distribution_list (
  number bigint not null check (number >= 1),
  edition bigint not null check (edition >= 1),
  name text not null check (name <> ''),
  people text not null,
  outside text not null,
  gone bigint not null check (gone in (0, 1)),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (number, edition)
);

alter table report_pack add column lists text not null default '';
