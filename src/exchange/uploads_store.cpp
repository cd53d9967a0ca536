#include "exchange/uploads_store.h"

#include <chrono>
#include <fstream>
#include <map>
#include <thread>

#include "kit/failure.h"
#include "kit/number.h"
#include "kit/secret.h"

namespace exchange {
namespace {

namespace fs = std::filesystem;
using SteadyClock = std::chrono::steady_clock;
constexpr auto longest = std::chrono::hours(1);

struct Kept {
  std::shared_ptr<Upload> upload;
  std::string data_folder;
  SteadyClock::time_point since;
};

// Outlives the readers in the background, so that none is waited for when the server stops.
struct Waiting {
  std::mutex guard;
  std::mutex reading;  // one at a time: each may be large
  std::map<std::string, Kept> all;
};
Waiting& waiting() {
  static auto* one = new Waiting;
  return *one;
}

fs::path folder_of(const std::string& data_folder, const std::string& ticket) { return fs::path(data_folder) / "uploads" / ticket; }

// What an earlier run of the server left behind, and what nobody confirmed.
void clear_old(const std::string& data_folder) {
  auto& place = waiting();
  const std::scoped_lock lock(place.guard);
  std::erase_if(place.all, [](const auto& one) { return SteadyClock::now() - one.second.since > longest; });
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(fs::path(data_folder) / "uploads", failed))
    if (!place.all.contains(entry.path().filename().string())) fs::remove_all(entry.path(), failed);
}

void write_file(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw kit::Failure("The disk has no room for the files. Nothing was saved.");
}

// Names are ours on the disk, theirs on the page.
Files write_files(const fs::path& folder, const std::vector<kit::UploadedFile>& uploaded) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  fs::permissions(folder.parent_path(), fs::perms::owner_all, failed);
  fs::permissions(folder, fs::perms::owner_all, failed);
  if (failed) throw kit::Failure("The folder for uploads cannot be made: " + failed.message() + ".");
  Files files;
  for (const auto& file : uploaded) {
    const auto path = folder / std::to_string(files.size());
    write_file(path, file.bytes);
    files.push_back({file.name.empty() ? "file" : file.name, {}, path});
  }
  return files;
}

void read_in_background(const std::shared_ptr<Upload>& upload) {
  std::thread([upload] {
    const std::scoped_lock one_at_a_time(waiting().reading);
    std::string failed;
    Intake intake;
    try {
      intake = read_files(upload->import.files, [&](const Progress& progress) {
        const std::scoped_lock lock(upload->guard);
        upload->reading = "Row " + kit::with_commas(static_cast<double>(progress.row), 0) + " of " + std::string(progress.file);
      });
    } catch (const std::exception& failure) {
      failed = failure.what();
    }
    const std::scoped_lock lock(upload->guard);
    upload->intake = std::move(intake);
    upload->failed = failed;
    upload->is_read = true;
  }).detach();
}

}  // namespace

std::string keep_upload(const std::string& data_folder, const std::vector<kit::UploadedFile>& files, Import import) {
  clear_old(data_folder);
  const auto ticket = kit::random_name(24);
  auto upload = std::make_shared<Upload>();
  upload->import = std::move(import);
  upload->import.files = write_files(folder_of(data_folder, ticket), files);
  {
    const std::scoped_lock lock(waiting().guard);
    waiting().all[ticket] = {upload, data_folder, SteadyClock::now()};
  }
  read_in_background(upload);
  return ticket;
}

std::shared_ptr<Upload> find_upload(const std::string& ticket, const std::string& who) {
  const std::scoped_lock lock(waiting().guard);
  const auto found = waiting().all.find(ticket);
  if (found == waiting().all.end() || SteadyClock::now() - found->second.since > longest) return nullptr;
  return found->second.upload->import.who == who ? found->second.upload : nullptr;
}

void forget_files(const std::string& data_folder, const std::string& ticket) {
  {
    const std::scoped_lock lock(waiting().guard);
    if (!waiting().all.contains(ticket)) return;
  }
  std::error_code failed;
  fs::remove_all(folder_of(data_folder, ticket), failed);
}

}  // namespace exchange
