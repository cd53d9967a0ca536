#include "plan/plan.h"

#include <algorithm>
#include <unordered_set>

#include "kit/quote.h"

namespace plan {
namespace {

template <class Thing>
const Thing* by_code(const std::vector<Thing>& all, std::string_view code) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Thing& each) { return each.code == code; });
  return found == all.end() ? nullptr : &*found;
}

bool is_code(std::string_view code) {
  const auto fits = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' ||
           c == '.';
  };
  return !code.empty() && code.size() <= 40 && std::all_of(code.begin(), code.end(), fits);
}

std::string code_refusal(std::string_view code) {
  return (code.empty() ? std::string("Give it a short code") : "Found " + kit::quoted(code)) +
         ". A code has up to 40 letters, digits, hyphens, underscores or points.";
}

std::size_t place_of_level(const Framework& framework, std::string_view level) {
  return static_cast<std::size_t>(std::find(framework.levels.begin(), framework.levels.end(), level) -
                                  framework.levels.begin());
}

// Whether a priority would stand above itself.
bool goes_round(const Priority& priority, const Plan& plan) {
  const Priority* up = plan.priority(priority.part_of);
  for (std::size_t steps = 0; up && steps <= plan.priorities.size(); ++steps) {
    if (up->code == priority.code) return true;
    up = plan.priority(up->part_of);
  }
  return up != nullptr;
}

void check_above(const Priority& priority, const Framework& framework, const Plan& plan, kit::Refusals& no) {
  const Priority* above = plan.priority(priority.part_of);
  if (!above)
    return no.add("part_of",
                  "There is no priority " + kit::quoted(priority.part_of) + ". Add its row, or correct the code.");
  if (goes_round(priority, plan)) return no.add("part_of", "The priority would stand above itself.");
  no.unless(above->framework == priority.framework, "part_of", "The priority above belongs to another framework.");
  no.unless(above->framework != priority.framework ||
                place_of_level(framework, above->level) < place_of_level(framework, priority.level),
            "part_of", kit::quoted(above->title) + " does not stand on a higher level. Check the level of both.");
}

}  // namespace

const Framework* Plan::main() const {
  for (const auto& framework : frameworks)
    if (!framework.gone) return &framework;
  return nullptr;
}
const Framework* Plan::framework(std::string_view code) const { return by_code(frameworks, code); }
const Priority* Plan::priority(std::string_view code) const {
  return code.empty() ? nullptr : by_code(priorities, code);
}

std::vector<const Priority*> Plan::children(std::string_view priority_code) const {
  std::vector<const Priority*> found;
  for (const auto& each : priorities)
    if (!each.gone && !priority_code.empty() && each.part_of == priority_code) found.push_back(&each);
  return found;
}

std::vector<const Priority*> Plan::tops(std::string_view framework_code) const {
  std::vector<const Priority*> found;
  for (const auto& each : priorities)
    if (!each.gone && each.framework == framework_code && !priority(each.part_of)) found.push_back(&each);
  return found;
}

std::vector<const Priority*> Plan::of(indicator::IndicatorId indicator) const {
  std::vector<const Priority*> found;
  for (const auto& line : lines)
    if (line.indicator == indicator && !line.gone)
      if (const auto* on = priority(line.priority); on && !on->gone) found.push_back(on);
  return found;
}

std::vector<const Priority*> Plan::of(indicator::IndicatorId indicator, kit::Date day) const {
  std::vector<const Priority*> found;
  for (const auto& line : lines)
    if (line.indicator == indicator && line.holds_on(day))
      if (const auto* on = priority(line.priority); on && !on->gone) found.push_back(on);
  return found;
}

std::vector<const Priority*> Plan::thread(const Priority& priority) const {
  std::vector<const Priority*> from_below;
  for (const Priority* each = &priority; each && from_below.size() <= priorities.size();
       each = this->priority(each->part_of))
    from_below.push_back(each);
  return {from_below.rbegin(), from_below.rend()};
}

std::vector<indicator::IndicatorId> Plan::below(std::string_view priority_code) const {
  std::unordered_set<std::string_view> under = {priority_code};
  std::vector<std::string_view> open = {priority_code};
  while (!open.empty()) {
    const auto above = open.back();
    open.pop_back();
    for (const auto* child : children(above))
      if (under.insert(child->code).second) open.push_back(child->code);
  }
  std::vector<indicator::IndicatorId> found;
  std::unordered_set<indicator::IndicatorId> seen;
  for (const auto& line : lines)
    if (!line.gone && under.contains(line.priority) && seen.insert(line.indicator).second)
      found.push_back(line.indicator);
  return found;
}

kit::Refusals faults(const Priority& priority, const Plan& plan) {
  kit::Refusals no;
  no.unless(is_code(priority.code), "code", code_refusal(priority.code));
  no.unless(!priority.title.empty(), "title", "Give the priority a title.");
  const Framework* framework = plan.framework(priority.framework);
  if (!framework) {
    no.add("framework",
           "There is no framework " + kit::quoted(priority.framework) + ". Add its row, or correct the code.");
    return no;
  }
  std::string levels;
  for (const auto& level : framework->levels) levels += (levels.empty() ? "" : ", ") + level;
  no.unless(place_of_level(*framework, priority.level) < framework->levels.size(), "level",
            "Found " + kit::quoted(priority.level) + ". The levels of " + framework->name + " are: " + levels + ".");
  if (!priority.part_of.empty()) check_above(priority, *framework, plan, no);
  return no;
}

kit::Refusals faults(const Framework& framework) {
  kit::Refusals no;
  no.unless(is_code(framework.code), "code", code_refusal(framework.code));
  no.unless(!framework.name.empty(), "title", "Give the framework a name.");
  no.unless(!framework.levels.empty(), "level", "Name the levels, top first: vision; commitment; service plan.");
  auto levels = framework.levels;
  std::sort(levels.begin(), levels.end());
  no.unless(std::adjacent_find(levels.begin(), levels.end()) == levels.end(), "level",
            "Two levels have the same name.");
  no.unless(std::find(levels.begin(), levels.end(), "") == levels.end(), "level", "A level has no name.");
  return no;
}

}  // namespace plan
