// Which indicators a section is about, and in which groups.
#pragma once
#include <string>
#include <vector>

#include "assess/judged.h"
#include "report/pack.h"

namespace report {

using Judgements = std::vector<const assess::Judgement*>;

// Those in force, in the order of their references.
Judgements chosen(const assess::Judged& judged, const Choice& choice);

struct Group {
  std::string code, title;  // "BBF", "Better, brighter futures"
  Judgements judgements;
};
// Only groups that hold something, in the council's own order; what belongs to none comes last. One without a title when they are
// not grouped.
std::vector<Group> grouped(const assess::Judged& judged, const Judgements& judgements, Grouping by);

}  // namespace report
