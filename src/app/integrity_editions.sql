-- What `goldenthread check` asks of everything that is kept in editions: they are numbered without a gap, and none is older than the one
-- before. Each query lists what is wrong: no row means that all is well.

-- name: setting_editions
select 'setting ' || name, edition, expected
  from (select name, edition, at, row_number() over (partition by name order by edition) as expected,
               lag(at) over (partition by name order by edition) as before
          from setting) as kept
 where edition <> expected or at < before;

-- name: authority_editions
select 'authority ' || code, edition, expected
  from (select code, edition, at, row_number() over (partition by code order by edition) as expected,
               lag(at) over (partition by code order by edition) as before
          from authority) as kept
 where edition <> expected or at < before;

-- name: small_area_editions
select 'small area ' || code, edition, expected
  from (select code, edition, at, row_number() over (partition by code order by edition) as expected,
               lag(at) over (partition by code order by edition) as before
          from small_area) as kept
 where edition <> expected or at < before;

-- name: rating_rule_editions
select 'status rule of ' || scope, edition, expected
  from (select scope, edition, at, row_number() over (partition by scope order by edition) as expected,
               lag(at) over (partition by scope order by edition) as before
          from rating_rule) as kept
 where edition <> expected or at < before;

-- name: money_editions
select 'money of ' || unit || ' in ' || month, edition, expected
  from (select unit, month, edition, at, row_number() over (partition by unit, month order by edition) as expected,
               lag(at) over (partition by unit, month order by edition) as before
          from unit_money) as kept
 where edition <> expected or at < before;

-- name: report_pack_editions
select 'report pack ' || code, edition, expected
  from (select code, edition, at, row_number() over (partition by code order by edition) as expected,
               lag(at) over (partition by code order by edition) as before
          from report_pack) as kept
 where edition <> expected or at < before;

-- name: distribution_list_editions
select 'distribution list ' || cast(number as text), edition, expected
  from (select number, edition, at, row_number() over (partition by number order by edition) as expected,
               lag(at) over (partition by number order by edition) as before
          from distribution_list) as kept
 where edition <> expected or at < before;

-- name: report_editions
select 'report ' || pack || ' of ' || period, edition, expected
  from (select pack, period, edition, as_at, row_number() over (partition by pack, period order by edition) as expected,
               lag(as_at) over (partition by pack, period order by edition) as before
          from report_edition) as kept
 where edition <> expected or as_at < before;

-- name: report_words_editions
select 'words of report ' || pack || ' of ' || period || ' at ' || slot, edition, expected
  from (select pack, period, slot, edition, at, row_number() over (partition by pack, period, slot order by edition) as expected,
               lag(at) over (partition by pack, period, slot order by edition) as before
          from report_words) as kept
 where edition <> expected or at < before;

-- name: report_step_editions
select 'review of report ' || pack || ' of ' || period || ' (edition ' || cast(edition as text) || '): step', number, expected
  from (select pack, period, edition, number, at, row_number() over (partition by pack, period, edition order by number) as expected,
               lag(at) over (partition by pack, period, edition order by number) as before
          from report_step) as kept
 where number <> expected or at < before;

-- name: unit_editions
select 'unit ' || code, edition, expected
  from (select code, edition, at, row_number() over (partition by code order by edition) as expected,
               lag(at) over (partition by code order by edition) as before
          from unit) as kept
 where edition <> expected or at < before;

-- name: person_editions
select 'person ' || code, edition, expected
  from (select code, edition, at, row_number() over (partition by code order by edition) as expected,
               lag(at) over (partition by code order by edition) as before
          from person) as kept
 where edition <> expected or at < before;

-- name: framework_editions
select 'framework ' || code, edition, expected
  from (select code, edition, at, row_number() over (partition by code order by edition) as expected,
               lag(at) over (partition by code order by edition) as before
          from framework) as kept
 where edition <> expected or at < before;

