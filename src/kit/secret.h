// What must not be guessed: random names, and the server's own key, made at first start and kept in the data folder for its
// owner alone. There is no default key.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kit {

std::string random_bytes(std::size_t count);
std::string random_name(std::size_t bytes = 16);  // letters, digits, - and _: fit for a cookie or an address
bool is_same(std::string_view a, std::string_view b);  // in a time that does not depend on where they differ
std::string fingerprint(std::string_view bytes);       // of content, not secret: 64 hexadecimal digits (SHA-256)
// The same of content that comes piece by piece.
class Fingerprint {
 public:
  Fingerprint();
  ~Fingerprint();
  Fingerprint(const Fingerprint&) = delete;
  Fingerprint& operator=(const Fingerprint&) = delete;
  void add(std::string_view bytes);
  std::string hex();  // once, at the end

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

class ServerKey {
 public:
  // Reads DATA/server.key or makes it (mode 600). Throws Failure when it cannot, or when others may read it.
  static ServerKey in_folder(const std::string& data_folder);
  static ServerKey for_now();  // forgotten when the program ends

  // Proof that this server said `message` for `purpose`; what was made for one purpose is no proof for another.
  std::string proof(std::string_view purpose, std::string_view message) const;
  // Kept secret in the database under this key, for one purpose; none when it was not sealed so, or was changed.
  std::string sealed(std::string_view purpose, std::string_view secret) const;
  std::optional<std::string> unsealed(std::string_view purpose, const std::string& sealed) const;
  bool proves(std::string_view proof, std::string_view purpose, std::string_view message) const;

 private:
  explicit ServerKey(std::string key) : key_(std::move(key)) {}
  std::string key_;
};

}  // namespace kit
