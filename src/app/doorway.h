// The doorway: from a request to who asks. A session's cookie or a program's token leads to a person; what the person may reach is
// kept at hand until the council's facts move.
#pragma once
#include <string>

#include "council/desk.h"
#include "kit/http.h"

namespace app {

std::string place_of(const kit::Request& asked, bool behind_proxy);  // from where, for the record

struct Doorway {
  council::Desk& desk;
  bool is_demo;
  council::Asker asker(const kit::Request& asked, bool has_cookie);

 private:
  std::string person(const kit::Request& asked, bool has_cookie);
};

}  // namespace app
