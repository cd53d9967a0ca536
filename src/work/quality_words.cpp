#include "work/quality_words.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "kit/number.h"

namespace work {
namespace {

using collect::ControlCheck;

constexpr std::string_view nothing_due = "No period has been due yet.";

// "June 2025 and July 2025", of those periods that are so.
template <class Is>
std::string periods_that(const QualityFacts& facts, Is is) {
  std::vector<std::string> all;
  for (const auto& period : facts.periods)
    if (std::invoke(is, period)) all.push_back(period.period.words());
  return listed(all);
}

template <class Is>
int how_many(const QualityFacts& facts, Is is) {
  return static_cast<int>(std::ranges::count_if(facts.periods, is));
}

int entered_here(const QualityFacts& facts) {
  return how_many(facts, [](const PeriodFacts& period) { return period.came && !period.from_file; });
}

// "the last 8 periods", "its one period".
std::string last_periods(int count) { return count == 1 ? "its one period" : "the last " + std::to_string(count) + " periods"; }

const Replaced* largest_change(const QualityFacts& facts, calendar::Period& in) {
  const Replaced* largest = nullptr;
  for (const auto& period : facts.periods)
    for (const auto& one : period.replaced)
      if (!largest || std::fabs(one.is - one.was) > std::fabs(largest->is - largest->was)) largest = &one, in = period.period;
  return largest;
}

std::string changes(const Quality& quality, const QualityFacts& facts) {
  const int reported = how_many(facts, [](const auto& period) { return period.reported.has_value(); });
  if (reported == 0) return "No figure is reported that could have changed.";
  if (quality.changed == 0)
    return reported == 1
               ? "Its one figure was not changed after it was reported."
               : "None of " + std::to_string(reported) + " reported figures was changed after it was reported.";
  calendar::Period in;
  const auto* largest = largest_change(facts, in);
  auto said = capital(kit::in_words(quality.changed)) + " of " + std::to_string(reported) +
              (reported == 1          ? " figure was"
               : quality.changed == 1 ? " figures was"
                                      : " figures were") +
              " changed after the report, by " +
              indicator::written_difference(std::fabs(largest->is - largest->was), *facts.definition) +
              (quality.changed == 1 ? " (" : " at most (") + in.words() + ")";
  return said + "; " +
         (quality.changed_status == 0
              ? "no status changed."
              : some(quality.changed_status, "change of status", "changes of status") + " followed.");
}

std::string returns(const Quality& quality, const QualityFacts& facts) {
  if (entered_here(facts) == 0 && quality.returned == 0) return "";
  if (quality.returned == 0) return " The checker returned none.";
  return " The checker returned an entry " +
         (quality.returned == 1   ? std::string("once")
          : quality.returned == 2 ? "twice"
                                  : kit::in_words(quality.returned) + " times") +
         " (" + periods_that(facts, [](const auto& period) { return period.returned > 0; }) + ").";
}

std::string control(const QualityFacts& facts) {
  if (!facts.control) return " Internal audit has not looked at it yet.";
  const auto on = " on " + facts.control->checked_on.words() + ".";
  switch (facts.control->result) {
    case ControlCheck::Result::sound: return " Internal audit found it sound" + on;
    case ControlCheck::Result::improve: return " Internal audit asked for improvement" + on;
    case ControlCheck::Result::unsound: return " Internal audit found it not sound" + on;
  }
  return {};
}

std::string parts_kept(const QualityFacts& facts) {
  if (!indicator::has_parts(facts.definition->aggregation)) return "";
  const int lacking = how_many(facts, &PeriodFacts::lacks_parts);
  if (lacking == 0) return " Each keeps its numerator and denominator.";
  return " " +
         capital(some(lacking, "figure lacks its numerator or denominator",
                      "figures lack their numerator or denominator")) +
         " (" + periods_that(facts, &PeriodFacts::lacks_parts) + ").";
}

std::string bounds(const indicator::Definition& d) {
  const auto written = [&](const kit::Decimal& bound) { return indicator::written(bound.number(), d); };
  if (d.least && d.most) return "A figure must lie between " + written(*d.least) + " and " + written(*d.most) + ".";
  if (d.least) return "A figure must be " + written(*d.least) + " or more.";
  if (d.most) return "A figure must be " + written(*d.most) + " or less.";
  return "Its definition sets no least and no greatest figure, so nothing stops a slip of the keyboard.";
}

std::string days(double count) { return kit::shortest(count) + (count == 1 ? " day" : " days"); }

std::string how_late(const Quality& quality, int missing) {
  if (!quality.days_late) return "";
  const auto late = days(*quality.days_late) + " late";
  if (quality.late == 1) return missing == 1 ? " It is " + late + " so far." : " It came " + late + ".";
  return missing > 0 ? " The median is " + late + " so far." : " The median is " + late + ".";
}

}  // namespace

std::string some(int count, std::string_view one, std::string_view many) {
  return kit::in_words(count) + " " + std::string(count == 1 ? one : many);
}

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  return words;
}

std::string listed(const std::vector<std::string>& all) {
  std::string text;
  for (std::size_t i = 0; i < all.size(); ++i) text += (i == 0 ? "" : i + 1 == all.size() ? " and " : ", ") + all[i];
  return text;
}

