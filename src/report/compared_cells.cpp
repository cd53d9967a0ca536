#include "report/compared_cells.h"

#include <algorithm>
#include <array>

#include "kit/number.h"
#include "report/cells.h"
#include "report/sections.h"

namespace report {
namespace {

using compare::AgainstOthers;

std::string listed(const std::vector<std::string>& pieces) {
  std::string all;
  for (std::size_t i = 0; i < pieces.size(); ++i) all += (i == 0 ? "" : i + 1 < pieces.size() ? ", " : " and ") + pieces[i];
  return all;
}

template <class Which>
int count_of(const std::vector<const AgainstOthers*>& all, const Which& which) {
  return static_cast<int>(std::ranges::count_if(all, [&](const auto* each) { return which(*each); }));
}

}  // namespace

Cell compared_number(const AgainstOthers& stands, std::optional<double> value) {
  Cell cell = words_cell(value ? stands.writing.number(*value) : "no figure");
  cell.holds = Cell::Holds::number;
  cell.number = value;
  cell.unit = stands.writing.unit;
  cell.decimals = stands.writing.decimals;
  return cell;
}

Cell where_we_stand(const AgainstOthers& stands) {
  auto cell = words_cell(capital(stands.stands));
  cell.below = (stands.is_context ? "among " : "of ") + stands.group;
  return cell;
}

Counted quarters_counted(std::string name, const std::vector<const AgainstOthers*>& all, const Subject& of) {
  constexpr std::array<std::pair<const char*, const char*>, 4> quarters = {{{"best_quarter", "in the best"},
                                                                            {"second_quarter", "in the second"},
                                                                            {"third_quarter", "in the third"},
                                                                            {"last_quarter", "in the last"}}};
  const int compared = static_cast<int>(all.size());
  Counted said{std::move(name), "", {{"compared", compared}}};
  std::vector<std::string> pieces;
  const auto say = [&](const char* what, int count, const std::string& one, const std::string& many) {
    said.counts.push_back({what, count});
    if (count > 0) pieces.push_back(kit::in_words(count) + ' ' + (count == 1 ? one : many));
  };
  for (int i = 0; i < 4; ++i) {
    const auto& [what, words] = quarters[static_cast<std::size_t>(i)];
    const std::string in = words + std::string(pieces.empty() ? " quarter" : "");
    say(what, count_of(all, [&](const auto& each) { return each.quarter == i + 1; }), "is " + in, "are " + in);
  }
  say("context", count_of(all, [](const auto& each) { return each.is_context; }), "is context only", "are context only");
  say("neither_better",
      count_of(all, [](const auto& each) { return each.period && !each.is_context && !each.quarter; }),
      "has no better quarter", "have no better quarter");
  say("no_figure", count_of(all, [](const auto& each) { return !each.period; }), "has no figure of ours beside theirs",
      "have no figure of ours beside theirs");
  said.text = "Of " + kit::in_words(compared) + ' ' + (compared == 1 ? of.one : of.many) + ", " + listed(pieces) + ".";
  return said;
}

}  // namespace report
