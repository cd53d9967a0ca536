#include "report/choice.h"

#include <algorithm>

#include "assess/narrowing.h"
#include "plan/counting.h"

namespace report {
namespace {

using assess::Judged;
using assess::Judgement;
using indicator::Kind;

bool is_of_the_set(Kind kind) { return kind == Kind::core || kind == Kind::service || kind == Kind::organisational_health; }

bool holds(const Choice& choice, const Judgement& j) {
  const auto& d = *j.definition;
  if (choice.kinds.empty() && choice.indicator.empty()
          ? !is_of_the_set(d.kind)
          : !choice.kinds.empty() && std::ranges::find(choice.kinds, d.kind) == choice.kinds.end())
    return false;
  return (choice.theme.empty() || choice.theme == d.health_theme) &&
         (choice.portfolio.empty() || choice.portfolio == d.portfolio) &&
         (choice.indicator.empty() || choice.indicator == d.code);
}

struct Key {
  std::string code, title;
};

Key key_of(const Judged& judged, const Judgement& j, Grouping by) {
  const auto& picture = *judged.picture;
  const auto& d = *j.definition;
  switch (by) {
    case Grouping::priority: {
      const auto* priority = plan::counted_for(picture.plan, j.kept->id);
      return priority ? Key{priority->code, priority->title} : Key{};
    }
    case Grouping::directorate: {
      const auto* unit = picture.council.directorate_of(d.service);
      return unit ? Key{unit->code, unit->name} : Key{};
    }
    case Grouping::theme: return {d.health_theme, d.health_theme};
    case Grouping::portfolio: return {d.portfolio, d.portfolio};
    case Grouping::none: break;
  }
  return {};
}

// In the council's own order; what the council has no order for comes by name.
std::vector<Key> order_of(const Judged& judged, Grouping by) {
  std::vector<Key> keys;
  const auto& picture = *judged.picture;
  if (by == Grouping::priority)
    for (const auto* priority : plan::counted(picture.plan)) keys.push_back({priority->code, priority->title});
  if (by == Grouping::directorate)
    for (const auto& unit : picture.council.units)
      if (unit.kind == council::Unit::Kind::directorate) keys.push_back({unit.code, unit.name});
  if (by == Grouping::theme) keys = {{"financial", "Financial"}, {"customer", "Customer"}, {"workforce", "Workforce"}};
  return keys;
}

std::string title_of_the_rest(Grouping by) {
  switch (by) {
    case Grouping::priority: return "On no line of the plan";
    case Grouping::directorate: return "Of no directorate";
    case Grouping::theme: return "Of no theme";
    case Grouping::portfolio: return "In no portfolio";
    case Grouping::none: break;
  }
  return {};
}

}  // namespace

Judgements chosen(const Judged& judged, const Choice& choice) {
  assess::Narrowing to;
  to.priority = choice.priority;
  to.directorate = choice.directorate;
  to.service = choice.service;
  auto all = assess::narrowed(judged, to);
  std::erase_if(all, [&](const Judgement* j) { return !holds(choice, *j); });
  return all;
}

std::vector<Group> grouped(const Judged& judged, const Judgements& judgements, Grouping by) {
  std::vector<Group> groups;
  for (const auto& key : order_of(judged, by)) groups.push_back({key.code, key.title, {}});
  const auto known = groups.size();
  Group rest{"", title_of_the_rest(by), {}};
  for (const auto* j : judgements) {
    const auto key = key_of(judged, *j, by);
    auto found = std::ranges::find(groups, key.code, &Group::code);
    if (key.code.empty()) rest.judgements.push_back(j);
    else if (found != groups.end()) found->judgements.push_back(j);
    else groups.push_back({key.code, key.title, {j}});
  }
  std::ranges::sort(groups.begin() + static_cast<std::ptrdiff_t>(known), groups.end(), {}, &Group::title);
  std::erase_if(groups, [](const Group& group) { return group.judgements.empty(); });
  if (!rest.judgements.empty()) groups.push_back(std::move(rest));
  return groups;
}

}  // namespace report
