#include "kit/temporary_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <ctime>
#include <filesystem>

#include "kit/failure.h"

namespace kit {
namespace {

namespace files = std::filesystem;

constexpr std::string_view ours = "goldenthread-press-";

// A lock on the folder itself: it holds between containers that share a temporary folder, where numbers of processes mean nothing.
int opened(const std::string& folder) { return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC); }

// Ours by name and owner, old enough, and held by nobody.
bool is_left_behind(int folder, std::chrono::seconds younger) {
  struct stat about {};
  return ::fstat(folder, &about) == 0 && about.st_uid == ::geteuid() &&
         std::time(nullptr) - about.st_ctime >= younger.count() && ::flock(folder, LOCK_EX | LOCK_NB) == 0;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (files::temp_directory_path() / ours).string() + "XXXXXX";
  if (!::mkdtemp(pattern.data())) throw Failure("There is no room for temporary files.");
  path_ = pattern;
  held_ = opened(path_);
  if (held_ >= 0) ::flock(held_, LOCK_EX | LOCK_NB);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  files::remove_all(path_, ignored);
  if (held_ >= 0) ::close(held_);
}

int clear_left_behind(std::chrono::seconds younger) {
  int cleared = 0;
  std::error_code ignored;
  for (const auto& each : files::directory_iterator(files::temp_directory_path(ignored), ignored)) {
    if (!each.path().filename().string().starts_with(ours)) continue;
    const int folder = opened(each.path().string());
    if (folder < 0) continue;
    if (is_left_behind(folder, younger)) cleared += files::remove_all(each.path(), ignored) > 0;
    ::close(folder);
  }
  return cleared;
}

}  // namespace kit
