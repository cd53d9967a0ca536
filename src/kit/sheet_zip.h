// A spreadsheet file as what it is: a zip archive of parts. Refuses archives that bite: two parts of one name, parts
// locked with a password, more parts than a workbook has, and contents that grow out of all proportion when unpacked.
#pragma once
#include <zip.h>

#include <map>
#include <string>
#include <string_view>

#include "kit/sheet.h"

namespace kit {

class Package {
 public:
  Package(std::string_view file, const SheetLimits& limits);
  ~Package();
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  const std::string& fault() const { return fault_; }  // a sentence; empty while all is well
  bool has(const std::string& name) const { return parts_.contains(name); }
  const std::map<std::string, zip_uint64_t>& parts() const {
    return parts_;
  }  // names as written, in the order of the alphabet

 private:
  friend class Part;
  void open(std::string_view file);
  void look_at(zip_uint64_t entry, std::map<std::string, std::string>& lower_case_names);
  void fail(std::string sentence) {
    if (fault_.empty()) fault_ = std::move(sentence);
  }

  SheetLimits limits_;
  zip_t* zip_ = nullptr;
  std::map<std::string, zip_uint64_t> parts_;
  std::string fault_;
  std::uint64_t inflated_ = 0;  // of all parts read so far
};

// One part being read. What the archive says of its size is not believed: bytes are counted as they come.
class Part {
 public:
  Part(Package& package, const std::string& name);
  ~Part();
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;

  // How many bytes came; 0 at the end and at a fault, which package.fault() then tells.
  std::size_t read(char* to, std::size_t most);

 private:
  Package& package_;
  std::string name_;
  zip_file_t* file_ = nullptr;
  std::uint64_t packed_ = 0, inflated_ = 0;
};

}  // namespace kit
