-- The schema of a Goldenthread database, on SQLite and PostgreSQL alike. A test builds both from nothing and compares them with
-- this page, which is for reading: migrations/ makes the tables.
--
-- Facts are added, never overwritten. A change is the next edition of its key, numbered from 1 without gaps. `at` is the moment from
-- which an edition counts (seconds since 1970, universal time; it never goes back within a key) and `record` the row of the
-- record that brought it in. What was known at a moment is: at <= moment and record <= the newest record then.
-- Dates are ISO text; yes and no are 1 and 0.

-- Who did what, when. Every change writes one row in its own transaction; each row carries the hash of the one before it
-- (SHA-256), so that nothing is changed, removed or slipped in unseen.
-- `key` is the writer's own: a repeated request carries the same one and is done only once. `moves` is 1 when what everybody reads
-- moved with it, and `sealed` the seal of its particulars.
create table record (
  id bigint not null primary key,
  at bigint not null,
  who text not null,
  what text not null,
  subject text not null,
  detail text not null,
  key text not null unique,
  previous text not null,
  hash text not null check (length(hash) = 64),
  moves bigint not null,
  sealed text not null
);

-- The council's settings: its name, its GSS code, its tolerance …
create table setting (
  name text not null,
  edition bigint not null check (edition >= 1),
  value text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (name, edition)
);

-- The rules by which status is given: for the whole council (`council`), or for one kind of indicator. `steps` is the rule itself,
-- as in the workbook: "green if on_target; amber if within_tolerance; red". An edition counts for periods that end on `applies_from`
-- or later; one that is `gone` gives way to the council's rule, or to the usual one. `authority`: at whose word.
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

-- Directorates, and services within them (`part_of`). `place` is the order in which they are shown.
create table unit (
  code text not null,
  edition bigint not null check (edition >= 1),
  kind text not null check (kind in ('directorate', 'service')),
  name text not null,
  part_of text not null,
  head text not null,
  place bigint not null,
  gone bigint not null check (gone in (0, 1)),
  at bigint not null,
  record bigint not null references record (id),
  primary key (code, edition),
  check (kind = 'service' or part_of = '')
);

-- People in their roles. A code is never reused; `gone` says that someone has left.
create table person (
  code text not null,
  edition bigint not null check (edition >= 1),
  name text not null,
  job text not null,
  email text not null,
  role text not null check (role in ('officer', 'service_manager', 'head_of_service', 'corporate_leadership', 'portfolio_member',
                                     'scrutiny_member', 'performance_team', 'internal_audit', 'administrator')),
  unit text not null,
  gone bigint not null check (gone in (0, 1)),
  at bigint not null,
  record bigint not null references record (id),
  primary key (code, edition)
);

-- The permanent identity of an indicator. What is said of it is its definition.
create table indicator (
  id bigint not null primary key check (id >= 1),
  at bigint not null,
  record bigint not null references record (id)
);

