// The routes stand at the end: GET and POST /set/review/seal.
#include "assess/picture_store.h"
#include "assess/set_review_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "parts/form.h"
#include "parts/text.h"
#include "work/set_review_form.h"
#include "work/set_review_pages.h"
#include "work/set_review_view.h"

namespace work {
namespace {

using assess::Review;
using council::Desk;
using council::May;
using kit::Refusals;
using kit::Request;
using parts::Reply;
using Stage = assess::ReviewChange::Stage;

struct SealTyped {
  std::string reason, authority;
};

Reply seal_page(const Review& review, const Desk& desk, const SealTyped& typed, const Refusals& no) {
  const auto view = review_view(review, desk);
  const auto year = review.year.words();
  auto page = page_in_review(review, "Seal the set for " + year, no, "Seal");
  auto& html = page.body;
  parts::title(html, page.title);
  parts::lede(html, view.lede);
  const auto agreed = at_stage(view, {Stage::agreed}), waits = at_stage(view, {Stage::proposed});
  if (!may_seal(desk)) {
    parts::paragraph(html, "The performance team and corporate leadership seal the set, once it has been approved.");
    return page;
  }
  parts::paragraph(
      html, agreed.empty()
                ? "Nothing has been agreed, so there is nothing to carry out. Start from the review."
                : "Everything that is agreed is carried out together, and only once: " + std::to_string(agreed.size()) +
                      (agreed.size() == 1 ? " change" : " changes") + ", from " + review.first_day().words() +
                      ". It cannot be undone; later changes are proposals of their own.");
  lines_table(html, "Waits, and would be left out", waits);
  lines_table(html, "Would be carried out", agreed);
  if (agreed.empty()) return page;
  parts::form(html, "/set/review/seal", desk.token, parts::Carries::fields, [&] {
    parts::textarea(html,
                    {"reason", "Why the set changes", "In a sentence or two: it stands above the list of changes.",
                     parts::error_of("reason", no)},
                    typed.reason);
    parts::input(html,
                 {"authority", "On whose authority", "Who approved it and when, such as Executive, 10 February 2026.",
                  parts::error_of("authority", no)},
                 typed.authority);
    parts::button(html, "Seal the set for " + year);
  });
  return page;
}

Reply show_seal(const Request&, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto review = assess::load_review(tx, *picture, assess::year_to_review(desk.now.date()));
  if (review.seal) return sealed_page(review);
  return seal_page(review, desk, {}, {});
}

Reply take_seal(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto picture = assess::picture_for({}, desk);
  const auto review = assess::load_review(tx, *picture, assess::year_to_review(desk.now.date()));
  const SealTyped typed{asked.typed("reason"), asked.typed("authority")};
  const auto seal = assess::seal(review, typed.reason, typed.authority, desk.asker, desk.now);
  if (!seal) return review.seal ? sealed_page(review) : seal_page(review, desk, typed, seal.refusals());

  const auto set = set_as_agreed(review, desk.now);
  auto deed = council::deed_of(desk, "set sealed", review.year.words(), assess::arithmetic(set.total.flow),
                               "set sealed " + review.year.words());
  deed.particulars.authority = seal->authority;
  deed.particulars.became = seal->reason;
  const auto recorded = council::record(tx, deed);
  assess::carry_out(tx, review, *seal, recorded.id);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, "/set/review?year=" + review.year.words(),
                            "Sealed. From " + review.first_day().words() + " the set holds " +
                                std::to_string(set.total.total) + " indicators.");
}

}  // namespace

const council::Routes& set_seal_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/set/review/seal", May::agree_change, show_seal, "What sealing the set would carry out"},
      {Method::post, "/set/review/seal", May::agree_change, take_seal, "Seals the set: carries out together what is agreed, once"},
  };
  return all;
}

}  // namespace work
