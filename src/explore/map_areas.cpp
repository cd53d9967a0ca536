#include "explore/map_areas.h"

#include <algorithm>
#include <map>
#include <set>

namespace explore {
namespace {

using compare::Authority;
using compare::Tier;

class Choosing {
 public:
  Choosing(const std::vector<Outline>& outlines, const compare::Authorities& authorities, const Authority& own,
           const Series& series)
      : outlines_(outlines),
        authorities_(authorities),
        hidden_(own.tier == Tier::county ? Tier::district : Tier::county),
        day_(series.period.last()) {
    for (const auto& each : series.members) members_[each.authority->code] = &each, are_small_ = each.authority->is_small();
  }

  // Figures first; of two that overlap, the one that was there on the period's last day.
  std::vector<DrawnArea> chosen() {
    for (const bool in_force : {true, false}) add([&](const Authority& each) { return has_value(each) && each.was_on(day_) == in_force; });
    add([&](const Authority& each) { return members_.contains(each.code) && each.was_on(day_); });
    if (!are_small_) add([&](const Authority& each) { return each.was_on(day_); });
    std::ranges::stable_sort(all_, [](const DrawnArea& a, const DrawnArea& b) { return order_of(a) < order_of(b); });
    return std::move(all_);
  }

 private:
  static std::pair<int, std::string_view> order_of(const DrawnArea& each) {
    return {!each.member ? 2 : each.member->is_own ? 0 : 1, each.outline->name};
  }

  bool has_value(const Authority& of) const {
    const auto found = members_.find(of.code);
    return found != members_.end() && found->second->has_value();
  }

  bool overlaps(const Authority& each) const {
    const auto is_drawn = [&](const Authority* other) { return drawn_.contains(other->code); };
    return std::ranges::any_of(authorities_.predecessors(each), is_drawn) || std::ranges::any_of(authorities_.successors(each), is_drawn);
  }

  template <class Wanted>
  void add(const Wanted& wanted) {
    for (const auto& outline : outlines_) {
      const auto* authority = authorities_.find(outline.code);
      if (!authority || authority->tier == hidden_ || authority->tier == Tier::combined ||
          authority->is_small() != are_small_ || drawn_.contains(outline.code))
        continue;
      if (!wanted(*authority) || overlaps(*authority)) continue;
      drawn_.insert(outline.code);
      const auto member = members_.find(outline.code);
      all_.push_back({&outline, member == members_.end() ? nullptr : member->second});
    }
  }

  const std::vector<Outline>& outlines_;
  const compare::Authorities& authorities_;
  Tier hidden_;
  kit::Date day_;
  bool are_small_ = false;  // wards, and nothing round them
  std::map<std::string_view, const Member*> members_;
  std::set<std::string_view> drawn_;
  std::vector<DrawnArea> all_;
};

}  // namespace

std::vector<DrawnArea> drawn_areas(const std::vector<Outline>& outlines, const compare::Authorities& authorities,
                                   const Authority& own, const Series& series) {
  return Choosing(outlines, authorities, own, series).chosen();
}

}  // namespace explore
