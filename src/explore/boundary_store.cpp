#include "explore/boundary_store.h"

#include <algorithm>
#include <set>

#include "explore/boundary.sql.h"
#include "kit/lines.h"

namespace explore {
namespace {

namespace sql = boundary_sql;

std::optional<int> maybe_year(const kit::Row& row, std::size_t column) {
  return row.is_null(column) ? std::nullopt : std::optional(static_cast<int>(row.integer(column)));
}

kit::Bound year_or_null(const std::optional<int>& year) {
  if (!year) return nullptr;
  return std::int64_t{*year};
}

BoundarySet read_set(const kit::Row& row) {
  return {.number = row.integer(0),
          .name = row.text(1),
          .source = row.text(2),
          .licence = row.text(3),
          .dated = row.is_null(4) ? std::nullopt : kit::Date::parse(row.text(4)),
          .file = row.text(5),
          .found = row.integer(6),
          .taken = row.integer(7),
          .are_small = row.integer(8) == 1,
          .remarks = kit::lines_in(row.text(9)),
          .unmatched = kit::lines_in(row.text(10)),
          .at = {row.integer(11)},
          .record = row.integer(12)};
}

}  // namespace

kit::Refusals faults_of(const BoundarySet& set) {
  kit::Refusals no;
  no.unless(!set.name.empty() && set.name.size() <= 120, "name", "Give the boundaries a name of at most 120 letters.");
  no.unless(!set.licence.empty(), "licence", "Say under which licence the boundaries may be used.");
  return no;
}

std::vector<BoundarySet> boundary_sets(kit::Transaction& tx, kit::Moment as_at) {
  std::vector<BoundarySet> all;
  tx.each(sql::sets, {{"as_at", as_at.seconds}}, "ittttt" "iiittii", [&](const kit::Row& row) { all.push_back(read_set(row)); });
  return all;
}

std::vector<BoundarySet> newest_boundary_sets(const std::vector<BoundarySet>& all) {
  std::vector<BoundarySet> newest;
  std::set<std::string> seen;
  for (const auto& each : all)
    if (seen.insert(each.name).second) newest.push_back(each);
  return newest;
}

std::vector<Outline> outlines_of(kit::Transaction& tx, const BoundarySet& set) {
  std::vector<Outline> all;
  tx.each(sql::outlines, {{"boundary_set", set.number}}, "tttiit", [&](const kit::Row& row) {
    all.push_back({row.text(0), row.text(1), row.text(2), maybe_year(row, 3), maybe_year(row, 4), read_rings(row.text(5))});
  });
  return all;
}

std::vector<LeftOutArea> areas_left_out_of(kit::Transaction& tx, const BoundarySet& set) {
  std::vector<LeftOutArea> all;
  tx.each(sql::left_out, {{"boundary_set", set.number}}, "ittt", [&](const kit::Row& row) {
    all.push_back({static_cast<std::size_t>(row.integer(0)), row.text(1), row.text(2), row.text(3)});
  });
  return all;
}

std::int64_t add_boundaries(kit::Transaction& tx, const BoundarySet& set, const Boundaries& boundaries, council::RecordId record) {
  const auto number = tx.number(sql::next_set).value_or(1);
  tx.run(sql::add_set, {{"number", number},
                        {"name", set.name},
                        {"source", set.source},
                        {"licence", set.licence},
                        {"dated", set.dated ? kit::Bound(set.dated->iso()) : kit::Bound(nullptr)},
                        {"file", set.file},
                        {"found", static_cast<std::int64_t>(boundaries.found)},
                        {"taken", static_cast<std::int64_t>(boundaries.areas.size())},
                        {"small", std::int64_t{boundaries.are_small}},
                        {"remarks", kit::joined_lines(boundaries.remarks)},
                        {"unmatched", kit::joined_lines(boundaries.unmatched)},
                        {"at", set.at.seconds},
                        {"record", record}});
  for (const auto& each : boundaries.areas)
    tx.run(sql::add_outline, {{"boundary_set", number},
                              {"code", each.code},
                              {"name", each.name},
                              {"within", each.within},
                              {"from_year", year_or_null(each.from)},
                              {"until_year", year_or_null(each.until)},
                              {"outline", as_text(each.rings)}});
  for (const auto& each : boundaries.left_out)
    tx.run(sql::add_left_out, {{"boundary_set", number},
                               {"place", static_cast<std::int64_t>(each.place)},
                               {"code", each.code},
                               {"name", each.name},
                               {"reason", each.reason}});
  return number;
}

}  // namespace explore
