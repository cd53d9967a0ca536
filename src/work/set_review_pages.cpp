// The routes stand at the end: GET /set/review, GET /set/review/changes.
#include "work/set_review_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "assess/set_review_store.h"
#include "kit/as_data.h"
#include "kit/number.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/text.h"
#include "work/set_review_view.h"

namespace work {
namespace {

using assess::Review;
using calendar::FinancialYear;
using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Reply;
using Stage = assess::ReviewChange::Stage;

// Of the year that is asked for, otherwise of the one that is reviewed now; none when the year cannot be read.
std::optional<FinancialYear> year_of(const Request& asked, const Desk& desk) {
  const auto wanted = asked.asked("year");
  return wanted.empty() ? std::optional(assess::year_to_review(desk.now.date())) : FinancialYear::read(wanted);
}

Reply no_such_year() { return parts::error_page(404, "There is no such year. Write it as 2026/27."); }

// -- the round ---------------------------------------------------------------------------------------------------

void sealed(Html& html, const Review& review) {
  const auto& seal = *review.seal;
  parts::note(html, "Sealed on " + seal.at.date().words() + ".", seal.reason,
              person_name(review.picture, seal.by) + " · " + seal.authority);
}

void ways_on(Html& html, const Review& review, const Desk& desk) {
  if (is_open(review, desk) && !council::why_not(May::propose_change, desk.asker).any())
    parts::buttons(html, [&] { parts::button_link(html, "/set/review/propose", "Propose a change"); });
  parts::list(html, [&] {
    parts::item(html, [&] {
      parts::link(html, "/set/review/changes?year=" + review.year.words(),
                  "The list of changes, as a committee reads it");
    });
    if (!council::why_not(May::see_completion, desk.asker).any())
      parts::item(html, [&] { parts::link(html, "/set/review/look", "Indicators that may tell little"); });
    parts::item(html, [&] { parts::link(html, "/set", "The set of this year"); });
    if (is_open(review, desk) && may_seal(desk))
      parts::item(html, [&] { parts::link(html, "/set/review/seal", "Seal the set for " + review.year.words()); });
  });
}

parts::Page review_page(const Review& review, const ReviewView& view, const Desk& desk) {
  parts::Page page;
  page.title = "Review of the set for " + review.year.words();
  page.section = parts::Section::set;
  auto& html = page.body;
  parts::title(html, "What will the council measure in " + review.year.words() + "?");
  parts::lede(html, view.lede);
  if (!view.if_all.empty()) parts::paragraph(html, view.if_all);
  if (review.seal) sealed(html, review);
  ways_on(html, review, desk);
  if (view.lines.empty())
    parts::paragraph(
        html,
        review.seal
            ? ""
            : "Nothing has been proposed. Begin with the indicators that may tell little, or with what the plan needs and nobody counts.");
  lines_table(html, review.seal ? "Not decided, and left out" : "Waits for agreement", at_stage(view, {Stage::proposed}));
  lines_table(html, review.seal ? "Carried out" : "Agreed", at_stage(view, {Stage::agreed}));
  lines_table(html, "Refused or withdrawn", at_stage(view, {Stage::refused, Stage::withdrawn}));
  parts::heading(html, "By " + view.set.word);
  assess::counts_table(html, view.set);
  parts::unfolding(
      html, "How each " + view.set.word + " and section came from " + FinancialYear{review.year.begins - 1}.words(),
      [&] { assess::flow_tables(html, view.set); });
  return page;
}

Reply show_review(const Request& asked, Desk& desk) {
  const auto year = year_of(asked, desk);
  if (!year) return no_such_year();
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto review = assess::load_review(tx, *picture, *year);
  const auto view = review_view(review, desk);
  if (auto data = kit::as_data(asked, view, "set-review.csv")) return *std::move(data);
  return review_page(review, view, desk);
}

// -- the list of changes -------------------------------------------------------------------------------------------

struct AppendixView {
  std::string lede;
  const assess::SetView& set;
};
template <class Teller>
void describe(Teller& t, const AppendixView& view) {
  t.field("year", view.set.year.words());
  t.field("in_short", view.lede);
  t.field("year_before", view.set.total.flow.before);
  t.field("new", view.set.total.flow.added);
  t.field("from_splitting", view.set.total.flow.split);
  t.field("removed", view.set.total.flow.removed);
  t.field("merged", view.set.total.flow.merged);
  t.field("moved", view.set.total.flow.moved);
  t.field("total", view.set.total.total);
  t.rows("changes", view.set.changes);
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string appendix_lede(const Review& review, const assess::SetView& set) {
  const auto count = [&](assess::SetChangeKind kind) { return std::ranges::count(set.changes, kind, &assess::SetChangeView::kind); };
  const auto altered = count(assess::SetChangeKind::redefined) + count(assess::SetChangeKind::renumbered) +
                       count(assess::SetChangeKind::moved);
  std::string text = review.seal ? "The " : "As agreed so far, the ";
  text += review.year.words() + " set holds " + std::to_string(set.total.total) +
          " indicators: " + assess::arithmetic(set.total.flow) + ".";
  if (altered > 0)
    text += " " + capital(kit::in_words(static_cast<int>(altered))) + (altered == 1 ? " has" : " have") +
            " been changed in another way: redefined, renumbered or moved.";
  return text;
}

parts::Page appendix_page(const Request& asked, const Review& review, const AppendixView& view) {
  parts::Page page;
  page.title = "Changes to the indicator set for " + review.year.words();
  page.section = parts::Section::set;
  auto& html = page.body;
  parts::thread(html,
                {{"Review of the set for " + review.year.words(), "/set/review?year=" + review.year.words()},
                 {"List of changes", ""}},
                "Where you are");
  parts::title(html, page.title);
  parts::lede(html, view.lede);
  if (review.seal) sealed(html, review);
  parts::heading(html, "Indicators by " + view.set.word + " and section");
  assess::counts_table(html, view.set);
  parts::heading(html, "From " + FinancialYear{review.year.begins - 1}.words() + " to " + review.year.words());
  assess::flow_tables(html, view.set);
  parts::heading(html, "Changes");
  if (view.set.changes.empty())
    parts::paragraph(html,
                     "Nothing has been agreed yet. What is agreed in the review is listed here, with its reason.");
  assess::changes_tables(html, asked, view.set);
  return page;
}

Reply show_changes(const Request& asked, Desk& desk) {
  const auto year = year_of(asked, desk);
  if (!year) return no_such_year();
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto review = assess::load_review(tx, *picture, *year);
  const auto set = set_as_agreed(review, desk.now);
  const AppendixView view{appendix_lede(review, set), set};
  if (auto data = kit::as_data(asked, view, "set-changes.csv")) return *std::move(data);
  return appendix_page(asked, review, view);
}

}  // namespace

const council::Routes& set_review_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/set/review", May::own_account, show_review,
       "The review of the set for the coming year: proposed, agreed, and the arithmetic"},
      {Method::get, "/set/review/changes", May::own_account, show_changes,
       "The list of changes to the set, as a committee reads it"},
  };
  return all;
}

}  // namespace work
