// A link that goes on working without signing in, for a program that asks again and again: a calendar that is subscribed to. It
// opens one thing only, and ends with the account.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "kit/db.h"
#include "kit/secret.h"

namespace council {

std::string standing_key(const kit::ServerKey& key, std::string_view purpose, const std::string& person);
// Whose it is; none when this server did not make it for that purpose, or the account has ended.
std::optional<std::string> person_of_standing_key(kit::Transaction& tx, const kit::ServerKey& key,
                                                  std::string_view purpose, const std::string& text);

}  // namespace council
