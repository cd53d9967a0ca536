-- What `goldenthread check` asks. Each query lists what is wrong: no row means that all is well.

-- name: half_reports
-- An edition has both forms as it ran, and both as it was signed off once it is.
select e.pack || ' of ' || e.period || ' (edition ' || cast(e.edition as text) || ')' from report_edition e
 where (select count(*) from report_document d where d.pack = e.pack and d.period = e.period and d.edition = e.edition and d.stage = 'run') <> 2
    or (select count(*) from report_document d where d.pack = e.pack and d.period = e.period and d.edition = e.edition and d.stage = 'signed_off')
       <> (select 2 * count(*) from report_step s where s.pack = e.pack and s.period = e.period and s.edition = e.edition and s.step = 'signed_off');

-- name: published_unsigned
select p.pack || ' of ' || p.period || ' (edition ' || cast(p.edition as text) || ')' from report_step p
 where p.step = 'published'
   and not exists (select 1 from report_step s where s.pack = p.pack and s.period = p.period and s.edition = p.edition and s.step = 'signed_off' and s.number < p.number);

-- name: report_documents
select pack || ' of ' || period || ' (edition ' || cast(edition as text) || ', ' || form || ')', document, fingerprint from report_document;

-- name: own_set_agreements
-- Whoever proposes a change of the set does not agree to it.
select 'change of the set ' || cast(id as text) from set_change where stage = 'agreed' and decided_by = proposed_by;

-- name: seals_without_changes
-- A sealed set carried something out, by the record of its seal.
select cast(year as text) from set_seal s
 where not exists (select 1 from definition d where d.record = s.record) or not exists (select 1 from set_change c where c.year = s.year and c.stage = 'agreed');

-- name: changed_after_seal
select 'change of the set ' || cast(c.id as text) from set_change c join set_seal s on s.year = c.year where c.record > s.record;

-- name: own_agreements
select 'proposed target of indicator ' || cast(indicator as text) || ' for ' || cast(year as text) || ', edition ' || cast(edition as text)
  from proposed_target where stage = 'agreed' and decided_by = proposed_by;

-- name: empty_records
-- What moves what everybody reads has stored something; and so has a step of a figure. Of an account only the newest deed is kept.
select cast(id as text) from record where (moves = 1 or what in ('entry', 'check', 'return', 'computed')) and what not like 'account%' and what <> 'erasure' and id not in (
select record from (select record from setting
 union select record from unit
 union select record from rating_rule
 union select record from person
 union select record from indicator
 union select record from definition
 union select record from lineage
 union select record from target
 union select record from framework
 union select record from priority
 union select record from line
 union select record from figure
 union select record from area
 union select record from comparator_figure
 union select record from account
 union select record from reach
 union select record from cover
 union select record from cycle
 union select record from target_calendar
 union select record from committee
 union select record from entry
 union select record from evidence
 union select record from proposed_target
 union select record from target_challenge
 union select record from target_seal
 union select record from reopening
 union select record from proposal
 union select record from set_change
 union select record from set_seal
 union select record from control_check
 union select record from authority
 union select record from small_area
 union select record from published_load
 union select record from comparator_group
 union select record from indicator_mapping
 union select record from lg_inform_key
 union select record from lg_inform_choice
 union select record from year_meaning
 union select record from published_counts
 union select record from comparison_words
 union select record from boundary_set
 union select record from saved_view
 union select record from rebase
 union select record from report_pack
 union select record from distribution_list
 union select record from report_edition
 union select record from report_document
 union select record from report_step
 union select record from report_words
 union select record from unit_money
 union select record from report_rerun) as facts);

