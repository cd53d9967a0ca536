// What is mapped, with its published figures: one question to a file for all that is mapped to it.
#pragma once
#include <memory>

#include "assess/warning_signs.h"
#include "compare/against_others.h"
#include "compare/mapped.h"
#include "compare/own_area_store.h"
#include "kit/db.h"

namespace compare {

// All mapped indicators of a picture, as known at its moment. The register is kept beside them: comparisons point into it.
struct AllMapped {
  Country country;
  std::vector<Mapped> all;
  std::vector<Mapping> without;  // whose published indicator the newest file does not have

  const Mapped* of(indicator::IndicatorId indicator) const;
};
AllMapped load_mapped(kit::Transaction& tx, const std::string& data_folder, const assess::Picture& picture);
AllMapped load_mapped(kit::Transaction& tx, const std::string& data_folder, const assess::Picture& picture, indicator::IndicatorId one);

// Where the council stands in each, for early warning; from the files of figures that carry an indicator's title where it is not mapped.
assess::Others others_among(kit::Transaction& tx, const std::string& data_folder, const assess::Picture& picture,
                            const calendar::Period& until);

// The same, with all that is mapped as a report tells it, in the order of the indicators.
Elsewhere elsewhere(kit::Transaction& tx, const std::string& data_folder, const assess::Picture& picture, const calendar::Period& until);

}  // namespace compare
