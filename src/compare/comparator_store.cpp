#include "compare/comparator_store.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "compare/comparator.sql.h"
#include "indicator/columns.h"
#include "kit/editions.h"

namespace compare {
namespace {

auto key(const ComparatorFigure& f) { return std::tie(f.indicator, f.measure, f.unit, f.area, f.period); }

ComparatorFigure read_figure(const kit::Row& row) {
  return {.indicator = row.text(0),
          .measure = row.text(1),
          .unit = row.text(2),
          .area = row.text(3),
          .period = indicator::known(calendar::Period::parse(row.text(4)), row.text(4)),
          .value = row.maybe_real(5),
          .symbol = row.text(6),
          .at = {row.integer(7)}};
}

std::vector<ComparatorFigure> load(kit::Transaction& tx, const kit::Query& query, const kit::Values& values) {
  std::vector<ComparatorFigure> all;
  tx.each(query, values, "tttttrti", [&](const kit::Row& row) {
    kit::keep_newest(all, read_figure(row), [](const auto& a, const auto& b) { return key(a) == key(b); });
  });
  std::ranges::sort(all, [](const auto& a, const auto& b) { return key(a) < key(b); });
  return all;
}

// The editions that the figures to add come after; asked once an indicator.
class Editions {
 public:
  std::int64_t next(kit::Transaction& tx, const ComparatorFigure& f) {
    const auto [of, is_new] = newest_.try_emplace(f.indicator);
    if (is_new) read(tx, f.indicator, of->second);
    return ++of->second[name(f.measure, f.unit, f.area, f.period.iso())];
  }

 private:
  using Newest = std::unordered_map<std::string, std::int64_t>;

  static std::string name(const std::string& measure, const std::string& unit, const std::string& area,
                          const std::string& period) {
    return measure + '\n' + unit + '\n' + area + '\n' + period;
  }
  static void read(kit::Transaction& tx, const std::string& indicator, Newest& newest) {
    tx.each(comparator_sql::editions_of, {{"indicator", indicator}}, "tttti", [&](const kit::Row& row) {
      newest[name(row.text(0), row.text(1), row.text(2), row.text(3))] = row.integer(4);
    });
  }

  std::unordered_map<std::string, Newest> newest_;
};

}  // namespace

std::vector<Area> load_areas(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto) {
  std::vector<Area> all;
  tx.each(comparator_sql::areas, {{"as_at", as_at.seconds}, {"upto", upto}}, "tt", [&](const kit::Row& row) {
    kit::keep_newest(all, Area{row.text(0), row.text(1)},
                     [](const Area& a, const Area& b) { return a.code == b.code; });
  });
  std::ranges::sort(all, {}, &Area::code);
  return all;
}

std::vector<ComparatorFigure> load_comparator_figures(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto) {
  return load(tx, comparator_sql::figures, {{"as_at", as_at.seconds}, {"upto", upto}});
}

std::vector<ComparatorFigure> load_comparator_figures(kit::Transaction& tx, const std::string& indicator,
                                                      kit::Moment as_at, council::RecordId upto) {
  return load(tx, comparator_sql::figures_of, {{"indicator", indicator}, {"as_at", as_at.seconds}, {"upto", upto}});
}

void add_areas(kit::Transaction& tx, std::span<const Area> areas, kit::Moment at, council::RecordId record) {
  for (const auto& area : areas)
    tx.run(comparator_sql::add_area,
           {{"code", area.code}, {"name", area.name}, {"at", at.seconds}, {"record", record}});
}

// Editions are worked out first: while rows stream in, the connection answers nothing else.
void add_comparator_figures(kit::Transaction& tx, std::span<const ComparatorFigure> figures, council::RecordId record) {
  Editions editions;
  std::vector<std::int64_t> numbers;
  numbers.reserve(figures.size());
  for (const auto& f : figures) numbers.push_back(editions.next(tx, f));

  std::size_t next = 0;
  tx.run_many(comparator_sql::add_figure, [&](std::vector<kit::Bound>& row) {
    if (next == figures.size()) return false;
    const auto& f = figures[next];
    row = {f.indicator, f.measure,    f.unit, f.area, f.period.iso(), numbers[next++], kit::nullable(f.value),
           f.symbol,    f.at.seconds, record};
    return true;
  });
}

}  // namespace compare
