#include "work/target_round_store.h"

#include <utility>

#include "collect/cycle_store.h"
#include "collect/entry.h"
#include "council/record_store.h"
#include "indicator/target_store.h"

namespace work {
namespace {

using calendar::FinancialYear;
using collect::InRound;

indicator::Tolerance tolerance_of(const assess::Picture& picture, const indicator::Definition& d) {
  if (d.tolerance) return *d.tolerance;
  const auto read = indicator::read_tolerance(picture.council.setting("tolerance"));
  return read ? *read : indicator::Tolerance{};
}

template <class All>
auto taken(All& all, indicator::IndicatorId id) {
  const auto found = all.find(id);
  return found == all.end() ? typename All::mapped_type{} : std::move(found->second);
}

InRound in_round(const assess::Picture& picture, const assess::Kept& kept, const Round& round, collect::RoundKept& stored) {
  InRound one;
  one.definition = &kept.now();
  one.year = round.year;
  one.dates = round.dates;
  one.is_sealed = round.seal.has_value();
  one.in_force = kept.target(round.year);
  one.year_before = kept.target({round.year.begins - 1});
  one.tolerance = tolerance_of(picture, kept.now());
  one.editions = taken(stored.editions, kept.id);
  one.challenges = taken(stored.challenges, kept.id);
  one.subject = collect::subject_of(kept.now());
  return one;
}

// Without what is in it.
Round begun(kit::Transaction& tx, FinancialYear year) {
  return {year, calendar::round_dates(collect::load_target_calendar(tx), year), collect::seal_of(tx, year), {}, {}};
}

}  // namespace

Round load_round(kit::Transaction& tx, const assess::Picture& picture, FinancialYear year) {
  Round round = begun(tx, year);
  auto stored = collect::load_round(tx, year);
  for (const auto& kept : picture.indicators) {
    round.all.push_back(in_round(picture, kept, round, stored));
    round.tally.count(round.all.back());
  }
  return round;
}

InRound load_in_round(kit::Transaction& tx, const assess::Picture& picture, const assess::Kept& kept, FinancialYear year) {
  auto stored = collect::load_round(tx, year);
  return in_round(picture, kept, begun(tx, year), stored);
}

bool seal_round(kit::Transaction& tx, const Round& round, council::Deed deed, kit::Moment at) {
  std::vector<indicator::Target> targets;
  for (const auto& one : round.all)
    if (auto target = collect::sealed_target(one, at)) targets.push_back(std::move(*target));

  deed.what = "targets sealed";
  deed.subject = round.year.words();
  deed.detail = round.tally.words();
  deed.key = "seal targets " + round.year.words();
  deed.moves = targets.empty() ? council::Moves::nothing : council::Moves::what_is_read;
  const auto sealed_by = deed.who;
  const auto recorded = council::record(tx, deed);
  if (!recorded.is_new() || !collect::add_seal(tx, {round.year, sealed_by, at}, recorded.id)) return false;
  indicator::add_targets(tx, targets, recorded.id);
  return true;
}

void seal_by_the_clock(kit::Transaction& tx, const assess::Picture& picture, FinancialYear year, kit::Moment due, kit::Moment now) {
  const auto round = load_round(tx, picture, year);
  if (!round.seal) seal_round(tx, round, {now, "goldenthread", {}, {}, {}, {}, council::Moves::nothing, {}}, due);
}

}  // namespace work
