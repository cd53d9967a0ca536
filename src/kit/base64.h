// Bytes as text, and what a secret makes of a text: as other programs want them.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kit {

std::string in_base64(std::string_view bytes);  // RFC 4648, with its padding
std::optional<std::string> from_base64(std::string_view text);
std::string hmac_sha1(std::string_view secret, std::string_view text);  // 20 bytes (RFC 2104)

}  // namespace kit
