#include "indicator/target_store.h"

#include <algorithm>
#include <tuple>

#include "indicator/columns.h"
#include "indicator/target.sql.h"

namespace indicator {
namespace {

Target read_target(const kit::Row& row) {
  NextColumn next(row);
  Target t;
  t.indicator = next.integer();
  t.year = {static_cast<int>(next.integer())};
  t.edition = static_cast<std::int32_t>(next.integer());
  t.at = next.moment();
  const std::string& kind = next.text();
  t.kind = known(read_target_kind(kind), kind);
  t.value = next.maybe_decimal();
  t.low = next.maybe_decimal();
  t.high = next.maybe_decimal();
  t.baseline = next.maybe_decimal();
  t.minimum = next.maybe_decimal();
  t.stretch = next.maybe_decimal();
  t.tolerance = next.maybe_tolerance();
  t.rationale = next.text();
  t.reason = next.text();
  return t;
}

auto key(const Target& t) { return std::tuple(t.indicator, std::int64_t(t.year.begins), std::int64_t(t.edition)); }

void fill(std::vector<kit::Bound>& row, const Target& t, council::RecordId record) {
  row = {t.indicator,
         std::int64_t(t.year.begins),
         std::int64_t(t.edition),
         t.at.seconds,
         bound(code(t.kind)),
         bound(t.value),
         bound(t.low),
         bound(t.high),
         bound(t.baseline),
         bound(t.minimum),
         bound(t.stretch)};
  append(row, t.tolerance);
  row.emplace_back(t.rationale);
  row.emplace_back(t.reason);
  row.emplace_back(record);
}

void add_periods(kit::Transaction& tx, std::span<const Target> targets) {
  auto target = targets.begin();
  std::size_t place = 0;
  tx.run_many(target_sql::add_period, [&](std::vector<kit::Bound>& row) {
    while (target != targets.end() && place == target->periods.size()) ++target, place = 0;
    if (target == targets.end()) return false;
    row = {target->indicator, std::int64_t(target->year.begins), std::int64_t(target->edition), std::int64_t(place + 1),
           target->periods[place].units()};
    ++place;
    return true;
  });
}

}  // namespace

std::vector<Target> load_targets(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto) {
  std::vector<Target> all;
  tx.each(target_sql::targets, {{"as_at", as_at.seconds}, {"upto", upto}}, "iiiitiiiiiitiitt",
          [&](const kit::Row& row) { all.push_back(read_target(row)); });
  auto target = all.begin();
  tx.each(target_sql::periods, {}, "iiii", [&](const kit::Row& row) {
    const std::tuple wanted(row.integer(0), row.integer(1), row.integer(2));
    while (target != all.end() && key(*target) < wanted) ++target;
    if (target != all.end() && key(*target) == wanted)
      target->periods.push_back(kit::Decimal::of_units(row.integer(3)));
  });
  return all;
}

void add_targets(kit::Transaction& tx, std::span<const Target> targets, council::RecordId record) {
  auto next = targets.begin();
  tx.run_many(target_sql::add_target, [&](std::vector<kit::Bound>& row) {
    if (next == targets.end()) return false;
    fill(row, *next++, record);
    return true;
  });
  add_periods(tx, targets);
}

}  // namespace indicator
