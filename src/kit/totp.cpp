#include "kit/totp.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cstdio>

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
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned length = 0;
  HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(), mac.data(), &length);
  const auto from = static_cast<std::size_t>(mac[length - 1] & 15);
  const unsigned number = (mac[from] & 127u) << 24 | mac[from + 1] << 16 | mac[from + 2] << 8 | mac[from + 3];
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