-- name: priority_editions
select 'priority ' || code, edition, expected
  from (select code, edition, at, row_number() over (partition by code order by edition) as expected,
               lag(at) over (partition by code order by edition) as before
          from priority) as kept
 where edition <> expected or at < before;

-- name: line_editions
select 'indicator ' || cast(indicator as text) || ' on priority ' || priority, edition, expected
 
  from (select indicator, priority, edition, at, row_number() over (partition by indicator, priority order by edition) as expected,
               lag(at) over (partition by indicator, priority order by edition) as before
          from line) as kept
 where edition <> expected or at < before;

-- name: definition_editions
select 'definition of indicator ' || cast(indicator as text), edition, expected
  from (select indicator, edition, at, row_number() over (partition by indicator order by edition) as expected,
               lag(at) over (partition by indicator order by edition) as before
          from definition) as kept
 where edition <> expected or at < before;

-- name: target_editions
select 'target of indicator ' || cast(indicator as text) || ' for ' || cast(year as text), edition, expected
 
  from (select indicator, year, edition, at, row_number() over (partition by indicator, year order by edition) as expected,
               lag(at) over (partition by indicator, year order by edition) as before
          from target) as kept
 where edition <> expected or at < before;

-- name: figure_editions
select 'figure of indicator ' || cast(indicator as text) || ' for ' || period, edition, expected
 
  from (select indicator, period, edition, at, row_number() over (partition by indicator, period order by edition) as expected,
               lag(at) over (partition by indicator, period order by edition) as before
          from figure) as kept
 where edition <> expected or at < before;

-- name: area_editions
select 'area ' || code, edition, expected
  from (select code, edition, at, row_number() over (partition by code order by edition) as expected,
               lag(at) over (partition by code order by edition) as before
          from area) as kept
 where edition <> expected or at < before;

-- name: comparator_figure_editions
select 'comparator figure of ' || indicator || ', ' || area || ', ' || period, edition, expected
 
  from (select indicator, measure, unit, area, period, edition, at, row_number() over (partition by indicator, measure, unit, area, period order by edition) as expected,
               lag(at) over (partition by indicator, measure, unit, area, period order by edition) as before
          from comparator_figure) as kept
 where edition <> expected or at < before;

-- name: reach_editions
select 'reach of ' || person || ' to ' || kind || ' ' || code, edition, expected
  from (select person, kind, code, edition, at, row_number() over (partition by person, kind, code order by edition) as expected,
               lag(at) over (partition by person, kind, code order by edition) as before
          from reach) as kept
 where edition <> expected or at < before;

-- name: cover_editions
select 'deputy number ' || cast(id as text), edition, expected
  from (select id, edition, at, row_number() over (partition by id order by edition) as expected,
               lag(at) over (partition by id order by edition) as before
          from cover) as kept
 where edition <> expected or at < before;

-- name: cycle_editions
select 'cycle of ' || frequency || ' periods', edition, expected
  from (select frequency, edition, at, row_number() over (partition by frequency order by edition) as expected,
               lag(at) over (partition by frequency order by edition) as before
          from cycle) as kept
 where edition <> expected or at < before;

-- name: target_calendar_editions
select 'calendar of targets', edition, expected
  from (select edition, at, row_number() over (order by edition) as expected, lag(at) over (order by edition) as before
          from target_calendar) as kept
 where edition <> expected or at < before;

-- name: committee_editions
select 'committee date ' || cast(id as text), edition, expected
  from (select id, edition, at, row_number() over (partition by id order by edition) as expected,
               lag(at) over (partition by id order by edition) as before
          from committee) as kept
 where edition <> expected or at < before;

-- name: entry_editions
select 'entry of indicator ' || cast(indicator as text) || ' for ' || period, edition, expected
  from (select indicator, period, edition, at, row_number() over (partition by indicator, period order by edition) as expected,
               lag(at) over (partition by indicator, period order by edition) as before
          from entry) as kept
 where edition <> expected or at < before;

