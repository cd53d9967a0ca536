-- The yearly round of targets: proposed, challenged, agreed, sealed.

create table proposed_target (
  indicator bigint not null references indicator (id),
  year bigint not null,
  edition bigint not null check (edition >= 1),
  stage text not null check (stage in ('proposed', 'returned', 'agreed', 'withdrawn')),
  kind text not null check (kind in ('flat', 'linear', 'profile', 'explicit', 'range', 'trajectory')),
  value bigint,
  low bigint,
  high bigint,
  periods text not null,
  baseline bigint,
  minimum bigint,
  stretch bigint,
  tolerance_kind text check (tolerance_kind in ('relative', 'absolute', 'explicit')),
  tolerance_size bigint,
  tolerance_well_above bigint,
  because text not null check (because in ('statutory', 'benchmark', 'trend', 'judgement')),
  rationale text not null check (rationale <> ''),
  proposed_by text not null,
  decided_by text not null,
  said text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (indicator, year, edition)
);

create table target_challenge (
  indicator bigint not null references indicator (id),
  year bigint not null,
  number bigint not null check (number >= 1),
  person text not null,
  words text not null check (words <> ''),
  at bigint not null,
  record bigint not null references record (id),
  primary key (indicator, year, number)
);

create table target_seal (
  year bigint not null,
  sealed_by text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (year)
);
