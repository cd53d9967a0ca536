// The plan: the golden thread from vision to indicator. A framework has levels in the council's own words; what stands on a
// level (a vision, commitment, outcome, objective) is a priority. Indicators hang on priorities of several frameworks at once.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicator/indicator.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace plan {

struct Framework {
  std::string code;  // "PLAN"
  std::string name;  // "Council plan 2024 to 2028"
  std::vector<std::string> levels;  // "vision", "commitment", "service plan": top first
  int order = 0;     // the first is the main one, by which the board counts
  kit::Moment at;
  bool gone = false;
};

struct Priority {
  std::string code;       // "BBF"; unique across frameworks
  std::string framework;
  std::string level;      // one of the framework's levels
  std::string title;      // "Better, brighter futures"
  std::string part_of;    // the priority above; empty on the top level
  std::string director;   // who answers for it, as written
  std::string meaning;
  int order = 0;
  kit::Moment at;
  bool gone = false;
};

// An indicator stands on a priority. With a `from` it begins, or when it is gone ends, on that day.
struct Line {
  indicator::IndicatorId indicator = 0;
  std::string priority;
  kit::Moment at;
  bool gone = false;
  std::optional<kit::Date> from;

  bool holds_on(kit::Date day) const { return from && day < *from ? gone : !gone; }
};

// Lists hold what is gone, too, for history and export; the questions below pass it over.
struct Plan {
  std::vector<Framework> frameworks;  // in order
  std::vector<Priority> priorities;   // in order
  std::vector<Line> lines;

  const Framework* main() const;  // null when there is no framework yet
  const Framework* framework(std::string_view code) const;
  const Priority* priority(std::string_view code) const;
  std::vector<const Priority*> children(std::string_view priority_code) const;
  std::vector<const Priority*> tops(std::string_view framework_code) const;
  std::vector<const Priority*> of(indicator::IndicatorId indicator) const;         // priorities it stands on
  std::vector<const Priority*> of(indicator::IndicatorId indicator, kit::Date day) const;  // and those it stood or will stand on that day
  std::vector<const Priority*> thread(const Priority& priority) const;             // from the top down to it
  std::vector<indicator::IndicatorId> below(std::string_view priority_code) const;  // indicators on it or under it, each once
};

kit::Refusals faults(const Priority& priority, const Plan& plan);
kit::Refusals faults(const Framework& framework);

}  // namespace plan