std::string accuracy(const Quality& quality, const QualityFacts& facts) {
  const int unchecked = how_many(facts, &PeriodFacts::unchecked);
  auto said = changes(quality, facts) + returns(quality, facts);
  if (unchecked > 0) said += " " + capital(some(unchecked, "was reported unchecked", "were reported unchecked")) + ".";
  return said + control(facts);
}

std::string completeness(const Quality& quality, const QualityFacts& facts) {
  const int not_applicable = static_cast<int>(facts.periods.size()) - quality.periods;
  if (quality.periods == 0) return not_applicable > 0 ? "It applied in none of its periods." : std::string(nothing_due);
  const int missing = quality.periods - quality.there;
  std::string said;
  if (missing == 0) said = capital(last_periods(quality.periods)) + (quality.periods == 1 ? " has a figure." : " all have a figure.");
  else if (quality.there == 0) said = "There is no figure for " + last_periods(quality.periods) + ".";
  else
    said = capital(kit::in_words(quality.there)) + " of " + last_periods(quality.periods) +
           (quality.there == 1 ? " has" : " have") + " a figure.";
  const auto said_why = periods_that(facts, [](const auto& period) { return period.is_gap() && period.is_there; });
  const auto silent = periods_that(facts, [](const auto& period) { return period.is_gap() && !period.is_there; });
  if (!said_why.empty()) said += " Said to be not available yet: " + said_why + ".";
  if (!silent.empty() && quality.there > 0) said += " Nothing has come for " + silent + ".";
  if (not_applicable > 0) said += " It did not apply in " + periods_that(facts, [](const auto& period) { return !period.is_due(); }) + ".";
  return said + (quality.there > 0 ? parts_kept(facts) : "");
}

std::string uniqueness(const QualityFacts& facts) {
  if (facts.same_title.empty() && facts.same_figures.empty()) {
    const bool can_tell = how_many(facts, [](const auto& period) { return period.reported.has_value(); }) >= 4;
    return can_tell ? "No other indicator has its title or shows the same figures."
                    : "No other indicator has its title. It has too few figures to be compared with those of others.";
  }
  std::string said;
  if (!facts.same_title.empty())
    said = listed(facts.same_title) + (facts.same_title.size() == 1 ? " has the same title." : " have the same title.");
  if (!facts.same_figures.empty())
    said += (said.empty() ? "" : " ") + listed(facts.same_figures) +
            (facts.same_figures.size() == 1 ? " shows" : " show") + " the same figures in each of these periods.";
  return said;
}

std::string consistency(const QualityFacts& facts) {
  std::string said = "What it counts did not change over these periods.";
  if (!facts.breaks.empty()) {
    std::vector<std::string> on;
    for (const auto& day : facts.breaks) on.push_back(day.words());
    said = "What it counts changed on " + listed(on) + ": figures before and after are not compared.";
  }
  if (entered_here(facts) == 0) return said + " No figure of these was entered here, so none was compared with what it usually shows.";
  const int unusual = how_many(facts, [](const auto& period) { return period.unusual > 0; });
  if (unusual == 0) return said + " No figure that was entered here was outside what it usually shows.";
  return said + " " +
         capital(some(unusual, "figure was outside what it usually shows, and the officer said why",
                      "figures were outside what it usually shows, and the officer said why each time")) +
         ".";
}

std::string timeliness(const Quality& quality, const QualityFacts& facts) {
  if (quality.periods == 0) return std::string(nothing_due);
  const int missing = how_many(facts, [](const auto& period) { return period.is_gap() && !period.came && !period.from_file; });
  std::vector<std::string> parts;
  if (quality.on_time > 0) parts.push_back(some(quality.on_time, "came by its due day", "came by their due days"));
  if (quality.late > missing) parts.push_back(some(quality.late - missing, "came late", "came late"));
  if (missing > 0) parts.push_back(some(missing, "has not come", "have not come"));
  if (quality.from_file > 0)
    parts.push_back(some(quality.from_file, "was brought in from a file, which does not say when it was entered",
                         "were brought in from files, which do not say when they were entered"));
  auto said = "Of " + last_periods(quality.periods) + ", " + listed(parts) + ".";
  return said + how_late(quality, missing);
}

std::string validity(const QualityFacts& facts) {
  const auto& d = *facts.definition;
  auto said = bounds(d);
  const int outside = how_many(facts, &PeriodFacts::is_outside);
  const int with_number = how_many(facts, [](const auto& period) { return period.reported.has_value(); });
  if (outside > 0)
    said += " " + capital(some(outside, "figure lies", "figures lie")) + " outside (" +
            periods_that(facts, &PeriodFacts::is_outside) + ").";
  else if ((d.least || d.most) && with_number > 0)
    said += with_number == 1 ? " Its one reported figure does."
                             : " All " + std::to_string(with_number) + " reported figures do.";
  int warnings = 0;
  for (const auto& period : facts.periods) warnings += period.other_warnings;
  if (warnings > 0)
    said += " " +
            capital(some(warnings, "entry looked mistyped and was confirmed with a reason",
                         "entries looked mistyped and were confirmed with a reason")) +
            ".";
  return said;
}

}  // namespace work
