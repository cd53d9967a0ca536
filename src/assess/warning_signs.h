// Finds in the picture what early warning looks at, for one indicator or for all, and puts the exceptions in order.
#pragma once
#include <map>
#include <memory>
#include <vector>

#include "assess/early_warning.h"
#include "assess/judged.h"

namespace assess {

using ForecastVerdict = kit::Verdict<IndicatorForecast>;

// Signs with what they point to.
struct FoundSigns {
  Signs signs;
  std::shared_ptr<const IndicatorProcess> process;
  std::shared_ptr<const ForecastVerdict> forecast;
};
FoundSigns find_signs(const Picture& picture, const Judgement& judgement, const calendar::Period& asked);

struct Exception {
  const Judgement* judgement = nullptr;
  std::vector<Warning> warnings;  // at least one, worst first

  bool has(Trigger trigger) const;
  Trigger worst() const { return warnings.front().trigger; }
};

using Others = std::map<indicator::IndicatorId, AmongOthers>;

// Of the indicators in force. By the first warning that holds, in the order of the signs; then off target before close
// before the rest; then the largest shortfall; then the most warnings.
std::vector<Exception> exceptions(const Judged& judged, const Others& others);

}  // namespace assess
