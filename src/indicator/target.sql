-- name: targets
select indicator, year, edition, at, kind, value, low, high, baseline, minimum, stretch,
       tolerance_kind, tolerance_size, tolerance_well_above, rationale, reason
  from target where at <= :as_at and record <= :upto order by indicator, year, edition;

-- name: periods
-- In the same order as the targets; those of targets that are not known yet are passed over.
select indicator, year, edition, value from target_period order by indicator, year, edition, place;

-- name: add_target
insert into target (indicator, year, edition, at, kind, value, low, high, baseline, minimum, stretch,
                    tolerance_kind, tolerance_size, tolerance_well_above, rationale, reason, record)
values (:indicator, :year, :edition, :at, :kind, :value, :low, :high, :baseline, :minimum, :stretch,
        :tolerance_kind, :tolerance_size, :tolerance_well_above, :rationale, :reason, :record);

-- name: add_period
insert into target_period (indicator, year, edition, place, value) values (:indicator, :year, :edition, :place, :value);