-- What an indicator means, in editions. `multiplier`, `no_change_within`, `least`, `most`, `baseline` and the tolerance's numbers
-- are whole ten-thousandths.
create table definition (
  indicator bigint not null references indicator (id),
  edition bigint not null check (edition >= 1),
  applies_from text not null check (length(applies_from) = 10),
  ends text check (length(ends) = 10),
  breaks_series bigint not null check (breaks_series in (0, 1)),
  reason text not null,
  code text not null check (code <> ''),
  title text not null check (title <> ''),
  meaning text not null,
  why_it_matters text not null,
  formula text not null,
  numerator_label text not null,
  denominator_label text not null,
  unit text not null,
  decimals bigint not null check (decimals between 0 and 4),
  kind text not null check (kind in ('core', 'service', 'organisational_health', 'contextual', 'place_based', 'management')),
  health_theme text not null,
  polarity text not null check (polarity in ('high_good', 'low_good', 'in_range', 'neutral')),
  frequency text not null check (frequency in ('monthly', 'quarterly', 'half_yearly', 'annual')),
  aggregation text not null check (aggregation in ('sum', 'ratio', 'weighted_mean', 'snapshot', 'mean_of_snapshots', 'max', 'min',
                                                   'median', 'percentile')),
  submitted text not null check (submitted in ('in_period', 'cumulative', 'rolling_12', 'cumulative_over_annual')),
  judged text not null check (judged in ('in_period', 'year_to_date', 'rolling_12')),
  multiplier bigint not null,
  comparator text not null check (comparator in ('previous', 'same_period_last_year', 'same_point_last_year', 'baseline')),
  no_change_within bigint not null,
  least bigint,
  most bigint,
  baseline bigint,
  baseline_note text not null,
  tolerance_kind text check (tolerance_kind in ('relative', 'absolute', 'explicit')),
  tolerance_size bigint,
  tolerance_well_above bigint,
  source text not null,
  caveats text not null,
  statutory_return text not null,
  tags text not null,
  perspective text not null,
  portfolio text not null,
  service text not null,
  owner text not null,
  checker text not null,
  deputy text not null,
  published bigint not null check (published in (0, 1)),
  at bigint not null,
  record bigint not null references record (id),
  computed_from text not null,  -- the formula by which it follows from other indicators; empty: it is entered
  direction_method text not null check (direction_method in ('two_point', 'spc', 'regression', 'trend_marker')),
  primary key (indicator, edition),
  check ((tolerance_kind is null) = (tolerance_size is null)),
  check (tolerance_well_above is null or tolerance_kind is not null)
);

-- Where an indicator comes from: it was split from, merged from or replaces another (`origin`).
create table lineage (
  indicator bigint not null references indicator (id),
  origin bigint not null references indicator (id),
  kind text not null check (kind in ('split_from', 'merged_from', 'replaces', 'renumbered', 'moved')),
  happened_on text not null check (length(happened_on) = 10),
  reason text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (indicator, origin, kind)
);

-- Where an indicator's process chart begins afresh, for a reason: from the period that holds `starts_on` on, average and limits are
-- worked out anew. `gone` says that it was taken back, and then `reason` says why.
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

-- A target for an indicator and the financial year that begins in `year`. Numbers are whole ten-thousandths.
create table target (
  indicator bigint not null references indicator (id),
  year bigint not null check (year between 1900 and 2200),
  edition bigint not null check (edition >= 1),
  kind text not null check (kind in ('flat', 'linear', 'profile', 'explicit', 'range', 'trajectory')),
  value bigint,
  low bigint,
  high bigint,
  baseline bigint,
  minimum bigint,
  stretch bigint,
  tolerance_kind text check (tolerance_kind in ('relative', 'absolute', 'explicit')),
  tolerance_size bigint,
  tolerance_well_above bigint,
  rationale text not null,
  reason text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (indicator, year, edition),
  check ((tolerance_kind is null) = (tolerance_size is null)),
  check (tolerance_well_above is null or tolerance_kind is not null)
);

-- The weights of a profile, or the values of an explicit target, period by period; `place` 1 is the first of the year.
create table target_period (
  indicator bigint not null,
  year bigint not null,
  edition bigint not null,
  place bigint not null check (place between 1 and 12),
  value bigint not null,
  primary key (indicator, year, edition, place),
  foreign key (indicator, year, edition) references target (indicator, year, edition)
);

-- A framework of the plan; its levels, top first, stand in framework_level.
create table framework (
  code text not null check (code <> ''),
  edition bigint not null check (edition >= 1),
  name text not null,
  place bigint not null,
  gone bigint not null check (gone in (0, 1)),
  at bigint not null,
  record bigint not null references record (id),
  primary key (code, edition)
);

-- The levels of a framework in the council's own words: vision, commitment, service plan.
create table framework_level (
  framework text not null,
  edition bigint not null,
  place bigint not null check (place >= 1),
  name text not null,
  primary key (framework, edition, place),
  foreign key (framework, edition) references framework (code, edition)
);

