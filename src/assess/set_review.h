// The review of the indicator set for the coming year: new indicators, and old ones redefined, renumbered, moved, split, merged or
// removed, each proposed by one person with a reason and agreed by another. What is agreed is carried out together, once, when
// the set is sealed; what is not stays out.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "assess/indicator_set.h"
#include "assess/picture.h"
#include "collect/proposal.h"
#include "council/may.h"
#include "kit/verdict.h"

namespace assess {

struct ReviewChange {
  using Kind = SetChangeKind;
  using Stage = collect::Proposal::Stage;
  std::int64_t id = 0;
  std::int32_t edition = 1;
  calendar::FinancialYear year;                              // for whose set
  Kind kind = Kind::added;
  indicator::IndicatorId indicator = 0;                      // none when it is new
  Stage stage = Stage::proposed;
  std::vector<std::pair<std::string, std::string>> content;  // field and text, as typed
  std::string reason, proposed_by, decided_by, said;
  kit::Moment at;

  std::string text(std::string_view field) const;
  bool is_live() const { return stage == Stage::proposed || stage == Stage::agreed; }
};
std::string_view deed(SetChangeKind kind);  // what is proposed: "Split an indicator"
std::optional<SetChangeKind> read_set_change_kind(std::string_view code);
constexpr int most_parts = 3;                            // into which an indicator is split
std::string part_field(int part, std::string_view field);  // "part2_code"

struct SetSeal {
  calendar::FinancialYear year;
  std::string reason, authority, by;  // "Council, 26 February 2026"
  kit::Moment at;
};

struct Review {
  const Picture& picture;
  calendar::FinancialYear year;
  std::vector<ReviewChange> changes;  // the newest edition of each, in the order in which they were proposed
  std::optional<SetSeal> seal;

  kit::Date first_day() const { return calendar::Period::year(year).first(); }
};
calendar::FinancialYear year_to_review(kit::Date today);  // the one that follows the present year

// Indicators that a change concerns: its own, and those that it merges with it.
std::vector<const Kept*> concerned(const Picture& picture, const ReviewChange& change);
bool goes_on(const Kept& kept, const ReviewChange& change);  // of a split or merger: whether the indicator stays, as a part or as the whole
std::vector<std::string> words_in_list(std::string_view text);  // "SAT46, SAT47": the words between commas and spaces

// All that stands against a change, each with its field; and what should be thought of before it is agreed.
kit::Refusals faults(const Review& review, const ReviewChange& change);
std::vector<std::string> warnings(const Review& review, const ReviewChange& change);

kit::Verdict<ReviewChange> propose(const Review& review, ReviewChange typed, const council::Asker& by, kit::Moment now);
kit::Verdict<ReviewChange> decide(const Review& review, const ReviewChange& change, collect::ProposalStep step,
                                  std::string_view said, const council::Asker& by, kit::Moment now);
kit::Verdict<SetSeal> seal(const Review& review, std::string_view reason, std::string_view authority,
                           const council::Asker& by, kit::Moment now);

// What carrying out changes adds. New indicators have stand-ins for their numbers, below zero, until the store gives them real ones.
struct SetOutcome {
  std::vector<indicator::IndicatorId> added;
  std::vector<indicator::Definition> definitions;
  std::vector<indicator::Lineage> lineage;
  std::vector<plan::Line> lines;
};
enum class Carried { agreed, agreed_and_proposed };
SetOutcome outcome(const Review& review, Carried which, kit::Moment at);
SetOutcome outcome(const Review& review, const std::vector<const ReviewChange*>& changes, kit::Moment at);
// The council with an outcome, without figures and targets: from it the set of the coming year is counted as from any other.
Picture as_it_would_be(const Picture& picture, const SetOutcome& outcome);
// The edition of a definition that a redefinition would make; refusals name its fields.
kit::Verdict<indicator::Definition> redefined(const ReviewChange& change, const indicator::Definition& now, kit::Date from, kit::Moment at);

}  // namespace assess
