-- name: steps
-- Every step of entries of one length of period, from a period on: what became of them, without their figures and words.
select indicator, period, stage, kind, state, answers, at from entry
 where substr(period, 12) = :length and period >= :first
 order by indicator, period, edition;