-- What stands on a level of a framework: a vision, commitment, outcome, objective.
create table priority (
  code text not null check (code <> ''),
  edition bigint not null check (edition >= 1),
  framework text not null,
  level text not null,
  title text not null,
  part_of text not null,
  director text not null,
  meaning text not null,
  place bigint not null,
  gone bigint not null check (gone in (0, 1)),
  at bigint not null,
  record bigint not null references record (id),
  primary key (code, edition)
);

-- An indicator stands on a priority, of one or several frameworks; `gone` ends it. With `applies_from` it begins, or ends, on that day.
create table line (
  indicator bigint not null references indicator (id),
  priority text not null,
  edition bigint not null check (edition >= 1),
  gone bigint not null check (gone in (0, 1)),
  at bigint not null,
  record bigint not null references record (id),
  applies_from text check (length(applies_from) = 10),
  primary key (indicator, priority, edition)
);

-- What an indicator was in a period. `value`, `numerator` and `denominator` are whole ten-thousandths; a figure that is missing has
-- a state and none of them. `deviation` is the standard deviation of the single cases of an average, where it is known, in whole
-- ten-thousandths too. `added_up` says that it is the figure of the councils before this one, added up: 'exact' of whole councils,
-- 'apportioned' with a part of one, 'incomplete' when one has none, 'not_reaggregable' when it cannot be. Periods are ISO 8601:
-- 2025-04-01/P3M.
create table figure (
  indicator bigint not null references indicator (id),
  period text not null check (length(period) between 14 and 16 and substr(period, 8, 5) = '-01/P'),
  edition bigint not null check (edition >= 1),
  state text not null check (state = 'given' or state = 'delayed' or state = 'not_applicable' or state = 'suppressed'),
  standing text not null check (standing = 'final' or standing = 'revised' or standing = 'provisional' or standing = 'unchecked'),
  value bigint,
  numerator bigint,
  denominator bigint,
  note text not null,
  reason text not null,
  entered_by text not null,
  expected_on text check (length(expected_on) = 10),
  at bigint not null,
  record bigint not null references record (id),
  deviation bigint check (deviation >= 0),
  added_up text not null default '' check (added_up = '' or added_up = 'exact' or added_up = 'apportioned' or added_up = 'incomplete' or added_up = 'not_reaggregable'),
  primary key (indicator, period, edition),
  check (state = 'given' or (value is null and numerator is null and denominator is null)),
  check (state <> 'given' or value is not null or numerator is not null)
) -- on SQLite: without rowid
;

-- Areas of England by GSS code.
create table area (
  code text not null check (code <> ''),
  edition bigint not null check (edition >= 1),
  name text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (code, edition)
);

-- What other areas were, from published files: doubles, kept apart from the council's own figures.
create table comparator_figure (
  indicator text not null,
  measure text not null,
  unit text not null,
  area text not null,
  period text not null check (length(period) between 14 and 16 and substr(period, 8, 5) = '-01/P'),
  edition bigint not null check (edition >= 1),
  value double precision,
  symbol text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (indicator, measure, unit, area, period, edition),
  check (value is not null or symbol <> '')
) -- on SQLite: without rowid
;

-- What a record says that may have to be erased one day: from where, on whose authority, what before and after. The record keeps
-- only their seal (SHA-256 over salt and texts); when they are erased the texts are empty, `erased_at` is set and the chain holds.
create table particulars (
  record bigint not null primary key references record (id),
  salt text not null,
  place text not null,
  authority text not null,
  was text not null,
  became text not null,
  erased_at bigint
);

-- By what a person signs in. `password` is an argon2id hash, `factor` the second factor, encrypted by the server's own key, and
-- `factor_step` the newest step of it that was used, so that no code works twice. Changed in place: a password's past is not kept.
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

-- Codes that stand in for a lost second factor, each once. Only their fingerprints (SHA-256) are kept.
create table recovery_code (
  person text not null references account (person),
  fingerprint text not null,
  used_at bigint,
  primary key (person, fingerprint)
);

