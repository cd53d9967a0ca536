#include "collect/proposal.h"

#include <algorithm>

#include "kit/quote.h"

namespace collect {
namespace {

using council::Asker;
using council::May;
using indicator::Definition;
using indicator::Target;
using kit::Decimal;
using kit::Refusals;
using Stage = Proposal::Stage;
using Kind = Proposal::Kind;

constexpr std::array<std::string_view, 4> stage_codes = {"proposed", "agreed", "refused", "withdrawn"};
constexpr std::array<std::string_view, 4> stage_words = {"Waits for agreement", "Agreed", "Refused", "Withdrawn"};
constexpr std::size_t longest = 4000;

std::string written(const std::optional<Decimal>& number) { return number ? number->text() : std::string(); }

std::optional<Decimal> read_number(const Proposal& proposal, const std::string& field, Refusals& no) {
  const auto text = proposal.text(field);
  if (text.empty()) return std::nullopt;
  const auto number = Decimal::parse(text);
  no.unless(number.has_value(), field, "Found " + kit::quoted(text) + ". Type a number with at most four decimals.");
  return number;
}

// A sum is reached over the year; anything else is the same all year.
indicator::TargetKind usual_kind(const ChangeOf& of) {
  if (of.target) return of.target->kind;
  if (of.definition->polarity == indicator::Polarity::in_range) return indicator::TargetKind::range;
  if (of.year_before) return of.year_before->kind;
  return of.definition->aggregation == indicator::Aggregation::sum ? indicator::TargetKind::linear : indicator::TargetKind::flat;
}

bool has_list(indicator::TargetKind kind) { return kind == indicator::TargetKind::profile || kind == indicator::TargetKind::by_period; }

Refusals faults_of_answers(const Proposal& typed) {
  Refusals no;
  const auto& questions = smart_questions();
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const auto answered = i < typed.answers.size() && !typed.answers[i].empty();
    no.unless(answered, std::string(questions[i].name), std::string(questions[i].hint) + " Answer in a few words.");
    no.unless(!answered || typed.answers[i].size() <= longest, std::string(questions[i].name), "Use at most 4,000 letters.");
  }
  return no;
}

std::vector<ProposedField> fields_now(const Proposal& proposal, const ChangeOf& of) {
  return proposal.kind == Kind::target ? fields_of(*of.definition, of.target) : fields_of(*of.definition);
}

// What the formula of a definition refers to must be there, and must not lead back to it.
Refusals faults_of_formula(const Proposal& proposal, const ChangeOf& of) {
  auto made = *of.definition;
  made.computed_from = proposal.text("computed_from");
  return indicator::faults_of_formula(
      made, of.others ? of.others : [](std::string_view) -> const Definition* { return nullptr; }, of.units);
}

bool changes_nothing(const Proposal& typed, const ChangeOf& of) {
  return typed.text("breaks_series") != "yes" && std::ranges::all_of(fields_now(typed, of), [&](const auto& field) {
           return typed.text(field.name) == field.now;
         });
}

// What was proposed against something that no longer stands so is not agreed to unseen.
Refusals changed_meanwhile(const Proposal& proposal, const ChangeOf& of) {
  Refusals no;
  for (const auto& field : fields_now(proposal, of))
    no.unless(
        !proposal.has(field.name) || field.now == proposal.text(was_before(field.name)), "",
        "“" + field.label + "” has been changed since this was proposed. Refuse it, and let it be proposed again.");
  return no;
}

// The targets of a year to come are set in its round, all together; here one changes after that.
Refusals why_in_round(const Proposal& proposal, const ChangeOf& of) {
  Refusals no;
  const bool in_round = proposal.kind == Kind::target && of.round != RoundStage::sealed;
  no.unless(!in_round, "year",
            "The targets for " + (proposal.year ? proposal.year->words() : "") +
                " are set in their round. Propose this one on the page Targets, or choose a year that has begun.");
  return no;
}

}  // namespace

std::string Proposal::text(std::string_view field) const {
  const auto found = std::ranges::find(content, field, [](const auto& one) { return std::string_view(one.first); });
  return found == content.end() ? std::string() : found->second;
}

bool Proposal::has(std::string_view field) const {
  return std::ranges::any_of(content, [&](const auto& one) { return one.first == field; });
}

std::string was_before(std::string_view field) { return "was " + std::string(field); }

