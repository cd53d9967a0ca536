// What the page and the data of /explore/standings tell: one council in every published indicator, or every council of its group.
#pragma once
#include <memory>

#include "compare/comparison.h"
#include "compare/load.h"
#include "explore/everyone.h"

namespace explore {

// What is the same for every council in one indicator.
struct StandingsIn {
  const compare::Load* load = nullptr;
  compare::PublishedIndicator indicator;
  calendar::Period period;
  int councils = 0;
  double median = 0, mad = 0;
  compare::Writing writing;
};
struct StandingRow {
  std::shared_ptr<const StandingsIn> in;
  const compare::Authority* council = nullptr;
  StandsAt stands;
};

template <class Teller>
void describe(Teller& t, const StandingRow& view) {
  static const StandingsIn nothing;
  const bool is_there = view.in != nullptr;
  const auto& in = is_there ? *view.in : nothing;
  t.field("data_set", is_there ? in.load->data_set : std::string());
  t.field("indicator", in.indicator.title);
  t.field("unit", in.indicator.unit);
  t.field("period", is_there ? in.period.iso() : std::string());
  t.field("area_code", is_there ? view.council->code : std::string());
  t.field("area_name", is_there ? view.council->name : std::string());
  t.field("figure", view.stands.figure);
  t.field("rank", view.stands.rank);
  t.field("councils", in.councils);
  t.field("quartile", view.stands.quartile);
  t.field("median", in.median);
  t.field("mad", in.mad);
  t.field("others_median", view.stands.others_median);
  t.field("mads_from_median", view.stands.mads);
}

struct StandingsView {
  std::string council, group;
  std::vector<StandingRow> all;
  bool is_too_large = false;  // more rows than are given at once
  std::size_t without = 0;  // indicators in which the group has figures and the council has none then
};
template <class Teller>
void describe(Teller& t, const StandingsView& view) {
  t.field("council", view.council);
  t.field("group", view.group);
  t.field("indicators_without_a_figure", static_cast<std::int64_t>(view.without));
  t.rows("standings", view.all);
}

}  // namespace explore
