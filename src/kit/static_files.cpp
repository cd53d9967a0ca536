#include "kit/static_files.h"

#include <array>
#include <atomic>
#include <mutex>

#include "kit/carried.h"
#include "kit/failure.h"
#include "kit/secret.h"

namespace kit {
namespace {

constexpr std::string_view folder = "static/";

struct Type {
  std::string_view ending, type;
  bool compressible;
};
constexpr std::array<Type, 13> types{{{".css", "text/css; charset=utf-8", true},
                                      {".js", "text/javascript; charset=utf-8", true},
                                      {".svg", "image/svg+xml", true},
                                      {".json", "application/json", true},
                                      {".webmanifest", "application/manifest+json", true},
                                      {".txt", "text/plain; charset=utf-8", true},
                                      {".html", "text/html; charset=utf-8", true},
                                      {".woff2", "font/woff2", false},
                                      {".woff", "font/woff", false},
                                      {".png", "image/png", false},
                                      {".jpg", "image/jpeg", false},
                                      {".webp", "image/webp", false},
                                      {".ico", "image/x-icon", false}}};

Type type_of(std::string_view name) {
  for (const auto& type : types) {
    if (name.ends_with(type.ending)) return type;
  }
  return {"", "application/octet-stream", false};
}

struct File {
  std::string_view bytes;
  Type type;
  std::string hash;
  std::once_flag once;
  std::atomic<bool> made{false};
  Response response;  // for the address with the fingerprint

  void make() {
    response.type = type.type;
    response.body = std::make_shared<const std::string>(bytes);
    response.etag = '"' + hash + '"';
    if (type.compressible && bytes.size() > 1024) {
      response.gzip = std::make_shared<const std::string>(gzip(bytes, 9));
      response.brotli = std::make_shared<const std::string>(brotli(bytes, 10));
    }
    response.with("Cache-Control", "public, max-age=31536000, immutable");
    made = true;
  }
};

struct Files {
  std::map<std::string, std::unique_ptr<File>, std::less<>> by_name;      // "goldenthread.css"
  std::map<std::string, File*, std::less<>> by_address;                   // "/static/goldenthread.0f3a9c21d4.css"
  std::map<std::string, std::string, std::less<>> addresses;              // name -> address

  Files() {
    for (const auto& one : all_carried()) {
      if (one.path.starts_with(folder)) add(one.path.substr(folder.size()), one.bytes);
    }
  }

  void add(std::string_view name, std::string_view bytes) {
    auto file = std::make_unique<File>();
    file->bytes = bytes;
    file->type = type_of(name);
    file->hash = fingerprint(bytes).substr(0, 10);
    const auto slash = name.rfind('/');
    auto dot = name.rfind('.');
    if (dot == name.npos || (slash != name.npos && dot < slash)) dot = name.size();
    auto address = "/static/" + std::string(name.substr(0, dot)) + "." + file->hash + std::string(name.substr(dot));
    by_address[address] = file.get();
    addresses[std::string(name)] = std::move(address);
    by_name[std::string(name)] = std::move(file);
  }

  File* at(std::string_view path) const {
    if (const auto exact = by_address.find(path); exact != by_address.end()) return exact->second;
    if (!path.starts_with("/static/")) return nullptr;
    const auto plain = by_name.find(path.substr(8));
    return plain == by_name.end() ? nullptr : plain->second.get();
  }
};

const Files& files() {
  static const Files all;
  return all;
}

}  // namespace

std::string static_address(std::string_view name) {
  const auto found = files().addresses.find(name);
  demand(found != files().addresses.end(), "a page names a static file that the program does not carry");
  return found->second;
}

StaticFile static_file_state(std::string_view path) {
  if (!path.starts_with("/static/")) return StaticFile::none;
  const auto* file = files().at(path);
  return !file ? StaticFile::none : file->made ? StaticFile::is_made : StaticFile::must_be_made;
}

// Without its fingerprint (a style sheet names its fonts so) a file is served too, but asked for again each time.
std::optional<Response> static_file(std::string_view path) {
  auto* file = files().at(path);
  if (!file) return std::nullopt;
  std::call_once(file->once, [&] { file->make(); });
  auto response = file->response;
  if (!files().by_address.contains(path)) response.headers = {{"Cache-Control", "public, no-cache"}};
  return response;
}

}  // namespace kit
