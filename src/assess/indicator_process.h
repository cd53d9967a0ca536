// The process chart of one indicator: its in-period figures, in stretches that begin where the definition broke, where it was
// split or merged, and where a person has begun the chart afresh; whether limits make sense, and what to know beside them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "assess/picture.h"
#include "assess/process_chart.h"

namespace assess {

// Why a stretch begins where it does; the first figure needs no reason.
struct FreshStart {
  enum class Because : std::uint8_t { definition, lineage, person, own_figures };  // own: those before are added up
  Because because = Because::definition;
  calendar::Period from;
  std::string reason;
};

struct IndicatorProcess {
  ProcessChart chart;
  std::vector<calendar::Period> periods;  // of the points of the chart, one each
  std::vector<FreshStart> starts;         // in order of time
  std::optional<std::string> why_not;     // why no limits are drawn
  std::vector<std::string> cautions;
  bool is_seasonal = false;               // then each figure is drawn with the one of a year before
  std::optional<kit::Date> shift_since;   // a shift of nine or more that still goes on: time to think of a fresh start

  bool is_drawn() const { return !why_not && !chart.points.empty(); }
  const Stretch& newest() const { return chart.stretches.back(); }
  const Charted* at(const calendar::Period& period) const;  // null when the period has no figure
};

// Up to and with `until`; all figures when there is none.
IndicatorProcess process_of(const Kept& kept, std::optional<calendar::Period> until = std::nullopt);

}  // namespace assess
