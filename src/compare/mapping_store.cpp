#include "compare/mapping_store.h"

#include <algorithm>

#include "compare/mapping.sql.h"

namespace compare {

namespace sql = mapping_sql;

std::vector<Mapping> load_mappings(kit::Transaction& tx, kit::Moment as_at) {
  const auto alike = [](const kit::Row& row, std::size_t column) { return row.integer(column) == 1 ? Alike::same : Alike::differs; };
  std::vector<Mapping> all;
  tx.each(sql::mappings, {{"as_at", as_at.seconds}}, "iiittiittti", [&](const kit::Row& row) {
    all.push_back({row.integer(0),
                   row.integer(1),
                   row.integer(2) == 1,
                   {row.text(3), row.text(4)},
                   alike(row, 5),
                   alike(row, 6),
                   row.text(7),
                   row.text(8),
                   row.text(9),
                   {row.integer(10)}});
  });
  return all;
}

const Mapping* mapping_of(const std::vector<Mapping>& all, indicator::IndicatorId indicator) {
  const auto found = std::ranges::find(all, indicator, &Mapping::indicator);
  return found == all.end() || found->gone ? nullptr : &*found;
}

void add_mapping(kit::Transaction& tx, const Mapping& m, council::RecordId record) {
  const auto same = [](Alike alike) { return std::int64_t{alike == Alike::same}; };
  tx.run(sql::add_mapping, {{"indicator", m.indicator},
                            {"edition", m.edition},
                            {"gone", std::int64_t{m.gone}},
                            {"data_set", m.series.data_set},
                            {"title", m.series.title},
                            {"same_definition", same(m.definition)},
                            {"same_years", same(m.years)},
                            {"differs", m.differs},
                            {"compare_with", m.compare_with},
                            {"by_person", m.by},
                            {"at", m.at.seconds},
                            {"record", record}});
}

}  // namespace compare
