#include "work/quality_facts.h"

#include <algorithm>
#include <map>
#include <set>

#include "assess/judgement.h"
#include "kit/number.h"

namespace work {
namespace {

using calendar::Period;
using collect::Figure;
using collect::State;

constexpr std::size_t enough_figures = 4;  // to call two series the same

bool is_in_force(const assess::Kept& kept, const Period& period) {
  const auto& d = kept.in(period);
  return d.applies_from <= period.last() && (!d.ends || *d.ends >= period.first()) && period.fits(d.frequency);
}

// The first period of which anything is known; where nothing ever came, the first that was due after the indicator was set up.
Period first_known(const assess::Kept& kept, const std::vector<EntryStep>& steps) {
  const auto& d = kept.definitions.front();
  auto first = Period::containing(std::max(d.applies_from, d.at.date()), kept.now().frequency);
  const auto take = [&](const Period& period, bool& any) {
    if (period.fits(kept.now().frequency) && (!any || period < first)) first = period, any = true;
  };
  bool any = false;
  for (const auto& figure : kept.figures) take(figure.period, any);
  for (const auto& step : steps) take(step.period, any);
  return first;
}

// The status of a figure's period, as it was while that figure was the newest of it.
assess::Rating rating_with(const assess::Picture& picture, const assess::Kept& kept, const Figure& newest_known) {
  auto known = kept;
  std::erase_if(known.figures, [&](const Figure& figure) {
    return figure.period == newest_known.period && figure.edition > newest_known.edition;
  });
  return assess::judge(picture, known, newest_known.period).rating;
}

// As a reader sees them: what rounding hides is no change.
bool differ(double was, double is, const indicator::Definition& d) { return kit::rounded(was, d.decimals) != kit::rounded(is, d.decimals); }

std::vector<Replaced> replaced_in(const assess::Picture& picture, const assess::Kept& kept, const Period& period) {
  std::vector<Replaced> all;
  const auto& d = kept.in(period);
  const Figure* before = nullptr;
  for (const auto& figure : kept.figures) {
    if (figure.period != period) continue;
    const auto was = before ? collect::number_of(*before, d) : std::nullopt;
    const auto is = collect::number_of(figure, d);
    if (was && is && differ(*was, *is, d))
      all.push_back({figure.at.date(), *was, *is, before->standing == collect::Standing::provisional,
                     rating_with(picture, kept, *before) != rating_with(picture, kept, figure)});
    before = &figure;
  }
  return all;
}

// What everybody reads of the period.
void take_reported(PeriodFacts& facts, const assess::Picture& picture, const assess::Kept& kept) {
  const auto& d = kept.in(facts.period);
  const Figure* first = nullptr;
  const Figure* newest = nullptr;
  for (const auto& figure : kept.figures) {
    if (figure.period != facts.period) continue;
    if (!first) first = &figure;
    newest = &figure;
    // A file that first says "not available" and then gives the figure tells when it came.
    if (!facts.came && first->state == State::delayed && figure.state == State::given) facts.came = figure.at.date();
  }
  if (!newest) return;
  facts.is_there = true;
  facts.state = newest->state;
  facts.reported = collect::number_of(*newest, d);
  facts.unchecked = newest->standing == collect::Standing::unchecked;
  facts.lacks_parts = newest->state == State::given && indicator::has_parts(d.aggregation) && (!newest->numerator || !newest->denominator);
  const auto& now = kept.now();
  facts.is_outside = facts.reported && ((now.least && *facts.reported < now.least->number()) ||
                                        (now.most && *facts.reported > now.most->number()));
  facts.from_file = !facts.came && newest->state != State::delayed;
  facts.replaced = replaced_in(picture, kept, facts.period);
}

// What became of it on its way here. What was entered here says when it came, whatever a file says.
void take_steps(PeriodFacts& facts, const std::vector<EntryStep>& steps) {
  std::optional<kit::Date> came;
  bool is_entered = false;
  const EntryStep* newest = nullptr;
  for (const auto& step : steps) {
    if (step.period != facts.period) continue;
    newest = &step;
    facts.returned += step.stage == collect::Stage::returned;
    if (step.stage == collect::Stage::entered)
      for (const auto& warning : step.warnings) ++(warning == "outside_usual" ? facts.unusual : facts.other_warnings);
    if (step.kind == collect::EntryKind::correction) continue;
    is_entered = true;  // at whatever step it begins: a computed figure is checked from the first
    if (!came && step.state != State::delayed) came = step.at.date();
  }
  if (is_entered) {
    facts.came = came;
    facts.from_file = false;
  }
  if (!newest || facts.is_there) return;
  facts.is_there = true;
  facts.state = newest->state;
}

// Nothing when the figures never move.
std::string told_figures(const QualityFacts& facts) {
  std::string told(calendar::code(facts.definition->frequency));
  std::set<double> different;
  std::size_t count = 0;
  for (const auto& period : facts.periods) {
    if (!period.reported) continue;
    ++count;
    different.insert(*period.reported);
    told += ' ' + period.period.iso() + ' ' + kit::shortest(*period.reported);
  }
  return count >= enough_figures && different.size() > 1 ? told : std::string();
}

std::string told_title(const QualityFacts& facts) {
  std::string told;
  for (const char c : facts.definition->title)
    if (c != ' ') told += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return told;
}

template <class Key>
void mark(std::vector<QualityFacts>& all, Key key, std::vector<std::string> QualityFacts::* others) {
  std::map<std::string, std::vector<std::size_t>, std::less<>> groups;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (auto told = key(all[i]); !told.empty()) groups[std::move(told)].push_back(i);
  for (const auto& [told, group] : groups)
    for (const auto one : group)
      for (const auto other : group)
        if (one != other) (all[one].*others).push_back(all[other].definition->code);
}

}  // namespace

std::vector<Period> periods_looked_at(const assess::Kept& kept, const std::vector<EntryStep>& steps,
                                      const calendar::Cycle& cycle, kit::Moment now) {
  std::vector<Period> all;
  const auto first = first_known(kept, steps);
  for (auto period = calendar::ended_period(kept.now().frequency, now); period >= first && all.size() < looked_at;
       period = period.previous())
    if (is_in_force(kept, period) && calendar::window(cycle, period).is_late(now)) all.push_back(period);
  std::ranges::reverse(all);
  return all;
}

QualityFacts quality_facts(const assess::Picture& picture, const assess::Kept& kept,
                           const std::vector<EntryStep>& steps, const calendar::Cycle& cycle, kit::Moment now) {
  QualityFacts facts;
  facts.definition = &kept.now();
  for (const auto& period : periods_looked_at(kept, steps, cycle, now)) {
    auto& one = facts.periods.emplace_back();
    one.period = period;
    one.due = calendar::window(cycle, period).enter_by;
    take_reported(one, picture, kept);
    take_steps(one, steps);
  }
  if (facts.periods.empty()) return facts;
  for (const auto& d : kept.definitions)
    if (d.breaks_series && d.applies_from > facts.periods.front().period.first() &&
        d.applies_from <= facts.periods.back().period.last())
      facts.breaks.push_back(d.applies_from);
  std::ranges::sort(facts.breaks);
  facts.breaks.erase(std::unique(facts.breaks.begin(), facts.breaks.end()), facts.breaks.end());
  return facts;
}

void mark_alike(std::vector<QualityFacts>& all) {
  mark(all, told_title, &QualityFacts::same_title);
  mark(all, told_figures, &QualityFacts::same_figures);
}

}  // namespace work
