// A folder for work that other programs do for us, readable by us alone. It lasts as long as the object; what a killed server leaves
// behind is cleared when the next one starts.
#pragma once
#include <chrono>
#include <string>
#include <string_view>

namespace kit {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::string& path() const { return path_; }
  std::string file(std::string_view name) const { return path_ + "/" + std::string(name); }

 private:
  std::string path_;
  int held_ = -1;  // its lock, which the system lets go when we die, however we die
};

// Removes such folders that nobody holds any more; answers how many. One that is younger may still be on its way to being held.
int clear_left_behind(std::chrono::seconds younger = std::chrono::minutes(1));

}  // namespace kit
