-- Boundaries of areas for maps, as a file brought them, and the views that people save. docs/schema.sql says what each table is for.

create table boundary_set (
  number bigint not null primary key check (number >= 1),
  name text not null check (name <> ''),
  source text not null,
  licence text not null check (licence <> ''),
  dated text check (length(dated) = 10),
  file text not null,
  found bigint not null,
  taken bigint not null check (taken >= 1 and taken <= found),
  small bigint not null check (small in (0, 1)),
  remarks text not null,
  unmatched text not null,
  at bigint not null,
  record bigint not null references record (id)
);
create index boundary_set_of_name on boundary_set (name, number);

create table boundary (
  boundary_set bigint not null references boundary_set (number),
  code text not null check (code <> ''),
  name text not null check (name <> ''),
  within text not null,
  from_year bigint,
  until_year bigint,
  outline text not null check (outline <> ''),
  primary key (boundary_set, code)
);

create table boundary_left_out (
  boundary_set bigint not null references boundary_set (number),
  place bigint not null check (place >= 1),
  code text not null,
  name text not null,
  reason text not null check (reason <> ''),
  primary key (boundary_set, place)
);

create table saved_view (
  number bigint not null check (number >= 1),
  edition bigint not null check (edition >= 1),
  name text not null,
  address text not null,
  person text not null check (person <> ''),
  seen_by text not null check (seen_by in ('own', 'everybody', 'nobody')),
  at bigint not null,
  record bigint not null references record (id),
  primary key (number, edition)
);
