#include "explore/everyone_store.h"

#include <algorithm>
#include <unordered_map>

#include "compare/published_file_store.h"
#include "explore/standings.duck.sql.h"
#include "indicator/columns.h"

namespace explore {
namespace {

// Rows come by indicator and period, as they are kept: what they are of is looked for only where it changes.
class Gathering {
 public:
  explicit Gathering(const std::vector<std::string>& codes) {
    for (std::size_t i = 0; i < codes.size(); ++i) places_.emplace(codes[i], static_cast<std::uint32_t>(i));
  }

  void take(const kit::Row& row) {
    const auto place = places_.find(row.text(2));
    if (place == places_.end()) return;
    if (!at_ || title_ != row.text(0) || period_ != row.text(1)) move_to(row.text(0), row.text(1));
    at_->figures.emplace_back(place->second, row.real(3));
  }

  std::vector<NewestFigures> all() {
    std::vector<NewestFigures> made;
    for (auto& [key, each] : all_) made.push_back(std::move(each));
    std::ranges::sort(made, [](const auto& a, const auto& b) {
      return a.title != b.title ? a.title < b.title : a.figures.size() > b.figures.size();
    });
    const auto others = std::ranges::unique(made, {}, &NewestFigures::title);
    made.erase(others.begin(), others.end());
    return made;
  }

 private:
  void move_to(const std::string& title, const std::string& period) {
    title_ = title, period_ = period;
    auto& found = all_[title + '\n' + period];
    if (found.figures.empty()) found.title = title, found.period = indicator::known(calendar::Period::parse(period), period);
    at_ = &found;
  }

  std::unordered_map<std::string, std::uint32_t> places_;
  std::unordered_map<std::string, NewestFigures> all_;
  std::string title_, period_;
  NewestFigures* at_ = nullptr;
};

}  // namespace

std::vector<NewestFigures> newest_figures_of(kit::Duck& duck, const compare::Load& load, const std::vector<std::string>& codes) {
  Gathering gathering(codes);
  duck.each(standings_duck_sql::newest_of_all, {{"newest", compare::newest_beside(duck, load)}}, "tttr",
            [&](const kit::Row& row) { gathering.take(row); });
  return gathering.all();
}

}  // namespace explore
