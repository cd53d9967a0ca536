#include <array>

#include "indicator/indicator.h"
#include "indicator/word_table.h"

namespace indicator {
namespace {

constexpr std::array kinds = {
    WordRow<Kind>{Kind::core, "core", "core"},
    WordRow<Kind>{Kind::service, "service", "service"},
    WordRow<Kind>{Kind::organisational_health, "organisational_health", "organisational health"},
    WordRow<Kind>{Kind::contextual, "contextual", "contextual"},
    WordRow<Kind>{Kind::place_based, "place_based", "place-based"},
    WordRow<Kind>{Kind::management, "management", "management"},
};
constexpr std::array polarities = {
    WordRow<Polarity>{Polarity::high_good, "high_good", "higher is better"},
    WordRow<Polarity>{Polarity::low_good, "low_good", "lower is better"},
    WordRow<Polarity>{Polarity::in_range, "in_range", "within a range is best"},
    WordRow<Polarity>{Polarity::neutral, "neutral", "neither higher nor lower is better"},
};
constexpr std::array polarity_synonyms = {
    Synonym<Polarity>{"high", Polarity::high_good},
    Synonym<Polarity>{"higher", Polarity::high_good},
    Synonym<Polarity>{"high_is_good", Polarity::high_good},
    Synonym<Polarity>{"bigger_is_better", Polarity::high_good},
    Synonym<Polarity>{"maximise", Polarity::high_good},
    Synonym<Polarity>{"increase", Polarity::high_good},
    Synonym<Polarity>{"up", Polarity::high_good},
    Synonym<Polarity>{"low", Polarity::low_good},
    Synonym<Polarity>{"lower", Polarity::low_good},
    Synonym<Polarity>{"low_is_good", Polarity::low_good},
    Synonym<Polarity>{"smaller_is_better", Polarity::low_good},
    Synonym<Polarity>{"minimise", Polarity::low_good},
    Synonym<Polarity>{"decrease", Polarity::low_good},
    Synonym<Polarity>{"down", Polarity::low_good},
    Synonym<Polarity>{"-", Polarity::neutral},
    Synonym<Polarity>{"range", Polarity::in_range},
    Synonym<Polarity>{"within_range", Polarity::in_range},
    Synonym<Polarity>{"within_a_range", Polarity::in_range},
    Synonym<Polarity>{"none", Polarity::neutral},
    Synonym<Polarity>{"neither", Polarity::neutral},
    Synonym<Polarity>{"no_polarity", Polarity::neutral},
};
constexpr std::array aggregations = {
    WordRow<Aggregation>{Aggregation::sum, "sum", "added up"},
    WordRow<Aggregation>{Aggregation::ratio, "ratio", "numerators over denominators"},
    WordRow<Aggregation>{Aggregation::weighted_mean, "weighted_mean", "average, weighted by cases"},
    WordRow<Aggregation>{Aggregation::snapshot, "snapshot", "the latest known"},
    WordRow<Aggregation>{Aggregation::mean_of_snapshots, "mean_of_snapshots", "average of the latest known"},
    WordRow<Aggregation>{Aggregation::max, "max", "the highest"},
    WordRow<Aggregation>{Aggregation::min, "min", "the lowest"},
    WordRow<Aggregation>{Aggregation::median, "median", "median, each period by itself"},
    WordRow<Aggregation>{Aggregation::percentile, "percentile", "percentile, each period by itself"},
};
constexpr std::array submissions = {
    WordRow<Submitted>{Submitted::in_period, "in_period", "for the period alone"},
    WordRow<Submitted>{Submitted::cumulative, "cumulative", "from 1 April to the end of the period"},
    WordRow<Submitted>{Submitted::rolling_12, "rolling_12", "for the last twelve months"},
    WordRow<Submitted>{Submitted::cumulative_over_annual, "cumulative_over_annual",
                       "from 1 April, over the whole year's denominator"},
};
constexpr std::array submission_synonyms = {
    Synonym<Submitted>{"rolling12", Submitted::rolling_12},
    Synonym<Submitted>{"year_to_date", Submitted::cumulative},
};
constexpr std::array judgements = {
    WordRow<Judged>{Judged::in_period, "in_period", "the period's own figure"},
    WordRow<Judged>{Judged::year_to_date, "year_to_date", "the year to date"},
    WordRow<Judged>{Judged::rolling_12, "rolling_12", "the last twelve months"},
};
constexpr std::array judged_synonyms = {
    Synonym<Judged>{"rolling12", Judged::rolling_12},
    Synonym<Judged>{"ytd", Judged::year_to_date},
};
constexpr std::array comparators = {
    WordRow<Comparator>{Comparator::previous, "previous", "the period before"},
    WordRow<Comparator>{Comparator::same_period_last_year, "same_period_last_year", "the same period last year"},
    WordRow<Comparator>{Comparator::same_point_last_year, "same_point_last_year", "the same point last year"},
    WordRow<Comparator>{Comparator::baseline, "baseline", "the baseline"},
};
constexpr std::array direction_methods = {
    WordRow<DirectionMethod>{DirectionMethod::two_point, "two_point", "comparing two figures"},
    WordRow<DirectionMethod>{DirectionMethod::spc, "spc", "process chart"},
    WordRow<DirectionMethod>{DirectionMethod::regression, "regression", "a line through the last periods"},
    WordRow<DirectionMethod>{DirectionMethod::trend_marker, "trend_marker", "the trend over five years"},
};
constexpr std::array direction_method_synonyms = {
    Synonym<DirectionMethod>{"xmr", DirectionMethod::spc},
    Synonym<DirectionMethod>{"control_chart", DirectionMethod::spc},
    Synonym<DirectionMethod>{"two_points", DirectionMethod::two_point},
};
constexpr std::array lineages = {
    WordRow<LineageKind>{LineageKind::split_from, "split_from", "split from"},
    WordRow<LineageKind>{LineageKind::merged_from, "merged_from", "merged from"},
    WordRow<LineageKind>{LineageKind::replaces, "replaces", "replaces"},
    WordRow<LineageKind>{LineageKind::renumbered, "renumbered", "renumbered from"},
    WordRow<LineageKind>{LineageKind::moved, "moved", "moved from"},
};

template <class Rows, class K>
const auto& row(const Rows& rows, K kind) {
  return rows[static_cast<std::size_t>(kind)];
}
template <class K, std::size_t N>
std::span<const WordRow<K>> span_of(const std::array<WordRow<K>, N>& rows) {
  return rows;
}
template <class K, std::size_t N>
std::span<const Synonym<K>> span_of(const std::array<Synonym<K>, N>& synonyms) {
  return synonyms;
}

}  // namespace

std::string_view code(Kind kind) { return row(kinds, kind).code; }
std::string_view code(Polarity polarity) { return row(polarities, polarity).code; }
std::string_view code(Aggregation aggregation) { return row(aggregations, aggregation).code; }
std::string_view code(Submitted submitted) { return row(submissions, submitted).code; }
std::string_view code(Judged judged) { return row(judgements, judged).code; }
std::string_view code(Comparator comparator) { return row(comparators, comparator).code; }
std::string_view code(DirectionMethod method) { return row(direction_methods, method).code; }
std::string_view code(LineageKind kind) { return row(lineages, kind).code; }

std::string_view words(Kind kind) { return row(kinds, kind).words; }
std::string_view words(Polarity polarity) { return row(polarities, polarity).words; }
std::string_view words(Aggregation aggregation) { return row(aggregations, aggregation).words; }
std::string_view words(Submitted submitted) { return row(submissions, submitted).words; }
std::string_view words(Judged judged) { return row(judgements, judged).words; }
std::string_view words(Comparator comparator) { return row(comparators, comparator).words; }
std::string_view words(DirectionMethod method) { return row(direction_methods, method).words; }
std::string_view words(LineageKind kind) { return row(lineages, kind).words; }

std::optional<Kind> read_kind(std::string_view text) { return read_word(text, span_of(kinds)); }
std::optional<Polarity> read_polarity(std::string_view text) {
  return read_word(text, span_of(polarities), span_of(polarity_synonyms));
}
std::optional<Aggregation> read_aggregation(std::string_view text) { return read_word(text, span_of(aggregations)); }
std::optional<Submitted> read_submitted(std::string_view text) {
  return read_word(text, span_of(submissions), span_of(submission_synonyms));
}
std::optional<Judged> read_judged(std::string_view text) {
  return read_word(text, span_of(judgements), span_of(judged_synonyms));
}
std::optional<Comparator> read_comparator(std::string_view text) { return read_word(text, span_of(comparators)); }
std::optional<DirectionMethod> read_direction_method(std::string_view text) {
  return read_word(text, span_of(direction_methods), span_of(direction_method_synonyms));
}
std::optional<LineageKind> read_lineage_kind(std::string_view text) { return read_word(text, span_of(lineages)); }

}  // namespace indicator
