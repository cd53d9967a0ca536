// The council: its name and settings, its directorates and services, and the people in their roles. Each entry is known by
// a short code of the council's own; a change is a new edition from its moment, and nothing is overwritten.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/moment.h"

namespace council {

// A directorate, or a service within one.
struct Unit {
  enum class Kind { directorate, service };
  Kind kind = Kind::service;
  std::string code;     // "PLACE", "PLANNING"
  std::string name;     // "Place and environment"
  std::string part_of;  // a service's directorate; empty for a directorate
  std::string head;     // who answers for it, as written: "Director of Place"
  int order = 0;
  kit::Moment at;  // from which this edition counts
  bool gone = false;
};

// What a person may come for (source 004). What each may do is council/may.
enum class Role {
  officer, service_manager, head_of_service, corporate_leadership, portfolio_member,
  scrutiny_member, performance_team, internal_audit, administrator,
};
std::string_view code(Role role);   // "service_manager"
std::string_view words(Role role);  // "service manager"
std::optional<Role> read_role(std::string_view text);

struct Person {
  std::string code;   // "p.shah": short, never reused
  std::string name;
  std::string job;    // "SEND data officer": what most pages show instead of the name
  std::string email;
  Role role = Role::officer;
  std::string unit;   // code of a directorate or service, or empty
  kit::Moment at;
  bool gone = false;  // has left: signs in no more
};

// A named setting: "name", "area_code", "plan_word", "tolerance" … (council/settings.h says which there are).
struct Setting {
  std::string name;
  std::string value;
  kit::Moment at;
};

// Everything above as it stood at a moment, in the council's order.
struct Council {
  std::vector<Setting> settings;
  std::vector<Unit> units;
  std::vector<Person> people;

  std::string setting(std::string_view name) const;  // its value, or the default that council/settings.h gives
  const Unit* unit(std::string_view code) const;     // null when there is none
  const Person* person(std::string_view code) const;
  const Unit* directorate_of(std::string_view unit_code) const;
  std::string job_of(std::string_view person_code) const;  // "SEND data officer", or empty
};

}  // namespace council
