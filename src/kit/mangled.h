// For tests: sound files mangled at random, the same each time: bits turned, pieces cut out, doubled, swapped, cut off,
// and marks put in that readers trip over. GOLDENTHREAD_MANGLED says how many for each reader; a few seconds' worth
// otherwise.
#pragma once
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "kit/fuzzed.h"

namespace kit::mangled {

using Samples = std::vector<std::string>;

inline std::size_t how_many(std::size_t usual) {
  const char* said = std::getenv("GOLDENTHREAD_MANGLED");
  return said ? std::strtoull(said, nullptr, 10) : usual;
}

class Mangler {
 public:
  explicit Mangler(std::uint64_t seed) : chance_(seed) {}

  std::string operator()(std::string file, const Samples& all) {
    for (int times = 1 + static_cast<int>(below(6)); times > 0; --times) once(file, all);
    return file;
  }

 private:
  std::size_t below(std::size_t most) { return most == 0 ? 0 : static_cast<std::size_t>(chance_() % most); }

  std::string mark() {
    static const Samples marks = {"\"",
                                  "\"\"",
                                  ",",
                                  ";",
                                  "\r",
                                  "\n",
                                  std::string(1, '\0'),
                                  "\xFF",
                                  "\xEF\xBB\xBF",
                                  "{",
                                  "}",
                                  "[[",
                                  "]]",
                                  "\\u0000",
                                  "\\ud800",
                                  "1e999",
                                  "-",
                                  "0x1F",
                                  "NaN",
                                  "999999999999999999999",
                                  "<!DOCTYPE x>",
                                  "&a;",
                                  "</",
                                  "<![CDATA[",
                                  "PK\x03\x04",
                                  "sep=|\n",
                                  "'",
                                  "=",
                                  "\xE2\x80\xA8",
                                  "null",
                                  "true",
                                  "\x1f\x8b"};
    return marks[below(marks.size())];
  }

  void once(std::string& file, const Samples& all) {
    const auto at = below(file.size() + 1), length = std::min(file.size() - at, 1 + below(below(2) ? 8 : 400));
    switch (below(8)) {
      case 0: if (at < file.size()) file[at] = static_cast<char>(file[at] ^ (1 << below(8))); break;
      case 1: if (at < file.size()) file[at] = static_cast<char>(below(256)); break;
      case 2: file.erase(at, length); break;
      case 3: file.insert(at, file.substr(at, length)); break;
      case 4: file.insert(at, mark()); break;
      case 5: file.resize(at); break;
      case 6: {
        const auto& other = all[below(all.size())];
        file.insert(at, other.substr(below(other.size()), length));
        break;
      }
      default: {
        const auto piece = file.substr(at, length);
        file.erase(at, length);
        file.insert(below(file.size() + 1), piece);
      }
    }
  }

  std::mt19937_64 chance_;
};

inline double peak_megabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  return 0;
}

// What must hold of every reader whatever it is given: it comes back, soon, with little memory, and throws nothing.
inline void each(const Samples& samples, std::size_t usual, const std::function<void(const std::string&)>& read) {
  std::ofstream("/proc/self/clear_refs") << 5;
  const auto before = peak_megabytes();
  double slowest = 0;
  for (std::size_t seed = 0; seed < how_many(usual); ++seed) {
    const auto file = Mangler(seed)(samples[seed % samples.size()], samples);
    const auto begun = std::chrono::steady_clock::now();
    ASSERT_NO_THROW(read(file)) << "seed " << seed;
    slowest = std::max(slowest, std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
    ASSERT_LT(slowest, 10) << "seed " << seed << " hangs the reader";
  }
  EXPECT_LT(peak_megabytes() - before, 512) << "memory that a reader takes is bounded";
}

// Of a file with rows each refusal says in which row, or that it is of the whole file.
inline void name_their_place(const Refusals& no) {
  are_sentences(no);
  for (const auto& refusal : no.all()) holds(!refusal.field.empty(), "a refusal names its place");
}

}  // namespace kit::mangled
