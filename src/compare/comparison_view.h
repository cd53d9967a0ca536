// What the page of a comparison tells, and its list of what can be compared.
#pragma once
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "compare/counts.h"
#include "compare/load.h"
#include "compare/story.h"
#include "parts/funnel.h"

namespace compare {

struct FigureView {
  const Authority* authority = nullptr;
  const AreaFigure* figure = nullptr;
  std::string stands;  // "own", "group", "outside"
};
template <class Teller>
void describe(Teller& t, const FigureView& view) {
  static const Authority nobody;
  static const AreaFigure none{};
  const auto& authority = view.authority ? *view.authority : nobody;
  const auto& figure = view.figure ? *view.figure : none;
  t.field("area_code", authority.code);
  t.field("area_name", authority.name);
  t.field("tier", code(authority.tier));
  t.field("region", authority.region);
  t.field("period", view.figure ? figure.period.iso() : std::string());
  t.field("value", figure.value);
  t.field("lci", figure.low);
  t.field("uci", figure.high);
  t.field("mark", figure.mark);
  t.field("stands", view.stands);
}

struct ThenView {
  Then then;
};
template <class Teller>
void describe(Teller& t, const ThenView& view) {
  t.field("period", view.then.period.iso());
  t.field("own", view.then.own);
  t.field("others_median", view.then.others_median);
  t.field("quartile", view.then.quartile);
  t.field("half_of_the_group_from", view.then.q1);
  t.field("half_of_the_group_to", view.then.q3);
  t.field("councils", view.then.councils);
}

// One council's counts, and whether they differ from the group's by more than chance.
struct CountedView {
  CountedCouncil council;
};
template <class Teller>
void describe(Teller& t, const CountedView& view) {
  t.field("area_code", view.council.authority->code);
  t.field("area_name", view.council.authority->name);
  t.field("cases", view.council.counted.cases);
  t.field("out_of", view.council.counted.of);
  t.field("against_the_group", assess::code(view.council.significance));
}

struct ComparisonView {
  const Load* load = nullptr;
  PublishedIndicator indicator;
  indicator::Polarity polarity = indicator::Polarity::neutral;
  std::string group;  // in words
  Writing writing;
  Comparison found;
  std::vector<calendar::Period> periods;  // in which the council has a figure, newest first
  std::string answer;
  std::optional<CountedComparison> counted;  // where the counts are known
  std::optional<assess::Interval> interval;  // from the counts, where none was published
  std::optional<parts::Funnel> funnel;       // the drawing of the counts
  std::optional<Story> story;                // the council's own words
  std::string story_by;
};
std::vector<FigureView> rows_of(const ComparisonView& view);  // the council, its group, then the others; each by name
template <class Teller>
void describe(Teller& t, const ComparisonView& view) {
  t.field("indicator", view.indicator.title);
  t.field("unit", view.indicator.unit);
  t.field("polarity", indicator::code(view.polarity));
  t.field("data_set", view.load->data_set);
  t.field("licence", view.load->licence);
  t.field("period", view.found.period.iso());
  t.field("group", view.group);
  t.field("councils", view.found.councils());
  t.field("answer", view.answer);
  t.list("context_only", view.found.context_only);
  t.field("others_median", view.found.stands.others_median);
  t.field("quartile", view.found.councils() < 5 ? std::optional<int>() : view.found.stands.quartile);
  t.field("percent_beaten", view.found.stands.percent_beaten);
  t.field("mads_from_median", view.found.stands.mads);
  std::vector<ThenView> past;
  for (const auto& each : view.found.past) past.push_back({each});
  t.list("past", past);
  t.field("worth_in_cases", view.counted ? view.counted->to_the_middle : std::nullopt);
  t.field("group_average", view.counted ? std::optional(view.counted->average) : std::nullopt);
  std::vector<CountedView> counted;
  if (view.counted)
    for (const auto& each : view.counted->councils) counted.push_back({each});
  t.list("counts", counted);
  t.field("story", view.story ? view.story->words : std::string());
  t.rows("figures", rows_of(view));
}

// One published indicator in the list, and how the council stands among those of its tier.
struct ListedView {
  const Load* load = nullptr;
  PublishedIndicator indicator;
  Place place;
  Writing writing;
  double mads = 0;  // from the middle

  std::optional<int> quartile() const;
  bool stands_out() const;
  std::string question() const;  // "Why is … so much higher than elsewhere?"
};
template <class Teller>
void describe(Teller& t, const ListedView& view) {
  t.field("data_set", view.load ? view.load->data_set : std::string());
  t.field("indicator", view.indicator.title);
  t.field("unit", view.indicator.unit);
  t.field("period", view.load ? view.place.period.iso() : std::string());
  t.field("own", view.place.own);
  t.field("councils", view.place.areas);
  t.field("median", view.place.median);
  t.field("others_median", view.place.others_median);
  t.field("quartile", view.quartile());
  t.field("mads_from_median", view.mads);
}

struct ListView {
  std::vector<ListedView> all;
};
template <class Teller>
void describe(Teller& t, const ListView& view) {
  t.rows("indicators", view.all);
}

}  // namespace compare
