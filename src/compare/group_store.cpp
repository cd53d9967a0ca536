#include "compare/group_store.h"

#include "compare/group.sql.h"

namespace compare {

namespace sql = group_sql;

std::vector<NeighbourList> neighbour_lists(kit::Transaction& tx, kit::Moment as_at) {
  std::vector<NeighbourList> all;
  tx.each(sql::groups, {{"as_at", as_at.seconds}}, "titi", [&](const kit::Row& row) { all.push_back({row.text(0), row.text(2), row.integer(1), {row.integer(3)}, 0}); });
  for (auto& each : all) each.subjects = tx.number(sql::subjects, {{"name", each.name}, {"edition", each.edition}}).value_or(0);
  return all;
}

std::vector<std::string> neighbours_of(kit::Transaction& tx, const NeighbourList& list, const std::string& subject) {
  std::vector<std::string> codes;
  tx.each(sql::members, {{"name", list.name}, {"edition", list.edition}, {"subject", subject}}, "t", [&](const kit::Row& row) { codes.push_back(row.text(0)); });
  return codes;
}

void add_neighbours(kit::Transaction& tx, const NeighbourList& list, const Neighbours& neighbours, council::RecordId record) {
  tx.run(sql::add_group, {{"name", list.name}, {"source", list.source}, {"at", list.at.seconds}, {"record", record}});
  const auto edition = tx.number(sql::edition_of, {{"name", list.name}}).value_or(1);
  auto subject = neighbours.begin();
  std::size_t place = 0;
  tx.run_many(sql::add_member, [&](std::vector<kit::Bound>& row) {
    while (subject != neighbours.end() && place == subject->second.size()) ++subject, place = 0;
    if (subject == neighbours.end()) return false;
    row = {list.name, edition, subject->first, static_cast<std::int64_t>(place + 1), subject->second[place]};
    ++place;
    return true;
  });
}

}  // namespace compare
