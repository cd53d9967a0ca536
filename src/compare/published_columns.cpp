#include "compare/published_columns.h"

#include <algorithm>
#include <string_view>

#include "compare/published_years.h"

namespace compare {
namespace {

struct Known {
  std::string_view name;
  Role role;
};
// The first that a file has is taken; what stands aside tells nothing that is kept.
constexpr Known known[] = {
    {"area code", Role::area_code},
    {"areacd", Role::area_code},
    {"local authority code", Role::area_code},
    {"ons code", Role::area_code},
    {"geography code", Role::area_code},
    {"new la code", Role::area_code},
    {"gss code", Role::area_code},
    {"ltla code", Role::area_code},
    {"utla code", Role::area_code},
    {"ladcd", Role::area_code},
    {"ctyuacd", Role::area_code},
    {"utlacd", Role::area_code},
    {"area name", Role::area_name},
    {"areanm", Role::area_name},
    {"local authority name", Role::area_name},
    {"la and regions", Role::area_name},
    {"la name", Role::area_name},
    {"geography name", Role::area_name},
    {"authority", Role::area_name},
    {"local authority", Role::area_name},
    {"council", Role::area_name},
    {"ltla name", Role::area_name},
    {"utla name", Role::area_name},
    {"ladnm", Role::area_name},
    {"ctyuanm", Role::area_name},
    {"utlanm", Role::area_name},
    {"period", Role::period},
    {"financial year", Role::period},
    {"years", Role::period},
    {"year", Role::period},
    {"date", Role::period},
    {"time period", Role::period},
    {"indicator", Role::indicator},
    {"measure", Role::measure},
    {"unit", Role::unit},
    {"units", Role::unit},
    {"y axis name", Role::unit},
    {"value", Role::value},
    {"values", Role::value},
    {"observation", Role::value},
    {"lci", Role::low},
    {"lci 95", Role::low},
    {"uci", Role::high},
    {"uci 95", Role::high},
    {"status", Role::status},
    {"polarity", Role::polarity},
    {"rank order", Role::polarity},
    {"dataset", Role::aside},
    {"geography", Role::aside},
    {"area type", Role::aside},
    {"region", Role::aside},
    {"grouping", Role::aside},
    {"entity name", Role::aside},
    {"country code", Role::aside},
    {"country name", Role::aside},
    {"region code", Role::aside},
    {"region name", Role::aside},
    {"old la code", Role::aside},
    {"time identifier", Role::year_type},
    {"geographic level", Role::aside},
    {"notes", Role::aside},
    {"la number", Role::aside},
    {"topic", Role::aside},
    {"year type", Role::year_type},
    {"dps", Role::aside},
    {"short desc", Role::short_name},
    {"code", Role::aside},
    {"jpp order", Role::aside},
    {"authority type", Role::aside},
    {"council type", Role::aside},
    {"e code", Role::aside},
    {"class", Role::aside},
    {"ecode", Role::aside},
};

// Columns that name a ward or another small area: what such a row is about, whatever council it names beside it.
constexpr Known small_areas[] = {
    {"wdcd", Role::area_code},      {"ward code", Role::area_code}, {"lsoacd", Role::area_code},
    {"lsoa code", Role::area_code}, {"msoacd", Role::area_code},    {"msoa code", Role::area_code},
    {"wdnm", Role::area_name},      {"ward name", Role::area_name}, {"lsoanm", Role::area_name},
    {"lsoa name", Role::area_name}, {"msoanm", Role::area_name},    {"msoa name", Role::area_name},
};

// "ltla24_code" and "LAD23CD" name the year of their codes.
std::string without_year(const std::string& name) {
  std::string made;
  for (const char c : name)
    if (c < '0' || c > '9') made += c;
  return made;
}

std::optional<Role> small_role_of(const std::string& name) {
  const auto* found = std::ranges::find(small_areas, without_year(name), &Known::name);
  return found == std::end(small_areas) ? std::nullopt : std::optional(found->role);
}

std::optional<Role> role_of(const std::string& name) {
  const auto* found = std::ranges::find(known, name, &Known::name);
  if (found == std::end(known) && (name.starts_with("l") || name.starts_with("u") || name.starts_with("c")))
    found = std::ranges::find(known, without_year(name), &Known::name);
  return found == std::end(known) ? std::nullopt : std::optional(found->role);
}

// Whether two or more of the columns without a role are periods.
bool periods_stand_above(PublishedColumns& columns) {
  for (const auto& [place, name] : columns.others)
    columns.are_periods.push_back(read_published_period(name, {}, Years::as_written).period.has_value());
  return std::ranges::count(columns.are_periods, true) >= 2;
}

}  // namespace

bool names_a_column(std::string_view text) {
  if (text.size() < 5 || text.size() > 24) return false;
  const auto role = role_of(plain_column(text));
  return role == Role::area_code || role == Role::area_name;
}

std::string plain_column(std::string_view name) {
  std::string made;
  for (const char c : name) {
    const char one = c == '_' || c == '-' || c == '\n' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (one != ' ' || (!made.empty() && made.back() != ' ')) made += one;
  }
  while (made.ends_with(' ')) made.pop_back();
  return made;
}

std::optional<PublishedColumns> columns_of(const kit::CellViews& names, bool period_is_known, bool& without_period) {
  PublishedColumns found;
  found.places.fill(-1);
  const bool has_small = std::ranges::any_of(names, [](auto name) {
    return small_role_of(plain_column(name)) == Role::area_code;
  });  // a name alone would not tell one ward from another
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto small = has_small ? small_role_of(plain_column(names[i])) : std::nullopt;
    const auto role = small ? small : role_of(plain_column(names[i]));
    if (small) {
      found.places[static_cast<std::size_t>(*small)] = static_cast<int>(i);
    } else if (!role) {
      if (!names[i].empty()) found.others.emplace_back(i, names[i]);
    } else if (auto& place = found.places[static_cast<std::size_t>(*role)]; place < 0) {
      place = static_cast<int>(i);
    }
  }
  const bool has_area = found.at(Role::area_code) >= 0 || found.at(Role::area_name) >= 0;
  if (!has_area) return std::nullopt;
  const bool has_title = found.at(Role::indicator) >= 0 || found.at(Role::measure) >= 0, has_period = found.at(Role::period) >= 0;
  const bool is_tidy = found.at(Role::value) >= 0 && has_title;
  if (!has_period && !is_tidy && periods_stand_above(found)) return found.shape = Shape::a_column_a_period, found;
  if (!has_period && !period_is_known) return without_period = true, std::nullopt;
  if (is_tidy) return found;
  found.shape = Shape::a_column_an_indicator;
  return found.others.empty() ? std::nullopt : std::optional(found);
}

}  // namespace compare
