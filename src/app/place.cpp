#include <sys/stat.h>

#include <filesystem>

#include "app/commands.h"

namespace app {

std::unique_ptr<kit::Database> open(const Place& place) {
  namespace fs = std::filesystem;
  ::umask(S_IRWXO | S_IWGRP);  // what is written holds people's addresses and what is not reported yet: nothing of it is for everybody
  std::error_code failed;
  if (fs::create_directories(place.folder, failed)) fs::permissions(place.folder, fs::perms::owner_all, failed);
  if (failed) throw kit::Failure("The data folder " + place.folder + " cannot be made: " + failed.message() + ".");
  return kit::Database::open(place.database.empty() ? place.folder + "/goldenthread.db" : place.database);
}

}  // namespace app
