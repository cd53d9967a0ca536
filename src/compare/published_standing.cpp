#include "compare/published_standing.h"

#include <algorithm>

namespace compare {
namespace {

// "up 1.2 points", as both are written; "the same" where they are written alike.
std::string moved(double from, double to, const Writing& writing) {
  if (writing.number(from) == writing.number(to)) return "the same";
  return (to > from ? "up " : "down ") + writing.gap(to - from);
}

}  // namespace

PublishedStanding standing(const Published& of, const Authorities& authorities, const Authority& own,
                           const Group& group, const calendar::Period& until) {
  PublishedStanding made{.stands = {}, .load = of.load, .unit = of.indicator.unit, .mark = {}, .before = {}, .line = {}, .story = {}};
  const Series series{of.load.data_set, of.indicator.title};
  made.stands.series = series;
  const auto newest = newest_of(of.figures, own, until);
  if (!newest) return made;
  const auto polarity = of.indicator.polarity.value_or(indicator::Polarity::neutral);
  const auto found = comparison(of.figures, authorities, own, group, polarity, newest);
  if (!found) return made;
  made.stands = told(*found, group, polarity, writing_of(of.indicator, of.figures), true);
  made.stands.series = series;
  made.mark = found->own.figure->mark;
  for (const auto& each : found->past) {
    if (each.period > *newest) break;
    made.line.emplace_back(each.own);
    if (each.period < *newest) made.before = each;
  }
  if (const auto* story = story_for(of.stories, *newest)) made.story = *story;
  return made;
}

std::string change_words(const PublishedStanding& of) {
  if (!of.before) return {};
  const auto& writing = of.stands.writing;
  const auto words = moved(of.before->own, of.stands.ours, writing);
  if (words == "the same") return "The same as in " + of.before->period.words();
  return (words[0] == 'u' ? "U" : "D") + words.substr(1) + " from " + writing.number(of.before->own) + " in " + of.before->period.words();
}

std::string middle_change_words(const PublishedStanding& of) {
  if (!of.before || !of.before->others_median || !of.stands.middle) return {};
  return moved(*of.before->others_median, *of.stands.middle, of.stands.writing);
}

}  // namespace compare
