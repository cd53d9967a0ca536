#include "kit/secret.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

#include "kit/failure.h"

namespace kit {
namespace {

constexpr std::size_t key_bytes = crypto_auth_hmacsha256_KEYBYTES;

void start_sodium() {
  static const int started = sodium_init();
  if (started < 0) throw Failure("The source of random numbers does not work.");
}

std::string as_name(std::string_view bytes) {
  std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  out.pop_back();  // the closing NUL
  return out;
}

struct File {
  int number;
  ~File() {
    if (number >= 0) ::close(number);
  }
};

std::optional<std::string> read_key(const std::string& path) {
  const File file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0 && errno == ENOENT) return std::nullopt;
  struct stat about {};
  if (file.number < 0 || ::fstat(file.number, &about) != 0) throw Failure("The server's key cannot be read: " + path);
  if ((about.st_mode & 077) != 0) throw Failure("Others may read the server's key. Run: chmod 600 " + path);
  std::string key(key_bytes, '\0');
  if (about.st_size != static_cast<off_t>(key_bytes) || ::read(file.number, key.data(), key.size()) != about.st_size) {
    throw Failure("The server's key is damaged. Remove it and start again; forms that are open must be opened anew: " + path);
  }
  return key;
}

// Written beside and linked into place, so that two servers starting at once end with one key, whole.
void make_key(const std::string& path) {
  const std::string beside = path + "." + random_name();
  {
    const File file{::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
    const auto key = random_bytes(key_bytes);
    const bool kept = file.number >= 0 && ::write(file.number, key.data(), key.size()) == static_cast<ssize_t>(key.size()) &&
                      ::fsync(file.number) == 0;
    if (!kept) {
      const std::string why = std::strerror(errno);
      ::unlink(beside.c_str());
      throw Failure("The server's key cannot be written to " + path + ": " + why);
    }
  }
  const bool placed = ::link(beside.c_str(), path.c_str()) == 0 || errno == EEXIST;
  ::unlink(beside.c_str());
  if (!placed) throw Failure("The server's key cannot be put in its place: " + path);
}

}  // namespace

std::string random_bytes(std::size_t count) {
  start_sodium();
  std::string out(count, '\0');
  randombytes_buf(out.data(), out.size());
  return out;
}

std::string random_name(std::size_t bytes) { return as_name(random_bytes(bytes)); }

bool is_same(std::string_view a, std::string_view b) { return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0; }

struct Fingerprint::Inside {
  crypto_hash_sha256_state state;
};

Fingerprint::Fingerprint() : inside_(std::make_unique<Inside>()) {
  start_sodium();
  crypto_hash_sha256_init(&inside_->state);
}
Fingerprint::~Fingerprint() = default;

void Fingerprint::add(std::string_view bytes) {
  crypto_hash_sha256_update(&inside_->state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

std::string Fingerprint::hex() {
  unsigned char hash[crypto_hash_sha256_BYTES];
  crypto_hash_sha256_final(&inside_->state, hash);
  std::string out(sizeof hash * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), hash, sizeof hash);
  out.pop_back();
  return out;
}

std::string fingerprint(std::string_view bytes) {
  Fingerprint of_all;
  of_all.add(bytes);
  return of_all.hex();
}

ServerKey ServerKey::in_folder(const std::string& data_folder) {
  start_sodium();
  const auto path = data_folder + "/server.key";
  if (auto key = read_key(path)) return ServerKey(std::move(*key));
  make_key(path);
  auto key = read_key(path);
  if (!key) throw Failure("The server's key vanished: " + path);
  return ServerKey(std::move(*key));
}

ServerKey ServerKey::for_now() { return ServerKey(random_bytes(key_bytes)); }

std::string ServerKey::proof(std::string_view purpose, std::string_view message) const {
  const std::string told = std::string(purpose) + '\0' + std::string(message);
  std::string out(crypto_auth_hmacsha256_BYTES, '\0');
  crypto_auth_hmacsha256(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(told.data()),
                         told.size(), reinterpret_cast<const unsigned char*>(key_.data()));
  return as_name(out);
}

bool ServerKey::proves(std::string_view proof, std::string_view purpose, std::string_view message) const {
  return is_same(proof, this->proof(purpose, message));
}

std::string ServerKey::sealed(std::string_view purpose, std::string_view secret) const {
  const auto key = fingerprint("seal " + proof(purpose, "seal"));
  const auto nonce = random_bytes(crypto_secretbox_NONCEBYTES);
  std::string box(secret.size() + crypto_secretbox_MACBYTES, '\0');
  crypto_secretbox_easy(reinterpret_cast<unsigned char*>(box.data()), reinterpret_cast<const unsigned char*>(secret.data()), secret.size(),
                        reinterpret_cast<const unsigned char*>(nonce.data()), reinterpret_cast<const unsigned char*>(key.data()));
  return as_name(nonce + box);
}

std::optional<std::string> ServerKey::unsealed(std::string_view purpose, const std::string& sealed) const {
  const auto key = fingerprint("seal " + proof(purpose, "seal"));
  std::string all(sealed.size(), '\0');
  std::size_t length = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(all.data()), all.size(), sealed.data(), sealed.size(), nullptr, &length, nullptr,
                        sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 || length < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES)
    return std::nullopt;
  const auto* bytes = reinterpret_cast<const unsigned char*>(all.data());
  std::string secret(length - crypto_secretbox_NONCEBYTES - crypto_secretbox_MACBYTES, '\0');
  const bool holds =
      crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(secret.data()), bytes + crypto_secretbox_NONCEBYTES,
                                 length - crypto_secretbox_NONCEBYTES, bytes,
                                 reinterpret_cast<const unsigned char*>(key.data())) == 0;
  return holds ? std::optional(secret) : std::nullopt;
}

}  // namespace kit
