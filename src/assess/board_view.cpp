#include "assess/board_view.h"

#include <algorithm>

#include "assess/marks.h"
#include "assess/sentences.h"
#include "kit/number.h"
#include "plan/counting.h"

namespace assess {
namespace {

PriorityLine& line_of(std::vector<PriorityLine>& lines, const plan::Priority* priority) {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const PriorityLine& line) { return line.priority == priority; });
  return found != lines.end() ? *found : lines.emplace_back(PriorityLine{priority, {}, {}});
}

StandingView standing(const Judged& judged, const Judgement& judgement, const Under& under) {
  return {&judgement, &judged, under[static_cast<std::size_t>(&judgement - judged.all.data())]};
}

// Where the council shows no ratings: what moves, and in which direction.
std::string lede_by_direction(const Counts& c) {
  return "Of " + kit::in_words(c.total()) + (c.total() == 1 ? " indicator, " : " indicators, ") +
         kit::in_words(c.improving) + (c.improving == 1 ? " is" : " are") + " improving and " +
         kit::in_words(c.worsening) + (c.worsening == 1 ? " is" : " are") + " worsening.";
}

void capitalise(std::string& words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
}

}  // namespace

const Judgement& no_judgement() {
  static const indicator::Definition nothing;
  static const Judgement none = [] {
    Judgement j;
    j.definition = &nothing;
    return j;
  }();
  return none;
}

std::string StandingView::value() const {
  const auto& j = *judgement;
  if (j.value) return indicator::written(*j.value, *j.definition);
  if (!j.figure || j.figure->state == collect::State::given) return "No figure";
  std::string words(collect::words(j.figure->state));
  capitalise(words);
  return words;
}

std::string StandingView::target() const { return target_words(judgement->expected, *judgement->definition); }
std::string StandingView::owner() const {
  return judged ? judged->picture->council.job_of(judgement->definition->owner) : std::string();
}

std::string StandingView::directorate() const {
  if (!judged) return {};
  const auto* found = judged->picture->council.directorate_of(judgement->definition->service);
  return found ? found->code : std::string();
}

Under under(const Picture& picture) {
  Under all;
  all.reserve(picture.indicators.size());
  for (const auto& kept : picture.indicators) all.push_back(plan::counted_for(picture.plan, kept.id));
  return all;
}

BoardView board_view(const Judged& judged, const std::vector<const Judgement*>& narrowed, const Under& under) {
  BoardView view;
  view.period = judged.period.words();
  view.counts = counts(narrowed);
  view.ratings = ratings(*judged.picture);
  view.lede = view.ratings == Ratings::shown ? lede(view.counts) : lede_by_direction(view.counts);
  for (const auto* priority : plan::counted(judged.picture->plan)) view.priorities.push_back({priority, {}, {}});
  view.indicators.reserve(narrowed.size());
  for (const auto* judgement : narrowed) {
    const auto& each = view.indicators.emplace_back(standing(judged, *judgement, under));
    auto& line = line_of(view.priorities, each.priority);
    line.counts.add(*judgement);
    ++line.standing[mark_of(judgement->rating)];
  }
  for (const auto* judgement : needs_attention(narrowed)) view.attention.push_back(standing(judged, *judgement, under));
  return view;
}

}  // namespace assess
