// Definitions, and targets of a year that has begun, change only by proposal and agreement: one person proposes, with a
// reason and the answers to the SMART questions (source 004), another agrees. What is agreed becomes a new edition;
// what was before stays.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collect/round_stage.h"
#include "council/may.h"
#include "indicator/computed_from.h"
#include "indicator/indicator.h"
#include "indicator/target.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace collect {

struct Proposal {
  enum class Kind : std::uint8_t { definition, target };
  enum class Stage : std::uint8_t { proposed, agreed, refused, withdrawn };
  std::int64_t id = 0;
  std::int32_t edition = 1;
  Kind kind = Kind::definition;
  indicator::IndicatorId indicator = 0;
  std::optional<calendar::FinancialYear> year;                    // of a target
  Stage stage = Stage::proposed;
  std::vector<std::pair<std::string, std::string>> content;       // what shall stand: field and text, as typed
  std::vector<std::string> answers;                               // to the questions below, in their order
  std::string reason, proposed_by, decided_by, said;
  kit::Moment at;

  std::string text(std::string_view field) const;                 // empty when the proposal does not have the field
  bool has(std::string_view field) const;                         // one made before a field could be proposed does not
};
std::string was_before(std::string_view field);  // under which the content keeps how a field stood when it was proposed
std::string_view code(Proposal::Kind), code(Proposal::Stage), words(Proposal::Stage);
std::optional<Proposal::Kind> read_proposal_kind(std::string_view text);
std::optional<Proposal::Stage> read_proposal_stage(std::string_view text);

struct Question {
  std::string_view name, label, hint;
};
const std::array<Question, 5>& smart_questions();

// A field that a proposal can change, with how it stands now.
struct ProposedField {
  std::string name, label, hint, now;
  bool is_long = false;
  std::vector<std::pair<std::string_view, std::string_view>> choices;  // code and words, where there is a list to choose from
};
std::vector<ProposedField> fields_of(const indicator::Definition& definition);
std::vector<ProposedField> fields_of(const indicator::Definition& definition, const indicator::Target* target);

// The indicator as it stands at the moment of a decision. `targets`: of the year proposed for, its newest edition, or null.
struct ChangeOf {
  const indicator::Definition* definition = nullptr;
  const indicator::Target* target = nullptr;
  const indicator::Target* year_before = nullptr;  // from which a new one takes its kind
  RoundStage round = RoundStage::sealed;           // in which the targets of that year are set
  council::Subject subject;
  indicator::FindDefinition others;                // for what a formula refers to; none: no formula is taken
  std::vector<std::string> units;                  // codes of those whose money a formula may name
};

kit::Verdict<Proposal> propose(const ChangeOf& of, Proposal typed, const council::Asker& by, kit::Moment now);
// What agreeing would add. Refusals name the proposal's fields.
kit::Verdict<indicator::Definition> definition_of(const Proposal& proposal, const indicator::Definition& now, kit::Moment at);
kit::Verdict<indicator::Target> target_of(const Proposal& proposal, const ChangeOf& of, kit::Moment at);

enum class ProposalStep : std::uint8_t { agree, refuse, withdraw };
// What stands in the way of a step for somebody, whatever was proposed: whose it is, who may agree, and a word when it is refused.
kit::Refusals why_not(ProposalStep step, std::string_view proposed_by, const council::Subject& subject,
                      std::string_view said, const council::Asker& by);
kit::Verdict<Proposal> decide(const Proposal& proposal, const ChangeOf& of, ProposalStep step, std::string_view said,
                              const council::Asker& by, kit::Moment now);

}  // namespace collect
