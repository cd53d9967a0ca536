// The round in which the targets of a coming year are set (source 002): proposed with a rationale, challenged by colleagues, agreed
// by another person, and sealed at once. Until then nothing counts; from then on a target changes only by a proposal with a reason.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collect/round_stage.h"
#include "council/may.h"
#include "indicator/indicator.h"
#include "indicator/target.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace collect {

// That a year's targets are sealed, by whom and when.
struct TargetSeal {
  calendar::FinancialYear year;
  std::string by;  // a person, or "goldenthread": the clock
  kit::Moment at;
};

// On what a target rests.
enum class Rationale : std::uint8_t { statutory, benchmark, trend, judgement };
inline constexpr std::array all_rationales = {Rationale::statutory, Rationale::benchmark, Rationale::trend, Rationale::judgement};
std::string_view code(Rationale rationale), words(Rationale rationale);
std::optional<Rationale> read_rationale(std::string_view text);

struct ProposedTarget {
  enum class Stage : std::uint8_t { proposed, returned, agreed, withdrawn };
  std::int32_t edition = 1;
  Stage stage = Stage::proposed;
  indicator::Target target;  // its rationale in words; the kind stands beside it
  Rationale because = Rationale::judgement;
  std::string proposed_by, decided_by, said;
  kit::Moment at;

  bool waits() const { return stage == Stage::proposed; }
  bool is_agreed() const { return stage == Stage::agreed; }
};
std::string_view code(ProposedTarget::Stage), words(ProposedTarget::Stage);
std::optional<ProposedTarget::Stage> read_target_stage(std::string_view text);

// What somebody asks of a proposed target, or answers.
struct Challenge {
  indicator::IndicatorId indicator = 0;
  calendar::FinancialYear year;
  std::int32_t number = 1;
  std::string person, words;
  kit::Moment at;
};

// One indicator in the round of a year, with what was done so far: every edition of its proposal, and what was asked.
struct InRound {
  const indicator::Definition* definition = nullptr;
  calendar::FinancialYear year;
  calendar::RoundDates dates;
  bool is_sealed = false;
  const indicator::Target* in_force = nullptr;     // of that year already; brought in by a file, or sealed
  const indicator::Target* year_before = nullptr;
  indicator::Tolerance tolerance;                  // that counts unless the target has its own
  std::vector<ProposedTarget> editions;            // oldest first
  std::vector<Challenge> challenges;               // in order
  council::Subject subject;

  const ProposedTarget* standing() const { return editions.empty() ? nullptr : &editions.back(); }
  bool needs_target() const;  // its kind takes one, its good direction is known, and it is in force in that year
  bool has_open_challenge() const;  // asked after the newest proposal, and the proposer has not answered
};

struct TypedTarget {
  std::string kind, value, low, high, periods, baseline, minimum, stretch, tolerance, because, rationale;
  bool is_sure = false;  // that what looks mistyped is meant
};
TypedTarget typed(const ProposedTarget& proposed);             // as a form shows it again
TypedTarget typed(const indicator::Target& target);

std::vector<indicator::TargetKind> kinds_for(const indicator::Definition& definition);  // the usual one first

// The target that was typed, or why it is none. Fields are named as in TypedTarget.
kit::Verdict<indicator::Target> target_typed(const InRound& of, const TypedTarget& typed);
// A target of zero whose tolerance is a percentage: nothing could ever be close. Empty when it is none.
std::string zero_without_tolerance(const InRound& of, const indicator::Target& target);
// What may be wrong with it and may be right: ten times what it was the year before. Empty when nothing is.
std::string looks_mistyped(const InRound& of, const indicator::Target& target);

kit::Verdict<ProposedTarget> propose_target(const InRound& of, const TypedTarget& typed, const council::Asker& by, kit::Moment now);
kit::Verdict<Challenge> challenge(const InRound& of, std::string_view words, const council::Asker& by, kit::Moment now);
enum class TargetStep : std::uint8_t { agree, give_back, withdraw };
// `seen`: the edition that whoever decides has read.
kit::Verdict<ProposedTarget> decide_target(const InRound& of, TargetStep step, std::int32_t seen, std::string_view said,
                                           const council::Asker& by, kit::Moment now);

// What counts for the year once the round is sealed: the agreed target as its next edition. None when nothing was agreed, or
// when it no longer fits the definition.
std::optional<indicator::Target> sealed_target(const InRound& of, kit::Moment at);

struct RoundTally {
  int needed = 0, in_force = 0, agreed = 0, proposed = 0, returned = 0, missing = 0;
  void count(const InRound& one);
  std::string words() const;  // "140 agreed, 12 proposed and not agreed, 3 missing"
};
template <class Teller>
void describe(Teller& t, const RoundTally& tally) {
  t.field("needed", std::int64_t(tally.needed));
  t.field("agreed", std::int64_t(tally.agreed));
  t.field("in_force", std::int64_t(tally.in_force));
  t.field("proposed", std::int64_t(tally.proposed));
  t.field("came_back", std::int64_t(tally.returned));
  t.field("missing", std::int64_t(tally.missing));
}
// By hand, before the clock does it: once all are agreed, or after the last day to agree.
kit::Refusals why_not_sealed(const RoundTally& tally, const calendar::RoundDates& dates, RoundStage stage, const council::Asker& by);

}  // namespace collect
