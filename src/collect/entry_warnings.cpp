// What may well be wrong with a figure and may well be right: it asks for a reason, and stops nothing once it has one.
#include <cmath>

#include "collect/entry.h"

namespace collect {
namespace {

std::optional<double> number(const Entry& entry, const indicator::Definition& definition) {
  return number_of(figure_of(entry), definition);
}

void against_usual(const Due& due, double value, std::vector<Warning>& all) {
  if (!due.usual_low || !due.usual_high || (value >= *due.usual_low && value <= *due.usual_high)) return;
  const auto& d = *due.definition;
  const bool above = value > *due.usual_high;
  // One decimal more where rounding would hide the difference.
  auto finer = d;
  if (indicator::written(value, d) == indicator::written(above ? *due.usual_high : *due.usual_low, d) && d.decimals < 4) ++finer.decimals;
  all.push_back({"outside_usual", "value",
                 indicator::written(value, finer) + " is " + (above ? "above" : "below") + " what " + d.code +
                     " usually shows, " + indicator::written(*due.usual_low, finer) + " to " +
                     indicator::written(*due.usual_high, finer) + "."});
}

void against_before(const Due& due, double value, std::vector<Warning>& all) {
  const auto* before = due.before();
  const auto last = before ? number_of(*before, *due.definition) : std::nullopt;
  if (!last || *last == 0 || value == 0) return;
  const double times = std::fabs(value / *last);
  if (times <= 10 && times >= 0.1) return;
  const auto& d = *due.definition;
  all.push_back({"ten_times", "value",
                 indicator::written(value, d) +
                     (times > 10 ? " is more than ten times " : " is less than a tenth of ") +
                     indicator::written(*last, d) + ", the figure for " + before->period.words() + "."});
}

void against_the_year_so_far(const Due& due, double value, std::vector<Warning>& all) {
  const auto& d = *due.definition;
  if (d.submitted != indicator::Submitted::cumulative) return;
  const auto* before = due.before();
  if (!before || before->period.financial_year() != due.period.financial_year()) return;
  const auto last = number_of(*before, d);
  if (!last || indicator::has_parts(d.aggregation) || value >= *last) return;
  all.push_back({"cumulative_fell", "value",
                 "The year so far fell from " + indicator::written(*last, d) + " in " + before->period.words() +
                     " to " + indicator::written(value, d) + ". A figure for the year so far only grows."});
}

void against_target(const Due& due, double value, std::vector<Warning>& all) {
  if (!due.target || value == 0) return;
  const auto expected = indicator::expected(*due.target, *due.definition, due.period);
  if (!expected.value || *expected.value == 0) return;
  const double times = std::fabs(*expected.value / value);
  const bool mistyped = times > 50 || times < 0.02;
  if (!mistyped) return;
  all.push_back({"target_mistyped", "value", "The target is " + indicator::written(*expected.value, *due.definition) + ", far from " +
                 indicator::written(value, *due.definition) + ". One of them may be mistyped."});
}

}  // namespace

std::vector<Warning> warnings(const Due& due, const Entry& entry) {
  std::vector<Warning> all;
  const auto value = number(entry, *due.definition);
  if (!value) return all;
  against_usual(due, *value, all);
  against_before(due, *value, all);
  against_the_year_so_far(due, *value, all);
  against_target(due, *value, all);
  return all;
}

}  // namespace collect
