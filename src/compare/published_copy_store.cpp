#include "compare/published_copy_store.h"

#include <sodium.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <mutex>
#include <optional>

#include "compare/published.sql.h"
#include "compare/published_store.h"
#include "kit/failure.h"
#include "kit/secret.h"

namespace compare {
namespace {

namespace sql = published_sql;
constexpr std::size_t part_bytes = 768 * 1024;  // a whole number of threes: no part ends in padding but the last

std::string place_of(const std::string& data_folder, const std::string& kept) { return data_folder + "/comparators/" + kept; }

std::string in_base64(const std::string& bytes) {
  std::string made(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(made.data(), made.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  made.pop_back();
  return made;
}

std::optional<std::string> from_base64(const std::string& text) {
  std::string bytes(text.size(), '\0');
  std::size_t length = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0) return std::nullopt;
  bytes.resize(length);
  return bytes;
}

std::optional<std::string> known_fingerprint(kit::Transaction& tx, const std::string& kept) {
  std::optional<std::string> found;
  tx.each(sql::fingerprint_of, {{"kept", kept}}, "t", [&](const kit::Row& row) { found = row.text(0); });
  return found;
}

// Gives the copy part by part; answers whether all of it could be read and is what the fingerprint says.
template <class Take>
bool each_part(kit::Transaction& tx, const std::string& fingerprint, Take take) {
  kit::Fingerprint all;
  bool reads = true;
  std::size_t parts = 0;
  tx.each(sql::parts, {{"fingerprint", fingerprint}}, "t", [&](const kit::Row& row) {
    const auto bytes = from_base64(row.text(0));
    reads = reads && bytes.has_value();
    if (!bytes) return;
    all.add(*bytes);
    take(*bytes);
    ++parts;
  });
  return reads && parts > 0 && all.hex() == fingerprint;
}

struct Registered {
  std::mutex guard;
  std::map<std::string, kit::Database*> databases;
};
Registered& registered() {
  static Registered one;
  return one;
}

}  // namespace

std::string fingerprint_of_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  kit::Fingerprint all;
  std::string piece(1 << 20, '\0');
  std::size_t size = 0;
  while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
    all.add(std::string_view(piece).substr(0, static_cast<std::size_t>(in.gcount())));
    size += static_cast<std::size_t>(in.gcount());
  }
  return size > 0 ? all.hex() : std::string();
}

bool is_as_it_was_kept(const std::string& data_folder, const Load& load) { return fingerprint_of_file(place_of(data_folder, load.kept)) == load.fingerprint; }

bool keep_copy(kit::Transaction& tx, const std::string& data_folder, const Load& load) {
  if (tx.number(sql::has_parts, {{"fingerprint", load.fingerprint}}).value_or(0) > 0) return true;
  if (!is_as_it_was_kept(data_folder, load)) return false;
  std::ifstream in(place_of(data_folder, load.kept), std::ios::binary);
  std::string piece(part_bytes, '\0');
  for (std::int64_t part = 1; in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0; ++part)
    tx.run(sql::add_part, {{"fingerprint", load.fingerprint}, {"part", part}, {"bytes", in_base64(piece.substr(0, static_cast<std::size_t>(in.gcount())))}});
  return true;
}

bool is_copy_sound(kit::Transaction& tx, const Load& load) {
  return each_part(tx, load.fingerprint, [](const std::string&) {});
}

// Under a name of its own first, so that nobody reads half a file.
bool write_from_copy(kit::Transaction& tx, const std::string& data_folder, const std::string& kept) {
  const auto fingerprint = known_fingerprint(tx, kept);
  if (!fingerprint) return false;
  const auto place = place_of(data_folder, kept), beside = place + "." + kit::random_name() + ".part";
  std::filesystem::create_directories(data_folder + "/comparators");
  bool whole = false;
  {
    std::ofstream out(beside, std::ios::binary);
    whole = each_part(tx, *fingerprint, [&](const std::string& bytes) { out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())); });
    out.close();
    if (whole && !out) throw kit::Failure("The published figures could not be written to " + place + ". Is the disk full?");
  }
  if (whole) std::filesystem::rename(beside, place);
  else std::filesystem::remove(beside);
  return whole;
}

FiguresAtHand::FiguresAtHand(kit::Database& db, std::string data_folder) : data_folder_(std::move(data_folder)) {
  {
    const std::scoped_lock lock(registered().guard);
    registered().databases[data_folder_] = &db;
  }
  std::vector<Load> without;
  {
    auto tx = db.read();
    for (auto& load : loads(tx, {std::numeric_limits<std::int64_t>::max()}))
      if (tx.number(sql::has_parts, {{"fingerprint", load.fingerprint}}).value_or(0) == 0) without.push_back(std::move(load));
  }
  for (const auto& load : without) {
    auto tx = db.write();
    keep_copy(tx, data_folder_, load);
    tx.commit();
  }
}

FiguresAtHand::~FiguresAtHand() {
  const std::scoped_lock lock(registered().guard);
  registered().databases.erase(data_folder_);
}

void FiguresAtHand::fetch(const std::string& data_folder, const std::string& kept) {
  kit::Database* db = nullptr;
  {
    const std::scoped_lock lock(registered().guard);
    const auto found = registered().databases.find(data_folder);
    if (found != registered().databases.end()) db = found->second;
  }
  if (!db) return;
  auto tx = db->read();
  write_from_copy(tx, data_folder, kept);
}

}  // namespace compare
