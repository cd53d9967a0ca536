#include "council/account_deed_store.h"

#include "council/record_store.h"

namespace council {

void note_deed(kit::Transaction& tx, const Desk& desk, std::string what, std::string detail) {
  auto deed = deed_of(desk, std::move(what), desk.asker.person, std::move(detail));
  deed.moves = Moves::nothing;
  record(tx, deed);
}

}  // namespace council
