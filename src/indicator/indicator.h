// An indicator: what the council measures. It has a permanent identity; what is said of it (its definition) comes in editions
// over time, so that a chart can mark breaks and nobody can turn red to green by swapping the definition unseen.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/period.h"
#include "indicator/tolerance.h"
#include "kit/decimal.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace indicator {

using IndicatorId = std::int64_t;

// The kind sets the audience and the behaviour: contextual and place-based indicators never have a target or a rating.
enum class Kind { core, service, organisational_health, contextual, place_based, management };
enum class Polarity { high_good, low_good, in_range, neutral };
// How several periods make one (rules.md 5).
enum class Aggregation { sum, ratio, weighted_mean, snapshot, mean_of_snapshots, max, min, median, percentile };
enum class Submitted { in_period, cumulative, rolling_12, cumulative_over_annual };
// Which value stands against the target.
enum class Judged { in_period, year_to_date, rolling_12 };
// What a direction of travel compares with (rules.md 4.1).
enum class Comparator { previous, same_period_last_year, same_point_last_year, baseline };
// How the direction of travel is found (rules.md 4).
enum class DirectionMethod { two_point, spc, regression, trend_marker };

std::string_view code(Kind), code(Polarity), code(Aggregation), code(Submitted), code(Judged), code(Comparator), code(DirectionMethod);
std::string_view words(Kind), words(Polarity), words(Aggregation), words(Submitted), words(Judged), words(Comparator),
    words(DirectionMethod);
std::optional<Kind> read_kind(std::string_view text);
std::optional<Polarity> read_polarity(std::string_view text);  // also "higher is better", "High", "minimise"
std::optional<Aggregation> read_aggregation(std::string_view text);
std::optional<Submitted> read_submitted(std::string_view text);
std::optional<Judged> read_judged(std::string_view text);
std::optional<Comparator> read_comparator(std::string_view text);
std::optional<DirectionMethod> read_direction_method(std::string_view text);  // also "process chart"

struct Definition {
  IndicatorId indicator = 0;
  std::int32_t edition = 1;
  kit::Moment at;                          // when it was agreed: from then on it is known
  kit::Date applies_from{};                // from the period that holds this day on
  std::optional<kit::Date> ends;           // removed from the set after this day
  bool breaks_series = false;              // figures before `applies_from` are a separate line
  std::string reason;                      // why it changed

  std::string code;                        // reference, "BBF07"; may be renumbered, the identity stays
  std::string title;
  std::string meaning;                     // the definition in plain English
  std::string why_it_matters;
  std::string formula;                     // how it is worked out, in words
  std::string computed_from;               // how it is computed from other indicators (indicator/formula.h); empty: it is entered
  std::string numerator_label, denominator_label;
  std::string unit;                        // "%", "£", "days", "per 1,000 residents", "" for a count
  int decimals = 0;
  Kind kind = Kind::service;
  std::string health_theme;                // financial, customer or workforce, for organisational health
  Polarity polarity = Polarity::high_good;
  calendar::Frequency frequency = calendar::Frequency::quarterly;
  Aggregation aggregation = Aggregation::snapshot;
  Submitted submitted = Submitted::in_period;
  Judged judged = Judged::in_period;
  kit::Decimal multiplier = kit::Decimal::whole(1);  // 100 for a percentage, 1000 for a rate per 1,000
  Comparator comparator = Comparator::previous;
  DirectionMethod direction_method = DirectionMethod::two_point;
  kit::Decimal no_change_within;           // two-point threshold in the indicator's own unit
  std::optional<kit::Decimal> least, most; // bounds a figure must keep
  std::optional<kit::Decimal> baseline;
  std::string baseline_note;               // "2023/24 outturn"
  std::optional<Tolerance> tolerance;      // none: the council's default
  std::string source, caveats, statutory_return, tags, perspective, portfolio;
  std::string service;                     // code of a council unit
  std::string owner, checker, deputy;      // codes of people
  bool published = true;                   // licence to publish

  bool operator==(const Definition&) const = default;
};

enum class LineageKind { split_from, merged_from, replaces, renumbered, moved };
std::string_view code(LineageKind), words(LineageKind);
std::optional<LineageKind> read_lineage_kind(std::string_view text);

// Where an indicator comes from: it was split from, merged from or replaces another, on a day, for a reason.
struct Lineage {
  IndicatorId indicator = 0;
  IndicatorId from = 0;
  LineageKind kind = LineageKind::replaces;
  kit::Date on{};
  std::string reason;
  kit::Moment at;
};

bool takes_target(Kind kind);   // not contextual, not place-based
bool is_computed(const Definition& definition);  // follows from other indicators; nobody enters it
bool has_parts(Aggregation aggregation);  // ratio and weighted mean keep numerator and denominator

// All faults of a definition at once: fields named as in the workbook ("decimals", "polarity").
kit::Refusals faults(const Definition& definition);
// What follows from the rest when a file says nothing: judged, comparator, multiplier.
Judged usual_judged(const Definition& definition);
Comparator usual_comparator(const Definition& definition);

// "61.2%", "£1,234", "34.0 days", "1,204": the figure as a reader sees it, rounded for publication.
std::string written(double value, const Definition& definition);
std::string written_difference(double difference, const Definition& definition);  // "2.9 points", "£300", "1.5 days"; never negative

}  // namespace indicator
