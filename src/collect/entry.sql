-- name: newest
select indicator, period, edition, stage, kind, state, standing, value, numerator, denominator, note, next, back_on, expected_on, reason,
       answers, said, entered_by, by_person, computed, at, deviation
  from entry where indicator = :indicator and period = :period order by edition desc limit 1;

-- name: history
select indicator, period, edition, stage, kind, state, standing, value, numerator, denominator, note, next, back_on, expected_on, reason,
       answers, said, entered_by, by_person, computed, at, deviation
  from entry where indicator = :indicator and period = :period order by edition;

-- name: of_period
select indicator, period, edition, stage, kind, state, standing, value, numerator, denominator, note, next, back_on, expected_on, reason,
       answers, said, entered_by, by_person, computed, at, deviation
  from entry e where period = :period
   and edition = (select max(edition) from entry f where f.indicator = e.indicator and f.period = e.period) order by indicator;

-- name: since
select indicator, period, edition, stage, kind, state, standing, value, numerator, denominator, note, next, back_on, expected_on, reason,
       answers, said, entered_by, by_person, computed, at, deviation
  from entry where record > :record order by record, edition;

-- name: unreported
select indicator, period, edition, stage, kind, state, standing, value, numerator, denominator, note, next, back_on, expected_on, reason,
       answers, said, entered_by, by_person, computed, at, deviation
  from entry e where stage <> 'reported'
   and edition = (select max(edition) from entry f where f.indicator = e.indicator and f.period = e.period) order by indicator, period;

-- name: after_the_run
select indicator, period, edition, stage, kind, state, standing, value, numerator, denominator, note, next, back_on, expected_on, reason,
       answers, said, entered_by, by_person, computed, at, deviation
  from entry where kind <> 'figure' order by record, edition;

-- name: add
-- Key: (indicator, period, edition). When two people save at once, it refuses the second.
insert into entry (indicator, period, edition, stage, kind, state, standing, value, numerator, denominator, note, next, back_on, expected_on,
                   reason, answers, said, entered_by, by_person, computed, at, record, deviation)
values (:indicator, :period, :edition, :stage, :kind, :state, :standing, :value, :numerator, :denominator, :note, :next, :back_on,
        :expected_on, :reason, :answers, :said, :entered_by, :by_person, :computed, :at, :record, :deviation);

-- name: find_draft
select typed, at from draft where person = :person and indicator = :indicator and period = :period;

-- name: add_draft
insert into draft (person, indicator, period, typed, at) values (:person, :indicator, :period, :typed, :at);

-- name: change_draft
update draft set typed = :typed, at = :at where person = :person and indicator = :indicator and period = :period;

-- name: forget_draft
delete from draft where person = :person and indicator = :indicator and period = :period;

-- name: is_opened
select edition from opened where person = :person and indicator = :indicator and period = :period and edition = :edition;

-- name: add_opened
insert into opened (person, indicator, period, edition, at) values (:person, :indicator, :period, :edition, :at);

-- name: reopenings
select id, edition, indicator, period, stage, ends, reason, asked_by, decided_by, said, at
  from reopening r where edition = (select max(edition) from reopening s where s.id = r.id) order by id;

-- name: next_reopening
select coalesce(max(id), 0) + 1 from reopening;

-- name: add_reopening
insert into reopening (id, edition, indicator, period, ends, stage, reason, asked_by, decided_by, said, at, record)
values (:id, (select coalesce(max(edition), 0) + 1 from reopening where id = :id), :indicator, :period, :ends, :stage, :reason, :asked_by,
        :decided_by, :said, :at, :record);
