// What came after the reports ran: late figures and corrections, with what was reported before and what is now, why, and by whom.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "assess/picture.h"
#include "collect/entry.h"
#include "council/may.h"

namespace work {

struct AfterTheRun {
  std::string indicator, title, period, service;
  collect::EntryKind kind = collect::EntryKind::late;
  collect::Stage stage = collect::Stage::entered;  // waits for approval, came back, or reported
  std::string was, now;                            // "61.2%"; was is empty when nothing had been reported
  std::string reason;
  std::string entered_by, approved_by;             // names
  kit::Moment at;                                  // of its newest step
  std::string address;
};
// Of steps in the order of editions; only what whoever asks may see. The newest first.
std::vector<AfterTheRun> after_the_run(const assess::Picture& picture, const std::vector<collect::Entry>& steps,
                                       const council::Asker& asker);
std::string in_short(const std::vector<AfterTheRun>& all);

template <class Teller>
void describe(Teller& t, const AfterTheRun& one) {
  t.field("indicator", one.indicator);
  t.field("title", one.title);
  t.field("period", one.period);
  t.field("kind", collect::code(one.kind));
  t.field("stage", collect::code(one.stage));
  t.field("was", one.was);
  t.field("now", one.now);
  t.field("reason", one.reason);
  t.field("entered_by", one.entered_by);
  t.field("approved_by", one.approved_by);
  t.field("at", one.at);
}

}  // namespace work
