#include "kit/totp.h"

#include <array>
#include <cstdio>

#include "kit/base64.h"
#include "kit/secret.h"

namespace kit {
namespace {

constexpr int seconds_a_step = 30;

}  // namespace

std::string new_totp_secret() { return random_bytes(20); }

std::string as_base32(std::string_view bytes) {
  static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  unsigned held = 0;
  int bits = 0;
  for (const unsigned char byte : bytes) {
    held = (held << 8 | byte) & 0xffff;
    for (bits += 8; bits >= 5; bits -= 5) out += letters[held >> (bits - 5) & 31];
  }
  if (bits > 0) out += letters[held << (5 - bits) & 31];
  return out;
}

std::string totp(std::string_view secret, std::int64_t step) {
  std::array<unsigned char, 8> counter{};
  for (int i = 7; i >= 0; --i, step >>= 8) counter[static_cast<std::size_t>(i)] = static_cast<unsigned char>(step & 255);
  const auto mac = hmac_sha1(secret, {reinterpret_cast<const char*>(counter.data()), counter.size()});
  const auto byte = [&](std::size_t place) { return static_cast<unsigned>(static_cast<unsigned char>(mac[place])); };
  const auto from = static_cast<std::size_t>(byte(mac.size() - 1) & 15);
  const unsigned number = (byte(from) & 127u) << 24 | byte(from + 1) << 16 | byte(from + 2) << 8 | byte(from + 3);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%06u", number % 1'000'000);
  return text.data();
}

std::int64_t totp_step(Moment now) { return now.seconds / seconds_a_step; }

std::optional<std::int64_t> totp_match(std::string_view secret, std::string_view code, Moment now, std::int64_t used) {
  for (auto step = totp_step(now) - 1; step <= totp_step(now) + 1; ++step)
    if (step > used && is_same(totp(secret, step), code)) return step;
  return std::nullopt;
}

}  // namespace kit
