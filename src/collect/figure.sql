-- name: figures
select indicator, period, edition, state, standing, value, numerator, denominator, note, reason, entered_by,
       expected_on, at, deviation, added_up
  from figure where at <= :as_at and record <= :upto order by indicator, period, edition;

-- name: add_figure
insert into figure (indicator, period, edition, state, standing, value, numerator, denominator, note, reason,
       entered_by, expected_on,
                    at, record, deviation, added_up)
values (:indicator, :period, :edition, :state, :standing, :value, :numerator, :denominator, :note, :reason,
       :entered_by, :expected_on,
        :at, :record, :deviation, :added_up);

-- name: newest_edition
select coalesce(max(edition), 0) from figure where indicator = :indicator and period = :period;
