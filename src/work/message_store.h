// A short letter to one person about one thing: what has become of it, and the way to its page.
#pragma once
#include <string>

#include "council/desk.h"
#include "kit/db.h"

namespace work {

struct Message {
  std::string key;      // told only once
  std::string subject;
  std::string words;
  std::string path, link;  // of the page, and what the link says
};
// In the transaction of what it tells. Nobody is told who is unknown (null), gone or without an address.
void tell(kit::Transaction& tx, const council::Desk& desk, const council::Person* person, const Message& message);

}  // namespace work
