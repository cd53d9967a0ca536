#include "assess/warning_signs.h"

#include <algorithm>

#include "assess/attention.h"
#include "assess/forecast_memory.h"
#include "assess/judged_window.h"
#include "assess/marks.h"
#include "kit/number.h"

namespace assess {
namespace {

using calendar::Period;
using indicator::Definition;
using indicator::Polarity;

constexpr int long_provisional = 183;   // days: rules.md 11.7
constexpr int looked_back = 36;         // months

Period awaited(const Definition& d, const Period& asked) {
  const Period holding = Period::containing(asked.last(), d.frequency);
  return holding.end() > asked.end() ? holding.previous() : holding;
}

std::optional<Stand> stand_of(const std::vector<Point>& line, const Period& period) {
  const auto found = std::ranges::find(line, period, &Point::period);
  if (found == line.end() || !found->value) return std::nullopt;
  return Stand{period, *found->value, found->expected, found->rating};
}

// A new definition has no status before it to compare with.
std::optional<Stand> before(const std::vector<Point>& line, const Period& period) {
  const auto found = std::ranges::find(line, period, &Point::period);
  return found == line.end() || found->breaks ? std::nullopt : stand_of(line, period.previous());
}

// What the target expects of one period by itself: of a sum judged to date, what the period adds.
indicator::Expected expected_alone(const Kept& kept, const Period& period) {
  const Definition& d = kept.in(period);
  const auto* target = indicator::takes_target(d.kind) ? kept.target(period.financial_year()) : nullptr;
  if (!target) return {};
  const bool adds_up = d.aggregation == indicator::Aggregation::sum && d.judged != indicator::Judged::in_period;
  auto expected = indicator::expected(*target, d, period);
  if (!adds_up) return expected;
  if (d.judged == indicator::Judged::rolling_12 || !expected.value) return {};
  const Period earlier = period.previous();
  if (earlier.financial_year() != period.financial_year()) return {expected.value, {}, {}};
  const auto until_then = indicator::expected(*target, d, earlier).value;
  return until_then ? indicator::Expected{*expected.value - *until_then, {}, {}} : indicator::Expected{};
}

bool is_worse(const Stand& stand, const Definition& d) {
  const auto shown = [&](double number) { return kit::rounded(number, d.decimals); };
  const auto& e = stand.expected;
  switch (d.polarity) {
    case Polarity::high_good: return e.value && shown(stand.value) < shown(*e.value);
    case Polarity::low_good: return e.value && shown(stand.value) > shown(*e.value);
    case Polarity::in_range: return (e.low && shown(stand.value) < shown(*e.low)) || (e.high && shown(stand.value) > shown(*e.high));
    case Polarity::neutral: return false;
  }
  return false;
}

std::vector<Stand> worse_run(const Kept& kept, const Period& newest) {
  std::vector<Stand> run;
  if (!newest.fits(kept.now().frequency)) return run;
  const Series series = series_of(kept, newest.start - looked_back);
  const auto own = own_figures_from(kept);
  for (Period period = newest; period.start > newest.start - looked_back; period = period.previous()) {
    const Definition& d = kept.in(period);
    const auto value = in_period(series, method(d), period).value;
    if (!value) break;
    const Stand stand{period, *value, expected_alone(kept, period)};
    if (!is_worse(stand, d)) break;
    run.push_back(stand);
    if (d.breaks_series && d.applies_from > period.previous().last()) break;
    if (own && *own > period.previous().last()) break;
  }
  return run;
}

std::vector<StillProvisional> still_provisional(const Kept& kept, const Period& asked, kit::Date today) {
  std::vector<StillProvisional> found;
  for (std::size_t i = 0, first = 0; i < kept.figures.size(); ++i) {
    const auto& figure = kept.figures[i];
    if (!(kept.figures[first].period == figure.period)) first = i;
    const bool is_newest = i + 1 == kept.figures.size() || !(kept.figures[i + 1].period == figure.period);
    if (!is_newest || figure.state != collect::State::given || figure.standing != collect::Standing::provisional) continue;
    if (figure.period.end() > asked.end() || figure.period.end() <= asked.end() - looked_back) continue;
    const auto since = kept.figures[first].at.date();
    if (since.plus(long_provisional) < today) found.push_back({figure.period, since});
  }
  return found;
}

// As it was known just before a moment.
Kept known_before(const Kept& kept, kit::Moment moment) {
  Kept earlier = kept;
  std::erase_if(earlier.figures, [&](const collect::Figure& each) { return each.at >= moment; });
  return earlier;
}

bool changes_status(const std::optional<Stand>& was, const std::optional<Stand>& is) {
  return was && is && is_rated(was->rating) && is_rated(is->rating) && was->rating != is->rating;
}

// Since the asked period began; the newest first. The status of the judged period, then of the revised one.
std::optional<Recoloured> recoloured(const Picture& picture, const Judgement& j, const Period& asked, const std::vector<Point>& line) {
  std::vector<const collect::Figure*> revisions;
  for (const auto& each : j.kept->figures)
    if (each.edition > 1 && each.at.date() >= asked.first() && each.period.end() <= asked.end()) revisions.push_back(&each);
  std::ranges::stable_sort(revisions, std::greater{}, [](const auto* each) { return each->at; });
  for (const auto* revision : revisions) {
    const Kept earlier = known_before(*j.kept, revision->at);
    const auto then = points(picture, earlier);
    for (const auto& period : {j.period, revision->period})
      if (const auto was = stand_of(then, period), is = stand_of(line, period); changes_status(was, is))
        return Recoloured{*was, *is, revision->period, revision->at.date()};
  }
  return std::nullopt;
}

struct Place {
  Trigger worst;
  int status;
  double shortfall;
  std::size_t warnings;
};

Place place(const Exception& exception) {
  const Rating rating = exception.judgement->rating;
  return {exception.worst(),
          rating == Rating::red     ? 0
          : rating == Rating::amber ? 1
                                    : 2,
          shortfall(*exception.judgement), exception.warnings.size()};
}

bool comes_before(const Exception& one, const Exception& other) {
  const Place a = place(one), b = place(other);
  if (a.worst != b.worst) return a.worst < b.worst;
  if (a.status != b.status) return a.status < b.status;
  if (a.shortfall != b.shortfall) return a.shortfall > b.shortfall;
  return a.warnings > b.warnings;
}

}  // namespace

FoundSigns find_signs(const Picture& picture, const Judgement& j, const Period& asked) {
  FoundSigns found;
  auto& signs = found.signs;
  signs.judgement = &j;
  signs.awaited = awaited(*j.definition, asked);
  signs.today = picture.as_at.date();
  signs.provisional = still_provisional(*j.kept, asked, signs.today);
  if (!j.figure) return found;

  auto process = std::make_shared<IndicatorProcess>(process_of(*j.kept, j.period));
  if (process->is_drawn() && process->periods.back() == j.period) signs.process = process.get();
  found.process = std::move(process);
  const auto line = points(picture, *j.kept);
  signs.before = before(line, j.period);
  signs.worse = worse_run(*j.kept, j.period);
  signs.recoloured = recoloured(picture, j, asked, line);
  found.forecast = indicator::takes_target(j.definition->kind) ? forecast_ahead(picture, *j.kept) : nullptr;
  if (!found.forecast || !*found.forecast) return found;
  signs.forecast = &**found.forecast;
  signs.reach = year_reach(*j.kept, *signs.forecast);
  return found;
}

bool Exception::has(Trigger trigger) const { return std::ranges::find(warnings, trigger, &Warning::trigger) != warnings.end(); }

std::vector<Exception> exceptions(const Judged& judged, const Others& others) {
  const auto speaks = ratings(*judged.picture) == Ratings::shown ? Speaks::of_everything : Speaks::not_of_ratings;
  std::vector<Exception> all;
  for (const auto& judgement : judged.all) {
    if (!judged.in_force(*judgement.kept)) continue;
    auto found = find_signs(*judged.picture, judgement, judged.period);
    if (const auto other = others.find(judgement.kept->id); other != others.end()) found.signs.others = other->second;
    if (auto said = warnings(found.signs, speaks); !said.empty()) all.push_back({&judgement, std::move(said)});
  }
  std::ranges::stable_sort(all, comes_before);
  return all;
}

}  // namespace assess
