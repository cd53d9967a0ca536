// Asks another server for one address, carefully: over TLS (or on this machine), following no redirect, taking nothing longer or slower
// than was agreed.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kit {

struct WebLimits {
  std::size_t bytes = 16u << 20;    // of an answer, unpacked
  long seconds = 60;                // for all of it
  std::function<bool()> is_wanted;  // asked about once a second; empty: it is
};

struct WebAnswer {
  enum class How : std::uint8_t { answered, unreachable, too_large, too_slow, not_wanted };
  How how = How::unreachable;
  int status = 0;  // when answered
  std::string body;
  std::optional<int> retry_after;  // seconds, where it says so
  std::string why;                 // of one that was not reached; never holds what was asked
};

// An address that may be asked: https, or http to this machine.
bool is_safe_web_address(std::string_view address);
WebAnswer ask_web(const std::string& address, const WebLimits& limits);

}  // namespace kit
