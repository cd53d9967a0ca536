// The sheet Plan against what is known.
#include <algorithm>

#include "exchange/council_rows.h"
#include "exchange/deciding_rows.h"

namespace exchange {
namespace {

using What = PlanRow::What;

template <class Thing>
class Things {
 public:
  explicit Things(Deciding& it, std::vector<Thing>& will_be) : it_(it), will_be_(will_be) {
    for (const auto& thing : will_be) {
      known_.emplace(thing.code, KnownRow<PlanRow>{row_of(thing), thing.at});
      next_ = std::max(next_, thing.order + 1);
    }
  }

  template <class Make, class Keep>
  void decide(std::vector<PlanRow*>& rows, Make make, Keep keep) {
    const auto found = known_.find(rows.front()->code);
    const auto add = [&](const PlanRow& row, kit::Moment at) {
      auto thing = make(row);
      thing.at = at;
      place(thing);
      keep(thing);
    };
    EditionsOf<PlanRow>(it_, Sheet::plan).decide(rows, found == known_.end() ? nullptr : &found->second, rows.back()->title, add);
  }

 private:
  // One that is known keeps its place; a new one comes after all that are known.
  void place(Thing& thing) {
    const auto same = std::find_if(will_be_.begin(), will_be_.end(), [&](const Thing& one) { return one.code == thing.code; });
    thing.order = same == will_be_.end() ? next_++ : same->order;
    if (same == will_be_.end()) will_be_.push_back(thing);
    else *same = thing;
  }

  Deciding& it_;
  std::vector<Thing>& will_be_;
  std::unordered_map<std::string, KnownRow<PlanRow>> known_;
  int next_ = 0;
};

plan::Framework framework_of(const PlanRow& row) { return {row.code, row.title, row.level, 0, {}, row.gone}; }

plan::Priority priority_of(const PlanRow& row) {
  return {row.code,
          row.framework,
          row.level.empty() ? "" : row.level.front(),
          row.title,
          row.part_of,
          row.director,
          row.meaning,
          0,
          {},
          row.gone};
}

void check_framework(Deciding& it, const PlanRow& row) {
  const std::pair<std::string_view, const std::string*> empties[] = {
      {"framework", &row.framework}, {"part_of", &row.part_of}, {"director", &row.director}, {"meaning", &row.meaning}};
  for (const auto& [column, text] : empties)
    if (!text->empty()) it.fault(row.place, column, found(*text, "A framework has none. Leave it empty, or put it on a priority."));
  it.fault(row.place, plan::faults(framework_of(row)));
}

// Levels are found without regard to case and written as the framework writes them.
void spell_level(Deciding& it, PlanRow& row) {
  const auto* framework = it.plan.framework(row.framework);
  if (!framework || row.level.size() != 1) return;
  for (const auto& level : framework->levels)
    if (upper(level) == upper(row.level.front())) row.level.front() = level;
}

void decide_frameworks(Deciding& it) {
  Things<plan::Framework> things(it, it.plan.frameworks);
  for (auto& rows : grouped(it.intake.plan, [](const PlanRow& row) { return upper(row.code); })) {
    std::erase_if(rows, [](const PlanRow* row) { return row->what != What::framework; });
    if (rows.empty()) continue;
    for (auto* row : rows) {
      row->code = *it.frameworks.find(row->code);
      check_framework(it, *row);
    }
    things.decide(rows, framework_of, [&](const plan::Framework& made) { it.changes.frameworks.push_back(made); });
  }
}

void decide_priorities(Deciding& it) {
  Things<plan::Priority> things(it, it.plan.priorities);
  std::vector<const PlanRow*> to_check;
  for (auto& rows : grouped(it.intake.plan, [](const PlanRow& row) { return upper(row.code); })) {
    std::erase_if(rows, [](const PlanRow* row) { return row->what != What::priority; });
    if (rows.empty()) continue;
    for (auto* row : rows) {
      row->code = *it.priorities.find(row->code);
      bool good = it.spell(row->framework, it.frameworks, row->place, "framework", "framework");
      good &= it.spell(row->part_of, it.priorities, row->place, "part_of", "priority");
      if (row->level.size() > 1) {
        it.fault(row->place, "level", found(written(row->level), "A priority stands on one level. Name one."));
        good = false;
      }
      spell_level(it, *row);
      if (good && row == rows.back()) to_check.push_back(row);
    }
    things.decide(rows, priority_of, [&](const plan::Priority& made) { it.changes.priorities.push_back(made); });
  }
  for (const auto* row : to_check) it.fault(row->place, plan::faults(priority_of(*row), it.plan));
}

}  // namespace

void decide_plan(Deciding& it) {
  it.plan.frameworks = it.known.picture->plan.frameworks;
  it.plan.priorities = it.known.picture->plan.priorities;
  decide_frameworks(it);
  decide_priorities(it);
}

}  // namespace exchange
