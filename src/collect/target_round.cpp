#include "collect/target_round.h"

#include <algorithm>

namespace collect {
namespace {

using calendar::FinancialYear;
using council::Asker;
using council::May;
using indicator::Target;
using kit::Moment;
using kit::Refusals;
using Stage = ProposedTarget::Stage;

constexpr std::array<std::string_view, 4> rationale_codes = {"statutory", "benchmark", "trend", "judgement"};
constexpr std::array<std::string_view, 4> rationale_words = {"Statutory", "Benchmark", "Trend", "Judgement"};
constexpr std::array<std::string_view, 4> stage_codes = {"proposed", "returned", "agreed", "withdrawn"};
constexpr std::array<std::string_view, 4> stage_words = {"Waits for agreement", "Came back", "Agreed", "Withdrawn"};
constexpr std::size_t longest = 4000;

template <class Kind, std::size_t many>
std::optional<Kind> read(const std::array<std::string_view, many>& codes, std::string_view text) {
  const auto found = std::ranges::find(codes, text);
  return found == codes.end() ? std::nullopt : std::optional(static_cast<Kind>(found - codes.begin()));
}

Refusals why_closed(const InRound& of, Moment now) {
  Refusals no;
  const auto stage = round_stage(of.dates, of.is_sealed, now);
  if (stage == RoundStage::not_open)
    no.add("", "The round for " + of.year.words() + " opens on " + of.dates.opens.date().words() +
                   ". Prepare your proposal until then.");
  if (stage == RoundStage::sealed)
    no.add(
        "",
        "The targets for " + of.year.words() +
            " are sealed. One is changed in the year only by a proposal with a reason, on the indicator’s own page.");
  no.unless(
      of.needs_target(), "",
      "This indicator has no target: it is contextual, nobody has said which direction is good, or it ends before the year begins.");
  return no;
}

bool speaks(const Asker& by, std::string_view person) { return by.person == person; }

}  // namespace

std::string_view code(Rationale rationale) { return rationale_codes[static_cast<std::size_t>(rationale)]; }
std::string_view words(Rationale rationale) { return rationale_words[static_cast<std::size_t>(rationale)]; }
std::optional<Rationale> read_rationale(std::string_view text) { return read<Rationale>(rationale_codes, text); }
std::string_view code(Stage stage) { return stage_codes[static_cast<std::size_t>(stage)]; }
std::string_view words(Stage stage) { return stage_words[static_cast<std::size_t>(stage)]; }
std::optional<Stage> read_target_stage(std::string_view text) { return read<Stage>(stage_codes, text); }

bool InRound::needs_target() const {
  const auto& d = *definition;
  return indicator::takes_target(d.kind) && d.polarity != indicator::Polarity::neutral &&
         (!d.ends || *d.ends >= calendar::Period::year(year).first());
}

bool InRound::has_open_challenge() const {
  const auto* now = standing();
  const auto proposed = std::ranges::find_if(editions.rbegin(), editions.rend(), [](const auto& one) { return one.waits(); });
  if (!now || proposed == editions.rend() || challenges.empty()) return false;
  return challenges.back().at >= proposed->at && challenges.back().person != now->proposed_by;
}

kit::Verdict<ProposedTarget> propose_target(const InRound& of, const TypedTarget& typed, const Asker& by, Moment now) {
  auto no = council::why_not(May::propose_change, by, of.subject);
  if (!no.any()) no = why_closed(of, now);
  if (no.any()) return no;
  const auto target = target_typed(of, typed);
  if (!target) no.add(target.refusals());
  else if (const auto zero = zero_without_tolerance(of, *target); !zero.empty()) no.add("tolerance", zero);
  const auto because = read_rationale(typed.because);
  no.unless(because.has_value(), "because", "Choose on what the target rests.");
  no.unless(!typed.rationale.empty(), "rationale", "Say in a sentence or two why it is this number. Somebody will ask.");
  no.unless(typed.rationale.size() <= longest, "rationale", "Use at most 4,000 letters.");
  if (target && !typed.is_sure)
    if (const auto odd = looks_mistyped(of, *target); !odd.empty()) no.add("sure", odd + " Put it right, or tick that it is meant so.");
  if (no.any()) return no;

  ProposedTarget made;
  made.edition = of.standing() ? of.standing()->edition + 1 : 1;
  made.target = *target;
  made.because = *because;
  made.proposed_by = by.person;
  made.at = now;
  return made;
}

kit::Verdict<Challenge> challenge(const InRound& of, std::string_view words, const Asker& by, Moment now) {
  Refusals no;
  if (council::why_not(May::propose_change, by, of.subject).any()) no = council::why_not(May::see_entries, by, of.subject);
  if (!no.any()) no = why_closed(of, now);
  if (no.any()) return no;
  no.unless(of.standing() != nullptr, "words", "Nothing has been proposed yet. Wait for a proposal, or make one.");
  no.unless(!words.empty(), "words", "Type what you ask, or what you answer.");
  no.unless(words.size() <= longest, "words", "Use at most 4,000 letters.");
  if (no.any()) return no;
  return Challenge{of.definition->indicator, of.year, static_cast<std::int32_t>(of.challenges.size()) + 1, by.person,
                   std::string(words),       now};
}

kit::Verdict<ProposedTarget> decide_target(const InRound& of, TargetStep step, std::int32_t seen, std::string_view said,
                                           const Asker& by, Moment now) {
  const auto* standing = of.standing();
  const bool own = standing && speaks(by, standing->proposed_by);
  Refusals no = step == TargetStep::withdraw ? Refusals() : council::why_not(May::agree_change, by, of.subject);
  if (!no.any()) no = why_closed(of, now);
  if (no.any()) return no;
  no.unless(standing && standing->waits(), "", "No proposal waits for agreement.");
  if (no.any()) return no;
  no.unless(standing->edition == seen, "", "It was proposed anew since you opened the page. Read the new proposal first.");
  if (step == TargetStep::withdraw) no.unless(own, "", "Only the person who proposed it can withdraw it.");
  else no.unless(!own, "", "You proposed it yourself, so somebody else agrees.");
  no.unless(step != TargetStep::give_back || !said.empty(), "said", "Say what is missing: whoever proposed it reads it.");
  no.unless(step != TargetStep::agree || !of.has_open_challenge() || !said.empty(), "said",
            "A challenge has not been answered. Wait for the answer, or say why you agree all the same.");
  no.unless(said.size() <= longest, "said", "Use at most 4,000 letters.");
  if (step == TargetStep::agree)
    if (const auto faults = target_typed(of, typed(*standing)); !faults) no.add(faults.refusals());
  if (no.any()) return no;

  auto next = *standing;
  next.edition = standing->edition + 1;
  next.stage = step == TargetStep::agree ? Stage::agreed : step == TargetStep::give_back ? Stage::returned : Stage::withdrawn;
  next.decided_by = by.person;
  next.said = said;
  next.at = now;
  return next;
}

std::optional<Target> sealed_target(const InRound& of, Moment at) {
  const auto* standing = of.standing();
  if (!standing || !standing->is_agreed() || !of.needs_target() || !target_typed(of, typed(*standing))) return std::nullopt;
  auto sealed = standing->target;
  sealed.edition = of.in_force ? of.in_force->edition + 1 : 1;
  sealed.at = of.in_force ? std::max(at, of.in_force->at) : at;
  sealed.rationale = std::string(words(standing->because)) + ": " + standing->target.rationale;
  sealed.reason = of.in_force ? "Agreed in the round of targets for " + of.year.words() + "." : std::string();
  return sealed;
}

void RoundTally::count(const InRound& one) {
  if (!one.needs_target()) return;
  ++needed;
  const auto* standing = one.standing();
  if (standing && standing->is_agreed()) ++agreed;
  else if (standing && standing->waits()) ++proposed;
  else if (standing && standing->stage == Stage::returned) ++returned;
  else if (one.in_force) ++in_force;
  else ++missing;
}

std::string RoundTally::words() const {
  std::string all = std::to_string(agreed) + " agreed";
  if (in_force) all += ", " + std::to_string(in_force) + " in force already";
  if (proposed) all += ", " + std::to_string(proposed) + " proposed and not agreed";
  if (returned) all += ", " + std::to_string(returned) + " came back";
  if (missing) all += ", " + std::to_string(missing) + " missing";
  return all;
}

Refusals why_not_sealed(const RoundTally& tally, const calendar::RoundDates& dates, RoundStage stage, const Asker& by) {
  auto no = council::why_not(May::set_calendar, by);
  if (no.any()) return no;
  no.unless(stage != RoundStage::not_open, "", "The round has not opened yet.");
  no.unless(stage != RoundStage::sealed, "", "The targets are sealed already.");
  const bool all_agreed = tally.agreed + tally.in_force == tally.needed;
  no.unless(all_agreed || stage == RoundStage::overdue || no.any(), "",
            "Not every target is agreed: " + tally.words() + ". After " + dates.last_to_agree().words() +
                " the round can be sealed without the rest.");
  return no;
}

}  // namespace collect
