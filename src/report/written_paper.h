// The covering paper of a report as one form: all its parts at once. Each part keeps its own text, who wrote it and whether it is
// public; saving changes those that were changed in the form, and leaves what another has written meanwhile.
#pragma once
#include <string>
#include <vector>

#include "report/edition.h"

namespace report {

// One part as the form has it.
struct TypedPart {
  Slot slot;
  std::string now;   // what is kept of it
  int now_exempt = 0;
  std::string seen;  // the mark of what was kept when the form was opened
  std::string words;
  int exempt = 0;
};

// Changes only when what is kept changes.
std::string seen_mark(std::string_view words, int exempt);

// The parts to be kept anew. Refusals are of the fields of the form: "paper.purpose", "paper.purpose-exempt".
kit::Verdict<std::vector<Words>> write_paper(const Edition* newest, const std::vector<TypedPart>& parts,
                                             const council::Asker& by, kit::Moment now);

std::string exempt_field(const Slot& slot);  // "paper.purpose-exempt"
std::string seen_field(const Slot& slot);    // "paper.purpose-seen"

}  // namespace report
