#include "report/exceptions_view.h"

#include <algorithm>
#include <unordered_set>

#include "kit/number.h"
#include "plan/counting.h"

namespace report {
namespace {

using assess::Exception;
using assess::Judgement;
using assess::Rating;

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  return words;
}

// The main framework's, whatever else the indicator serves.
std::vector<const plan::Priority*> thread_of(const plan::Plan& plan, indicator::IndicatorId id) {
  const auto* main = plan.main();
  for (const auto* priority : plan.of(id))
    if (main && priority->framework == main->code) return plan.thread(*priority);
  return {};
}

ExceptionView view_of(const assess::Judged& judged, const Exception& exception, int place) {
  const auto& plan = judged.picture->plan;
  const auto id = exception.judgement->kept->id;
  return {place, {exception.judgement, &judged, plan::counted_for(plan, id)}, &exception, thread_of(plan, id)};
}

std::vector<SignCount> counted(const std::vector<const Exception*>& exceptions) {
  std::vector<SignCount> counts;
  for (const auto& sign : assess::all_signs()) {
    SignCount count{&sign};
    for (const auto* each : exceptions) {
      count.indicators += each->has(sign.trigger);
      count.listed += each->worst() == sign.trigger;
    }
    if (count.indicators > 0) counts.push_back(count);
  }
  return counts;
}

std::string of_these(const SignCount& count) {
  constexpr std::string_view plural[] = {
      "are getting worse by more than chance",        "are heading off target",
      "have a worse status than the period before",   "have been worse than target three times in a row",
      "cannot reach their target any more",           "are falling behind other areas",
      "lack a figure or have a long provisional one", "changed status by a revision"};
  constexpr std::string_view one[] = {"is getting worse by more than chance",
                                      "is heading off target",
                                      "has a worse status than the period before",
                                      "has been worse than target three times in a row",
                                      "cannot reach its target any more",
                                      "is falling behind other areas",
                                      "lacks a figure or has a long provisional one",
                                      "changed status by a revision"};
  const auto at = static_cast<std::size_t>(count.sign->trigger);
  return kit::in_words(count.listed) + ' ' + std::string(count.listed == 1 ? one[at] : plural[at]);
}

// By the reason that stands first, so that the numbers add up.
std::string answer(const ExceptionsView& view) {
  const auto found = static_cast<int>(view.exceptions.size());
  const auto all = kit::in_words(view.looked_at) + (view.looked_at == 1 ? " indicator" : " indicators");
  if (view.looked_at == 0) return "There is no indicator here.";
  if (found == 0) return "None of " + all + " gives a warning.";
  std::string said = "Of " + all + ", " + kit::in_words(found) + (found == 1 ? " needs" : " need") + " attention. ";
  std::vector<std::string> reasons;
  for (const auto& count : view.signs)
    if (count.listed > 0) reasons.push_back(of_these(count));
  std::string list;
  for (std::size_t i = 0; i < reasons.size(); ++i) list += (i == 0 ? "" : i + 1 == reasons.size() ? " and " : ", ") + reasons[i];
  return said + (reasons.size() == 1 ? capital(list) : "By their worst warning, " + list) + '.';
}

}  // namespace

std::string ExceptionView::thread_words() const {
  std::string words;
  for (const auto* priority : thread) words += (words.empty() ? "" : " > ") + priority->title;
  return words;
}

bool ExceptionView::is_seen_beside_others() const { return exception && exception->has(assess::Trigger::others); }
bool ExceptionView::is_seen_in_own() const {
  return exception && std::ranges::any_of(exception->warnings,
                                          [](const auto& each) { return each.trigger != assess::Trigger::others; });
}
std::string_view ExceptionView::seen() const {
  return !exception ? "" : !is_seen_beside_others() ? "own" : is_seen_in_own() ? "both" : "others";
}

ExceptionsView exceptions_view(const Exceptions& found, const std::vector<const Judgement*>& narrowed, const Wanted& wanted) {
  const auto& judged = *found.judged;
  ExceptionsView view{.period = judged.period.words(),
                      .audience = wanted.audience,
                      .looked_at = static_cast<int>(narrowed.size()),
                      .ratings = assess::ratings(*judged.picture)};
  const std::unordered_set<const Judgement*> within(narrowed.begin(), narrowed.end());
  std::unordered_set<const Judgement*> warned;
  std::vector<const Exception*> kept;
  for (const auto& each : found.all) {
    if (!within.contains(each.judgement)) continue;
    warned.insert(each.judgement);
    if (!wanted.audience->holds(each) || (wanted.sign && !each.has(*wanted.sign))) continue;
    kept.push_back(&each);
    view.exceptions.push_back(view_of(judged, each, static_cast<int>(kept.size())));
    const bool own = view.exceptions.back().is_seen_in_own(), others = view.exceptions.back().is_seen_beside_others();
    view.in_own += own, view.beside_others += others, view.in_both += own && others;
  }
  view.signs = counted(kept);
  view.off_without_warning = static_cast<int>(std::ranges::count_if(
      narrowed, [&](const Judgement* j) { return j->rating == Rating::red && !warned.contains(j); }));
  view.answer = answer(view);
  return view;
}

}  // namespace report