-- Links by mail that work once: an invitation, a new password, the first administrator. Only their fingerprints are kept.
create table sign_in_link (
  fingerprint text not null primary key,
  person text not null,
  purpose text not null check (purpose in ('invitation', 'reset', 'first')),
  ends bigint not null,
  used_at bigint,
  at bigint not null
);

-- Who is signed in, from where and in what browser. `fingerprint` is of the cookie, which is kept nowhere. Rows go when it ends.
create table session (
  fingerprint text not null primary key,
  person text not null,
  began bigint not null,
  seen bigint not null,
  ends bigint not null,
  place text not null,
  browser text not null
);

-- By what a program acts as a person does; only the fingerprint of each token is kept.
create table api_token (
  fingerprint text not null primary key,
  person text not null,
  name text not null,
  ends bigint not null,
  used_at bigint,
  at bigint not null
);

-- Who tried to sign in, by name and from where, so that guessing is slowed. Kept for days.
create table sign_in_attempt (
  id bigint not null primary key,
  name text not null,
  place text not null,
  worked bigint not null check (worked in (0, 1)),
  at bigint not null
);

-- What a person has chosen for the own use, such as which letters come.
create table preference (
  person text not null,
  name text not null,
  value text not null,
  primary key (person, name)
);

-- What a person reaches beside the own unit: another service or directorate, or a portfolio. `gone` takes it back.
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

-- Deputies: from the first day to the last, `deputy` may do with figures what `person` may. `gone` ends it before its time.
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

-- The cycle of each frequency: for how many days after a period one enters, on which days reminders go, from which day to which one
-- checks, and in which month and on which day after the period, at which midnight, the reports run.
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

-- When the targets of a coming year are set, the same days every year, as month and day: a day past a month's last is its last.
create table target_calendar (
  edition bigint not null check (edition >= 1),
  opens text not null check (length(opens) = 5),
  challenge_from text not null check (length(challenge_from) = 5),
  agreed_by text not null check (length(agreed_by) = 5),
  seals text not null check (length(seals) = 5),
  at bigint not null,
  record bigint not null references record (id),
  primary key (edition)
);

-- The days on which committees meet, for the calendar.
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

-- What the clock has brought about, and when it was due: the key refuses a second time.
create table happened (
  job text not null,
  subject text not null,
  due bigint not null,
  at bigint not null,
  primary key (job, subject, due)
);

-- Letters on their way. `key` makes each go out only once; `tries`, `next_try` and `problem` tell of an unreachable mail server.
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
  sent_at bigint,
  attached text not null default ''  -- the address of the PDF that goes along, made when the letter goes; empty: none
);

-- A figure on its way to being reported, in editions: entered, returned or checked, then reported, when `figure` has it too. `value`,
-- `numerator`, `denominator` and `deviation` are whole ten-thousandths. `answers` are the reasons given for warnings, `said` is the checker's
-- word, `entered_by` who entered the number, `by_person` who made this edition.
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
  deviation bigint check (deviation >= 0),
  primary key (indicator, period, edition),
  check (state = 'given' or (value is null and numerator is null and denominator is null)),
  check (state <> 'given' or value is not null or numerator is not null)
);

-- What someone has typed and not yet entered. Each person has the own, and it goes when the figure is entered.
create table draft (
  person text not null,
  indicator bigint not null references indicator (id),
  period text not null,
  typed text not null,
  at bigint not null,
  primary key (person, indicator, period)
);

-- Which edition of a figure a checker has had open: a batch can be approved only after each has been seen.
create table opened (
  person text not null,
  indicator bigint not null references indicator (id),
  period text not null,
  edition bigint not null,
  at bigint not null,
  primary key (person, indicator, period, edition)
);

-- Files behind a figure. They lie in the data folder under `id`; `fingerprint` (SHA-256) says that they are still what came in.
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

-- A closed window opened again for one figure: who asked and why, who decided, and when it closes again.
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

-- A new definition or target that waits to be agreed: what, why, the answers to the questions asked of it, and who decided.
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

