// The past of one indicator as a forecast needs it: each period's own figure (what is submitted year to date is taken
// apart again), since the definition last broke, without gaps.
#pragma once
#include <optional>
#include <vector>

#include "assess/aggregate.h"
#include "assess/forecast.h"
#include "assess/picture.h"

namespace assess {

struct IndicatorPast {
  std::vector<double> figures;       // one a period, oldest first
  std::vector<double> denominators;  // of a ratio, one for each; empty where none are kept
  calendar::Period newest;           // the period of the last
  std::size_t filled = 0;            // how many were missing and lie on the line between their neighbours
  std::optional<kit::Date> since;    // the day on which the definition broke, when older figures are left out for it
  bool older_left_out = false;       // for a gap too long to be filled

  Past past(const Kept& kept) const;
  calendar::Period first() const;
};

// Refuses what has fewer than two figures to go by.
kit::Verdict<IndicatorPast> indicator_past(const Kept& kept);

// How the periods that a forecast sees make a year: shares of a year's debit add up, twelve months stand for
// themselves.
indicator::Aggregation aggregation_to_year(const indicator::Definition& definition);

// What the indicator's figures can be: what its definition says, and nothing below zero for what never was.
Bounds bounds_of(const indicator::Definition& definition, std::span<const double> figures);

}  // namespace assess
