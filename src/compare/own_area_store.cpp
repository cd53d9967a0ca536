#include "compare/own_area_store.h"

#include <algorithm>

#include "council/council_store.h"
#include "council/record_store.h"

namespace compare {
namespace {

constexpr std::string_view a_list = "list:";

// "wards" where all of them are, by their codes in the four nations.
std::string what_lies_within(const Authorities& authorities, const Authority& own) {
  static constexpr std::string_view wards[] = {"E05", "W05", "S13", "N08"};
  const bool are_wards = std::ranges::all_of(authorities.all(), [&](const Authority& each) {
    return each.within != own.code || std::ranges::find(wards, each.code.substr(0, 3)) != std::end(wards);
  });
  return are_wards ? "wards" : "small areas";
}

}  // namespace

Group group_in(kit::Transaction& tx, const Country& country, const std::string& asked) {
  if (read_among(asked) == Among::within)
    return {
        Among::within, country.own ? what_lies_within(country.authorities, *country.own) : std::string(), {}, {}, {}};
  if (!asked.starts_with(a_list)) return {read_among(asked).value_or(Among::same_tier), {}, {}, {}, {}};
  for (const auto& list : country.lists)
    if (list.name == asked.substr(a_list.size()))
      return {Among::listed, list.name, neighbours_of(tx, list, country.asked), list.starts, list.ends};
  return {};
}

Country country_in(kit::Transaction& tx, kit::Moment as_at, const std::string& code) {
  Country found{load_authorities(tx, as_at), newest_loads(loads(tx, as_at)), code, nullptr, neighbour_lists(tx, as_at), {}};
  found.own = found.authorities.find(found.asked);
  std::erase_if(found.lists, [&](const auto& list) { return neighbours_of(tx, list, found.asked).empty(); });
  return found;
}

Country country_for(const kit::Request& asked, council::Desk& desk) {
  auto tx = desk.db.read();
  auto code = asked.asked("area");
  if (code.empty()) code = council::load_council(tx, desk.end_of_today(), council::newest_record(tx)).setting("area_code");
  auto found = country_in(tx, desk.end_of_today(), code);
  found.group = group_in(tx, found, asked.asked("group"));
  return found;
}

}  // namespace compare