-- name: reopening_editions
select 'reopening ' || cast(id as text), edition, expected
  from (select id, edition, at, row_number() over (partition by id order by edition) as expected,
               lag(at) over (partition by id order by edition) as before
          from reopening) as kept
 where edition <> expected or at < before;

-- name: proposal_editions
select 'proposal ' || cast(id as text), edition, expected
  from (select id, edition, at, row_number() over (partition by id order by edition) as expected,
               lag(at) over (partition by id order by edition) as before
          from proposal) as kept
 where edition <> expected or at < before;

-- name: rebase_editions
select 'fresh start of the chart of indicator ' || cast(indicator as text) || ' on ' || starts_on, edition, expected
  from (select indicator, starts_on, edition, at, row_number() over (partition by indicator, starts_on order by edition) as expected,
               lag(at) over (partition by indicator, starts_on order by edition) as before
          from rebase) as kept
 where edition <> expected or at < before;

-- name: mapping_editions
select 'mapping of indicator ' || cast(indicator as text), edition, expected
  from (select indicator, edition, at, row_number() over (partition by indicator order by edition) as expected,
               lag(at) over (partition by indicator order by edition) as before
          from indicator_mapping) as kept
 where edition <> expected or at < before;

-- name: year_meaning_editions
select 'meaning of years in ' || data_set || ' ' || title, edition, expected
  from (select data_set, title, edition, at, row_number() over (partition by data_set, title order by edition) as expected,
               lag(at) over (partition by data_set, title order by edition) as before
          from year_meaning) as kept
 where edition <> expected or at < before;

-- name: lg_inform_choice_editions
select 'what is fetched as ' || data_set, edition, expected
  from (select data_set, edition, at, row_number() over (partition by data_set order by edition) as expected,
               lag(at) over (partition by data_set order by edition) as before
          from lg_inform_choice) as kept
 where edition <> expected or at < before;

-- name: published_counts_editions
select 'counts behind ' || title, edition, expected
  from (select data_set, title, edition, at, row_number() over (partition by data_set, title order by edition) as expected,
               lag(at) over (partition by data_set, title order by edition) as before
          from published_counts) as kept
 where edition <> expected or at < before;

-- name: comparison_words_editions
select 'story of ' || title || ' in ' || period, edition, expected
  from (select data_set, title, period, edition, at, row_number() over (partition by data_set, title, period order by edition) as expected,
               lag(at) over (partition by data_set, title, period order by edition) as before
          from comparison_words) as kept
 where edition <> expected or at < before;

-- name: comparator_group_editions
select 'list of neighbours ' || name, edition, expected
  from (select name, edition, at, row_number() over (partition by name order by edition) as expected,
               lag(at) over (partition by name order by edition) as before
          from comparator_group) as kept
 where edition <> expected or at < before;

-- name: set_change_editions
select 'change of the set ' || cast(id as text), edition, expected
  from (select id, edition, at, row_number() over (partition by id order by edition) as expected,
               lag(at) over (partition by id order by edition) as before
          from set_change) as kept
 where edition <> expected or at < before;

-- name: control_check_editions
select 'control check of indicator ' || cast(indicator as text), edition, expected
  from (select indicator, edition, at, row_number() over (partition by indicator order by edition) as expected,
               lag(at) over (partition by indicator order by edition) as before
          from control_check) as kept
 where edition <> expected or at < before;

-- name: proposed_target_editions
select 'proposed target of indicator ' || cast(indicator as text) || ' for ' || cast(year as text), edition, expected
  from (select indicator, year, edition, at, row_number() over (partition by indicator, year order by edition) as expected,
               lag(at) over (partition by indicator, year order by edition) as before
          from proposed_target) as kept
 where edition <> expected or at < before;

-- name: challenge_editions
select 'challenge of indicator ' || cast(indicator as text) || ' for ' || cast(year as text), number, expected
  from (select indicator, year, number, at, row_number() over (partition by indicator, year order by number) as expected,
               lag(at) over (partition by indicator, year order by number) as before
          from target_challenge) as kept
 where number <> expected or at < before;