-- A change of the indicator set of the year that begins in `year`, proposed in its review: what, why, and who decided. Only what is
-- agreed when the set is sealed is carried out.
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

-- The set of a year was sealed: everything agreed was carried out together, once, by the record that this row names.
create table set_seal (
  year bigint not null primary key check (year between 1900 and 2200),
  reason text not null check (reason <> ''),
  authority text not null check (authority <> ''),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id)
);

-- Internal audit's check of an indicator: is its figure sound?
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

-- Which changes of the schema this database has been through. The program keeps it itself.
create table migration (
  number bigint not null primary key,
  name text not null,
  at bigint not null
);

-- A target that is proposed for a year still to come. Each step (proposed, returned, agreed, withdrawn) is an edition; it counts once the
-- round is sealed.
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

-- What somebody asks of a proposed target, or answers, in order.
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

-- The years whose targets are sealed: by whom (goldenthread: the clock) and when. From then on the agreed targets stand in table target.
create table target_seal (
  year bigint not null,
  sealed_by text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (year)
);

-- On how many days of a month the page of an indicator was opened by somebody signed in; `newest_day`: the last of them, so that a day
-- counts once. It does not say who.
create table page_days (
  indicator bigint not null references indicator (id),
  month text not null check (length(month) = 7),
  days bigint not null check (days >= 1),
  newest_day text not null check (length(newest_day) = 10),
  primary key (indicator, month)
);

-- What is read together, for whom and how often, in sections. The shipped packs stand in the program until the council changes them.
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
  lists text not null default '',
  primary key (code, edition)
);

-- Who hears of published reports beside the roles of their packs: people of the council (their codes) and outside addresses, one a line.
-- `report_pack.lists` holds the numbers of those that a pack has. Addresses are emptied when an edition was replaced long ago (erasure).
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

-- A report as it was run: the moment it looks back from, and of a second run why, who asked and who agreed.
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

-- What an edition shows, in its full and its public form, as JSON with the SHA-256 of its bytes: as it ran, and with the words written
-- for it as it was signed off.
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

-- The review of an edition: comments, signed off, published.
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

-- Words that a person writes for a report of a period, where the pack has room for them, in editions. Exempt: the paragraph of Schedule
-- 12A under which they are not public; 0: they are.
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

-- That a report is run again: asked for, approved or refused by another person. Each step is an edition.
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

-- An authority as the national register has it: its tier and region, from when to when it was (`ends`: the first day on which it was no more), the
-- codes of what came after it, and other names and codes by which it goes; lists with line ends between.
create table authority (
  code text not null check (code <> ''),
  edition bigint not null check (edition >= 1),
  name text not null check (name <> ''),
  tier text not null check (tier in ('district', 'unitary', 'metropolitan', 'london', 'county', 'combined', 'elsewhere')),
  nation text not null,
  region text not null,
  starts text check (length(starts) = 10),
  ends text check (length(ends) = 10),
  successors text not null,
  names text not null,
  codes text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (code, edition)
);

-- Wards and other small areas, each within an authority (`within`, its code): for maps and figures of the council's own. A row for each
-- edition of each; from `starts` until the day before `ends`.
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

-- A file of published figures that was brought in: whence, under which licence, how many values it had and how many were taken. The figures lie in
-- the Parquet file `kept` in the folder comparators, whose SHA-256 is `fingerprint`. The newest load of a data set is the one that is read. `years`, `whole_period` and `dictionary` are what
-- whoever brought it in said and the file did not: the kind of its years, the period of all its figures, the publisher's dictionary of measures. `small`: its figures are of wards or other small areas alone.
-- `plain_year` is a year such as 2024 of which neither the file nor whoever brought it in said what it means.
create table published_load (
  number bigint not null primary key check (number >= 1),
  data_set text not null check (data_set <> ''),
  publisher text not null,
  licence text not null check (licence <> ''),
  published text check (length(published) = 10),
  file text not null,
  kept text not null check (kept <> ''),
  fingerprint text not null check (length(fingerprint) = 64),
  found bigint not null,
  taken bigint not null check (taken >= 1 and taken <= found),
  remarks text not null,
  at bigint not null,
  record bigint not null references record (id),
  years text not null default 'as_written' check (years in ('as_written', 'calendar', 'financial', 'academic')),
  whole_period text not null default '',
  dictionary text not null default '',
  plain_year text not null default '',
  small bigint not null default 0 check (small in (0, 1))
);
create index published_load_of_set on published_load (data_set, number);

