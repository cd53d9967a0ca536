#include "council/council.h"

#include <algorithm>
#include <array>

#include "council/settings.h"

namespace council {
namespace {

struct RoleRow {
  Role role;
  std::string_view code, words;
};
constexpr std::array roles = {
    RoleRow{Role::officer, "officer", "officer"},
    RoleRow{Role::service_manager, "service_manager", "service manager"},
    RoleRow{Role::head_of_service, "head_of_service", "head of service"},
    RoleRow{Role::corporate_leadership, "corporate_leadership", "corporate leadership"},
    RoleRow{Role::portfolio_member, "portfolio_member", "portfolio member"},
    RoleRow{Role::scrutiny_member, "scrutiny_member", "scrutiny member"},
    RoleRow{Role::performance_team, "performance_team", "performance team"},
    RoleRow{Role::internal_audit, "internal_audit", "internal audit"},
    RoleRow{Role::administrator, "administrator", "administrator"},
};
const RoleRow& row(Role role) { return roles[static_cast<std::size_t>(role)]; }

std::string plain(std::string_view text) {
  std::string made(text);
  for (char& c : made) c = c == ' ' || c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return made;
}

template <class Thing>
const Thing* by_code(const std::vector<Thing>& all, std::string_view code) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Thing& each) { return each.code == code; });
  return found == all.end() || code.empty() ? nullptr : &*found;
}

}  // namespace

std::string_view code(Role role) { return row(role).code; }
std::string_view words(Role role) { return row(role).words; }

std::optional<Role> read_role(std::string_view text) {
  const std::string sought = plain(text);
  for (const auto& row : roles)
    if (sought == row.code) return row.role;
  return std::nullopt;
}

std::string Council::setting(std::string_view name) const {
  for (auto each = settings.rbegin(); each != settings.rend(); ++each)
    if (each->name == name) return each->value;
  const auto* kind = setting_kind(name);
  return kind ? std::string(kind->usual) : std::string();
}

const Unit* Council::unit(std::string_view code) const { return by_code(units, code); }
const Person* Council::person(std::string_view code) const { return by_code(people, code); }

const Unit* Council::directorate_of(std::string_view unit_code) const {
  const Unit* found = unit(unit_code);
  for (std::size_t up = 0; found && found->kind != Unit::Kind::directorate; ++up) {
    if (up > units.size()) return nullptr;  // units that are part of each other
    found = unit(found->part_of);
  }
  return found;
}

std::string Council::job_of(std::string_view person_code) const {
  const Person* found = person(person_code);
  return found ? found->job : std::string();
}

}  // namespace council
