-- name: figures
select indicator, period, edition, state, standing, value, numerator, denominator, note, reason, entered_by,
       expected_on, at
  from figure where at <= :as_at and record <= :upto order by indicator, period, edition;

-- name: add_figure
insert into figure (indicator, period, edition, state, standing, value, numerator, denominator, note, reason,
       entered_by, expected_on,
                    at, record)
values (:indicator, :period, :edition, :state, :standing, :value, :numerator, :denominator, :note, :reason,
       :entered_by, :expected_on,
        :at, :record);
