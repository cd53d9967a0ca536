// The routes stand at the end: GET and POST /set/review/propose, GET and POST /set/review/{number}.
#include <algorithm>

#include "assess/picture_store.h"
#include "assess/set_review_store.h"
#include "collect/entry.h"
#include "council/address.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/decision_form.h"
#include "work/message_store.h"
#include "work/set_review_form.h"
#include "work/set_review_pages.h"
#include "work/set_review_view.h"

namespace work {
namespace {

using assess::Review;
using assess::ReviewChange;
using collect::ProposalStep;
using council::Desk;
using council::May;
using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Column;
using parts::Reply;
using Stage = ReviewChange::Stage;

// -- proposing ---------------------------------------------------------------------------------------------------

Refusals why_not_of(const Review& review, const assess::Kept* kept, const std::string& code, const Desk& desk) {
  Refusals no;
  no.unless(kept || code.empty(), "indicator", "There is no indicator of this reference. Choose one from the list.");
  if (kept && council::why_not(May::propose_change, desk.asker, collect::subject_of(kept->now())).any())
    no.add("indicator",
           "You may not propose changes of this indicator. Choose one from the list, or ask the performance team.");
  if (kept && !no.any() && !assess::in_set(*kept, review.year))
    no.add("indicator", kept->now().code + " leaves the set already. Choose one from the list.");
  return no;
}

Reply show_propose(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto review = assess::load_review(tx, *picture, assess::year_to_review(desk.now.date()));
  if (review.seal) return sealed_page(review);
  const auto kind = assess::read_set_change_kind(asked.asked("what"));
  if (!kind) return choose_change_page(review, desk);
  if (*kind == assess::SetChangeKind::added) return propose_change_page(review, desk, change_of(review, *kind, nullptr, ""), {});
  const auto code = asked.asked("indicator");
  const auto* kept = picture->find(code);
  const auto no = why_not_of(review, kept, code, desk);
  if (!kept || no.any()) return choose_indicator_page(review, desk, *kind, no);
  return propose_change_page(review, desk, change_of(review, *kind, kept, asked.asked("with")), {});
}

Reply take_propose(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto picture = assess::picture_for({}, desk);
  const auto review = assess::load_review(tx, *picture, assess::year_to_review(desk.now.date()));
  const auto kind = assess::read_set_change_kind(asked.typed("what"));
  if (!kind) return choose_change_page(review, desk);
  const auto typed = change_in(asked, review, *kind);
  if (*kind != assess::SetChangeKind::added && typed.indicator == 0)
    return choose_indicator_page(review, desk, *kind, why_not_of(review, nullptr, "?", desk));
  const auto proposed = assess::propose(review, typed, desk.asker, desk.now);
  if (!proposed) return propose_change_page(review, desk, typed, proposed.refusals());

  const auto line = line_of(review, *proposed);
  auto deed = council::deed_of(desk, "set change", line.code,
                               std::string(assess::code(*kind)) + (line.what.empty() ? "" : " " + line.what),
                               "set change " + asked.typed("key"));
  deed.moves = council::Moves::nothing;
  deed.particulars.became = proposed->reason;
  const auto recorded = council::record(tx, deed);
  if (recorded.is_new()) assess::add_review_change(tx, *proposed, recorded.id);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, "/set/review", "Proposed. Somebody else agrees to it, or says why not.");
}

// -- one change ----------------------------------------------------------------------------------------------------

MayDecide may_decide(const Desk& desk, const Review& review, const ReviewChange& change) {
  if (!is_open(review, desk)) return {};
  const auto may = [&](ProposalStep step) {
    const auto refusals = assess::decide(review, change, step, "why", desk.asker, desk.now).refusals();
    return std::ranges::none_of(refusals.all(), [](const auto& refusal) { return refusal.field.empty(); });
  };
  const bool waits = change.stage == Stage::proposed;
  return {waits && may(ProposalStep::agree), may(ProposalStep::refuse), waits && may(ProposalStep::withdraw)};
}

std::string_view decision_words(const ReviewChange& change, const MayDecide& may) {
  return may.withdraw && !may.refuse ? "Withdraw it" : change.stage == Stage::agreed ? "Take the agreement back" : "Agree or refuse";
}

void fields_table(Html& html, const std::vector<ReviewField>& fields) {
  parts::Table table(html, "What would change", {{"Field"}, {"Now", Column::Holds::long_words}, {"Proposed", Column::Holds::long_words}});
  for (const auto& field : fields) table.row().head(field.label).cell(field.now.empty() ? "–" : field.now).cell(field.proposed);
}

Reply change_page(const Desk& desk, const Review& review, const ReviewChange& change, const Refusals& no) {
  const auto line = line_of(review, change);
  auto page = parts::form_page(parts::Section::set, std::string(assess::deed(change.kind)) + ": " + line.title, no);
  auto& html = page.body;
  const auto year = review.year.words();
  parts::thread(
      html,
      {{"Review of the set for " + year, "/set/review?year=" + year}, {"Change " + std::to_string(change.id), ""}},
      "Where you are");
  parts::error_summary(html, no);
  parts::title(html, line.title);
  parts::aside_line(html, std::string(assess::deed(change.kind)) + " · " + line.code + " · proposed by " +
                              line.proposed_by + " · " + std::string(words(change.stage)) +
                              (line.decided_by.empty() ? "" : " by " + line.decided_by) + ", " + change.at.words());
  parts::note(html, "Why it should change.", change.reason, line.proposed_by);
  if (!change.said.empty()) parts::note(html, "What was said.", change.said, line.decided_by);
  for (const auto& warning : line.warnings) parts::inset(html, "Take care: " + warning);
  fields_table(html, fields_of(review, change));
  if (const auto* kept = review.picture.find(change.indicator))
    parts::paragraph(html, [&] {
      parts::link(html, council::path_to("indicators", kept->now().code), "All about " + kept->now().code);
    });
  const auto may = may_decide(desk, review, change);
  decision_form(html, desk, decision_words(change, may), review_address(change), may, no);
  return page;
}

Reply nothing_here() {
  return parts::error_page(404, "There is no such change among those you may see. Start from the review of the set.");
}

struct Found {
  Review review;
  std::size_t place = 0;
  const ReviewChange& change() const { return review.changes[place]; }
};
std::optional<Found> find(kit::Transaction& tx, const assess::Picture& picture, const Request& asked, const Desk& desk) {
  const auto id = std::atoll(asked.value("number").c_str());
  const auto year = assess::year_of_change(tx, id);
  if (!year) return std::nullopt;
  Found found{assess::load_review(tx, picture, *year), 0};
  const auto& changes = found.review.changes;
  const auto place = std::ranges::find(changes, id, &ReviewChange::id);
  if (place == changes.end() || !may_see(found.review, *place, desk.asker)) return std::nullopt;
  found.place = static_cast<std::size_t>(place - changes.begin());
  return found;
}

Reply show_change(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto found = find(tx, *picture, asked, desk);
  return found ? change_page(desk, found->review, found->change(), {}) : nothing_here();
}

// Whoever proposed a change hears what becomes of it, but not of what they did themselves.
void tell_proposer(kit::Transaction& tx, const Desk& desk, const assess::Picture& picture, const ReviewLine& line,
                   const ReviewChange& decided) {
  if (decided.proposed_by == desk.asker.person) return;
  const std::string became(words(decided.stage));
  const auto what = std::string(assess::deed(decided.kind)) + ": " + line.title +
                    (line.code.empty() ? "" : " (" + line.code + ")") + ". " + became + "." +
                    (decided.said.empty() ? "" : " " + decided.said);
  tell(tx, desk, picture.council.person(decided.proposed_by),
       {"set change " + std::to_string(decided.id) + " " + std::to_string(decided.edition), became + ": " + line.title,
        what, review_address(decided), "The change of the set"});
}

std::string_view done_words(Stage stage) {
  if (stage == Stage::agreed) return ": agreed. It is carried out when the set is sealed.";
  return stage == Stage::withdrawn ? ": withdrawn." : ": refused. Whoever proposed it is told.";
}

Reply decide_change(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto picture = assess::picture_for({}, desk);
  const auto found = find(tx, *picture, asked, desk);
  if (!found) return nothing_here();
  const auto decided = assess::decide(found->review, found->change(), step_in(asked), asked.typed("said"), desk.asker, desk.now);
  if (!decided) return change_page(desk, found->review, found->change(), decided.refusals());

  const auto line = line_of(found->review, found->change());
  auto deed = council::deed_of(desk, "set change " + std::string(collect::code(decided->stage)), line.code,
                               std::string(assess::code(decided->kind)));
  deed.moves = council::Moves::nothing;
  deed.particulars.authority = "proposed by " + decided->proposed_by;
  deed.particulars.became = decided->said;
  const auto recorded = council::record(tx, deed);
  assess::add_review_change(tx, *decided, recorded.id);
  tell_proposer(tx, desk, *picture, line, *decided);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, "/set/review", line.title + std::string(done_words(decided->stage)));
}

}  // namespace

const council::Routes& set_change_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/set/review/propose", May::propose_change, show_propose, "The forms that propose a change of the set"},
      {Method::post, "/set/review/propose", May::propose_change, take_propose, "Proposes a change of the set"},
      {Method::get, "/set/review/{number}", May::own_account, show_change, "One change of the set: what, why, and who decides"},
      {Method::post, "/set/review/{number}", May::own_account, decide_change, "Agrees to a change of the set, refuses or withdraws it"},
  };
  return all;
}

}  // namespace work