std::string_view code(Kind kind) { return kind == Kind::definition ? "definition" : "target"; }
std::string_view code(Stage stage) { return stage_codes[static_cast<std::size_t>(stage)]; }
std::string_view words(Stage stage) { return stage_words[static_cast<std::size_t>(stage)]; }
std::optional<Kind> read_proposal_kind(std::string_view text) {
  if (text == "definition") return Kind::definition;
  return text == "target" ? std::optional(Kind::target) : std::nullopt;
}
std::optional<Stage> read_proposal_stage(std::string_view text) {
  const auto found = std::ranges::find(stage_codes, text);
  return found == stage_codes.end() ? std::nullopt : std::optional(static_cast<Stage>(found - stage_codes.begin()));
}

const std::array<Question, 5>& smart_questions() {
  static constexpr std::array<Question, 5> all = {{
      {"specific", "Specific", "What exactly is counted or reached, and for whom?"},
      {"measurable", "Measurable", "From which source, and how often?"},
      {"achievable", "Achievable", "What will be done so that it can be reached?"},
      {"realistic", "Realistic", "What do the trend, the money and other councils say?"},
      {"time_bound", "Time bound", "By when?"},
  }};
  return all;
}

std::vector<ProposedField> fields_of(const Definition& d) {
  ProposedField method{"direction_method", "How its direction of travel is found", "",
                       std::string(indicator::code(d.direction_method)), false};
  for (const auto each : {indicator::DirectionMethod::two_point, indicator::DirectionMethod::spc,
                          indicator::DirectionMethod::regression, indicator::DirectionMethod::trend_marker})
    method.choices.emplace_back(indicator::code(each), indicator::words(each));
  return {
      {"title", "Title", "", d.title, false},
      {"meaning", "What it means, in plain English", "", d.meaning, true},
      {"why_it_matters", "Why it matters", "", d.why_it_matters, true},
      {"formula", "How it is worked out, in words", "", d.formula, true},
      {"computed_from", "Computed from other indicators",
       "Leave it empty when somebody enters the figures. References stand in square brackets: ([BBF01].numerator + [BBF02].numerator) / ([BBF01].denominator + [BBF02].denominator).",
       d.computed_from, true},
      {"source", "Source", "", d.source, false},
      {"caveats", "Take care", "What a reader should know before drawing a conclusion.", d.caveats, true},
      {"least", "Least a figure can be", "Leave it empty for no limit.", written(d.least), false},
      {"most", "Most a figure can be", "Leave it empty for no limit.", written(d.most), false},
      std::move(method)};
}

std::vector<ProposedField> fields_of(const Definition& d, const Target* target) {
  if (d.polarity == indicator::Polarity::in_range)
    return {{"low", "From", "", target ? written(target->low) : "", false},
            {"high", "To", "", target ? written(target->high) : "", false},
            {"rationale", "Why this target", "Statute, comparison, trend, judgement.", target ? target->rationale : "",
             true}};
  return {{"value", "Target for the year", d.unit.empty() ? "" : "In " + d.unit + ".",
           target ? written(target->value) : "", false},
          {"rationale", "Why this target", "Statute, comparison, trend, judgement.", target ? target->rationale : "",
           true}};
}

kit::Verdict<Definition> definition_of(const Proposal& proposal, const Definition& now, kit::Moment at) {
  Refusals no;
  auto made = now;
  made.edition = now.edition + 1;
  made.at = at;
  made.reason = proposal.reason;
  made.title = proposal.text("title");
  made.meaning = proposal.text("meaning");
  made.why_it_matters = proposal.text("why_it_matters");
  made.formula = proposal.text("formula");
  made.computed_from = proposal.text("computed_from");
  made.source = proposal.text("source");
  made.caveats = proposal.text("caveats");
  if (proposal.has("direction_method")) {
    const auto method = indicator::read_direction_method(proposal.text("direction_method"));
    no.unless(method.has_value(), "direction_method", "Choose one of the four ways.");
    made.direction_method = method.value_or(now.direction_method);
  }
  made.least = read_number(proposal, "least", no);
  made.most = read_number(proposal, "most", no);
  made.breaks_series = proposal.text("breaks_series") == "yes";
  const auto from = kit::Date::parse(proposal.text("applies_from"));
  no.unless(from.has_value(), "applies_from", "Choose the day from which it applies.");
  if (from) made.applies_from = *from;
  if (from)
    no.unless(now.applies_from <= *from, "applies_from",
              "The definition of now applies from " + now.applies_from.words() + ". Choose that day or a later one.");
  no.add(indicator::faults(made));
  if (no.any()) return no;
  return made;
}

