// What is known of how an indicator's figures came about: from what everybody reads, and from the steps on their way here.
#pragma once
#include <string>
#include <vector>

#include "assess/picture.h"
#include "calendar/cycle.h"
#include "collect/entry.h"
#include "work/quality.h"

namespace work {

// A step of an entry, without its figure and its words.
struct EntryStep {
  calendar::Period period;
  collect::Stage stage = collect::Stage::entered;
  collect::EntryKind kind = collect::EntryKind::figure;
  collect::State state = collect::State::given;
  std::vector<std::string> warnings;  // their codes
  kit::Moment at;
};

// The periods that are looked at: the newest eight whose due day has passed, from the first of which anything is known. Oldest first.
std::vector<calendar::Period> periods_looked_at(const assess::Kept& kept, const std::vector<EntryStep>& steps,
                                                const calendar::Cycle& cycle, kit::Moment now);

// Of one indicator; `steps` are its own, in order.
QualityFacts quality_facts(const assess::Picture& picture, const assess::Kept& kept,
                           const std::vector<EntryStep>& steps, const calendar::Cycle& cycle, kit::Moment now);

// Finds those that say the same as another: by title, or by the same figures in each of at least four periods. Figures that never
// move are no sign.
void mark_alike(std::vector<QualityFacts>& all);

}  // namespace work
