#include "work/follow_store.h"

#include <algorithm>
#include <list>

#include "collect/entry_store.h"
#include "council/record_store.h"
#include "work/gather_store.h"
#include "work/run_store.h"

namespace work {
namespace {

using calendar::Period;
using collect::Entry;
using collect::InputsAre;
using collect::Stage;

InputsAre standing_of(Stage stage) {
  return stage == Stage::reported ? InputsAre::reported : stage == Stage::checked ? InputsAre::checked : InputsAre::waiting;
}

const collect::Figure* newest_figure(const assess::Kept& kept, const Period& period) {
  const collect::Figure* found = nullptr;
  for (const auto& figure : kept.figures)
    if (figure.period == period) found = &figure;
  return found;
}

std::string in_words(const Entry& entry, const indicator::Definition& d) {
  if (entry.edition == 0) return {};
  const auto number = collect::number_of(collect::figure_of(entry), d);
  return (number ? indicator::written(*number, d) : std::string(collect::words(entry.state))) + ": " + entry.note;
}

void write(kit::Transaction& tx, const Following::Step& step, kit::Moment now) {
  const auto& [kept, entry, was] = step;
  const auto& d = kept->in(entry.period);
  const bool reports = entry.stage == Stage::reported;
  const auto about = d.code + " " + entry.period.iso();
  council::Deed deed{now,
                     "goldenthread",
                     "computed",
                     about,
                     std::string(collect::words(entry.stage)),
                     "computed " + about + " " + std::to_string(entry.edition)};
  deed.moves = reports ? council::Moves::what_is_read : council::Moves::nothing;
  deed.particulars.authority = "computed from " + d.computed_from;
  deed.particulars.was = was;
  deed.particulars.became = in_words(entry, d);
  const auto recorded = council::record(tx, deed);
  if (!recorded.is_new()) return;
  collect::add_entries(tx, std::span(&entry, 1), recorded.id);
  if (reports) report_figure(tx, *kept, entry, now, recorded.id);
}

}  // namespace

Following::Following(kit::Transaction& tx, const assess::Picture& picture, kit::Moment now)
    : tx_(tx), picture_(picture), now_(now), inputs_(picture), computed_(assess::computed_indicators(inputs_)) {}

void Following::an_input_changed(const Entry& entry) {
  changed_.insert_or_assign({entry.indicator, entry.period}, entry);
  feed(entry.indicator, entry.period);
}

void Following::all_of(calendar::Frequency frequency, const Period& period) {
  for (std::size_t i = 0; i < computed_.size(); ++i)
    if (computed_[i].kept->in(period).frequency == frequency) waiting_.emplace(i, period);
}

void Following::one(const assess::Kept& kept, const Period& period) {
  for (std::size_t i = 0; i < computed_.size(); ++i)
    if (computed_[i].kept == &kept) waiting_.emplace(i, period);
}

void Following::feed(indicator::IndicatorId input, const Period& period) {
  const auto* fed = picture_.find(input);
  for (std::size_t i = 0; fed && i < computed_.size(); ++i) {
    if (!computed_[i].needs(input)) continue;
    for (const auto& into : collect::periods_fed(computed_[i].kept->in(period), fed->in(period), period)) waiting_.emplace(i, into);
  }
}

std::vector<Following::Step> Following::steps() {
  std::vector<Step> all;
  std::set<std::pair<std::size_t, Period>> done;
  while (!waiting_.empty()) {
    const auto [place, period] = *waiting_.begin();
    waiting_.erase(waiting_.begin());
    if (!done.emplace(place, period).second) continue;  // formulas do not go round; if they did, each would still have one turn
    auto made = step(*computed_[place].kept, period);
    if (!made) continue;
    an_input_changed(made->entry);
    all.push_back(*std::move(made));
  }
  return all;
}

// What stands of an input: on its way, or reported.
Following::Known Following::known(indicator::IndicatorId id, const Period& period, bool only_reported) {
  Known found;
  const auto* kept = inputs_.find(id);
  const auto* told = kept ? newest_figure(*kept, period) : nullptr;
  if (told) found.figure = *told;
  const auto just_now = changed_.find({id, period});
  const auto entry = just_now != changed_.end() ? std::optional(just_now->second) : collect::newest_entry(tx_, id, period);
  if (!entry || (only_reported && entry->stage != Stage::reported)) return found;
  if (entry->stage == Stage::reported && told && told->at > entry->at) return found;
  return {collect::figure_of(*entry), standing_of(entry->stage)};
}

std::optional<Following::Step> Following::step(const assess::Kept& kept, const Period& period) {
  const auto formula = indicator::formula_of(kept.in(period));
  const auto due = formula ? gather(tx_, picture_, kept, period, now_, Judged::no) : std::nullopt;
  if (!due) return std::nullopt;

  const bool only_reported = run_ && run_->second == period && run_->first == due->definition->frequency;
  std::list<collect::Figure> found;
  auto inputs_are = InputsAre::reported;
  const collect::Inputs inputs{[&](std::string_view code, const Period& in) -> const indicator::Definition* {
                                 const auto* input = inputs_.find(code);
                                 return input ? &input->in(in) : nullptr;
                               },
                               [&](indicator::IndicatorId id, const Period& in) -> const collect::Figure* {
                                 auto one = known(id, in, only_reported);
                                 if (!one.figure) return nullptr;
                                 inputs_are = std::min(inputs_are, one.is);
                                 return &found.emplace_back(*std::move(one.figure));
                               }};
  const auto computed = collect::compute(*due->definition, *formula, period, inputs);
  if (found.empty() && due->entry.edition == 0 && !due->reported()) return std::nullopt;
  const bool any_missing = std::ranges::any_of(computed.from, &collect::Used::is_missing);
  if (any_missing && now_ < due->window.runs) inputs_are = InputsAre::waiting;

  auto next = collect::follow(*due, computed.figure, inputs_are, now_);
  if (!next) return std::nullopt;
  return Step{&kept, *std::move(next), in_words(due->entry, *due->definition)};
}

std::vector<Following::Step> follow(kit::Transaction& tx, const assess::Picture& picture,
                                    const std::vector<Entry>& changed, kit::Moment now) {
  Following following(tx, picture, now);
  for (const auto& entry : changed) following.an_input_changed(entry);
  auto steps = following.steps();
  for (const auto& step : steps) write(tx, step, now);
  return steps;
}

void follow_all_of(kit::Transaction& tx, const assess::Picture& picture, calendar::Frequency frequency,
                   const Period& period, kit::Moment now) {
  Following following(tx, picture, now);
  following.all_of(frequency, period);
  for (const auto& step : following.steps()) write(tx, step, now);
}

void follow_one(kit::Transaction& tx, const assess::Picture& picture, const assess::Kept& kept, kit::Moment now) {
  Following following(tx, picture, now);
  for (const auto& due : gather_all(tx, picture, now, Judged::no))
    if (due.definition->indicator == kept.id) following.one(kept, due.period);
  for (const auto& step : following.steps()) write(tx, step, now);
}

}  // namespace work
