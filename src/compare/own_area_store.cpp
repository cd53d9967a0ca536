#include "compare/own_area_store.h"

#include "council/council_store.h"
#include "council/record_store.h"

namespace compare {
namespace {

constexpr std::string_view a_list = "list:";

Group group_of(const std::string& asked, const std::vector<NeighbourList>& lists, kit::Transaction& tx, const std::string& own) {
  if (!asked.starts_with(a_list)) return {read_among(asked).value_or(Among::same_tier), {}, {}};
  for (const auto& list : lists)
    if (list.name == asked.substr(a_list.size())) return {Among::listed, list.name, neighbours_of(tx, list, own)};
  return {};
}

}  // namespace

Country country_for(const kit::Request& asked, council::Desk& desk) {
  auto tx = desk.db.read();
  Country found{load_authorities(tx, desk.now), newest_loads(loads(tx, desk.now)), asked.asked("area"), nullptr, neighbour_lists(tx, desk.now), {}};
  if (found.asked.empty()) found.asked = council::load_council(tx, desk.now, council::newest_record(tx)).setting("area_code");
  found.own = found.authorities.find(found.asked);
  std::erase_if(found.lists, [&](const auto& list) { return neighbours_of(tx, list, found.asked).empty(); });
  found.group = group_of(asked.asked("group"), found.lists, tx, found.asked);
  if (found.group.among == Among::listed && found.group.members.empty()) found.group = {};
  return found;
}

}  // namespace compare