-- name: orphans
select distinct 'setting', record from setting where record not in (select id from record)
 union all select distinct 'unit', record from unit where record not in (select id from record)
 union all select distinct 'rating_rule', record from rating_rule where record not in (select id from record)
 union all select distinct 'person', record from person where record not in (select id from record)
 union all select distinct 'indicator', record from indicator where record not in (select id from record)
 union all select distinct 'definition', record from definition where record not in (select id from record)
 union all select distinct 'lineage', record from lineage where record not in (select id from record)
 union all select distinct 'target', record from target where record not in (select id from record)
 union all select distinct 'framework', record from framework where record not in (select id from record)
 union all select distinct 'priority', record from priority where record not in (select id from record)
 union all select distinct 'line', record from line where record not in (select id from record)
 union all select distinct 'figure', record from figure where record not in (select id from record)
 union all select distinct 'area', record from area where record not in (select id from record)
 union all select distinct 'comparator_figure', record
  from comparator_figure where record not in (select id from record)
 union all select distinct 'particulars', record from particulars where record not in (select id from record)
 union all select distinct 'account', record from account where record not in (select id from record)
 union all select distinct 'reach', record from reach where record not in (select id from record)
 union all select distinct 'cover', record from cover where record not in (select id from record)
 union all select distinct 'cycle', record from cycle where record not in (select id from record)
 union all select distinct 'target_calendar', record from target_calendar where record not in (select id from record)
 union all select distinct 'committee', record from committee where record not in (select id from record)
 union all select distinct 'entry', record from entry where record not in (select id from record)
 union all select distinct 'evidence', record from evidence where record not in (select id from record)
 union all select distinct 'proposed_target', record from proposed_target where record not in (select id from record)
 union all select distinct 'target_challenge', record from target_challenge where record not in (select id from record)
 union all select distinct 'target_seal', record from target_seal where record not in (select id from record)
 union all select distinct 'reopening', record from reopening where record not in (select id from record)
 union all select distinct 'proposal', record from proposal where record not in (select id from record)
 union all select distinct 'set_change', record from set_change where record not in (select id from record)
 union all select distinct 'set_seal', record from set_seal where record not in (select id from record)
 union all select distinct 'control_check', record from control_check where record not in (select id from record)
 union all select distinct 'authority', record from authority where record not in (select id from record)
 union all select distinct 'small_area', record from small_area where record not in (select id from record)
 union all select distinct 'published_load', record from published_load where record not in (select id from record)
 union all select distinct 'comparator_group', record from comparator_group where record not in (select id from record)
 union all select distinct 'indicator_mapping', record from indicator_mapping where record not in (select id from record)
 union all select distinct 'lg_inform_key', record from lg_inform_key where record not in (select id from record)
 union all select distinct 'lg_inform_choice', record from lg_inform_choice where record not in (select id from record)
 union all select distinct 'year_meaning', record from year_meaning where record not in (select id from record)
 union all select distinct 'published_counts', record from published_counts where record not in (select id from record)
 union all select distinct 'comparison_words', record from comparison_words where record not in (select id from record)
 union all select distinct 'boundary_set', record from boundary_set where record not in (select id from record)
 union all select distinct 'saved_view', record from saved_view where record not in (select id from record)
 union all select distinct 'rebase', record from rebase where record not in (select id from record)
 union all select distinct 'unit_money', record from unit_money where record not in (select id from record)
 union all select distinct 'report_pack', record from report_pack where record not in (select id from record)
 union all select distinct 'distribution_list', record from distribution_list where record not in (select id from record)
 union all select distinct 'report_edition', record from report_edition where record not in (select id from record)
 union all select distinct 'report_document', record from report_document where record not in (select id from record)
 union all select distinct 'report_step', record from report_step where record not in (select id from record)
 union all select distinct 'report_words', record from report_words where record not in (select id from record)
 union all select distinct 'report_rerun', record from report_rerun where record not in (select id from record);

-- name: rating_rules
select scope, edition, name, steps, gone from rating_rule order by scope, edition;

