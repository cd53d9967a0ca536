-- name: sign_ins
select person, state, signed_in_at from account order by person;

-- name: open_entries
-- Figures on their way of one indicator: entered, given back or checked, and not yet reported.
select period, stage from entry e
 where indicator = :indicator and stage <> 'reported'
   and edition = (select max(edition) from entry f where f.indicator = e.indicator and f.period = e.period) order by period;
