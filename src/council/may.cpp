#include "council/may.h"

namespace council {

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = {
      {May::read, "read the board, indicators and the golden thread", "anyone who reaches the server"},
      {May::bring_in_files, "bring in files", "someone at the machine that runs Goldenthread"},
  };
  return all;
}

kit::Refusals why_not(May may, const Asker& asker) {
  kit::Refusals no;
  no.unless(may != May::bring_in_files || asker.at_this_machine, "",
            "Only someone at the machine that runs Goldenthread may bring in files. Ask the performance team, or use "
            "goldenthread import on that machine.");
  return no;
}

}  // namespace council
