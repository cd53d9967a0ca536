// What the page Completion shows of a period: how far each unit is, and the figures of one.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "calendar/cycle.h"
#include "work/completion.h"

namespace work {

struct FigureLine {
  std::string indicator, title, owner, checker;
  Step step = Step::to_enter;
  std::string address;
};
template <class Teller>
void describe(Teller& t, const FigureLine& line) {
  t.field("indicator", line.indicator);
  t.field("title", line.title);
  t.field("step", code(line.step));
  t.field("owner", line.owner);
  t.field("checker", line.checker);
}

struct CompletionView {
  calendar::Period period;
  calendar::Window window;
  Tally tally;
  std::string lede;
  std::vector<CompletionLine> lines;
  std::string unit, unit_name;
  std::vector<FigureLine> figures;  // of that unit
  std::vector<calendar::Period> periods;      // to choose from
};
template <class Teller>
void describe(Teller& t, const CompletionView& view) {
  t.field("period", view.period.iso());
  t.field("in_short", view.lede);
  t.field("runs", view.window.runs);
  t.part("all", view.tally);
  t.rows("units", view.lines);
  t.rows("figures", view.figures);
}

// Whoever answers for one service sees its figures at once: a table of one service says nothing more than the sentence on top.
inline bool is_one_service(const CompletionView& view) {
  return std::ranges::count(view.lines, false, &CompletionLine::is_directorate) == 1 && view.lines.size() <= 2;
}

}  // namespace work