-- name: not_as_entered
-- A figure that is reported from an entry stands in the same record, and is equal to it.
select 'figure of indicator ' || cast(e.indicator as text) || ' for ' || e.period
  from entry e
 where e.stage = 'reported'
   and not exists (select 1 from figure f
                    where f.indicator = e.indicator and f.period = e.period and f.record = e.record and f.state = e.state
                      and coalesce(f.value, -1) = coalesce(e.value, -1) and (f.value is null) = (e.value is null)
                      and coalesce(f.numerator, -1) = coalesce(e.numerator, -1) and (f.numerator is null) = (e.numerator is null)
                      and coalesce(f.denominator, -1) = coalesce(e.denominator, -1)
                      and (f.denominator is null) = (e.denominator is null)
                      and coalesce(f.deviation, -1) = coalesce(e.deviation, -1))
 order by 1;

-- name: own_checks
select 'entry of indicator ' || cast(indicator as text) || ' for ' || period || ', edition ' || cast(edition as text)
  from entry where computed = 0 and by_person = entered_by and (stage = 'checked' or (stage = 'reported' and kind <> 'figure'));

-- name: computed_and_entered
select 'entry of indicator ' || cast(indicator as text) || ' for ' || period || ', edition ' || cast(edition as text)
  from entry where computed = 1 and entered_by <> '';

-- name: indicators_without_definition
select cast(id as text) from indicator where id not in (select indicator from definition);

-- name: same_codes
select newest.code from definition newest
 where newest.ends is null
   and newest.edition = (select max(edition) from definition other where other.indicator = newest.indicator)
 group by newest.code having count(*) > 1;

-- name: ranges_upside_down
select 'target of indicator ' || cast(indicator as text) || ' for ' || cast(year as text) from target where low > high
 union all
select 'range of indicator ' || code from definition where least > most;

-- name: denominators_below_zero
select 'figure of indicator ' || cast(indicator as text) || ' for ' || period from figure where denominator < 0;

-- name: not_exact
-- SQLite lets any type into any column; PostgreSQL does not.
select 'figure of indicator ' || cast(indicator as text) || ' for ' || period from figure
 where typeof(value) not in ('integer', 'null') or typeof(numerator) not in ('integer', 'null')
    or typeof(denominator) not in ('integer', 'null') or typeof(deviation) not in ('integer', 'null') or typeof(at) <> 'integer'
 union all
select 'target of indicator ' || cast(indicator as text) || ' for ' || cast(year as text) from target

 where typeof(value) not in ('integer', 'null') or typeof(low) not in ('integer', 'null') or typeof(high) not in ('integer', 'null')
 union all
select 'money of ' || unit || ' in ' || month from unit_money
 where typeof(budget) not in ('integer', 'null') or typeof(actual) not in ('integer', 'null')
    or typeof(committed) not in ('integer', 'null') or typeof(forecast) not in ('integer', 'null');

-- name: not_exact (postgres)
select '' where false;

-- name: definitions
select indicator, code, kind, frequency from definition order by indicator, edition;

-- name: targets
select distinct indicator, year from target order by indicator, year;

-- name: figures
select indicator, period from figure group by indicator, period order by indicator, period;

-- name: comparator_periods
select distinct period from comparator_figure;

-- name: soundness
-- SQLite reads every page; PostgreSQL has its own checks (pg_amcheck).
select integrity_check from pragma_integrity_check where integrity_check <> 'ok';

-- name: soundness (postgres)
select '' where false;

-- name: foreign_keys
-- What was written with foreign keys switched off; PostgreSQL never lets it in.
select "table" || ' (row ' || coalesce(cast(rowid as text), '?') || ')', parent from pragma_foreign_key_check;

-- name: foreign_keys (postgres)
select '', '' where false;

-- name: amcheck_is_there
select 0;

-- name: amcheck_is_there (postgres)
select count(*)
  from pg_proc where proname = 'bt_index_check' and pronargs = 1 and has_function_privilege(oid, 'execute');
