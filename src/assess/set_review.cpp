#include "assess/set_review.h"

#include <algorithm>

#include "collect/entry.h"

namespace assess {
namespace {

using collect::ProposalStep;
using council::Asker;
using council::May;
using kit::Refusals;
using Kind = ReviewChange::Kind;
using Stage = ReviewChange::Stage;

constexpr std::size_t longest = 4000;

// Who answers for what a change concerns; of a new indicator those who would.
std::vector<council::Subject> subjects_of(const Review& review, const ReviewChange& change) {
  if (change.kind == Kind::added) return {{change.text("owner"), change.text("checker"), "", change.text("service"), ""}};
  std::vector<council::Subject> all;
  for (const auto* kept : concerned(review.picture, change)) all.push_back(collect::subject_of(kept->now()));
  return all;
}

Refusals why_not_all(May may, const Asker& by, const std::vector<council::Subject>& subjects) {
  auto no = council::why_not(may, by);
  for (const auto& subject : subjects)
    if (!no.any()) no = council::why_not(may, by, subject);
  return no;
}

Refusals sealed_already(const Review& review) {
  Refusals no;
  no.unless(!review.seal, "",
            "The set for " + review.year.words() + " was sealed on " +
                (review.seal ? review.seal->at.date().words() : "") +
                ". Change a definition or target by a proposal of its own.");
  return no;
}

// What the content says beside what is typed: how the fields stood.
void keep_before(ReviewChange& change, const Picture& picture) {
  const auto* kept = picture.find(change.indicator);
  if (!kept) return;
  const auto& now = kept->now();
  for (const auto& field : collect::fields_of(now)) change.content.emplace_back(collect::was_before(field.name), field.now);
  for (const auto& [field, text] : {std::pair("code", now.code),
                                    {"service", now.service},
                                    {"unit", now.unit},
                                    {"kind", std::string(indicator::code(now.kind))}})
    change.content.emplace_back(collect::was_before(field), text);
}

Refusals changed_meanwhile(const Review& review, const ReviewChange& change) {
  Refusals no;
  const auto* kept = review.picture.find(change.indicator);
  if (change.kind != Kind::redefined || !kept) return no;
  for (const auto& field : collect::fields_of(kept->now()))
    no.unless(
        field.now == change.text(collect::was_before(field.name)), "",
        "“" + field.label + "” has been changed since this was proposed. Refuse it, and let it be proposed again.");
  return no;
}

}  // namespace

std::string ReviewChange::text(std::string_view field) const {
  const auto found = std::ranges::find(content, field, [](const auto& one) { return std::string_view(one.first); });
  return found == content.end() ? std::string() : found->second;
}

std::string_view deed(Kind kind) {
  static constexpr std::string_view all[] = {"Add an indicator",   "Redefine an indicator", "Renumber an indicator",
                                             "Move an indicator",  "Split an indicator",    "Merge indicators",
                                             "Remove an indicator"};
  return all[static_cast<std::size_t>(kind)];
}

std::optional<SetChangeKind> read_set_change_kind(std::string_view text) {
  const auto found = std::ranges::find_if(all_set_changes, [&](auto kind) { return code(kind) == text; });
  return found == all_set_changes.end() ? std::nullopt : std::optional(*found);
}

std::string part_field(int part, std::string_view field) { return "part" + std::to_string(part) + "_" + std::string(field); }

calendar::FinancialYear year_to_review(kit::Date today) {
  return {calendar::Period::containing(today, calendar::Frequency::annual).financial_year().begins + 1};
}

std::vector<std::string> words_in_list(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(text) + ' ') {
    const bool ends = c == ' ' || c == ',' || c == ';' || c == '\n' || c == '\r' || c == '\t';
    if (!ends) word += c;
    else if (!word.empty()) words.push_back(std::exchange(word, {}));
  }
  return words;
}

