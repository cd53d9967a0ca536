// Passwords: kept as argon2id hashes (19 MiB, three passes), never as they are. Hashing is heavy on purpose, so only two are worked
// out at once and only a few may wait: whoever signs in never slows those who read.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kit {

// None when too many wait already: the caller asks to try again in a moment.
std::optional<std::string> password_hash(std::string_view password);
// Whether it is the password; an empty hash takes as long and is never right. None when too many wait already.
std::optional<bool> is_password(const std::string& hash, std::string_view password);

}  // namespace kit
