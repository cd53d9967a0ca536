// What the explorer shows of one published indicator, and what it tells as data.
#pragma once
#include "compare/load.h"
#include "explore/series.h"

namespace explore {

enum class ShownAs : std::uint8_t { chart, table, map, trends };
std::string_view code(ShownAs as);   // "map", for the address
std::string_view words(ShownAs as);  // "Map"
ShownAs read_shown_as(std::string_view text);  // a chart when it is nothing else
inline constexpr ShownAs all_shown_as[] = {ShownAs::chart, ShownAs::table, ShownAs::map, ShownAs::trends};

struct ExplorerView {
  const compare::Load* load = nullptr;
  compare::PublishedIndicator indicator;
  indicator::Polarity polarity = indicator::Polarity::neutral;
  std::string group;  // in words
  bool are_small = false;  // its members are wards or other small areas of the council
  compare::Writing writing;
  ShownAs as = ShownAs::chart;
  Series series;
  std::string answer;  // the sentence on top
};
// What one of its members is, and several: "council", "areas".
inline std::string_view one_of(const ExplorerView& view) { return view.are_small ? "area" : "council"; }
inline std::string_view many_of(const ExplorerView& view) { return view.are_small ? "areas" : "councils"; }
std::string answer_of(const ExplorerView& view, const compare::Authority& own);

// A row for each council: of the period shown, or of each period when trends are.
struct ExplorerRow {
  const Member* member = nullptr;
  calendar::Period period;
  std::optional<double> value;
};
std::vector<ExplorerRow> rows_of(const ExplorerView& view);

template <class Teller>
void describe(Teller& t, const ExplorerRow& row) {
  static const Member nobody;
  static const compare::Authority nowhere;
  const auto& member = row.member ? *row.member : nobody;
  const auto& authority = member.authority ? *member.authority : nowhere;
  const bool is_now = member.figure && member.figure->period == row.period;
  t.field("area_code", authority.code);
  t.field("area_name", authority.name);
  t.field("tier", compare::code(authority.tier));
  t.field("region", authority.region);
  t.field("stands", member.is_own ? std::string("own") : std::string("group"));
  t.field("period", row.member ? row.period.iso() : std::string());
  t.field("value", row.value);
  t.field("lci", is_now ? member.figure->low : std::nullopt);
  t.field("uci", is_now ? member.figure->high : std::nullopt);
  t.field("mark", is_now ? member.figure->mark : std::string());
}

template <class Teller>
void describe(Teller& t, const ExplorerView& view) {
  t.field("indicator", view.indicator.title);
  t.field("unit", view.indicator.unit);
  t.field("data_set", view.load ? view.load->data_set : std::string());
  t.field("licence", view.load ? view.load->licence : std::string());
  t.field("period", view.series.period.iso());
  t.field("group", view.group);
  t.field("councils", view.series.with_value());
  t.field("answer", view.answer);
  t.field("median", view.series.spread ? std::optional(view.series.spread->median) : std::nullopt);
  t.field("mad", view.series.spread ? std::optional(view.series.spread->mad) : std::nullopt);
  t.rows("figures", rows_of(view));
}

}  // namespace explore
