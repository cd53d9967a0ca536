-- What `goldenthread check` asks of everything that names something else: it is there. Each query lists what is wrong: no row means
-- that all is well.

-- name: money_unit
select distinct 'money of ' || unit || ' in ' || month, unit from unit_money where unit not in (select code from unit);

-- name: round_people
select 'proposed target of indicator ' || cast(indicator as text) || ' for ' || cast(year as text), proposed_by
  from proposed_target where proposed_by not in (select code from person)
 union select 'proposed target of indicator ' || cast(indicator as text) || ' for ' || cast(year as text), decided_by
  from proposed_target where decided_by <> '' and decided_by not in (select code from person)
 union select 'challenge of indicator ' || cast(indicator as text) || ' for ' || cast(year as text), person
  from target_challenge where person not in (select code from person);

-- name: unit_part_of
select 'service ' || code, part_of
  from unit where part_of <> '' and part_of not in (select code from unit where kind = 'directorate');

-- name: person_unit
select 'person ' || code, unit from person where unit <> '' and unit not in (select code from unit);

-- name: priority_framework
select 'priority ' || code, framework from priority where framework not in (select code from framework);

-- name: priority_part_of
select 'priority ' || code, part_of from priority where part_of <> '' and part_of not in (select code from priority);

-- name: priority_level
select 'priority ' || code, level from priority
 where not exists (select 1
  from framework_level where framework_level.framework = priority.framework and name = level);

-- name: line_priority
select 'indicator ' || cast(indicator as text), priority from line where priority not in (select code from priority);

-- name: definition_service
select 'indicator ' || code, service from definition where service <> '' and service not in (select code from unit);

-- name: definition_people
select 'indicator ' || code, owner from definition where owner <> '' and owner not in (select code from person)
 union all
select 'indicator ' || code, checker from definition where checker <> '' and checker not in (select code from person)
 union all
select 'indicator ' || code, deputy from definition where deputy <> '' and deputy not in (select code from person);

-- name: rating_rule_person
select 'status rule of ' || scope || ', edition ' || cast(edition as text), by_person
  from rating_rule where by_person <> '' and by_person not in (select code from person);

-- name: figure_person
select 'figure of indicator ' || cast(indicator as text) || ' for ' || period, entered_by
  from figure where entered_by <> '' and entered_by not in (select code from person)
 union all
select 'fresh start of the chart of indicator ' || cast(indicator as text) || ' on ' || starts_on, by_person
  from rebase where by_person <> '' and by_person not in (select code from person);

-- name: entry_person
select 'entry of indicator ' || cast(indicator as text) || ' for ' || period || ', edition ' || cast(edition as text), entered_by
  from entry where entered_by <> '' and entered_by not like 'goldenthread%' and entered_by not in (select code from person)
 union all
select 'entry of indicator ' || cast(indicator as text) || ' for ' || period || ', edition ' || cast(edition as text), by_person
  from entry where by_person <> '' and by_person not like 'goldenthread%' and by_person not in (select code from person);

-- name: cover_people
select 'deputy number ' || cast(id as text), person from cover where person not in (select code from person)
 union all
select 'deputy number ' || cast(id as text), deputy from cover where deputy not in (select code from person);

-- name: account_person
select 'account', person from account where person not in (select code from person)
 union all
select 'reach', person from reach where person not in (select code from person);

-- name: comparator_area
select distinct 'comparator figure of ' || indicator, area
  from comparator_figure where area not in (select code from area);
