#include "kit/made_files.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <vector>

#include "kit/failure.h"
#include "kit/secret.h"

namespace kit {
namespace {

namespace files = std::filesystem;
constexpr std::string_view unfinished = ".new";
constexpr auto left_behind_after = std::chrono::minutes(10);  // another program on the same data may be writing its own

bool is_left_behind(const files::directory_entry& file) {
  std::error_code failed;
  const auto written = file.last_write_time(failed);
  return !failed && file.path().extension() == unfinished && files::file_time_type::clock::now() - written > left_behind_after;
}

}  // namespace

MadeFiles::MadeFiles(std::string folder, std::size_t most_bytes) : folder_(std::move(folder)), most_bytes_(most_bytes) {
  std::error_code ignored;
  files::create_directories(folder_, ignored);
  files::permissions(folder_, files::perms::owner_all, ignored);
  for (const auto& each : files::directory_iterator(folder_, ignored))
    if (is_left_behind(each)) files::remove(each.path(), ignored);
}

std::string MadeFiles::path(const std::string& name) const {
  demand(!name.empty() && name.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz-.") == std::string::npos &&
             name.front() != '.',
         "A file that was made has a name of ours.");
  return folder_ + "/" + name;
}

bool MadeFiles::has(const std::string& name) const {
  std::error_code ignored;
  return files::is_regular_file(path(name), ignored);
}

std::optional<std::string> MadeFiles::find(const std::string& name) {
  std::ifstream in(path(name), std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::error_code ignored;
  files::last_write_time(path(name), files::file_time_type::clock::now(), ignored);
  return bytes;
}

void MadeFiles::put(const std::string& name, const std::string& bytes) {
  const std::lock_guard lock(guard_);
  const auto whole = path(name), beginning = folder_ + "/" + random_name() + std::string(unfinished);
  std::ofstream out(beginning, std::ios::binary);
  out << bytes;
  out.close();
  std::error_code failed;
  if (out) files::rename(beginning, whole, failed);
  if (!out || failed) {
    files::remove(beginning, failed);
    throw Failure("There is no room to keep the file that was made.");
  }
  make_room();
}

void MadeFiles::make_room() {
  struct One {
    files::file_time_type read;
    files::path path;
    std::size_t bytes;
  };
  std::vector<One> all;
  std::size_t sum = 0;
  std::error_code ignored;
  for (const auto& each : files::directory_iterator(folder_, ignored)) {
    all.push_back({each.last_write_time(ignored), each.path(), static_cast<std::size_t>(each.file_size(ignored))});
    sum += all.back().bytes;
  }
  std::ranges::sort(all, {}, &One::read);
  for (const auto& one : all) {
    if (sum <= most_bytes_) return;
    files::remove(one.path, ignored);
    sum -= one.bytes;
  }
}

}  // namespace kit
