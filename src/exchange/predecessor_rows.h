// What the councils before this one bring: a row of their figures, and a line of the mapping that says which of them went where.
// The columns are those of `goldenthread assess merge`.
#pragma once
#include <optional>
#include <string>

#include "assess/merge_mapping.h"
#include "exchange/place.h"

namespace exchange {

struct PredecessorRow {
  Place place;
  std::string predecessor, tier, code;  // the code: of this council's indicator
  calendar::Period period;
  std::string aggregation;  // as the file names it, where it does: the indicator's own, or "dsr" with age bands
  std::optional<double> multiplier;
  std::optional<double> numerator, denominator;  // of a count the value alone
  std::optional<double> age_band;
};

struct MappingRow {
  Place place;
  assess::MappingLine line;
};

}  // namespace exchange