std::vector<const Kept*> concerned(const Picture& picture, const ReviewChange& change) {
  std::vector<const Kept*> all;
  if (const auto* kept = picture.find(change.indicator)) all.push_back(kept);
  if (change.kind != Kind::merged) return all;
  for (const auto& one : words_in_list(change.text("others")))
    if (const auto* kept = picture.find(one); kept && std::ranges::find(all, kept) == all.end()) all.push_back(kept);
  return all;
}

bool goes_on(const Kept& kept, const ReviewChange& change) {
  const auto code = change.text(change.kind == Kind::split ? part_field(1, "code") : "code");
  return code.empty() || code == kept.now().code;
}

kit::Verdict<ReviewChange> propose(const Review& review, ReviewChange typed, const Asker& by, kit::Moment now) {
  auto no = why_not_all(May::propose_change, by, subjects_of(review, typed));
  if (!no.any()) no = sealed_already(review);
  if (no.any()) return no;
  no.add(faults(review, typed));
  no.unless(!typed.reason.empty(), "reason", "Say why: the reason stands in the list of changes that members read.");
  no.unless(typed.reason.size() <= longest, "reason", "Use at most 4,000 letters.");
  for (const auto& [field, text] : typed.content) no.unless(text.size() <= longest, field, "Use at most 4,000 letters.");
  if (no.any()) return no;

  keep_before(typed, review.picture);
  typed.year = review.year;
  typed.stage = Stage::proposed;
  typed.proposed_by = by.person;
  typed.at = now;
  return typed;
}

kit::Verdict<ReviewChange> decide(const Review& review, const ReviewChange& change, ProposalStep step,
                                  std::string_view said, const Asker& by, kit::Moment now) {
  auto no = sealed_already(review);
  const bool is_taken_back = change.stage == Stage::agreed && step == ProposalStep::refuse;
  no.unless(change.stage == Stage::proposed || is_taken_back, "", "It is decided already.");
  for (const auto& subject : subjects_of(review, change))
    if (!no.any()) no = collect::why_not(step, change.proposed_by, subject, said, by);
  if (step == ProposalStep::agree && !no.any()) no = changed_meanwhile(review, change);
  if (step == ProposalStep::agree && !no.any()) no = faults(review, change);
  if (no.any()) return no;

  auto decided = change;
  decided.stage = step == ProposalStep::agree ? Stage::agreed : step == ProposalStep::refuse ? Stage::refused : Stage::withdrawn;
  decided.decided_by = by.person;
  decided.said = said;
  decided.at = now;
  return decided;
}

kit::Verdict<SetSeal> seal(const Review& review, std::string_view reason, std::string_view authority, const Asker& by, kit::Moment now) {
  auto no = council::why_not(May::agree_change, by);
  if (!no.any())
    no.unless(council::spans_the_council(by.role), "",
              "The performance team and corporate leadership seal the set. Ask the performance team.");
  if (!no.any()) no = sealed_already(review);
  if (no.any()) return no;
  bool any = false;
  for (const auto& change : review.changes) {
    if (change.stage != Stage::agreed) continue;
    any = true;
    auto faults_now = changed_meanwhile(review, change);
    faults_now.add(faults(review, change));
    for (const auto& fault : faults_now.all()) no.add("", "Change " + std::to_string(change.id) + " no longer fits. " + fault.sentence);
  }
  no.unless(any, "", "Nothing has been agreed, so there is nothing to carry out.");
  no.unless(!reason.empty(), "reason", "Say in a sentence why the set changes.");
  no.unless(!authority.empty(), "authority", "Say who approved the set, and when: Executive, 10 February 2026.");
  no.unless(reason.size() <= longest, "reason", "Use at most 4,000 letters.");
  no.unless(authority.size() <= longest, "authority", "Use at most 4,000 letters.");
  if (no.any()) return no;
  return SetSeal{review.year, std::string(reason), std::string(authority), by.person, now};
}

}  // namespace assess
