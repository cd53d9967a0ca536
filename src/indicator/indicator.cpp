#include "indicator/indicator.h"

#include <algorithm>
#include <cmath>

#include "kit/number.h"
#include "kit/quote.h"

namespace indicator {
namespace {

bool is_reference(std::string_view code) {
  const auto fits = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' ||
           c == '.';
  };
  return !code.empty() && code.size() <= 40 && std::all_of(code.begin(), code.end(), fits);
}

void check_names(const Definition& d, kit::Refusals& no) {
  no.unless(is_reference(d.code), "indicator",
            d.code.empty() ? "Give the indicator a reference, such as BBF07."
                           : "Found " + kit::quoted(d.code) +
                                 ". A reference has up to 40 letters, digits, hyphens, underscores or points.");
  no.unless(!d.title.empty(), "title", "Give the indicator a title.");
  no.unless(d.title.size() <= 400, "title", "Use at most 400 characters.");
  const bool health = d.kind == Kind::organisational_health;
  const bool theme = d.health_theme == "financial" || d.health_theme == "customer" || d.health_theme == "workforce";
  no.unless(health || d.health_theme.empty(), "health_theme",
            "Only an organisational health indicator has a health theme. Leave it empty.");
  no.unless(!health || d.health_theme.empty() || theme, "health_theme",
            "Found " + kit::quoted(d.health_theme) + ". Type financial, customer or workforce.");
}

void check_numbers(const Definition& d, kit::Refusals& no) {
  no.unless(d.decimals >= 0 && d.decimals <= 4, "decimals", "Type a number of decimals from 0 to 4.");
  no.unless(d.multiplier.units() > 0, "multiplier",
            "The multiplier is above zero: 100 for a percentage, 1000 for a rate per 1,000.");
  no.unless(d.no_change_within.units() >= 0, "no_change_within", "Type a size of change that is zero or more.");
  no.unless(!d.least || !d.most || *d.least <= *d.most, "most", "The most a figure may be is below the least.");
  no.unless(
      d.comparator != Comparator::baseline || d.baseline, "baseline",
      "The direction compares with the baseline, but there is none. Give the baseline, or choose another comparator.");
  no.unless(!d.tolerance || d.tolerance->kind == Tolerance::Kind::threshold || d.tolerance->size.units() >= 0,
            "tolerance", "A tolerance is zero or more.");
}

void check_periods(const Definition& d, kit::Refusals& no) {
  const bool alone = d.aggregation == Aggregation::median || d.aggregation == Aggregation::percentile;
  no.unless(!alone || (d.judged == Judged::in_period && d.submitted == Submitted::in_period), "judged",
            "A median or percentile cannot be made from several periods. Judge it in_period.");
  no.unless(d.submitted != Submitted::rolling_12 || d.judged == Judged::rolling_12, "judged",
            "Figures submitted for twelve months can only be judged as rolling_12.");
  no.unless(d.submitted != Submitted::cumulative_over_annual || d.judged == Judged::year_to_date, "judged",
            "Figures over the whole year's denominator can only be judged as year_to_date.");
  no.unless(d.submitted != Submitted::cumulative || d.aggregation == Aggregation::sum || has_parts(d.aggregation),
            "submitted", "Only a sum, a ratio or a weighted mean can be submitted from 1 April on. Choose in_period.");
  no.unless(d.submitted != Submitted::cumulative_over_annual || d.aggregation == Aggregation::ratio, "aggregation",
            "Only a ratio can be submitted over the whole year's denominator.");
  no.unless(d.judged != Judged::year_to_date || d.comparator == Comparator::same_point_last_year ||
                d.comparator == Comparator::baseline,
            "comparator", "A year to date is compared with the same point last year. Choose same_point_last_year.");
  no.unless(d.judged != Judged::rolling_12 || d.comparator != Comparator::previous, "comparator",
            "Twelve months are compared with the twelve months a year before, since two neighbours share eleven. "
            "Choose same_period_last_year.");
  no.unless(!d.ends || *d.ends >= d.applies_from, "ends", "The last day is before the day it applies from.");
}

void check_direction(const Definition& d, kit::Refusals& no) {
  const bool annual = d.frequency == calendar::Frequency::annual;
  const bool overlaps = d.submitted == Submitted::rolling_12 || d.submitted == Submitted::cumulative_over_annual;
  const auto method = d.direction_method;
  no.unless(method != DirectionMethod::trend_marker || annual, "direction_method",
            "The trend over five years needs yearly figures. Choose two_point, spc or regression.");
  no.unless(method != DirectionMethod::spc || !annual, "direction_method",
            "A process chart needs figures more often than once a year. Choose two_point or trend_marker.");
  no.unless(method == DirectionMethod::two_point || !overlaps, "direction_method",
            "Each figure contains most of the one before, so neighbours are not independent. Choose two_point.");
}

std::string_view single(std::string_view unit, double shown, int decimals) {
  const bool one = shown == 1 && decimals == 0;
  const bool word = unit.size() > 3 && unit.ends_with('s') && !unit.ends_with("ss") && unit.find(' ') == unit.npos;
  return one && word ? unit.substr(0, unit.size() - 1) : unit;
}

bool is_money(std::string_view unit) { return unit.starts_with("£"); }

}  // namespace

bool takes_target(Kind kind) { return kind != Kind::contextual && kind != Kind::place_based; }

bool is_computed(const Definition& definition) { return !definition.computed_from.empty(); }

bool has_parts(Aggregation aggregation) {
  return aggregation == Aggregation::ratio || aggregation == Aggregation::weighted_mean;
}

kit::Refusals faults(const Definition& definition) {
  kit::Refusals no;
  check_names(definition, no);
  check_numbers(definition, no);
  check_periods(definition, no);
  check_direction(definition, no);
  return no;
}

Judged usual_judged(const Definition& d) {
  if (d.submitted == Submitted::rolling_12) return Judged::rolling_12;
  if (d.submitted != Submitted::in_period) return Judged::year_to_date;
  const bool adds_up =
      d.aggregation == Aggregation::sum && takes_target(d.kind) && d.frequency != calendar::Frequency::annual;
  return adds_up ? Judged::year_to_date : Judged::in_period;
}

Comparator usual_comparator(const Definition& d) {
  if (d.judged == Judged::year_to_date) return Comparator::same_point_last_year;
  if (d.judged == Judged::rolling_12) return Comparator::same_period_last_year;
  return Comparator::previous;
}

std::string written(double value, const Definition& d) {
  const std::string number = kit::with_commas(value, d.decimals);
  const std::string_view unit = d.unit;
  if (unit.empty()) return number;
  if (is_money(unit)) {
    const bool minus = number.starts_with('-');
    return (minus ? "-£" + number.substr(1) : "£" + number).append(unit.substr(std::string_view("£").size()));
  }
  if (unit == "%") return number + '%';
  return number + ' ' + std::string(single(unit, kit::rounded(value, d.decimals), d.decimals));
}

std::string written_difference(double difference, const Definition& d) {
  const double size = std::fabs(difference);
  if (d.unit != "%") return written(size, d);
  const bool one = kit::rounded(size, d.decimals) == 1 && d.decimals == 0;
  return kit::with_commas(size, d.decimals) + (one ? " point" : " points");
}

}  // namespace indicator