kit::Verdict<Target> target_of(const Proposal& proposal, const ChangeOf& of, kit::Moment at) {
  Refusals no;
  no.unless(indicator::takes_target(of.definition->kind), "value",
            "A " + std::string(indicator::words(of.definition->kind)) + " indicator has no target.");
  const auto kind = usual_kind(of);
  no.unless(
      !has_list(kind), "value",
      "This target has a number for each period of the year. Bring it in with the sheet Targets of the workbook.");
  Target made = of.target ? *of.target : Target{};
  made.indicator = of.definition->indicator;
  made.year = *proposal.year;
  made.edition = of.target ? of.target->edition + 1 : 1;
  made.at = at;
  made.kind = kind;
  made.value = read_number(proposal, "value", no);
  made.low = read_number(proposal, "low", no);
  made.high = read_number(proposal, "high", no);
  made.rationale = proposal.text("rationale");
  made.reason = proposal.reason;
  no.unless(!made.rationale.empty(), "rationale", "Say on what the target rests. Somebody will ask.");
  if (no.any()) return no;
  const auto faults = indicator::faults(made, *of.definition);
  for (const auto& fault : faults.all()) no.add(fault.field == "target" ? "value" : fault.field, fault.sentence);
  if (no.any()) return no;
  return made;
}

kit::Verdict<Proposal> propose(const ChangeOf& of, Proposal typed, const Asker& by, kit::Moment now) {
  auto no = council::why_not(May::propose_change, by, of.subject);
  if (!no.any()) no = why_in_round(typed, of);
  if (no.any()) return no;
  no.unless(!typed.reason.empty(), "reason", "Say why it should change: the person who agrees reads it, and it stays with the change.");
  no.unless(typed.reason.size() <= longest, "reason", "Use at most 4,000 letters.");
  for (const auto& [field, text] : typed.content) no.unless(text.size() <= longest, field, "Use at most 4,000 letters.");
  no.add(faults_of_answers(typed));
  const bool is_target = typed.kind == Kind::target;
  no.unless(!changes_nothing(typed, of), "", "Nothing is different from what stands now. Change a field, or leave the page.");
  if (is_target) {
    const auto target = target_of(typed, of, now);
    if (!target) no.add(target.refusals());
  } else {
    const auto definition = definition_of(typed, *of.definition, now);
    if (!definition) no.add(definition.refusals());
    no.add(faults_of_formula(typed, of));
  }
  if (no.any()) return no;

  for (const auto& field : fields_now(typed, of)) typed.content.emplace_back(was_before(field.name), field.now);
  typed.indicator = of.definition->indicator;
  typed.stage = Stage::proposed;
  typed.proposed_by = by.person;
  typed.at = now;
  return typed;
}

Refusals why_not(ProposalStep step, std::string_view proposed_by, const council::Subject& subject, std::string_view said, const Asker& by) {
  Refusals no;
  if (step == ProposalStep::withdraw) {
    no.unless(by.person == proposed_by, "", "Only the person who proposed it can withdraw it.");
    return no;
  }
  no.add(council::why_not(May::agree_change, by, subject));
  no.unless(by.person != proposed_by, "", "You proposed it yourself, so somebody else agrees.");
  no.unless(step == ProposalStep::agree || !said.empty(), "said", "Say why not: whoever proposed it reads it.");
  return no;
}

kit::Verdict<Proposal> decide(const Proposal& proposal, const ChangeOf& of, ProposalStep step, std::string_view said,
                              const Asker& by, kit::Moment now) {
  Refusals no;
  no.unless(proposal.stage == Stage::proposed, "", "It is decided already.");
  no.add(why_not(step, proposal.proposed_by, of.subject, said, by));
  if (step == ProposalStep::agree && !no.any()) no = changed_meanwhile(proposal, of);
  if (step == ProposalStep::agree && !no.any()) {
    if (proposal.kind == Kind::target) {
      const auto made = target_of(proposal, of, now);
      if (!made) no.add(made.refusals());
    } else {
      const auto made = definition_of(proposal, *of.definition, now);
      if (!made) no.add(made.refusals());
      no.add(faults_of_formula(proposal, of));
    }
  }
  if (no.any()) return no;

  auto decided = proposal;
  decided.stage = step == ProposalStep::agree ? Stage::agreed : step == ProposalStep::refuse ? Stage::refused : Stage::withdrawn;
  decided.decided_by = by.person;
  decided.said = said;
  decided.at = now;
  return decided;
}

}  // namespace collect
