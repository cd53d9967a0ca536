#include "explore/explorer_view.h"

#include <algorithm>

namespace explore {
namespace {

struct AsRow {
  ShownAs as;
  std::string_view code, words;
};
constexpr AsRow rows[] = {{ShownAs::chart, "chart", "Chart"},
                          {ShownAs::table, "table", "Table"},
                          {ShownAs::map, "map", "Map"},
                          {ShownAs::trends, "trends", "Trends side by side"}};

}  // namespace

std::string_view code(ShownAs as) { return std::ranges::find(rows, as, &AsRow::as)->code; }
std::string_view words(ShownAs as) { return std::ranges::find(rows, as, &AsRow::as)->words; }
ShownAs read_shown_as(std::string_view text) {
  const auto* found = std::ranges::find(rows, text, &AsRow::code);
  return found == std::end(rows) ? ShownAs::chart : found->as;
}

std::string answer_of(const ExplorerView& view, const compare::Authority& own) {
  const auto& series = view.series;
  const auto count = series.with_value();
  const auto number = [&](double value) { return view.writing.number(value); };
  std::string said = std::to_string(count) + " " + view.group + (count == 1 ? " has" : " have") + " a figure for " + series.period.words();
  if (series.spread && count > 1)
    said += ", from " + number(series.spread->least) + " to " + number(series.spread->most) + "; the middle is " +
            number(series.spread->median);
  said += ".";
  if (view.are_small) return said;
  said += " ";
  if (!series.own) return said + own.name + " has none then.";
  said += own.name + ": " + number(*series.members[0].figure->value);
  if (count >= 5 && series.own->quartile) said += ", " + compare::quarter_words(*series.own->quartile, view.polarity);
  return said + ".";
}

std::vector<ExplorerRow> rows_of(const ExplorerView& view) {
  std::vector<ExplorerRow> all;
  for (const auto& member : view.series.members) {
    if (view.as != ShownAs::trends) {
      if (member.figure) all.push_back({&member, view.series.period, member.figure->value});
      continue;
    }
    for (std::size_t i = 0; i < view.series.periods.size(); ++i)
      if (member.trend[i]) all.push_back({&member, view.series.periods[i], member.trend[i]});
  }
  return all;
}

}  // namespace explore
