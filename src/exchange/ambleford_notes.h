// The officers of the demo council, writing: what happened, why, what next. Sentences come from
// seeds/ambleford/notes.csv, for one indicator, its theme or any; the numbers in them are those of the figure itself.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/ambleford_series.h"

namespace exchange::demo {

class Notes {
 public:
  Notes();
  // The note of one figure, or nothing where the officer wrote none.
  std::string of(const Seed& seed, const std::vector<Point>& points, std::size_t at);
  std::string late(const Seed& seed, const Point& point, std::string_view expected_on);
  std::string revision(const Seed& seed, const Point& point);  // why it was revised

 private:
  using Pool = std::vector<std::string>;
  // The next sentence for a situation: the indicator's own, else its theme's, else anybody's. They take turns.
  std::string said(const Seed& seed, std::string_view situation);
  std::string own(const Seed& seed, std::string_view situation);
  std::string fact(const Seed& seed, const std::vector<Point>& points, std::size_t at);
  std::string cause(const Seed& seed, const std::vector<Point>& points, std::size_t at);

  std::map<std::string, Pool, std::less<>> pools_;  // "SEND worse"
  std::map<std::string, std::size_t, std::less<>> turns_;
};

}  // namespace exchange::demo
