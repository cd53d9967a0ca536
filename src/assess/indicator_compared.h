// How an indicator compares with other councils, on its page: found by whoever knows what others publish, shown here.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "kit/html.h"
#include "parts/strip.h"
#include "parts/trend_beside.h"

namespace assess {

struct IndicatorCompared {
  std::string answer;                     // "North Vale: 52.1% in 2023/24, in the second quarter of 36 …"
  std::vector<std::string> context_only;  // why it is to be read as context; empty: like with like
  std::string published, data_set, group, period;
  std::optional<double> own, others_median;
  std::optional<int> quartile;
  int councils = 0;
  std::string story, story_by;            // the council's own words on it, and whose and when
  std::optional<parts::Strip> strip;      // none: there is nothing to draw
  std::optional<parts::TrendBeside> trend;  // none: there is one period only
  std::string words_address;              // where its words are written
  std::string address;                    // of the page of the comparison
  std::string by_ward;                    // address of the figures of its wards, where there are some
};
template <class Teller>
void describe(Teller& t, const IndicatorCompared& view) {
  t.field("answer", view.answer);
  t.field("published", view.published);
  t.field("data_set", view.data_set);
  t.field("group", view.group);
  t.field("period", view.period);
  t.field("own", view.own);
  t.field("others_median", view.others_median);
  t.field("quartile", view.quartile);
  t.field("councils", view.councils);
  t.list("context_only", view.context_only);
  t.field("story", view.story);
  t.field("by_ward", view.by_ward);
}

void compared_section(kit::Html& html, const std::optional<IndicatorCompared>& compared);

}  // namespace assess
