#include "compare/comparison_view.h"

#include <cmath>

#include "assess/quantile.h"

namespace compare {

std::vector<FigureView> rows_of(const ComparisonView& view) {
  std::vector<FigureView> rows = {{view.found.own.authority, view.found.own.figure, "own"}};
  for (const auto& each : view.found.others) rows.push_back({each.authority, each.figure, "group"});
  for (const auto& each : view.found.without) rows.push_back({each.authority, each.figure, "group"});
  for (const auto& each : view.found.outside) rows.push_back({each.authority, each.figure, "outside"});
  return rows;
}

// Where neither way is known to be better, 1 is the highest.
std::optional<int> ListedView::quartile() const {
  if (place.areas < 5) return std::nullopt;
  const bool low_is_first = indicator.polarity == indicator::Polarity::low_good;
  return assess::quantile(1 + (low_is_first ? place.lower : place.higher), place.areas, 4);
}

bool ListedView::stands_out() const { return place.areas >= 5 && assess::oddity(mads) != assess::Oddity::none; }

std::string ListedView::question() const {
  const bool far = assess::oddity(mads) == assess::Oddity::outlier;
  return "Why is “" + indicator.title + "” " + writing.number(place.own) + " here in " + place.period.words() + ", " +
         (far ? "far " : "") + (mads > 0 ? "higher" : "lower") + " than the middle of " +
         std::to_string(place.areas - 1) + " others, " + writing.number(place.others_median) + "?";
}

}  // namespace compare
