// A file packed with gzip, read as what is in it; any other file as it is. Nothing is held but one piece at a time. A packed file that is
// broken, cut short or unpacks to more than the limit ends early and says so: ask `fault` when the reading is over.
#pragma once
#include <array>
#include <cstdint>
#include <istream>
#include <memory>
#include <streambuf>
#include <string>

namespace kit {

class Gunzip : public std::streambuf {
 public:
  static constexpr std::uint64_t usual_limit = 8ULL * 1024 * 1024 * 1024;
  explicit Gunzip(std::istream& in, std::uint64_t limit = usual_limit);
  ~Gunzip() override;
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;

  const std::string& fault() const { return fault_; }  // a sentence, or empty

 protected:
  int_type underflow() override;

 private:
  struct Inside;
  bool unpack();
  bool refill();
  int_type end(const char* why);

  std::istream& in_;
  std::uint64_t limit_, given_ = 0;
  std::unique_ptr<Inside> inside_;  // none: the file is not packed
  std::array<char, 1 << 16> packed_{}, plain_{};
  std::string fault_;
};

}  // namespace kit
