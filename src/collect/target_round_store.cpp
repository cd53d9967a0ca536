#include "collect/target_round_store.h"

#include <algorithm>

#include "collect/target_round.sql.h"
#include "indicator/columns.h"

namespace collect {
namespace {

using indicator::bound;
using indicator::known;

// As many numbers as the indicator has periods, in one column: they are read and written together.
std::string packed(const std::vector<kit::Decimal>& periods) {
  std::string text;
  for (const auto one : periods) text += (text.empty() ? "" : " ") + one.text();
  return text;
}

std::vector<kit::Decimal> unpacked(std::string_view text) {
  std::vector<kit::Decimal> all;
  while (!text.empty()) {
    const auto one = text.substr(0, text.find(' '));
    all.push_back(known(kit::Decimal::parse(one), one));
    text.remove_prefix(std::min(one.size() + 1, text.size()));
  }
  return all;
}

ProposedTarget read(const kit::Row& row, calendar::FinancialYear year) {
  indicator::NextColumn next(row);
  ProposedTarget p;
  p.target.indicator = next.integer();
  p.target.year = year;
  p.edition = static_cast<std::int32_t>(next.integer());
  const std::string& stage = next.text();
  p.stage = known(read_target_stage(stage), stage);
  const std::string& kind = next.text();
  p.target.kind = known(indicator::read_target_kind(kind), kind);
  p.target.value = next.maybe_decimal();
  p.target.low = next.maybe_decimal();
  p.target.high = next.maybe_decimal();
  p.target.periods = unpacked(next.text());
  p.target.baseline = next.maybe_decimal();
  p.target.minimum = next.maybe_decimal();
  p.target.stretch = next.maybe_decimal();
  p.target.tolerance = next.maybe_tolerance();
  const std::string& because = next.text();
  p.because = known(read_rationale(because), because);
  p.target.rationale = next.text();
  p.proposed_by = next.text();
  p.decided_by = next.text();
  p.said = next.text();
  p.at = next.moment();
  return p;
}

}  // namespace

RoundKept load_round(kit::Transaction& tx, calendar::FinancialYear year) {
  RoundKept round;
  const kit::Values of = {{"year", std::int64_t(year.begins)}};
  tx.each(target_round_sql::editions, of, "iittiiitiiitiittttti",
          [&](const kit::Row& row) { round.editions[row.integer(0)].push_back(read(row, year)); });
  tx.each(target_round_sql::challenges, of, "iitti", [&](const kit::Row& row) {
    round.challenges[row.integer(0)].push_back(
        {row.integer(0), year, static_cast<std::int32_t>(row.integer(1)), row.text(2), row.text(3), {row.integer(4)}});
  });
  return round;
}

void add_proposed_target(kit::Transaction& tx, const ProposedTarget& p, council::RecordId record) {
  const auto& t = p.target;
  const auto& tolerance = t.tolerance;
  tx.run(target_round_sql::add, {{"indicator", t.indicator},
                                 {"year", std::int64_t(t.year.begins)},
                                 {"edition", std::int64_t(p.edition)},
                                 {"stage", bound(code(p.stage))},
                                 {"kind", bound(indicator::code(t.kind))},
                                 {"value", bound(t.value)},
                                 {"low", bound(t.low)},
                                 {"high", bound(t.high)},
                                 {"periods", packed(t.periods)},
                                 {"baseline", bound(t.baseline)},
                                 {"minimum", bound(t.minimum)},
                                 {"stretch", bound(t.stretch)},
                                 {"tolerance_kind", tolerance ? bound(code(tolerance->kind)) : kit::Bound(nullptr)},
                                 {"tolerance_size", tolerance ? kit::Bound(tolerance->size.units()) : kit::Bound(nullptr)},
                                 {"tolerance_well_above", tolerance ? bound(tolerance->well_above) : kit::Bound(nullptr)},
                                 {"because", bound(code(p.because))},
                                 {"rationale", t.rationale},
                                 {"proposed_by", p.proposed_by},
                                 {"decided_by", p.decided_by},
                                 {"said", p.said},
                                 {"at", p.at.seconds},
                                 {"record", record}});
}

void add_challenge(kit::Transaction& tx, const Challenge& one, council::RecordId record) {
  tx.run(target_round_sql::add_challenge, {{"indicator", one.indicator},
                                           {"year", std::int64_t(one.year.begins)},
                                           {"number", std::int64_t(one.number)},
                                           {"person", one.person},
                                           {"words", one.words},
                                           {"at", one.at.seconds},
                                           {"record", record}});
}

std::vector<TargetSeal> load_seals(kit::Transaction& tx) {
  std::vector<TargetSeal> all;
  tx.each(target_round_sql::seals, {}, "iit", [&](const kit::Row& row) {
    all.push_back({{static_cast<int>(row.integer(0))}, row.text(2), {row.integer(1)}});
  });
  return all;
}

std::optional<TargetSeal> seal_of(kit::Transaction& tx, calendar::FinancialYear year) {
  const auto all = load_seals(tx);
  const auto found = std::ranges::find(all, year, &TargetSeal::year);
  return found == all.end() ? std::nullopt : std::optional(*found);
}

bool add_seal(kit::Transaction& tx, const TargetSeal& seal, council::RecordId record) {
  return tx.run(target_round_sql::seal, {{"year", std::int64_t(seal.year.begins)},
                                         {"sealed_by", seal.by},
                                         {"at", seal.at.seconds},
                                         {"record", record}}) == 1;
}

}  // namespace collect
