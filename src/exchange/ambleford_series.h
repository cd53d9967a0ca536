// The figures of one demo indicator, made from its recipe, and how each stands against its target, so that the officer
// who writes its note knows.
#pragma once
#include <optional>
#include <vector>

#include "assess/rating.h"
#include "collect/figure.h"
#include "exchange/ambleford_seed.h"

namespace exchange::demo {

struct Point {
  calendar::Period period;
  collect::State state = collect::State::given;
  std::optional<Parts> parts;   // of a ratio or weighted mean
  std::optional<Units> value;   // of the rest
  std::optional<Units> deviation;  // of an average, where the officer knows it
  std::optional<double> shown;  // the number as submitted
  std::optional<double> judged;
  indicator::Expected expected;
  assess::Rating rating = assess::Rating::no_data;
};

// April 2022 to September 2025, or while the indicator applies; oldest first. What was never entered has no point; what
// came late is here as it came, or will come.
std::vector<Point> series_of(const Seed& seed);

// The number as submitted, from its parts or its value.
std::optional<double> number(const Point& point, const indicator::Definition& definition);

}  // namespace exchange::demo
