#include "assess/judged_window.h"

#include <algorithm>

namespace assess {

using calendar::Frequency;
using calendar::Period;
using collect::Figure;
using indicator::Definition;

namespace {

// From where the judged value of a period is made.
int window_start(const Definition& d, const Period& period) {
  if (d.frequency == Frequency::annual || d.judged == indicator::Judged::in_period) return period.start;
  return d.judged == indicator::Judged::year_to_date ? Period::year(period.financial_year()).start : period.end() - 12;
}

}  // namespace

const Figure* figure_for(const Kept& kept, const Period& period) {
  const auto after = std::upper_bound(kept.figures.begin(), kept.figures.end(), period,
                                      [](const Period& sought, const Figure& each) { return sought < each.period; });
  if (after == kept.figures.begin() || !((after - 1)->period == period)) return nullptr;
  return &*(after - 1);
}

const Figure* newest_until(const Kept& kept, int end) {
  const Period last{end - 1200, 1200};  // of all periods that end then, the longest
  const auto after = std::upper_bound(kept.figures.begin(), kept.figures.end(), last,
                                      [](const Period& sought, const Figure& each) { return sought < each.period; });
  return after == kept.figures.begin() ? nullptr : &*(after - 1);
}

Window window_of(const Kept& kept, const Series& series, const Definition& d, const Period& period) {
  if (d.frequency != Frequency::annual && period.fits(d.frequency)) return judged(series, d, period);
  const Figure* figure = figure_for(kept, period);
  if (!figure) return {std::nullopt, 0, 1};
  const bool applies = figure->state != collect::State::not_applicable;
  return {collect::number_of(*figure, d), figure->state == collect::State::given ? 1 : 0, applies ? 1 : 0};
}

std::optional<kit::Date> own_figures_from(const Kept& kept) {
  const Figure* later = nullptr;
  for (auto each = kept.figures.rbegin(); each != kept.figures.rend(); ++each) {
    if (later && later->period == each->period) continue;  // an older edition
    if (each->added_up != collect::AddedUp::no) return later ? std::optional(later->period.first()) : std::nullopt;
    later = &*each;
  }
  return std::nullopt;
}

std::optional<kit::Date> break_between(const Kept& kept, const Period& before, const Period& period) {
  const bool baseline = before.months == 0;  // which goes with the definition it stands in
  for (std::size_t i = kept.definitions.size() - 1; i > 0 && !baseline; --i) {
    const Definition& each = kept.definitions[i];
    if (each.breaks_series && each.applies_from > before.last() && each.applies_from <= period.last())
      return each.applies_from;
  }
  const Figure* was = baseline ? nullptr : figure_for(kept, before);
  if (!was || was->added_up == collect::AddedUp::no) return std::nullopt;
  const Figure* is = figure_for(kept, period);
  return is && is->added_up == collect::AddedUp::no ? std::optional(period.first()) : std::nullopt;
}

bool is_provisional(const Kept& kept, const Definition& d, const Period& period) {
  const Period whole{window_start(d, period), period.end() - window_start(d, period)};
  const Period* newer = nullptr;
  for (const Figure* each = newest_until(kept, whole.end()); each;
       each = each == kept.figures.data() ? nullptr : each - 1) {
    if (each->period.start < whole.start) break;
    if (newer && *newer == each->period) continue;  // an older edition
    newer = &each->period;
    if (each->state == collect::State::given && each->standing == collect::Standing::provisional) return true;
  }
  return false;
}

}  // namespace assess
