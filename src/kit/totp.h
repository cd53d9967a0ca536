// A second factor by an app on a phone (RFC 6238: SHA-1, 30 seconds, six digits), as every such app understands it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kit/moment.h"

namespace kit {

std::string new_totp_secret();                       // 20 random bytes
std::string as_base32(std::string_view bytes);       // as people type a secret into their app
std::string totp(std::string_view secret, std::int64_t step);  // "287082"
std::int64_t totp_step(Moment now);
// The step of which `code` is the code, now or one step away, and after `used`, since a code counts once; none when it is wrong.
std::optional<std::int64_t> totp_match(std::string_view secret, std::string_view code, Moment now, std::int64_t used);

}  // namespace kit
