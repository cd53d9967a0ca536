-- name: editions
select pack, period, edition, pack_edition, as_at, reason, asked_by, approved_by, at from report_edition order by pack, period, edition;

-- name: editions_of
select pack, period, edition, pack_edition, as_at, reason, asked_by, approved_by, at from report_edition where pack = :pack order by period, edition;

-- name: steps
select pack, period, edition, step, person, words, at from report_step order by pack, period, edition, number;

-- name: steps_of
select pack, period, edition, step, person, words, at from report_step where pack = :pack order by period, edition, number;

-- name: add_edition
-- Key: (pack, period, edition). Of two servers that run at the same moment one is refused.
insert into report_edition (pack, period, edition, pack_edition, as_at, reason, asked_by, approved_by, at, record)
values (:pack, :period, :edition, :pack_edition, :as_at, :reason, :asked_by, :approved_by, :at, :record);

-- name: add_document
insert into report_document (pack, period, edition, form, stage, document, fingerprint, record)
values (:pack, :period, :edition, :form, :stage, :document, :fingerprint, :record);

-- name: document
-- As signed off, once it is; before that as it ran.
select document, fingerprint, stage from report_document
 where pack = :pack and period = :period and edition = :edition and form = :form
 order by case stage when 'signed_off' then 0 else 1 end limit 1;

-- name: document_as_it_ran
select document, fingerprint, stage from report_document
 where pack = :pack and period = :period and edition = :edition and form = :form and stage = 'run';

-- name: add_step
-- Key: (…, number). It refuses the second of two who do something at the same moment.
insert into report_step (pack, period, edition, number, step, person, words, at, record)
values (:pack, :period, :edition, :number, :step, :person, :words, :at, :record);

-- name: words_of
select slot, edition, words, exempt, by_person, at from report_words w
 where pack = :pack and period = :period
   and edition = (select max(e.edition) from report_words e where e.pack = w.pack and e.period = w.period and e.slot = w.slot)
 order by slot;

-- name: add_words
insert into report_words (pack, period, slot, edition, words, exempt, by_person, at, record)
values (:pack, :period, :slot, (select coalesce(max(edition), 0) + 1 from report_words where pack = :pack and period = :period and slot = :slot),
        :words, :exempt, :by, :at, :record);

-- name: rerun
select edition, step, stage, reason, asked_by, decided_by, said, at from report_rerun
 where pack = :pack and period = :period order by edition desc, step desc limit 1;

-- name: reruns_asked
select r.pack, r.period, r.edition, r.step, r.stage, r.reason, r.asked_by, r.decided_by, r.said, r.at from report_rerun r
 where r.stage = 'asked' and r.step = (select max(l.step) from report_rerun l where l.pack = r.pack and l.period = r.period and l.edition = r.edition)
 order by r.at;

-- name: add_rerun
insert into report_rerun (pack, period, edition, step, stage, reason, asked_by, decided_by, said, at, record)
values (:pack, :period, :edition, :step, :stage, :reason, :asked_by, :decided_by, :said, :at, :record);

-- name: began
select at from happened where job = 'reports';

-- name: begin
-- Due at no moment, so that it stands before all that falls due.
insert into happened (job, subject, due, at) values ('reports', '', 0, :at) on conflict do nothing;

-- name: keys
select pack, period, edition from report_edition;
