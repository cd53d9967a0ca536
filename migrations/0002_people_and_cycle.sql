-- People who sign in, the cycle of a period, figures on their way to being reported, and mail.
-- docs/schema.sql says what each table is for.

-- Of each record: whether what everybody reads moved with it, and the seal of its particulars.
alter table record add column moves bigint not null default 1;
alter table record add column sealed text not null default '';
create index record_that_moves on record (id) where moves = 1;
create index record_of_person on record (who, id);
create index record_of_sort on record (what, id);
create index record_of_subject on record (subject);
create index record_at on record (at);

create table particulars (
  record bigint not null primary key references record (id),
  salt text not null,
  place text not null,
  authority text not null,
  was text not null,
  became text not null,
  erased_at bigint
);

create table account (
  person text not null primary key,
  email text not null unique,
  password text not null,
  factor text not null,
  factor_step bigint not null,
  state text not null check (state in ('invited', 'active', 'suspended')),
  signed_in_at bigint,
  at bigint not null,
  record bigint not null references record (id)
);

create table recovery_code (
  person text not null references account (person),
  fingerprint text not null,
  used_at bigint,
  primary key (person, fingerprint)
);

create table sign_in_link (
  fingerprint text not null primary key,
  person text not null,
  purpose text not null check (purpose in ('invitation', 'reset', 'first')),
  ends bigint not null,
  used_at bigint,
  at bigint not null
);

create table session (
  fingerprint text not null primary key,
  person text not null,
  began bigint not null,
  seen bigint not null,
  ends bigint not null,
  place text not null,
  browser text not null
);
create index session_of_person on session (person);

create table api_token (
  fingerprint text not null primary key,
  person text not null,
  name text not null,
  ends bigint not null,
  used_at bigint,
  at bigint not null
);

create table sign_in_attempt (
  id bigint not null primary key,
  name text not null,
  place text not null,
  worked bigint not null check (worked in (0, 1)),
  at bigint not null
);
create index sign_in_attempt_at on sign_in_attempt (at);

create table preference (
  person text not null,
  name text not null,
  value text not null,
  primary key (person, name)
);

create table reach (
  person text not null,
  kind text not null check (kind in ('unit', 'portfolio')),
  code text not null,
  edition bigint not null check (edition >= 1),
  gone bigint not null check (gone in (0, 1)),
  at bigint not null,
  record bigint not null references record (id),
  primary key (person, kind, code, edition)
);

create table cover (
  id bigint not null check (id >= 1),
  edition bigint not null check (edition >= 1),
  person text not null,
  deputy text not null,
  first_day text not null check (length(first_day) = 10),
  last_day text not null check (length(last_day) = 10),
  reason text not null,
  gone bigint not null check (gone in (0, 1)),
  at bigint not null,
  record bigint not null references record (id),
  primary key (id, edition)
);

create table cycle (
  frequency text not null check (frequency in ('monthly', 'quarterly', 'half_yearly', 'annual')),
  edition bigint not null check (edition >= 1),
  enter_days bigint not null,
  remind_days text not null,
  check_from_day bigint not null,
  check_to_day bigint not null,
  run_months bigint not null,
  run_day bigint not null,
  run_midnight text not null check (run_midnight in ('ends_day', 'begins_day')),
  outside_check_week text not null check (outside_check_week in ('warn', 'refuse')),
  unchecked text not null check (unchecked in ('report', 'hold')),
  at bigint not null,
  record bigint not null references record (id),
  primary key (frequency, edition)
);

create table committee (
  id bigint not null check (id >= 1),
  edition bigint not null check (edition >= 1),
  name text not null,
  period text not null,
  day text not null check (length(day) = 10),
  gone bigint not null check (gone in (0, 1)),
  at bigint not null,
  record bigint not null references record (id),
  primary key (id, edition)
);

-- What the clock has brought about: the key refuses a second time.
create table happened (
  job text not null,
  subject text not null,
  due bigint not null,
  at bigint not null,
  primary key (job, subject, due)
);
create index happened_due on happened (due);

create table mail (
  id bigint not null primary key,
  key text not null unique,
  person text not null,
  address text not null,
  subject text not null,
  plain text not null,
  html text not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'bounced')),
  tries bigint not null,
  next_try bigint not null,
  problem text not null,
  at bigint not null,
  sent_at bigint
);
create index mail_waiting on mail (next_try) where state = 'waiting';

create table entry (
  indicator bigint not null references indicator (id),
  period text not null check (length(period) between 14 and 16 and substr(period, 8, 5) = '-01/P'),
  edition bigint not null check (edition >= 1),
  stage text not null check (stage in ('entered', 'returned', 'checked', 'reported')),
  kind text not null check (kind in ('figure', 'late', 'correction')),
  state text not null check (state in ('given', 'delayed', 'not_applicable', 'suppressed')),
  standing text not null check (standing in ('final', 'revised', 'provisional', 'unchecked')),
  value bigint,
  numerator bigint,
  denominator bigint,
  note text not null,
  next text not null,
  back_on text check (length(back_on) = 10),
  expected_on text check (length(expected_on) = 10),
  reason text not null,
  answers text not null,
  said text not null,
  entered_by text not null,
  by_person text not null,
  computed bigint not null check (computed in (0, 1)),
  at bigint not null,
  record bigint not null references record (id),
  primary key (indicator, period, edition),
  check (state = 'given' or (value is null and numerator is null and denominator is null)),
  check (state <> 'given' or value is not null or numerator is not null)
);
create index entry_by_period on entry (period);
create index entry_by_record on entry (record);

create table draft (
  person text not null,
  indicator bigint not null references indicator (id),
  period text not null,
  typed text not null,
  at bigint not null,
  primary key (person, indicator, period)
);

create table opened (
  person text not null,
  indicator bigint not null references indicator (id),
  period text not null,
  edition bigint not null,
  at bigint not null,
  primary key (person, indicator, period, edition)
);

create table evidence (
  id text not null primary key,
  indicator bigint not null references indicator (id),
  period text not null,
  name text not null,
  type text not null,
  bytes bigint not null,
  fingerprint text not null,
  by_person text not null,
  removed_at bigint,
  at bigint not null,
  record bigint not null references record (id)
);
create index evidence_of_period on evidence (indicator, period);

create table reopening (
  id bigint not null check (id >= 1),
  edition bigint not null check (edition >= 1),
  indicator bigint not null references indicator (id),
  period text not null,
  ends bigint not null,
  stage text not null check (stage in ('asked', 'open', 'refused')),
  reason text not null,
  asked_by text not null,
  decided_by text not null,
  said text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (id, edition)
);

create table formula (
  indicator bigint not null references indicator (id),
  edition bigint not null check (edition >= 1),
  expression text not null,
  reason text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (indicator, edition)
);

create table proposal (
  id bigint not null check (id >= 1),
  edition bigint not null check (edition >= 1),
  kind text not null check (kind in ('definition', 'target')),
  indicator bigint not null references indicator (id),
  year bigint,
  stage text not null check (stage in ('proposed', 'agreed', 'refused', 'withdrawn')),
  content text not null,
  answers text not null,
  reason text not null,
  proposed_by text not null,
  decided_by text not null,
  said text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (id, edition)
);

create table control_check (
  indicator bigint not null references indicator (id),
  edition bigint not null check (edition >= 1),
  checked_on text not null check (length(checked_on) = 10),
  result text not null check (result in ('sound', 'improve', 'unsound')),
  said text not null,
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (indicator, edition)
);
