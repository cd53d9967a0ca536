// How the council stands among others in an indicator that is mapped to a published one, as a report tells it: in the newest period until
// the report's own, with what a reader must know before comparing.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "assess/warning_signs.h"
#include "compare/mapped.h"

namespace compare {

struct AgainstOthers {
  indicator::IndicatorId indicator = 0;
  Series series;
  std::optional<calendar::Period> period;  // none: the council has no figure in a period that others have
  double ours = 0;
  std::optional<double> middle;            // of the others
  std::optional<int> quarter;              // 1 the best; none where none can be named
  std::string stands;                      // "in the best quarter", "context only"
  std::string group;                       // "16 councils in “Most like Ambleford”", itself among them
  bool is_context = false;                 // and no comparison
  std::vector<std::string> notes;          // why it is context, and what else to know: sentences
  Writing writing;
};

// What is found, in words; whether it is a comparison at all is also a question of what the two sides count.
AgainstOthers told(const Comparison& found, const Group& group, indicator::Polarity polarity, const Writing& writing,
                   bool is_like_with_like);

AgainstOthers against_others(const Mapped& mapped, const Authorities& authorities, const Authority& own,
                             const assess::Kept& kept, const calendar::Period& until);

// What a report knows of other councils.
struct Elsewhere {
  assess::Others others;              // where the council stands, for early warning
  std::vector<AgainstOthers> beside;  // all that is mapped
};

}  // namespace compare
