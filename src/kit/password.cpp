#include "kit/password.h"

#include <sodium.h>

#include <array>
#include <condition_variable>
#include <mutex>

#include "kit/failure.h"
#include "kit/secret.h"

namespace kit {
namespace {

constexpr unsigned long long passes = 3;
constexpr std::size_t memory = 19u << 20;
constexpr int at_once = 2;
constexpr int most_waiting = 32;

// A place at the heavy work; none when the queue is full.
class Place {
 public:
  Place() {
    std::unique_lock lock(guard());
    if (waiting() >= most_waiting) return;
    ++waiting();
    freed().wait(lock, [] { return working() < at_once; });
    --waiting();
    ++working();
    taken_ = true;
  }
  Place(const Place&) = delete;
  ~Place() {
    if (!taken_) return;
    const std::lock_guard lock(guard());
    --working();
    freed().notify_one();
  }
  explicit operator bool() const { return taken_; }

 private:
  static std::mutex& guard() { static std::mutex one; return one; }
  static std::condition_variable& freed() { static std::condition_variable one; return one; }
  static int& working() { static int count = 0; return count; }
  static int& waiting() { static int count = 0; return count; }
  bool taken_ = false;
};

std::string hashed(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> out{};
  if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), passes, memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw Failure("There is not enough memory to work out a password's hash.");
  return out.data();
}

// For names that nobody has: looked at as long as a real one.
const std::string& nobodys_hash() {
  static const std::string hash = hashed(random_name());
  return hash;
}

}  // namespace

std::optional<std::string> password_hash(std::string_view password) {
  random_bytes(1);  // sodium is ready
  const Place place;
  if (!place) return std::nullopt;
  return hashed(password);
}

std::optional<bool> is_password(const std::string& hash, std::string_view password) {
  random_bytes(1);
  const Place place;
  if (!place) return std::nullopt;
  const auto& against = hash.empty() ? nobodys_hash() : hash;
  return crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0 && !hash.empty();
}

}  // namespace kit
