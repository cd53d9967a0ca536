#include "exchange/import_by_pages.h"

namespace exchange {
namespace {

// While nobody can sign in, and in a demo, whoever sits at the machine sets the council up.
Intake::By by(const council::Asker& asker) {
  if (asker.at_this_machine && (!asker.has_people || asker.is_demo)) return Intake::By::machine;
  return council::why_not(council::May::manage_people, asker).any() ? Intake::By::team : Intake::By::administrator;
}

}  // namespace

std::string who_asks(const council::Desk& desk) { return desk.asker.is_signed_in() ? desk.asker.person : "import page"; }

Import import_by(const council::Desk& desk) {
  Import import;
  import.who = who_asks(desk);
  import.by = by(desk.asker);
  import.particulars.place = desk.place;
  import.particulars.authority = desk.asker.is_signed_in() ? std::string(council::words(desk.asker.role)) : "at the machine itself";
  return import;
}

}  // namespace exchange
