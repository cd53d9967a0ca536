#include "app/first_link.h"

#include <iostream>

#include "app/commands.h"
#include "council/account_store.h"
#include "council/session_store.h"

namespace app {

std::string first_link(kit::Database& db, kit::Moment now) {
  auto tx = db.write();
  if (council::anyone_can_sign_in(tx)) return {};
  council::use_links_of(tx, "", now);
  const auto secret = council::add_link(tx, council::SignInLink::Purpose::first, "", now);
  tx.commit();
  return "/first?link=" + secret;
}

int first_link_command(const std::string& folder, const std::string& database) {
  auto db = open({folder, database});
  const auto link = first_link(*db, kit::Clock().now());
  if (link.empty()) {
    std::cerr << "Somebody can sign in already. Ask an administrator for an invitation.\n";
    return 1;
  }
  std::cout << link << "\n";
  return 0;
}

}  // namespace app
