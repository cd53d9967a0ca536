-- Everything stored, on SQLite and PostgreSQL alike. docs/schema.sql says what each table is for.
-- A line behind "-- sqlite: " counts on SQLite only: there a table is kept in the order of its key.

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

create table setting (
  name text not null,
  edition bigint not null check (edition >= 1),
  value text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (name, edition)
);

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

create table indicator (
  id bigint not null primary key check (id >= 1),
  at bigint not null,
  record bigint not null references record (id)
);

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

create table target_period (
  indicator bigint not null,
  year bigint not null,
  edition bigint not null,
  place bigint not null check (place between 1 and 12),
  value bigint not null,
  primary key (indicator, year, edition, place),
  foreign key (indicator, year, edition) references target (indicator, year, edition)
);

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

create table framework_level (
  framework text not null,
  edition bigint not null,
  place bigint not null check (place >= 1),
  name text not null,
  primary key (framework, edition, place),
  foreign key (framework, edition) references framework (code, edition)
);

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

create table line (
  indicator bigint not null references indicator (id),
  priority text not null,
  edition bigint not null check (edition >= 1),
  gone bigint not null check (gone in (0, 1)),
  at bigint not null,
  record bigint not null references record (id),
  primary key (indicator, priority, edition)
);

-- Its checks are written with "or": for each "in" of each row SQLite would build a table in memory, which halved the speed of imports.
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
  primary key (indicator, period, edition),
  check (state = 'given' or (value is null and numerator is null and denominator is null)),
  check (state <> 'given' or value is not null or numerator is not null)
) -- sqlite: without rowid
;

create table area (
  code text not null check (code <> ''),
  edition bigint not null check (edition >= 1),
  name text not null,
  at bigint not null,
  record bigint not null references record (id),
  primary key (code, edition)
);

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
) -- sqlite: without rowid
;
