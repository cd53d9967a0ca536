#include "assess/picture_store.h"

#include <utility>

#include "assess/rule_edition_store.h"
#include "collect/figure_store.h"
#include "council/council_store.h"
#include "indicator/indicator_store.h"
#include "indicator/rebase_store.h"
#include "indicator/target_store.h"
#include "money/money_store.h"
#include "plan/plan_store.h"

namespace assess {
namespace {

// Stores hand over by indicator number; this finds the one that each piece belongs to.
class Gathering {
 public:
  explicit Gathering(Picture& picture) : picture_(picture) {}

  Kept* of(indicator::IndicatorId id) {
    const auto found = places_.find(id);
    return found == places_.end() ? nullptr : &picture_.indicators[found->second];
  }
  Kept& add(indicator::IndicatorId id) {
    places_.emplace(id, picture_.indicators.size());
    auto& kept = picture_.indicators.emplace_back();
    kept.id = id;
    return kept;
  }

 private:
  Picture& picture_;
  std::unordered_map<indicator::IndicatorId, std::size_t> places_;
};

void gather_definitions(kit::Transaction& tx, Picture& picture, Gathering& gathering) {
  for (auto& definition : indicator::load_definitions(tx, picture.as_at, picture.version)) {
    auto* kept = gathering.of(definition.indicator);
    if (!kept) kept = &gathering.add(definition.indicator);
    kept->definitions.push_back(std::move(definition));
  }
  for (auto& line : indicator::load_lineage(tx, picture.as_at, picture.version))
    if (auto* kept = gathering.of(line.indicator)) kept->lineage.push_back(std::move(line));
}

void gather_targets(kit::Transaction& tx, Picture& picture, Gathering& gathering) {
  for (auto& target : indicator::load_targets(tx, picture.as_at, picture.version)) {
    auto* kept = gathering.of(target.indicator);
    if (!kept) continue;
    if (!kept->targets.empty() && kept->targets.back().year == target.year) kept->targets.pop_back();
    kept->targets.push_back(target);
    kept->target_history.push_back(std::move(target));
  }
}

void gather_rebases(kit::Transaction& tx, Picture& picture, Gathering& gathering) {
  for (auto& rebase : indicator::load_rebases(tx, picture.as_at, picture.version))
    if (auto* kept = gathering.of(rebase.indicator)) kept->rebases.push_back(std::move(rebase));
}

void gather_figures(kit::Transaction& tx, Picture& picture, Gathering& gathering) {
  collect::load_figures(tx, picture.as_at, picture.version, [&](indicator::IndicatorId id, collect::Figures figures) {
    if (auto* kept = gathering.of(id)) kept->figures = std::move(figures);
  });
}

}  // namespace

std::shared_ptr<const Picture> load_picture(kit::Database& db, kit::Moment as_at, Seen seen) {
  auto picture = std::make_shared<Picture>();
  picture->as_at = as_at;
  picture->is_past = seen == Seen::from_the_past;
  picture->version = db.version();

  auto tx = db.read();
  picture->council = council::load_council(tx, as_at, picture->version);
  picture->plan = plan::load_plan(tx, as_at, picture->version);
  picture->money = money::load_months(tx, as_at, picture->version);
  picture->rules = load_rules(tx, as_at, picture->version);
  Gathering gathering(*picture);
  gather_definitions(tx, *picture, gathering);
  gather_targets(tx, *picture, gathering);
  gather_rebases(tx, *picture, gathering);
  gather_figures(tx, *picture, gathering);

  index(*picture);
  return picture;
}

std::shared_ptr<const Picture> picture_for(const kit::Request& asked, council::Desk& desk) {
  const auto today = desk.end_of_today();
  const auto wanted = kit::Moment::parse(asked.asked("as-at"));
  const bool is_past = wanted && *wanted < today;
  const auto as_at = is_past ? *wanted : today;

  return desk.memory.get<Picture>(
      desk.db.version(), as_at.iso(),
      [&] { return load_picture(desk.db, as_at, is_past ? Seen::from_the_past : Seen::now); },
      [](const Picture& picture) { return bytes(picture); });
}

}  // namespace assess
