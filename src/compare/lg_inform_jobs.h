// Fetches from LG Inform Plus what has fallen due: one small answer after the other, with a pause between. Everything comes, or nothing is
// kept; what may pass by itself is tried again later.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "compare/lg_inform_store.h"

namespace compare {

struct FetchSettings {
  std::string data_folder;
  std::string address = std::string(lg_inform_address);  // of the service; another one only at the word of whoever runs the server
  const kit::ServerKey* key = nullptr;
  std::function<bool()> is_wanted = {};  // whether to go on; empty: yes
};

// The next that is due, or none.
std::optional<LgFetch> fetch_what_is_due(kit::Database& db, kit::Moment now, const FetchSettings& settings);

}  // namespace compare
