// What the thread page tells: a framework as a tree with its indicators, and where the thread is broken.
#pragma once
#include <string>
#include <vector>

#include "assess/judged.h"
#include "assess/marks.h"
#include "parts/status.h"

namespace assess {

struct IndicatorView {
  std::string code, title, status;
  parts::Status mark = parts::Status::not_rated;
};
template <class Teller>
void describe(Teller& t, const IndicatorView& indicator) {
  t.field("code", indicator.code);
  t.field("title", indicator.title);
  t.field("status", indicator.status);
}

struct PriorityView {
  std::string code, level, title, director, meaning, part_of;
  int depth = 0;
  parts::StatusCounts counts;               // of the indicators on it and below
  std::vector<IndicatorView> indicators;    // on it
  std::vector<PriorityView> below;
};
template <class Teller>
void describe(Teller& t, const PriorityView& priority) {
  t.field("code", priority.code);
  t.field("level", priority.level);
  t.field("title", priority.title);
  t.field("part_of", priority.part_of);
  t.field("director", priority.director);
  t.field("indicators_below", priority.counts.total());
  t.list("indicators", priority.indicators);
  t.list("below", priority.below);
}

struct LineView {
  std::string framework, level, priority, priority_title, indicator, indicator_title, status;
};
template <class Teller>
void describe(Teller& t, const LineView& line) {
  t.field("framework", line.framework);
  t.field("level", line.level);
  t.field("priority", line.priority);
  t.field("priority_title", line.priority_title);
  t.field("indicator", line.indicator);
  t.field("indicator_title", line.indicator_title);
  t.field("status", line.status);
}

struct GapView {
  std::string code, title, level;
};
template <class Teller>
void describe(Teller& t, const GapView& gap) {
  t.field("code", gap.code);
  t.field("title", gap.title);
  t.field("level", gap.level);
}

struct ThreadView {
  std::string framework, name, period;
  Ratings ratings = Ratings::shown;
  std::vector<PriorityView> tops;
  std::vector<LineView> lines;
  std::vector<GapView> unmeasured;  // priorities without an indicator
  std::vector<GapView> loose;       // indicators without a line in any framework
  int indicators = 0, priorities = 0;
};
template <class Teller>
void describe(Teller& t, const ThreadView& view) {
  t.field("framework", view.framework);
  t.field("name", view.name);
  t.field("period", view.period);
  t.list("priorities", view.tops);
  t.rows("lines", view.lines);
  t.list("priorities_without_indicator", view.unmeasured);
  t.list("indicators_without_line", view.loose);
}

ThreadView thread_view(const Judged& judged, const plan::Framework& framework);

}  // namespace assess
