#include "plan/plan_store.h"

#include <algorithm>
#include <map>

#include "kit/editions.h"
#include "plan/plan.sql.h"

namespace plan {
namespace {

using Levels = std::map<std::pair<std::string, std::int64_t>, std::vector<std::string>>;

const auto same_code = [](const auto& a, const auto& b) { return a.code == b.code; };

Levels load_levels(kit::Transaction& tx) {
  Levels levels;
  tx.each(plan_sql::levels, {}, "tit", [&](const kit::Row& row) {
    levels[{row.text(0), row.integer(1)}].push_back(row.text(2));
  });
  return levels;
}

std::vector<Framework> load_frameworks(kit::Transaction& tx, const kit::Values& known) {
  const Levels levels = load_levels(tx);
  std::vector<Framework> all;
  tx.each(plan_sql::frameworks, known, "titiii", [&](const kit::Row& row) {
    const auto found = levels.find({row.text(0), row.integer(1)});
    kit::keep_newest(all,
                     Framework{.code = row.text(0),
                               .name = row.text(2),
                               .levels = found == levels.end() ? std::vector<std::string>() : found->second,
                               .order = static_cast<int>(row.integer(3)),
                               .at = {row.integer(4)},
                               .gone = row.integer(5) != 0},
                     same_code);
  });
  return all;
}

Priority read_priority(const kit::Row& row) {
  return {.code = row.text(0),
          .framework = row.text(1),
          .level = row.text(2),
          .title = row.text(3),
          .part_of = row.text(4),
          .director = row.text(5),
          .meaning = row.text(6),
          .order = static_cast<int>(row.integer(7)),
          .at = {row.integer(8)},
          .gone = row.integer(9) != 0};
}

const auto in_own_order = [](const auto& a, const auto& b) {
  return std::tie(a.order, a.code) < std::tie(b.order, b.code);
};

}  // namespace

// Sorted here and not by the database, since the order of letters is each database's own.
Plan load_plan(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto) {
  const kit::Values known{{"as_at", as_at.seconds}, {"upto", upto}};
  Plan all;
  all.frameworks = load_frameworks(tx, known);
  tx.each(plan_sql::priorities, known, "tttttttiii",
          [&](const kit::Row& row) { kit::keep_newest(all.priorities, read_priority(row), same_code); });
  tx.each(plan_sql::lines, known, "itiit", [&](const kit::Row& row) {
    kit::keep_newest(
        all.lines,
        Line{row.integer(0),
             row.text(1),
             {row.integer(2)},
             row.integer(3) != 0,
             row.is_null(4) ? std::nullopt : kit::Date::parse(row.text(4))},
        [](const Line& a, const Line& b) { return a.indicator == b.indicator && a.priority == b.priority; });
  });
  std::ranges::sort(all.frameworks, in_own_order);
  std::ranges::sort(all.priorities, in_own_order);
  std::ranges::sort(all.lines, [](const Line& a, const Line& b) {
    return std::tie(a.indicator, a.priority) < std::tie(b.indicator, b.priority);
  });
  return all;
}

void add_frameworks(kit::Transaction& tx, std::span<const Framework> frameworks, council::RecordId record) {
  for (const auto& f : frameworks) {
    const auto edition = tx.number(plan_sql::next_framework, {{"code", f.code}}).value();
    tx.run(plan_sql::add_framework, {{"code", f.code},
                                     {"edition", edition},
                                     {"name", f.name},
                                     {"place", std::int64_t(f.order)},
                                     {"gone", std::int64_t(f.gone)},
                                     {"at", f.at.seconds},
                                     {"record", record}});
    std::int64_t place = 0;
    for (const auto& level : f.levels)
      tx.run(plan_sql::add_level, {{"framework", f.code}, {"edition", edition}, {"place", ++place}, {"name", level}});
  }
}

void add_priorities(kit::Transaction& tx, std::span<const Priority> priorities, council::RecordId record) {
  for (const auto& p : priorities)
    tx.run(plan_sql::add_priority, {{"code", p.code},
                                    {"framework", p.framework},
                                    {"level", p.level},
                                    {"title", p.title},
                                    {"part_of", p.part_of},
                                    {"director", p.director},
                                    {"meaning", p.meaning},
                                    {"place", std::int64_t(p.order)},
                                    {"gone", std::int64_t(p.gone)},
                                    {"at", p.at.seconds},
                                    {"record", record}});
}

void add_lines(kit::Transaction& tx, std::span<const Line> lines, council::RecordId record) {
  for (const auto& l : lines)
    tx.run(plan_sql::add_line, {{"indicator", l.indicator},
                                {"priority", l.priority},
                                {"gone", std::int64_t(l.gone)},
                                {"applies_from", l.from ? kit::Bound(l.from->iso()) : kit::Bound(nullptr)},
                                {"at", l.at.seconds},
                                {"record", record}});
}

}  // namespace plan
