-- The schema of a Goldenthread database, on SQLite and PostgreSQL alike. A test builds both from nothing and compares them with
-- this page, which is for reading: migrations/ makes the tables.
--
-- Facts are added, never overwritten. A change is the next edition of its key, numbered from 1 without gaps. `at` is the moment from
-- which an edition counts (seconds since 1970, universal time; it never goes back within a key) and `record` the row of the
-- record that brought it in. What was known at a moment is: at <= moment and record <= the newest record then.
-- Dates are ISO text; yes and no are 1 and 0.

-- Who did what, when. Every change writes one row in its own transaction; each row carries the hash of the one before it
-- (SHA-256), so that nothing is changed, removed or slipped in unseen. The newest number is the version of everything stored.
-- `key` is the writer's own: a repeated request carries the same one and is done only once.
create table record (
  id bigint not null primary key,
  at bigint not null,
  who text not null,
  what text not null,
  subject text not null,
  detail text not null,
  key text not null unique,
  previous text not null,
  hash text not null check (length(hash) = 64)
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

-- An indicator stands on a priority, of one or several frameworks; `gone` ends it.
create table line (
  indicator bigint not null references indicator (id),
  priority text not null,
  edition bigint not null check (edition >= 1),
  gone bigint not null check (gone in (0, 1)),
  at bigint not null,
  record bigint not null references record (id),
  primary key (indicator, priority, edition)
);

-- What an indicator was in a period. `value`, `numerator` and `denominator` are whole ten-thousandths; a figure that is missing has
-- a state and none of them. Periods are ISO 8601: 2025-04-01/P3M.
create table figure (
  indicator bigint not null references indicator (id),
  period text not null check (length(period) between 14 and 16 and substr(period, 8, 5) = '-01/P'),
  edition bigint not null check (edition >= 1),
  state text not null check (state = 'given' or state = 'delayed' or state = 'not_applicable' or state = 'suppressed'),
  standing text not null check (standing = 'final' or standing = 'revised' or standing = 'provisional'),
  value bigint,
  numerator bigint,
  denominator bigint,
  note text not null,
  reason text not null,
  entered_by text not null,
  expected_on text check (length(expected_on) = 10),
  at bigint not null,
  record bigint not null references record (id),
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

-- Which changes of the schema this database has been through. The program keeps it itself.
create table migration (
  number bigint not null primary key,
  name text not null,
  at bigint not null
);
