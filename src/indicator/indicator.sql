-- name: definitions
select indicator, edition, at, applies_from, ends, breaks_series, reason, code, title, meaning, why_it_matters,
       formula, numerator_label, denominator_label, unit, decimals, kind, health_theme, polarity, frequency,
       aggregation, submitted, judged, multiplier, comparator, direction_method, no_change_within, least, most, baseline,
       baseline_note, tolerance_kind, tolerance_size, tolerance_well_above, source, caveats, statutory_return, tags,
       perspective, portfolio, service, owner, checker, deputy, published, computed_from
from definition where at <= :as_at and record <= :upto order by indicator, edition;

-- name: add_definition
insert into definition (indicator, edition, at, applies_from, ends, breaks_series, reason, code, title, meaning,
       why_it_matters, formula, numerator_label, denominator_label, unit, decimals, kind, health_theme, polarity,
       frequency, aggregation, submitted, judged, multiplier, comparator, direction_method, no_change_within, least, most, baseline,
       baseline_note, tolerance_kind, tolerance_size, tolerance_well_above, source, caveats, statutory_return, tags,
       perspective, portfolio, service, owner, checker, deputy, published,
       computed_from, record)
values (:indicator, :edition, :at, :applies_from, :ends, :breaks_series, :reason, :code, :title, :meaning,
       :why_it_matters, :formula, :numerator_label, :denominator_label, :unit, :decimals, :kind, :health_theme,
       :polarity, :frequency, :aggregation, :submitted, :judged, :multiplier, :comparator, :direction_method, :no_change_within,
       :least, :most, :baseline, :baseline_note, :tolerance_kind, :tolerance_size, :tolerance_well_above, :source,
       :caveats, :statutory_return, :tags, :perspective, :portfolio, :service, :owner, :checker, :deputy,
       :published, :computed_from, :record);

-- name: lineage
select indicator, origin, kind, happened_on, reason, at
  from lineage where at <= :as_at and record <= :upto order by indicator, happened_on, origin, kind;

-- name: next_indicator
select coalesce(max(id), 0) + 1 from indicator;

-- name: add_indicator
insert into indicator (id, at, record) values (:id, :at, :record);

-- name: add_lineage
insert into lineage (indicator, origin, kind, happened_on, reason, at, record)
values (:indicator, :origin, :kind, :happened_on, :reason, :at, :record);
