// On a terminal, once a second has gone by, says how far a long reading is, in one line that is written over.
#pragma once
#include <chrono>
#include <cstddef>
#include <string_view>

namespace app {

class Meter {
 public:
  Meter();
  // "Row 120,000 of figures.csv, 40%"
  void operator()(std::string_view what, std::size_t count, std::string_view of, double share);
  void say(std::string_view words);
  void clear();

 private:
  bool is_due();

  bool on_terminal_, shown_ = false;
  std::chrono::steady_clock::time_point begun_, told_;
};

}  // namespace app
