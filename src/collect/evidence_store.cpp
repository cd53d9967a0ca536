#include "collect/evidence_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>

#include "collect/evidence.sql.h"
#include "indicator/columns.h"
#include "kit/failure.h"
#include "kit/secret.h"

namespace collect {
namespace {

namespace fs = std::filesystem;

std::vector<Evidence> read_all(kit::Transaction& tx, const kit::Query& query, const kit::Values& values) {
  std::vector<Evidence> all;
  tx.each(query, values, "titttitti", [&](const kit::Row& row) {
    all.push_back({row.text(0),
                   row.integer(1),
                   indicator::known(calendar::Period::parse(row.text(2)), row.text(2)),
                   row.text(3),
                   row.text(4),
                   row.integer(5),
                   row.text(6),
                   row.text(7),
                   std::nullopt,
                   {row.integer(8)}});
  });
  return all;
}

[[noreturn]] void no_room() { throw kit::Failure("The disk has no room for the file. Nothing was saved."); }

void write_through(const fs::path& path, std::string_view content) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) no_room();
  bool good = true;
  for (std::size_t at = 0; good && at < content.size();) {
    const auto wrote = ::write(file, content.data() + at, content.size() - at);
    good = wrote > 0;
    if (good) at += static_cast<std::size_t>(wrote);
  }
  good = good && ::fsync(file) == 0;
  ::close(file);
  if (!good) no_room();
}

void sync_folder(const fs::path& folder) {
  const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) return;
  ::fsync(opened);
  ::close(opened);
}

}  // namespace

void add_evidence(kit::Transaction& tx, const Evidence& e, council::RecordId record) {
  tx.run(evidence_sql::add, {{"id", e.id},
                             {"indicator", e.indicator},
                             {"period", e.period.iso()},
                             {"name", e.name},
                             {"type", e.type},
                             {"bytes", e.bytes},
                             {"fingerprint", e.fingerprint},
                             {"by_person", e.by},
                             {"at", e.at.seconds},
                             {"record", record}});
}

std::optional<Evidence> find_evidence(kit::Transaction& tx, const std::string& id) {
  auto found = read_all(tx, evidence_sql::find, {{"id", id}});
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Evidence> evidence_of(kit::Transaction& tx, indicator::IndicatorId indicator, const calendar::Period& period) {
  return read_all(tx, evidence_sql::of_period, {{"indicator", indicator}, {"period", period.iso()}});
}

std::vector<Evidence> all_evidence(kit::Transaction& tx) { return read_all(tx, evidence_sql::all_kept, {}); }

void remove_evidence(kit::Transaction& tx, const std::string& id, kit::Moment now) {
  tx.run(evidence_sql::remove, {{"id", id}, {"at", now.seconds}});
}

bool is_kept(kit::Transaction& tx, const std::string& fingerprint) {
  bool kept = false;
  tx.each(evidence_sql::kept_elsewhere, {{"fingerprint", fingerprint}}, "t", [&](const kit::Row&) { kept = true; });
  return kept;
}

fs::path place_of_evidence(const std::string& data_folder, const std::string& fingerprint) {
  kit::demand(fingerprint.size() == 64 && fingerprint.find_first_not_of("0123456789abcdef") == std::string::npos,
              "evidence is kept by its fingerprint");
  return fs::path(data_folder) / "evidence" / fingerprint.substr(0, 2) / fingerprint;
}

void keep_bytes(const std::string& data_folder, const std::string& fingerprint, std::string_view content) {
  const auto place = place_of_evidence(data_folder, fingerprint);
  if (read_bytes(data_folder, fingerprint)) return;
  std::error_code failed;
  fs::create_directories(place.parent_path(), failed);
  for (auto folder = place.parent_path(); folder != fs::path(data_folder) && !failed; folder = folder.parent_path())
    fs::permissions(folder, fs::perms::owner_all, failed);
  if (failed) throw kit::Failure("The folder for evidence cannot be made: " + failed.message() + ".");
  const auto beside = place.string() + "." + kit::random_name(6);
  write_through(beside, content);
  fs::rename(beside, place, failed);
  if (failed) no_room();
  sync_folder(place.parent_path());
  sync_folder(place.parent_path().parent_path());
}

std::optional<std::string> read_bytes(const std::string& data_folder, const std::string& fingerprint) {
  std::ifstream file(place_of_evidence(data_folder, fingerprint), std::ios::binary);
  if (!file) return std::nullopt;
  std::string content((std::istreambuf_iterator<char>(file)), {});
  return kit::fingerprint(content) == fingerprint ? std::optional(std::move(content)) : std::nullopt;
}

}  // namespace collect