-- What a load counts. `polarity`: which way is better, where the file says so.
create table published_indicator (
  load bigint not null references published_load (number),
  place bigint not null check (place >= 1),
  title text not null check (title <> ''),
  unit text not null,
  polarity text check (polarity in ('high_good', 'low_good', 'in_range', 'neutral')),
  primary key (load, place)
);

-- How many values of a load were not taken, under each reason, with the row, column and content of the first, and what can be done about it.
-- No column: the whole row is meant, or the load is older than the column.
create table published_left_out (
  load bigint not null references published_load (number),
  reason text not null check (reason <> ''),
  found bigint not null check (found >= 1),
  first_row bigint not null,
  example text not null,
  first_column text not null default '',
  to_do text not null default '',
  primary key (load, reason)
);

-- The Parquet file of a load, in base64 and in parts, for the servers that use this database and have not got it, and for its backups.
create table published_part (
  fingerprint text not null check (length(fingerprint) = 64),
  part bigint not null check (part >= 1),
  bytes text not null check (bytes <> ''),
  primary key (fingerprint, part)
);

-- A list of neighbours that was brought in (CIPFA's, a department's, the council's own). A list of the same name is its next edition.
-- It holds from `starts` until the day before `ends`, where that is said.
create table comparator_group (
  name text not null check (name <> ''),
  edition bigint not null check (edition >= 1),
  source text not null,
  at bigint not null,
  record bigint not null references record (id),
  starts text check (length(starts) = 10),
  ends text check (length(ends) = 10),
  primary key (name, edition)
);

-- Whose neighbours, in their order: codes of areas. `because`: in what they are near, a line each, where that is known.
create table comparator_group_member (
  group_name text not null,
  edition bigint not null,
  subject text not null check (subject <> ''),
  place bigint not null check (place >= 1),
  member text not null check (member <> ''),
  because text not null default '',
  primary key (group_name, edition, subject, place),
  foreign key (group_name, edition) references comparator_group (name, edition)
);

-- Money of a directorate or service in a month ("2025-04-01/P1M"), in editions: what may be spent, was spent, is ordered and not yet
-- paid, and is expected, in whole ten-thousandths of a pound that come to whole pennies. What comes in is below zero; null: not told.
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

-- The features that a computed list of neighbours was made from: published indicators, each with its weight in ten-thousandths.
create table computed_group_feature (
  group_name text not null,
  edition bigint not null,
  place bigint not null check (place >= 1),
  data_set text not null check (data_set <> ''),
  title text not null check (title <> ''),
  weight bigint not null check (weight > 0),
  scale text not null check (scale in ('as_is', 'logarithm')),
  primary key (group_name, edition, place),
  foreign key (group_name, edition) references comparator_group (name, edition)
);

-- Which of the council's indicators stands beside which published one, whichever file of the data set is the newest; and whether the two
-- are like with like (`differs` says how not). `compare_with` is a group as in an address: "tier", "list:CIPFA 2024". `gone`: taken back.
create table indicator_mapping (
  indicator bigint not null references indicator (id),
  edition bigint not null check (edition >= 1),
  gone bigint not null check (gone in (0, 1)),
  data_set text not null check (data_set <> ''),
  title text not null check (title <> ''),
  same_definition bigint not null check (same_definition in (0, 1)),
  same_years bigint not null check (same_years in (0, 1)),
  differs text not null,
  compare_with text not null check (compare_with <> ''),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (indicator, edition),
  check (differs <> '' or (same_definition = 1 and same_years = 1))
);

-- What a plain year such as 2024 means in a data set, or in one of its published indicators (`title`; empty: in all others): the calendar
-- year, or a financial or academic year that begins (from) or ends (to) in it.
create table year_meaning (
  data_set text not null check (data_set <> ''),
  title text not null,
  edition bigint not null check (edition >= 1),
  meaning text not null check (meaning in ('calendar', 'financial_from', 'financial_to', 'academic_from', 'academic_to')),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (data_set, title, edition)
);

-- Where the counts behind a published share or rate are: the published indicators of the same data set that hold the cases and what they
-- are out of. No `cases`: taken back.
create table published_counts (
  data_set text not null check (data_set <> ''),
  title text not null check (title <> ''),
  edition bigint not null check (edition >= 1),
  measure text not null check (measure in ('share', 'rate')),
  cases text not null,
  out_of text not null check (out_of <> ''),
  multiplier bigint not null check (multiplier >= 1),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (data_set, title, edition)
);

-- The council's own words on how it compares in a published indicator, by period. Empty words: taken back.
create table comparison_words (
  data_set text not null check (data_set <> ''),
  title text not null check (title <> ''),
  period text not null check (length(period) between 14 and 16),
  edition bigint not null check (edition >= 1),
  words text not null,
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (data_set, title, period, edition)
);

-- A file of boundaries that was brought in. Maps use the newest set of a name. `dated`: the day whose boundaries they are; `small`: wards
-- and the like, which lie within authorities; `unmatched`: codes, a line each, that the register of authorities does not have.
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

-- The outline of an area on the British National Grid, in whole metres: for each point the steps east and north from the one before, and how
-- much it matters, in metres; rings apart by "/". `within`: the authority that a small area lies in.
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

-- What of a file of boundaries was not taken: the feature's place in the file, and why.
create table boundary_left_out (
  boundary_set bigint not null references boundary_set (number),
  place bigint not null check (place >= 1),
  code text not null,
  name text not null,
  reason text not null check (reason <> ''),
  primary key (boundary_set, place)
);

-- A view of the explorer that somebody saved: its address with everything chosen in it. `seen_by`: nobody when it was taken away.
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

-- The key by which the council asks LG Inform Plus. The secret is sealed under the server's own key. Both empty: taken away.
create table lg_inform_key (
  edition bigint not null primary key check (edition >= 1),
  application_key text not null,
  sealed_secret text not null,
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  check ((application_key = '') = (sealed_secret = ''))
);

-- What is fetched from LG Inform Plus as one data set: metric types by number, a line each; of which councils ('england', or 'list:' and a list of
-- neighbours); the newest so many periods; how often. `gone`: fetched no more.
create table lg_inform_choice (
  data_set text not null check (data_set <> ''),
  edition bigint not null check (edition >= 1),
  gone bigint not null check (gone in (0, 1)),
  metric_types text not null check (metric_types <> ''),
  areas text not null check (areas <> ''),
  periods bigint not null check (periods between 1 and 40),
  licence text not null check (licence <> ''),
  fetched_every text not null check (fetched_every in ('asked', 'week', 'four_weeks', 'quarter')),
  by_person text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (data_set, edition)
);

-- Each fetch of a data set (an empty one: of the list of metric types) and what became of it. `next_try`: before it nobody takes it up; while it is
-- being fetched, until when it is one server's. `load` is what it brought.
create table lg_inform_fetch (
  id bigint not null primary key check (id >= 1),
  data_set text not null,
  due bigint not null,
  state text not null check (state in ('waiting', 'fetching', 'done', 'failed')),
  tries bigint not null check (tries >= 0),
  next_try bigint not null,
  problem text not null,
  load bigint references published_load (number),
  by_person text not null,
  ended bigint,
  unique (data_set, due),
  check ((state in ('done', 'failed')) = (ended is not null))
);

-- What LG Inform Plus can count, as it last said. Nothing rests on it: it can be fetched anew.
create table lg_inform_metric_type (
  metric_type text not null primary key check (metric_type <> ''),
  label text not null check (label <> ''),
  polarity text not null,
  security text not null
);
