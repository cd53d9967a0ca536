-- Packs, editions of reports, their review, and words written for them.

create table report_pack (
  code text not null check (code <> ''),
  edition bigint not null check (edition >= 1),
  title text not null check (title <> ''),
  purpose text not null,
  audience text not null,
  frequency text not null check (frequency in ('monthly', 'quarterly', 'half_yearly', 'annual')),
  sections text not null,
  readers text not null,
  gone bigint not null check (gone in (0, 1)),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (code, edition)
);

create table report_edition (
  pack text not null,
  period text not null,
  edition bigint not null check (edition >= 1),
  pack_edition bigint not null,
  as_at bigint not null,
  reason text not null,
  asked_by text not null,
  approved_by text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (pack, period, edition),
  check (edition = 1 or (reason <> '' and asked_by <> '' and approved_by <> '' and asked_by <> approved_by))
);

create table report_document (
  pack text not null,
  period text not null,
  edition bigint not null,
  form text not null check (form in ('full', 'public')),
  stage text not null check (stage in ('run', 'signed_off')),
  document text not null check (document <> ''),
  fingerprint text not null check (fingerprint <> ''),
  record bigint not null references record (id),
  primary key (pack, period, edition, form, stage),
  foreign key (pack, period, edition) references report_edition (pack, period, edition)
);

create table report_step (
  pack text not null,
  period text not null,
  edition bigint not null,
  number bigint not null check (number >= 1),
  step text not null check (step in ('comment', 'signed_off', 'published')),
  person text not null check (person <> ''),
  words text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (pack, period, edition, number),
  foreign key (pack, period, edition) references report_edition (pack, period, edition)
);

create table report_words (
  pack text not null,
  period text not null,
  slot text not null check (slot <> ''),
  edition bigint not null check (edition >= 1),
  words text not null,
  exempt bigint not null check (exempt between 0 and 7),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (pack, period, slot, edition)
);

create table report_rerun (
  pack text not null,
  period text not null,
  edition bigint not null check (edition >= 2),
  step bigint not null check (step >= 1),
  stage text not null check (stage in ('asked', 'approved', 'refused')),
  reason text not null check (reason <> ''),
  asked_by text not null check (asked_by <> ''),
  decided_by text not null check (decided_by <> asked_by),
  said text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (pack, period, edition, step)
);
