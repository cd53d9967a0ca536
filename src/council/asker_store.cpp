#include "council/asker_store.h"

#include "council/cover_store.h"

namespace council {
namespace {

// A unit and, of a directorate, its services.
void add_units(std::vector<std::string>& units, const Council& council, const std::string& code) {
  if (code.empty()) return;
  units.push_back(code);
  for (const auto& unit : council.units)
    if (unit.part_of == code) units.push_back(unit.code);
}

}  // namespace

Asker asker_of(kit::Transaction& tx, const Council& council, const std::string& person, kit::Date today) {
  Asker asker;
  const auto* known = council.person(person);
  if (!known || known->gone) return asker;
  asker.person = person;
  asker.role = known->role;
  add_units(asker.units, council, known->unit);
  for (const auto& reach : load_reach(tx, person)) {
    if (reach.gone) continue;
    if (reach.kind == Reach::Kind::unit) add_units(asker.units, council, reach.code);
    else asker.portfolios.push_back(reach.code);
  }
  asker.covers = covered_by(tx, person, today);
  return asker;
}

}  // namespace council
