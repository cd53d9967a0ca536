#include "explore/standing_store.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "assess/benchmark.h"
#include "explore/standings.duck.sql.h"
#include "indicator/columns.h"

namespace explore {
namespace {

struct Figures {
  std::string period;
  std::optional<double> own;
  std::vector<double> others;
};

// Rows come by indicator and period, as they are kept: what they are of is looked for only where it changes.
class Gathering {
 public:
  Gathering(const std::string& own, const std::vector<std::string>& areas) : own_(own), areas_(areas.begin(), areas.end()) {}

  void take(const kit::Row& row) {
    const auto& area = row.text(3);
    const bool is_own = area == own_;
    if (!is_own && !areas_.contains(area)) return;
    const auto years_ago = static_cast<std::size_t>(row.integer(2));
    if (!at_ || at_->first != row.text(0)) at_ = &*all_.try_emplace(row.text(0)).first;
    auto& figures = at_->second[years_ago];
    if (figures.period.empty()) figures.period = row.text(1);
    if (is_own) figures.own = row.real(4);
    else figures.others.push_back(row.real(4));
  }

  using Two = std::array<Figures, 2>;  // now, and a year before
  std::map<std::string, const Two*> by_title() const {
    std::map<std::string, const Two*> made;
    for (const auto& [title, two] : all_) made.emplace(title, &two);
    return made;
  }

 private:
  const std::string& own_;
  std::unordered_set<std::string> areas_;
  std::unordered_map<std::string, Two> all_;
  std::pair<const std::string, Two>* at_ = nullptr;
};

double middle_distance(std::vector<double> all, double middle) {
  for (auto& each : all) each = std::fabs(each - middle);
  return assess::median_of(std::move(all));
}

compare::Place place_of(const std::string& title, const Figures& of) {
  const double own = *of.own;
  auto all = of.others;
  all.push_back(own);
  const double median = assess::median_of(all);
  return {.title = title,
          .period = indicator::known(calendar::Period::parse(of.period), of.period),
          .own = own,
          .areas = static_cast<int>(all.size()),
          .median = median,
          .mad = middle_distance(all, median),
          .others_median = of.others.empty() ? own : assess::median_of(of.others),
          .higher = static_cast<int>(std::ranges::count_if(of.others, [&](double each) { return each > own; })),
          .lower = static_cast<int>(std::ranges::count_if(of.others, [&](double each) { return each < own; }))};
}

}  // namespace

std::vector<Standing> standings_of(kit::Duck& duck, const compare::Load& load, const std::string& own,
                                   const std::vector<std::string>& areas) {
  Gathering gathering(own, areas);
  duck.each(standings_duck_sql::now_and_before, {{"file", duck.path(load.kept)}, {"own", own}}, "ttitr",
            [&](const kit::Row& row) { gathering.take(row); });
  std::vector<Standing> all;
  for (const auto& [title, two] : gathering.by_title()) {
    const auto& [now, before] = *two;
    if (!now.own) continue;
    all.push_back({place_of(title, now), before.own ? std::optional(place_of(title, before)) : std::nullopt});
  }
  return all;
}

}  // namespace explore
