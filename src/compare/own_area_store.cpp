#include "compare/own_area_store.h"

#include "council/council_store.h"
#include "council/record_store.h"

namespace compare {

Country country_for(const kit::Request& asked, council::Desk& desk) {
  auto tx = desk.db.read();
  Country found{load_authorities(tx, desk.now), newest_loads(loads(tx, desk.now)), asked.asked("area"), nullptr};
  if (found.asked.empty()) found.asked = council::load_council(tx, desk.now, council::newest_record(tx)).setting("area_code");
  found.own = found.authorities.find(found.asked);
  return found;
}

}  // namespace compare
