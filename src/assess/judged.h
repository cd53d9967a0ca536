// Every indicator judged for one period.
#pragma once
#include <memory>
#include <vector>

#include "assess/judgement.h"
#include "assess/picture.h"

namespace assess {

struct Judged {
  std::shared_ptr<const Picture> picture;
  calendar::Period period;     // asked for
  std::vector<Judgement> all;  // in the order of picture->indicators

  const Judgement& of(indicator::IndicatorId indicator) const { return all[picture->places.at(indicator)]; }
  // Whether an indicator is in the set when the period begins, or later.
  bool in_force(const Kept& kept) const { return !kept.now().ends || *kept.now().ends >= period.first(); }
};

}  // namespace assess
