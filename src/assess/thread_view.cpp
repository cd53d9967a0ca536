#include "assess/thread_view.h"

#include <algorithm>

#include "plan/gaps.h"

namespace assess {
namespace {

bool in_force(const Judged& judged, indicator::IndicatorId id) {
  const auto* kept = judged.picture->find(id);
  return kept && judged.in_force(*kept);
}

IndicatorView indicator_view(const Judgement& judgement) {
  const auto& definition = *judgement.definition;
  return {definition.code, definition.title, std::string(parts::words(mark_of(judgement.rating))), mark_of(judgement.rating)};
}

PriorityView priority_view(const Judged& judged, const plan::Priority& priority, int depth) {
  const auto& plan = judged.picture->plan;
  PriorityView view{priority.code, priority.level, priority.title, priority.director, priority.meaning, priority.part_of, depth};
  for (auto id : plan.below(priority.code))
    if (in_force(judged, id)) ++view.counts[mark_of(judged.of(id).rating)];
  for (const auto& line : plan.lines)
    if (!line.gone && line.priority == priority.code && in_force(judged, line.indicator))
      view.indicators.push_back(indicator_view(judged.of(line.indicator)));
  std::sort(view.indicators.begin(), view.indicators.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  for (const auto* child : plan.children(priority.code)) view.below.push_back(priority_view(judged, *child, depth + 1));
  return view;
}

void add_lines(ThreadView& view, const PriorityView& priority) {
  ++view.priorities;
  for (const auto& on : priority.indicators)
    view.lines.push_back({view.framework, priority.level, priority.code, priority.title, on.code, on.title, on.status});
  for (const auto& below : priority.below) add_lines(view, below);
}

std::vector<GapView> loose_indicators(const Judged& judged) {
  std::vector<indicator::IndicatorId> current;
  for (const auto& kept : judged.picture->indicators)
    if (judged.in_force(kept)) current.push_back(kept.id);
  std::vector<GapView> loose;
  for (auto id : plan::without_line(judged.picture->plan, current)) {
    const auto& definition = judged.picture->find(id)->now();
    loose.push_back({definition.code, definition.title, std::string(indicator::words(definition.kind))});
  }
  return loose;
}

}  // namespace

ThreadView thread_view(const Judged& judged, const plan::Framework& framework) {
  const auto& plan = judged.picture->plan;
  ThreadView view{framework.code, framework.name, judged.period.words(), ratings(*judged.picture)};
  for (const auto* top : plan.tops(framework.code)) {
    view.tops.push_back(priority_view(judged, *top, 0));
    view.indicators += view.tops.back().counts.total();
  }
  for (const auto& top : view.tops) add_lines(view, top);
  for (const auto* gap : plan::without_indicator(plan, framework.code)) view.unmeasured.push_back({gap->code, gap->title, gap->level});
  view.loose = loose_indicators(judged);
  return view;
}

}  // namespace assess
