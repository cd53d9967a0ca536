// What should be thought of before a change of the set is agreed: lines of the plan left bare, formulas and returns that lose a part.
#include <algorithm>

#include "assess/set_review.h"
#include "indicator/computed_from.h"
#include "kit/quote.h"

namespace assess {
namespace {

using Kind = ReviewChange::Kind;

// Those that would be there no more on the first day.
std::vector<const Kept*> leaving(const Review& review, const ReviewChange& change) {
  const auto* kept = review.picture.find(change.indicator);
  if (change.kind == Kind::removed) return concerned(review.picture, change);
  if (!kept || (change.kind != Kind::split && change.kind != Kind::merged)) return {};
  auto all = concerned(review.picture, change);
  if (goes_on(*kept, change)) std::erase(all, kept);
  return all;
}

bool has_indicator(const Picture& picture, const plan::Priority& priority, calendar::FinancialYear year) {
  return std::ranges::any_of(picture.plan.below(priority.code), [&](auto id) {
    const auto* kept = picture.find(id);
    return kept && in_set(*kept, year);
  });
}

// Lines of the plan that had an indicator and would have none once this and all that is agreed is carried out.
void warn_of_bare_lines(const Review& review, const ReviewChange& change, std::vector<std::string>& all) {
  std::vector<const ReviewChange*> carried = {&change};
  for (const auto& other : review.changes)
    if (other.id != change.id && other.stage == ReviewChange::Stage::agreed) carried.push_back(&other);
  const auto then = as_it_would_be(review.picture, outcome(review, carried, {}));
  std::set<std::string> said;
  for (const auto* kept : concerned(review.picture, change))
    for (const auto* on : review.picture.plan.of(kept->id))
      for (const auto* above : review.picture.plan.thread(*on))
        if (has_indicator(review.picture, *above, review.year) && !has_indicator(then, *above, review.year) &&
            said.insert(above->code).second)
          all.push_back(kit::quoted(above->title) + " (" + above->level + ") would have no indicator left.");
}

// Indicators that are computed from one that would be gone.
void warn_of_formulas(const Review& review, const std::vector<const Kept*>& gone, std::vector<std::string>& all) {
  for (const auto& other : review.picture.indicators) {
    if (!in_set(other, review.year) || std::ranges::find(gone, &other) != gone.end()) continue;
    const auto formula = indicator::formula_of(other.now());
    if (!formula) continue;
    for (const auto& code : formula->codes())
      if (std::ranges::find(gone, review.picture.find(code)) != gone.end())
        all.push_back(other.now().code + " " + kit::quoted(other.now().title) + " is computed from " + code +
                      ", and would have no figures.");
  }
}

// Returns to the government of which they were a part.
void warn_of_returns(const std::vector<const Kept*>& gone, std::vector<std::string>& all) {
  for (const auto* kept : gone)
    if (const auto& statutory = kept->now().statutory_return; !statutory.empty())
      all.push_back(kept->now().code + " is part of the return " + kit::quoted(statutory) + ", which still has to be made.");
}

// The merged indicator is as frequent as the first; others may have been more or less.
void warn_of_frequencies(const std::vector<const Kept*>& merged, std::vector<std::string>& all) {
  const auto frequency = merged.front()->now().frequency;
  for (const auto* kept : merged)
    if (kept->now().frequency != frequency)
      all.push_back(kept->now().code + " is " + std::string(calendar::words(kept->now().frequency)) +
                    "; the merged indicator is " + std::string(calendar::words(frequency)) + ".");
}

}  // namespace

std::vector<std::string> warnings(const Review& review, const ReviewChange& change) {
  std::vector<std::string> all;
  const auto gone = leaving(review, change);
  if (!gone.empty() || change.kind == Kind::moved) warn_of_bare_lines(review, change, all);
  warn_of_formulas(review, gone, all);
  warn_of_returns(gone, all);
  if (change.kind == Kind::merged) warn_of_frequencies(concerned(review.picture, change), all);
  if (change.kind == Kind::added && change.text("priority").empty()) all.push_back("It would stand on no line of the plan.");
  return all;
}

}  // namespace assess
