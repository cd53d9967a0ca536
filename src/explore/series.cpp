#include "explore/series.h"

#include <algorithm>
#include <map>

namespace explore {
namespace {

using calendar::Period;
using compare::AreaFigure;

struct Gathered {
  const compare::Authority* authority;
  std::map<Period, const AreaFigure*> figures;
};

std::vector<Gathered> gathered(std::span<const AreaFigure> figures, const compare::Authorities& authorities,
                               const compare::Authority& own, const compare::Group& group) {
  std::map<std::string_view, Gathered> by_code;
  for (const auto& each : figures) {
    const auto* authority = authorities.find(each.area);
    const bool is_own = authority == &own && group.among != compare::Among::within;  // a council is no part of itself
    if (!authority || (!is_own && !group.holds(own, *authority))) continue;
    auto& one = by_code[authority->code];
    one.authority = authority;
    one.figures[each.period] = &each;
  }
  std::vector<Gathered> all;
  for (auto& [code, one] : by_code) all.push_back(std::move(one));
  std::ranges::sort(all, [&](const Gathered& a, const Gathered& b) {
    return (a.authority == &own) != (b.authority == &own) ? a.authority == &own : a.authority->name < b.authority->name;
  });
  return all;
}

std::map<Period, int> counted(const std::vector<Gathered>& all) {
  std::map<Period, int> values;
  for (const auto& one : all)
    for (const auto& [period, figure] : one.figures)
      if (figure->value) ++values[period];
  return values;
}

Period shown(const std::map<Period, int>& values, const std::optional<Period>& asked) {
  if (asked && values.contains(*asked)) return *asked;
  int most = 0;
  for (const auto& [period, count] : values) most = std::max(most, count);
  for (auto each = values.rbegin(); each != values.rend(); ++each)
    if (2 * each->second >= most) return each->first;
  return {};
}

std::optional<double> value_in(const Gathered& of, const Period& period) {
  const auto found = of.figures.find(period);
  return found == of.figures.end() ? std::nullopt : found->second->value;
}

}  // namespace

int Series::with_value() const { return static_cast<int>(std::ranges::count_if(members, &Member::has_value)); }

Series series_of(std::span<const AreaFigure> figures, const compare::Authorities& authorities,
                 const compare::Authority& own, const compare::Group& group, indicator::Polarity polarity,
                 const std::optional<Period>& asked) {
  const auto all = gathered(figures, authorities, own, group);
  const auto values = counted(all);
  Series made;
  if (values.empty()) return made;
  made.period = shown(values, asked);
  for (const auto& [period, count] : values) {
    made.all_periods.insert(made.all_periods.begin(), period);
    if (period.months == made.period.months) made.periods.push_back(period);
  }
  std::vector<double> now;
  for (const auto& one : all) {
    const auto found = one.figures.find(made.period);
    Member member{one.authority, found == one.figures.end() ? nullptr : found->second, one.authority == &own, {}};
    for (const auto& period : made.periods) member.trend.push_back(value_in(one, period));
    if (member.has_value()) now.push_back(*member.figure->value);
    made.members.push_back(std::move(member));
  }
  for (std::size_t i = 0; i < made.periods.size(); ++i) {
    std::vector<double> then;
    for (const auto& member : made.members)
      if (member.trend[i]) then.push_back(*member.trend[i]);
    made.middles.push_back(then.size() < 5 ? std::nullopt : std::optional(assess::median_of(then)));
  }
  const assess::Group judged(std::move(now), polarity);
  made.spread = judged.spread();
  if (!made.members.empty() && made.members[0].is_own && made.members[0].has_value()) made.own = judged.of(*made.members[0].figure->value);
  return made;
}

}  // namespace explore
