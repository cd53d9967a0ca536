#include "assess/target_advice.h"

#include <algorithm>
#include <cmath>

#include "assess/forecast_memory.h"
#include "assess/sums.h"
#include "kit/number.h"

namespace assess {
namespace {

using calendar::FinancialYear;
using indicator::Definition;
using indicator::Expected;
using indicator::Polarity;
using indicator::Target;
using indicator::TargetKind;

constexpr std::size_t fewest_figures = 6;  // from which limits say something

std::string shown(double value, const Definition& d) { return indicator::written(value, d); }

// In whose middle four of five lie so: also where the range leans to one side, as that of a year's longest wait does.
Outturn outturn_of(const Interval& likely) {
  return {(likely.low + likely.high) / 2, (likely.high - likely.low) / 2 / standard_deviations(confidence_80)};
}

std::optional<double> chance_in(const Outturn& outturn, const Expected& wanted, const Definition& d) {
  if (wanted.low && wanted.high)
    return std::max(0.0,
                    chance(outturn, *wanted.low, Better::higher) + chance(outturn, *wanted.high, Better::lower) - 1);
  if (!wanted.value) return std::nullopt;
  return chance(outturn, *wanted.value, lower_is_better(d) ? Better::lower : Better::higher);
}

// "is likely to be met (72%)"
std::string verb_of(double chance) {
  const auto said = std::string(words(chance));
  const auto number = " (" + chance_written(chance) + ")";
  return said == "about even" ? "has about an even chance" + number : "is " + said + " to be met" + number;
}

std::string outlook(const IndicatorForecast& forecast, const Definition& d) {
  const auto& outturn = *forecast.outturn;
  const auto low = shown(outturn.likely->low, d), high = shown(outturn.likely->high, d);
  auto said = std::string(d.aggregation == indicator::Aggregation::snapshot
                              ? "by the end of the year it is expected to stand at "
                              : "the year as a whole is expected to come to ") +
              shown(outturn.value, d);
  return low == high ? said : said + ", and in four cases of five to between " + low + " and " + high;
}

bool is_stable(const TargetFacts& facts) {
  const auto& process = facts.process;
  return process.is_drawn() && process.chart.variation == Variation::common_cause && !process.shift_since &&
         process.newest().figures >= fewest_figures;
}

// The target of one period, where every period has the same and is judged by itself.
Expected of_each_period(const TargetFacts& facts, const Target& target) {
  const auto& d = facts.definition();
  const bool alike = target.kind == TargetKind::flat || target.kind == TargetKind::range || target.kind == TargetKind::linear;
  if (d.judged != indicator::Judged::in_period || !alike) return {};
  return indicator::expected(target, d, calendar::Period::containing(calendar::Period::year(target.year).last(), d.frequency));
}

// The share of the year's periods that meet it while the process goes on as it does.
double share_of_periods(const TargetFacts& facts, const Expected& wanted) {
  const auto& d = facts.definition();
  Sum met;
  int periods = 0;
  for (std::size_t i = 0; facts.forecast && i < facts.forecast->periods.size(); ++i) {
    const auto& step = facts.forecast->steps[i];
    if (facts.forecast->periods[i].financial_year() != facts.year || !step.likely) continue;
    met.add(chance_in(outturn_of(*step.likely), wanted, d).value_or(0));
    ++periods;
  }
  if (periods > 0) return met.value() / periods;
  const auto& stretch = facts.process.newest();
  return chance_in({stretch.mean, (stretch.limits->upper - stretch.mean) / 3}, wanted, d).value_or(0);
}

std::string in_ten(double share, const std::string& periods) {
  const int of_ten = static_cast<int>(std::lround(share * 10));
  if (of_ten <= 0) return "in hardly any of the " + periods;
  if (of_ten >= 10) return "in nearly all " + periods;
  return "in about " + kit::in_words(of_ten) + " of ten " + periods + " and missed in the others";
}

enum class Lies { unknown, inside, promised, beyond };
Lies against_limits(const TargetFacts& facts, const Expected& wanted) {
  const auto* limits = limits_of(facts);
  if (!limits || limits->upper <= limits->lower) return Lies::unknown;
  const auto inside = [&](double value) { return limits->lower <= value && value <= limits->upper; };
  if (wanted.low && wanted.high)
    return inside(*wanted.low) || inside(*wanted.high)                ? Lies::inside
           : *wanted.low<limits->lower&& * wanted.high> limits->upper ? Lies::promised
                                                                      : Lies::beyond;
  if (!wanted.value) return Lies::unknown;
  if (inside(*wanted.value)) return Lies::inside;
  const bool below = *wanted.value < limits->lower;
  return below != lower_is_better(facts.definition()) ? Lies::promised : Lies::beyond;
}

Lies against_process(const TargetFacts& facts, const Target& target, TargetMeaning& made) {
  const auto& d = facts.definition();
  const auto wanted = of_each_period(facts, target);
  const bool by_period = wanted.value || wanted.low;
  if (by_period && facts.process.is_drawn() && !is_stable(facts))
    made.remarks.push_back(
        "Something is changing: the newest figures are no ordinary variation, so what the process did until now promises little.");
  const auto lies = against_limits(facts, wanted);
  if (lies == Lies::unknown) return lies;
  const auto* limits = limits_of(facts);
  const auto usual = periods_word(d) + " lie between " + shown(limits->lower, d) + " and " + shown(limits->upper, d) + " by chance alone";
  if (lies == Lies::promised)
    made.remarks.push_back("As things go, " + usual +
                           ". The process meets this target consistently, so it asks for nothing new.");
  if (lies == Lies::beyond)
    made.remarks.push_back(
        "As things go, " + usual +
        ". No target beyond that is reached until something is changed: say in the rationale what will be.");
  if (lies != Lies::inside) return lies;
  made.is_inside_noise = true;
  made.remarks.push_back("It lies inside the noise: as things go, " + usual + ". It will be hit " +
                         in_ten(share_of_periods(facts, wanted), periods_word(d)) +
                         ", whether or not anybody does anything.");
  return lies;
}

// Where limits say nothing, the noise is that of the year: an even chance is chance alone.
void against_the_year(const TargetFacts& facts, TargetMeaning& made) {
  if (!made.chance || words(*made.chance) != words(0.5) || facts.forecast->outturn->error <= 0) return;
  made.is_inside_noise = true;
  made.remarks.push_back("It lies inside the noise: chance alone can carry the year to either side of it.");
}

// A sum is reached month by month: what that asks for, beside what was done.
void run_rate(const TargetFacts& facts, const Expected& wanted, TargetMeaning& made) {
  const auto& d = facts.definition();
  const auto& points = facts.process.chart.points;
  const auto a_year = static_cast<std::size_t>(12 / calendar::months_in(d.frequency));
  if (d.aggregation != indicator::Aggregation::sum || !wanted.value || a_year < 2 || points.size() < a_year) return;
  std::vector<double> last;
  for (auto point = points.end() - static_cast<std::ptrdiff_t>(a_year); point != points.end(); ++point) last.push_back(point->figure);
  const auto best = std::ranges::minmax_element(points, {}, &Charted::figure);
  const double best_ever = lower_is_better(d) ? best.min->figure : best.max->figure;
  const auto word = periods_word(d);
  const auto one = word.substr(0, word.size() - 1);
  made.remarks.push_back("It asks for " + shown(*wanted.value / static_cast<double>(a_year), d) + " a " + one +
                         ". The last " + kit::in_words(static_cast<int>(a_year)) + " " + word + " averaged " +
                         shown(sum(last) / static_cast<double>(a_year), d) + ", and the best " + one + " was " +
                         shown(best_ever, d) + ".");
}

void change_on_last_year(const TargetFacts& facts, const Expected& wanted, TargetMeaning& made) {
  const auto& d = facts.definition();
  const auto* last = facts.last_year();
  if (!last || !wanted.value) return;
  const double change = *wanted.value - *last->outturn;
  const bool same = kit::rounded(*wanted.value, d.decimals) == kit::rounded(*last->outturn, d.decimals);
  const bool better = lower_is_better(d) ? change < 0 : change > 0;
  made.remarks.push_back(
      last->year.words() + " came to " + shown(*last->outturn, d) +
      (same ? ": the target is the same."
            : ": the target is " + indicator::written_difference(change, d) + (better ? " better." : " worse.")));
}

}  // namespace

const PastTarget* TargetFacts::last_year() const {
  const auto found = std::ranges::find_if(past.rbegin(), past.rend(), [](const auto& one) { return one.outturn.has_value(); });
  return found == past.rend() ? nullptr : &*found;
}

const Limits* limits_of(const TargetFacts& facts) {
  if (!is_stable(facts) || !facts.process.newest().limits) return nullptr;
  return &*facts.process.newest().limits;
}

std::string periods_word(const Definition& d) {
  switch (d.frequency) {
    case calendar::Frequency::monthly: return "months";
    case calendar::Frequency::quarterly: return "quarters";
    case calendar::Frequency::half_yearly: return "half-years";
    default: return "years";
  }
}

bool lower_is_better(const Definition& d) { return d.polarity == Polarity::low_good; }

TargetFacts target_facts(const Picture& picture, const Kept& kept, FinancialYear year, Others others) {
  TargetFacts facts;
  facts.picture = &picture;
  facts.kept = &kept;
  facts.year = year;
  facts.past = past_targets(picture, kept, year);
  facts.process = process_of(kept);
  facts.others = std::move(others);
  const auto forecast = forecast_memory().forecast(picture, kept, year);
  if (*forecast) facts.forecast = **forecast;
  else facts.why_no_forecast = forecast->refusals().all().front().sentence;
  if (facts.forecast && !facts.forecast->outturn) facts.why_no_forecast = facts.forecast->why_no_outturn;
  if (facts.forecast && facts.forecast->outturn && !facts.forecast->outturn->likely)
    facts.why_no_forecast = "There are too few figures to say how far the forecast may be off.";
  return facts;
}

std::optional<double> chance_of(const IndicatorForecast& forecast, const Target& target, const Definition& d) {
  if (!forecast.outturn || !forecast.outturn->likely) return std::nullopt;
  return chance_in(outturn_of(*forecast.outturn->likely), expected_of_year(target, d), d);
}

std::string chance_written(double chance) {
  const auto percent = std::lround(chance * 100);
  if (percent < 1) return "less than 1%";
  return percent > 99 ? "more than 99%" : std::to_string(percent) + "%";
}

std::string written(const Expected& expected, const Definition& d) {
  if (expected.low && expected.high) return shown(*expected.low, d) + " to " + shown(*expected.high, d);
  return expected.value ? shown(*expected.value, d) : std::string();
}

TargetMeaning meaning(const TargetFacts& facts, const Target& target) {
  const auto& d = facts.definition();
  TargetMeaning made;
  const auto wanted = expected_of_year(target, d);
  const auto named = written(wanted, d);
  if (named.empty()) return made;
  if (facts.has_chance()) made.chance = chance_of(*facts.forecast, target, d);
  made.sentence = "A target of " + named + " for " + target.year.words();
  made.sentence += made.chance ? " " + verb_of(*made.chance) + ": " + outlook(*facts.forecast, d) + "."
                               : " has no chance that can be worked out. " + facts.why_no_forecast;
  if (against_process(facts, target, made) == Lies::unknown) against_the_year(facts, made);
  run_rate(facts, wanted, made);
  change_on_last_year(facts, wanted, made);
  return made;
}

}  // namespace assess
