#include "compare/published_copy_store.h"

#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <mutex>
#include <optional>
#include <set>

#include "compare/published.sql.h"
#include "compare/published_store.h"
#include "kit/base64.h"
#include "kit/failure.h"
#include "kit/secret.h"

namespace compare {
namespace {

namespace sql = published_sql;
constexpr std::int64_t parts_together = 32;  // in one transaction
constexpr std::size_t part_bytes = 768 * 1024;  // a whole number of threes: no part ends in padding but the last

std::string place_of(const std::string& data_folder, const std::string& kept) { return data_folder + "/comparators/" + kept; }

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
    const auto bytes = kit::from_base64(row.text(0));
    reads = reads && bytes.has_value();
    if (!bytes) return;
    all.add(*bytes);
    take(*bytes);
    ++parts;
  });
  return reads && parts > 0 && all.hex() == fingerprint;
}

std::set<std::int64_t> parts_there(kit::Transaction& tx, const Load& load) {
  std::set<std::int64_t> all;
  tx.each(sql::part_numbers, {{"fingerprint", load.fingerprint}}, "i", [&](const kit::Row& row) { all.insert(row.integer(0)); });
  return all;
}

void add_part(kit::Transaction& tx, const Load& load, std::int64_t part, const std::string& bytes) {
  tx.run(sql::add_part, {{"fingerprint", load.fingerprint}, {"part", part}, {"bytes", kit::in_base64(bytes)}});
}

class FileInParts {
 public:
  explicit FileInParts(const std::string& path) : in_(path, std::ios::binary), bytes_(in_ ? std::filesystem::file_size(path) : 0) {}
  std::int64_t parts() const { return static_cast<std::int64_t>((bytes_ + part_bytes - 1) / part_bytes); }
  std::string part(std::int64_t number) {
    const auto from = static_cast<std::size_t>(number - 1) * part_bytes;
    std::string bytes(std::min(part_bytes, bytes_ - from), '\0');
    in_.seekg(static_cast<std::streamoff>(from));
    if (!in_.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
      throw kit::Failure("The published figures that were written cannot be read again.");
    return bytes;
  }

 private:
  std::ifstream in_;
  std::size_t bytes_;
};

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

bool is_as_it_was_kept(const std::string& data_folder, const Load& load) {
  return fingerprint_of_file(place_of(data_folder, load.kept)) == load.fingerprint;
}

bool keep_copy(kit::Transaction& tx, const std::string& data_folder, const Load& load) {
  if (tx.number(sql::has_copy, {{"fingerprint", load.fingerprint}}).value_or(0) > 0) return true;
  if (!is_as_it_was_kept(data_folder, load)) return false;
  FileInParts file(place_of(data_folder, load.kept));
  const auto there = parts_there(tx, load);
  for (std::int64_t part = 1; part <= file.parts(); ++part)
    if (!there.contains(part)) add_part(tx, load, part, file.part(part));
  return true;
}

void copy_beforehand(kit::Database& db, const std::string& data_folder, const Load& load) {
  FileInParts file(place_of(data_folder, load.kept));
  if (file.parts() <= parts_together) return;
  {
    auto tx = db.write();
    tx.run(sql::drop_parts_of_no_load, {{"fingerprint", load.fingerprint}});
    tx.commit();
  }
  for (std::int64_t from = 2; from <= file.parts(); from += parts_together) {
    auto tx = db.write();
    const auto there = parts_there(tx, load);
    for (std::int64_t part = from; part < std::min(from + parts_together, file.parts() + 1); ++part)
      if (!there.contains(part)) add_part(tx, load, part, file.part(part));
    tx.commit();
  }
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
    whole = each_part(tx, *fingerprint, [&](const std::string& bytes) {
      out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    });
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
      if (tx.number(sql::has_copy, {{"fingerprint", load.fingerprint}}).value_or(0) == 0) without.push_back(std::move(load));
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
  if (write_from_copy(tx, data_folder, kept) || !known_fingerprint(tx, kept)) return;
  throw kit::Failure("The published figures in " + place_of(data_folder, kept) +
                     " are not there, and the database has no sound copy of them. Put the file back from a backup, or bring the figures in again.");
}

}  // namespace compare
