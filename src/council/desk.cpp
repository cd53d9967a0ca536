#include "council/desk.h"

#include "kit/secret.h"

namespace council {

Deed deed_of(const Desk& desk, std::string what, std::string subject, std::string detail, std::string key) {
  Deed deed{desk.now, desk.asker.person, std::move(what), std::move(subject), std::move(detail), std::move(key)};
  if (deed.key.empty()) deed.key = kit::random_name();
  deed.particulars.place = desk.place;
  return deed;
}

}  // namespace council
