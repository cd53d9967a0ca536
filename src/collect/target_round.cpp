#include "collect/target_round.h"

#include <algorithm>
#include <cmath>

#include "kit/quote.h"

namespace collect {
namespace {

using calendar::FinancialYear;
using council::Asker;
using council::May;
using indicator::Definition;
using indicator::Target;
using indicator::TargetKind;
using kit::Moment;
using kit::Refusals;
using Stage = ProposedTarget::Stage;

constexpr std::array<std::string_view, 4> rationale_codes = {"statutory", "benchmark", "trend", "judgement"};
constexpr std::array<std::string_view, 4> rationale_words = {"Statutory", "Benchmark", "Trend", "Judgement"};
constexpr std::array<std::string_view, 4> stage_codes = {"proposed", "returned", "agreed", "withdrawn"};
constexpr std::array<std::string_view, 4> stage_words = {"Waits for agreement", "Came back", "Agreed", "Withdrawn"};
constexpr std::size_t longest = 4000;
constexpr double far_off = 10;  // times the year before

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

using Maybe = std::optional<kit::Decimal>;
Maybe number(const std::string& text, std::string_view field, Refusals& no) {
  if (text.empty()) return std::nullopt;
  const auto read = kit::Decimal::parse(text);
  no.unless(read.has_value(), field, "Found " + kit::quoted(text) + ". Type a number with at most four decimals, such as 92.5.");
  return read;
}

std::vector<kit::Decimal> numbers(std::string text, Refusals& no) {
  std::vector<kit::Decimal> all;
  std::ranges::replace_if(text, [](char c) { return c == ',' || c == ';' || c == '\n' || c == '\r' || c == '\t'; }, ' ');
  for (std::size_t at = 0; at < text.size();) {
    const auto from = text.find_first_not_of(' ', at);
    if (from == std::string::npos) break;
    at = std::min(text.find(' ', from), text.size());
    if (const auto one = number(text.substr(from, at - from), "periods", no)) all.push_back(*one);
  }
  return all;
}

void within_bounds(const Definition& d, const Maybe& value, std::string_view field, Refusals& no) {
  if (!value) return;
  const auto said = [&](const Maybe& bound, std::string_view what) {
    return "No figure of this indicator can be " + std::string(what) + " " + indicator::written(bound->number(), d) +
           ", so " + indicator::written(value->number(), d) + " is no target.";
  };
  if (d.aggregation == indicator::Aggregation::sum) return;  // bounds are of one period, the target of the year
  if (d.least && *value < *d.least) no.add(std::string(field), said(d.least, "below"));
  if (d.most && *d.most < *value) no.add(std::string(field), said(d.most, "above"));
}

std::string text_of(const Maybe& number) { return number ? number->text() : std::string(); }

std::string text_of(const std::vector<kit::Decimal>& all) {
  std::string text;
  for (const auto one : all) text += (text.empty() ? "" : " ") + one.text();
  return text;
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

TypedTarget typed(const Target& t) {
  return {std::string(code(t.kind)),
          text_of(t.value),
          text_of(t.low),
          text_of(t.high),
          text_of(t.periods),
          text_of(t.baseline),
          text_of(t.minimum),
          text_of(t.stretch),
          t.tolerance ? indicator::written(*t.tolerance) : std::string(),
          {},
          {},
          false};
}

TypedTarget typed(const ProposedTarget& proposed) {
  auto made = typed(proposed.target);
  made.because = code(proposed.because);
  made.rationale = proposed.target.rationale;
  return made;
}

std::vector<TargetKind> kinds_for(const Definition& d) {
  using enum TargetKind;
  if (d.polarity == indicator::Polarity::in_range) return {range};
  if (d.aggregation == indicator::Aggregation::sum)
    return d.judged == indicator::Judged::in_period ? std::vector{linear, flat, profile, by_period}
                                                    : std::vector{linear, profile, by_period};
  if (d.submitted == indicator::Submitted::cumulative_over_annual) return {by_period, linear, profile, flat};
  return {flat, by_period, trajectory};
}

kit::Verdict<Target> target_typed(const InRound& of, const TypedTarget& typed) {
  Refusals no;
  const auto& d = *of.definition;
  Target made;
  made.indicator = d.indicator;
  made.year = of.year;
  const auto kind = typed.kind.empty() ? std::optional(kinds_for(d).front()) : indicator::read_target_kind(typed.kind);
  no.unless(kind.has_value(), "kind", "Choose how the target is spread over the year.");
  if (kind) made.kind = *kind;
  made.value = number(typed.value, "value", no);
  made.low = number(typed.low, "low", no);
  made.high = number(typed.high, "high", no);
  made.periods = numbers(typed.periods, no);
  made.baseline = number(typed.baseline, "baseline", no);
  made.minimum = number(typed.minimum, "minimum", no);
  made.stretch = number(typed.stretch, "stretch", no);
  if (!typed.tolerance.empty()) {
    const auto read = indicator::read_tolerance(typed.tolerance);
    if (read) made.tolerance = *read;
    else no.add("tolerance", read.refusals().all().front().sentence);
  }
  made.rationale = typed.rationale;
  if (no.any()) return no;
  const auto faults = indicator::faults(made, d);
  for (const auto& fault : faults.all())
    no.add(fault.field == "target" ? "value" : fault.field == "indicator" ? "" : fault.field, fault.sentence);
  within_bounds(d, made.value, "value", no);
  within_bounds(d, made.low, "low", no);
  within_bounds(d, made.high, "high", no);
  if (no.any()) return no;
  return made;
}

std::string zero_without_tolerance(const InRound& of, const Target& target) {
  if (!target.value || target.value->units() != 0 ||
      target.tolerance.value_or(of.tolerance).kind != indicator::Tolerance::Kind::relative)
    return {};
  return "The target is zero, and a percentage of zero is zero: no figure could be close. Give a tolerance in the indicator’s own unit, such as absolute 2.";
}

std::string looks_mistyped(const InRound& of, const Target& target) {
  const auto* before = of.year_before;
  if (!before || !before->value || !target.value || before->value->units() == 0 || target.value->units() == 0) return {};
  const double times = std::fabs(target.value->number() / before->value->number());
  if (times < far_off && times > 1 / far_off) return {};
  const auto& d = *of.definition;
  return indicator::written(target.value->number(), d) +
         (times >= far_off ? " is ten times the target of " : " is a tenth of the target of ") + before->year.words() +
         ", " + indicator::written(before->value->number(), d) +
         (times == far_off || times == 1 / far_off ? "." : ", or further off.");
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
