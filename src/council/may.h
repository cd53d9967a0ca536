// Who may do what, and why not: one table of rules. Every route names its rule.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "kit/verdict.h"

namespace council {

enum class May {
  read,            // the board, indicators, the thread: whoever reaches the server
  bring_in_files,  // import: only from the machine itself, until people can sign in
};

struct Asker {
  bool at_this_machine = false;
};

struct Rule {
  May may;
  std::string_view what;  // "bring in files"
  std::string_view who;   // "someone at the machine that runs Goldenthread"
};
const std::vector<Rule>& rules();

// Nothing when it is allowed; otherwise a sentence that says which rule refuses and what to do.
kit::Refusals why_not(May may, const Asker& asker);

}  // namespace council
