// A folder of files that were made and can be made again, by names of our own: a file is there whole or not at all. What has not been
// read for longest is thrown away when the folder grows too large.
#pragma once
#include <mutex>
#include <optional>
#include <string>

namespace kit {

class MadeFiles {
 public:
  MadeFiles(std::string folder, std::size_t most_bytes);  // makes the folder, for us alone
  bool has(const std::string& name) const;
  std::optional<std::string> find(const std::string& name);
  void put(const std::string& name, const std::string& bytes);  // throws Failure when there is no room

 private:
  std::string path(const std::string& name) const;
  void make_room();
  const std::string folder_;
  const std::size_t most_bytes_;
  std::mutex guard_;
};

}  // namespace kit
