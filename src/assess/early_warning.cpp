#include "assess/early_warning.h"

#include <algorithm>
#include <cmath>

#include "assess/chance.h"
#include "assess/period_words.h"
#include "assess/process_words.h"
#include "assess/sentences.h"
#include "kit/number.h"

namespace assess {
namespace {

using indicator::Definition;
using indicator::Polarity;
using indicator::written;

constexpr double unlikely = 0.33;         // rules.md 11.2
constexpr double far_from_others = 3;     // 11.6
constexpr std::size_t a_run = 3;          // 11.4
constexpr std::size_t listed_figures = 3;

const Definition& definition_of(const Signs& signs) { return *signs.judgement->definition; }

std::string lower_first(std::string_view words) {
  std::string made(words);
  if (!made.empty() && made[0] >= 'A' && made[0] <= 'Z') made[0] = static_cast<char>(made[0] + 32);
  return made;
}

std::string upper_first(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  return words;
}

std::string several(std::size_t count, int months) {
  return kit::in_words(static_cast<int>(count)) + ' ' + std::string(length_words(months)) + (count == 1 ? "" : "s");
}

std::string against(const Stand& stand, const Definition& d) {
  return written(stand.value, d) + " against " + target_words(stand.expected, d);
}

bool is_on_target(Rating rating) { return rating == Rating::blue || rating == Rating::green; }

// -- 1: the newest figure is a signal, for the worse ------------------------------------------------------------

std::string usual_words(const Stretch& stretch, const Definition& d) {
  std::string said = "; the average is " + written(stretch.mean, d);
  if (stretch.limits) said += " and " + written(stretch.limits->lower, d) + " to " + written(stretch.limits->upper, d) + " is usual";
  return said + ", from " + std::to_string(stretch.figures) + (stretch.is_trial() ? " figures only." : " figures.");
}

std::string concern(const Signs& signs) {
  if (!signs.process || signs.process->chart.variation != Variation::concern) return {};
  const Definition& d = definition_of(signs);
  const auto finding = signal_finding(*signs.process, d);
  if (!finding) return {};
  const auto& newest = signs.process->chart.points.back();
  const auto when = signs.process->periods.back().words();
  const auto what = finding->substr(0, finding->rfind(": "));
  const bool says_when = what.ends_with(when);
  return what + ": " + written(newest.figure, d) + (says_when ? "" : " in " + when) + usual_words(signs.process->newest(), d);
}

// -- 2: not off target yet, and heading there; or unlikely to get to the target --------------------------------

std::optional<double> chance_of_target(const IndicatorForecast& forecast, Polarity polarity) {
  const auto outturn = forecast.outturn->outturn();
  const auto& e = forecast.expected;
  if (polarity == Polarity::in_range && e.low && e.high)
    return chance(outturn, *e.low, Better::higher) + chance(outturn, *e.high, Better::lower) - 1;
  const auto better = read_better(indicator::code(polarity));
  return better && e.value ? std::optional(chance(outturn, *e.value, *better)) : std::nullopt;
}

std::string chance_words(double chance) {
  const double percent = 100 * chance;
  if (percent < 1) return "less than 1%";
  return kit::with_commas(percent, 0) + "%";
}

// On how many figures it rests, and what weighs most against it.
std::string rests_on(const IndicatorForecast& forecast) {
  std::string said = " From " + std::to_string(forecast.figures) + " figures.";
  return forecast.caveats.empty() ? said : said + ' ' + forecast.caveats.front();
}

std::string heading_off(const Signs& signs) {
  const auto* forecast = signs.forecast;
  if (!forecast || !forecast->outturn || forecast->periods.empty() || !is_rated(forecast->rating.at_value)) return {};
  const Definition& d = definition_of(signs);
  const Rating now = signs.judgement->rating;
  const auto likely = chance_of_target(*forecast, d.polarity);
  const bool turns_red = is_rated(now) && now != Rating::red && forecast->rating.at_value == Rating::red;
  if (!turns_red && !(likely && *likely < unlikely)) return {};
  std::string said = upper_first(forecast->outturn_words(d));
  if (turns_red) said += " It is " + lower_first(words(now)) + " now.";
  if (likely)
    said += " The chance of reaching " + target_words(forecast->expected, d) + " is " + chance_words(*likely) + ": " +
            std::string(words(*likely)) + '.';
  return said + rests_on(*forecast);
}

// -- 3: the status is worse than in the period before ----------------------------------------------------------

// Better than target and on target are both good.
int how_bad(Rating rating) { return is_on_target(rating) ? 0 : rating == Rating::amber ? 1 : 2; }

std::string worsened(const Signs& signs) {
  const auto& j = *signs.judgement;
  if (!signs.before || !is_rated(j.rating) || !is_rated(signs.before->rating) || !j.value) return {};
  if (how_bad(j.rating) <= how_bad(signs.before->rating)) return {};
  const Definition& d = *j.definition;
  return upper_first(lower_first(words(signs.before->rating))) + " in " + signs.before->period.words() + " (" +
         against(*signs.before, d) + "), " + lower_first(words(j.rating)) + " in " + j.period.words() + " (" +
         against({j.period, *j.value, j.expected, j.rating}, d) + ").";
}

// -- 4: three of its own figures in a row are worse than target ------------------------------------------------

std::string side_words(Polarity polarity) {
  if (polarity == Polarity::in_range) return "outside the range";
  return polarity == Polarity::low_good ? "above target" : "below target";
}

std::string worse_side(const Signs& signs) {
  const auto& run = signs.worse;
  if (run.size() < a_run) return {};
  const Definition& d = definition_of(signs);
  std::string figures;
  for (std::size_t i = listed_figures; i-- > 0;) figures += written(run[i].value, d) + (i > 1 ? ", " : i == 1 ? " and " : "");
  const auto first = target_words(run[listed_figures - 1].expected, d), last = target_words(run.front().expected, d);
  return upper_first(several(run.size(), run.front().period.months)) + " in a row " + side_words(d.polarity) +
         (run.size() > listed_figures ? ", the last three " : ": ") + figures + " against " +
         (first == last ? last : "targets of " + first + " to " + last) + '.';
}

// -- 5: no figure of the periods to come can bring the year to its target --------------------------------------

std::string out_of_reach(const Signs& signs) {
  if (!signs.reach || !signs.reach->is_out_of_reach || !signs.forecast) return {};
  const Definition& d = definition_of(signs);
  const auto& reach = *signs.reach;
  return "Even with " + written(reach.each, d) + " in " +
         (reach.left == 1
              ? "the one " + std::string(length_words(signs.forecast->periods.back().months))
              : "each of the " + several(static_cast<std::size_t>(reach.left), signs.forecast->periods.back().months)) +
         " left, " + signs.forecast->year.words() + " would come to " + written(reach.best, d) +
         " against a target of " + target_words(signs.forecast->expected, d) + '.';
}

// -- 6: further behind other councils ---------------------------------------------------------------------------

std::string quartile_words(int quartile) {
  constexpr std::array<std::string_view, 4> all = {"the best quarter", "the second quarter", "the third quarter", "the last quarter"};
  return std::string(all[static_cast<std::size_t>(std::clamp(quartile, 1, 4) - 1)]);
}

std::string others(const Signs& signs) {
  if (!signs.others) return {};
  const auto& o = *signs.others;
  const bool fell = o.quartile_before && o.quartile > *o.quartile_before, far = o.spreads > far_from_others;
  if (!fell && !far) return {};
  std::string said = "In " + quartile_words(o.quartile) + " of " + std::to_string(o.areas) + " areas in " + o.period.words();
  if (fell) said += ", a year before in " + quartile_words(*o.quartile_before);
  if (far) said += (fell ? ", and " : ", ") + kit::with_commas(o.spreads, 1) + " usual spreads worse than the middle one";
  return said + '.';
}

// -- 7: overdue, or provisional for half a year ------------------------------------------------------------------

std::string overdue(const Signs& signs) {
  const auto& j = *signs.judgement;
  if (!j.overdue) return {};
  const auto days = [&](const kit::Date& from) { return std::to_string((signs.today.day - from.day).count()) + " days"; };
  if (j.figure && j.figure->state == collect::State::delayed && j.figure->expected_on)
    return "The figure for " + j.period.words() + " was expected on " + j.figure->expected_on->words() + " and is not in.";
  const std::string ended = ", " + days(signs.awaited.last()) + " after the " + std::string(length_words(signs.awaited.months)) + " ended.";
  if (!j.figure || j.figure->state == collect::State::delayed) return "No figure for " + signs.awaited.words() + ended;
  return "No figure for " + signs.awaited.words() + ended + " The newest is for " + j.period.words() + '.';
}

std::string late(const Signs& signs) {
  std::string said = overdue(signs);
  if (signs.provisional.empty()) return said;
  const auto& oldest = signs.provisional.front();
  const auto more = signs.provisional.size() - 1;
  said += (said.empty() ? "The figure for " : " The figure for ") + oldest.period.words() +
          " has been provisional since " + oldest.since.words();
  if (more > 0)
    said += ", and so " +
            std::string(more == 1 ? "has one more" : "have " + kit::in_words(static_cast<int>(more)) + " more") +
            " for over six months";
  return said + '.';
}

// -- 8: a revision changed a status ------------------------------------------------------------------------------

std::string revised(const Signs& signs) {
  if (!signs.recoloured) return {};
  const auto& r = *signs.recoloured;
  const Definition& d = definition_of(signs);
  return "A revision of " + r.revised.words() + " on " + r.on.words() + " moved " +
         (r.is.period == r.revised ? "it" : r.is.period.words()) + " from " + written(r.was.value, d) + " to " +
         written(r.is.value, d) + ": " + lower_first(words(r.was.rating)) + " became " +
         lower_first(words(r.is.rating)) + '.';
}

constexpr bool rates = true;

constexpr std::array<Sign, 8> table = {{
    {Trigger::concern, "concern", "Getting worse, and not by chance",
     "The newest figure is worse than chance explains, by its process chart.", !rates, concern},
    {Trigger::heading_off, "heading-off", "Heading off target",
     "On target or close now and forecast to end the year off target; or less than one chance in three of reaching the target.",
     rates, heading_off},
    {Trigger::worsened, "worsened", "Status worsened", "The status is worse than in the period before.", rates,
     worsened},
    {Trigger::worse_side, "worse-side", "Three in a row worse than target",
     "Three or more of its own periods in a row are on the worse side of the target.", !rates, worse_side},
    {Trigger::out_of_reach, "out-of-reach", "Target out of reach",
     "Even the best possible figures in the rest of the year cannot reach the target.", !rates, out_of_reach},
    {Trigger::others, "others", "Falling behind others",
     "A quarter lower among other areas than a year before, or more than three usual spreads worse than the middle one.",
     !rates, others},
    {Trigger::late, "late", "Overdue or long provisional",
     "A figure is overdue, or has been provisional for more than six months.", !rates, late},
    {Trigger::revised, "revised", "Revision changed the status",
     "A figure was revised since the period began, and a status with it.", rates, revised},
}};

}  // namespace

const std::array<Sign, 8>& all_signs() { return table; }
const Sign& sign(Trigger trigger) { return table[static_cast<std::size_t>(trigger)]; }

std::optional<Trigger> read_trigger(std::string_view code) {
  const auto found = std::ranges::find(table, code, &Sign::code);
  return found == table.end() ? std::nullopt : std::optional(found->trigger);
}

std::vector<Warning> warnings(const Signs& signs, Speaks speaks) {
  std::vector<Warning> all;
  for (const auto& sign : table) {
    if (sign.rates && speaks == Speaks::not_of_ratings) continue;
    if (auto said = sign.said(signs); !said.empty()) all.push_back({sign.trigger, std::move(said)});
  }
  return all;
}

}  // namespace assess
