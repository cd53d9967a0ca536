// Councils that merge, or are split, take their past with them: what their successor's figure would have been (rules.md
// 12). Numerators and denominators are added and divided once; nobody's percentages are averaged.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assess/standardised.h"
#include "indicator/indicator.h"

namespace assess {

enum class MergeBasis : std::uint8_t {
  exact,            // of whole councils
  apportioned,      // one of them went only in part, and its figures by its share
  incomplete,       // one has no figure: no value, and never the sum of the others
  not_reaggregable  // a median, rank or index cannot be put together from those of parts
};
std::string_view code(MergeBasis basis);

// What one predecessor brings. A standardised rate brings its age bands instead of a numerator.
struct Brought {
  double share = 1;                              // of the predecessor that goes to this successor
  std::optional<double> numerator, denominator;  // of a sum the value alone
  std::vector<AgeBand> bands;
  std::string predecessor = {};
};

struct Merged {
  MergeBasis basis = MergeBasis::exact;
  std::optional<double> numerator, denominator;  // added up, also when incomplete
  std::optional<double> value;
  std::optional<double> mean_of_values;  // wrong: beside the value it shows how far off an average of averages is
  std::size_t used = 0, expected = 0;
  std::string words() const;  // "2 of 3 predecessors have a figure, so there is none for all."
};

Merged merged(std::span<const Brought> predecessors, indicator::Aggregation aggregation, double multiplier);
// Directly standardised: added age band by age band, then standardised once. All bring the same bands.
Merged merged_standardised(std::span<const Brought> predecessors, double per);

}  // namespace assess
