// The routes stand at the end: GET /reports/{pack}/{edition}/review, and what is sent from it.
#include "report/review_pages.h"

#include "assess/picture_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/as_data.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/text.h"
#include "report/distribution_store.h"
#include "report/next_step_pages.h"
#include "report/review_store.h"
#include "report/run_store.h"
#include "report/sign_off_store.h"
#include "report/words_list_pages.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Reply;

Reply not_there() { return parts::error_page(404, "There is no such edition that you may read.", {"All reports", "/reports"}); }

std::string_view heading_of(Doing doing) {
  switch (doing) {
    case Doing::comment: return "Comment.";
    case Doing::signed_off: return "Signed off.";
    case Doing::published: return "Published.";
  }
  return {};
}

void steps(Html& html, const ReviewView& view) {
  parts::heading(html, "What was done", "steps");
  if (view.steps.empty()) parts::paragraph(html, "Nobody has commented yet.");
  for (const auto& one : view.steps) parts::note(html, heading_of(one.step->doing), one.step->words, one.who + ", " + one.step->at.words());
}

parts::Page page_of(const ReviewView& view, const Desk& desk, const Refusals& no = {}) {
  const auto& key = view.edition().key;
  parts::Page page;
  page.title = "Review of " + view.found.pack.title;
  page.section = parts::Section::reports;
  if (no.any()) page.status = 422;
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::thread(html,
                {{"Reports", "/reports"},
                 {view.found.pack.title, "/reports/" + key.pack},
                 {key.words(), key.path()},
                 {"Review", ""}},
                "Where you are");
  parts::title(html, "Review of “" + view.found.pack.title + "”, " + key.words());
  parts::lede(html, view.answer);
  parts::paragraph(html, [&] { parts::link(html, key.path(), "Read the edition"); });
  next_step(html, view, desk, no);
  steps(html, view);
  words_list(html, view);
  second_run(html, view, desk, no);
  return page;
}

Reply show_review(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  auto found = find_asked(tx, asked, desk.asker);
  if (!found) return not_there();
  const auto view = review_view(tx, std::move(*found), picture->council);
  if (auto data = kit::as_data(asked, view, "review.csv")) return *std::move(data);
  return page_of(view, desk);
}

// -- deeds ------------------------------------------------------------------------------------------------------------

council::Deed deed_of(const Desk& desk, const Request& asked, const EditionKey& key, std::string what) {
  return council::deed_of(desk, std::move(what), key.pack + " " + key.period.iso() + " " + std::to_string(key.number),
                          "", "report " + asked.typed("key"));
}

using Rule = kit::Verdict<Step> (*)(const Edition&, const Request&, const Desk&);

// Gathers the edition, decides by the rule, records the step with what belongs to it, and leads back.
template <class Also>
Reply take(const Request& asked, Desk& desk, Rule rule, const Also& also) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.write();
  auto found = find_asked(tx, asked, desk.asker);
  if (!found) return not_there();

  const auto step = rule(found->edition(), asked, desk);
  if (!step) {
    if (council::find_record(tx, "report " + asked.typed("key")))
      return council::see_other(desk, found->edition().key.path() + "/review", "Done already.");
    return page_of(review_view(tx, std::move(*found), picture->council), desk, step.refusals());
  }

  auto deed = deed_of(desk, asked, found->edition().key, "report " + std::string(code(step->doing)));
  deed.particulars.became = step->words;
  const auto recorded = council::record(tx, deed);
  std::string sentence = "Done already.";
  if (recorded.is_new()) {
    add_step(tx, found->edition(), *step, recorded.id);
    sentence = also(tx, *found, *picture, recorded.id);
  }
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, found->edition().key.path() + "/review", sentence);
}

Reply send_comment(const Request& asked, Desk& desk) {
  return take(
      asked, desk,
      [](const Edition& edition, const Request& sent, const Desk& at) {
        return comment(edition, sent.typed("words"), at.asker, at.now);
      },
      [](kit::Transaction&, const Asked&, const assess::Picture&, council::RecordId) {
        return std::string("Your comment stands below.");
      });
}

Reply send_sign_off(const Request& asked, Desk& desk) {
  return take(asked, desk, [](const Edition& edition, const Request&, const Desk& at) { return sign_off(edition, at.asker, at.now); },
              [](kit::Transaction& tx, const Asked& found, const assess::Picture& picture, council::RecordId record) {
                add_signed_documents(tx, found.edition(), picture.council, record);
                return std::string("Signed off. It can be published now.");
              });
}

Reply send_publish(const Request& asked, Desk& desk) {
  return take(asked, desk, [](const Edition& edition, const Request&, const Desk& at) { return publish(edition, at.asker, at.now); },
              [&](kit::Transaction& tx, const Asked& found, const assess::Picture& picture, council::RecordId) {
                const int told = tell_readers(tx, found.pack, found.edition(), picture.council, desk.address, desk.now);
                return "Published. " +
                       (told == 0 ? std::string("No letter was queued.")
                                  : std::to_string(told) + (told == 1 ? " letter goes out." : " letters go out."));
              });
}

Reply send_rerun(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.write();
  auto found = find_asked(tx, asked, desk.asker);
  if (!found) return not_there();
  const auto waiting = load_rerun(tx, found->edition().key.pack, found->edition().key.period);
  const auto* last = newest(found->editions, found->edition().key.pack, found->edition().key.period);

  const auto rerun = ask_rerun(*last, waiting, asked.typed("reason"), desk.asker, desk.now);
  if (!rerun) {
    if (council::find_record(tx, "report " + asked.typed("key")))
      return council::see_other(desk, last->key.path() + "/review", "Asked for already.");
    return page_of(review_view(tx, std::move(*found), picture->council), desk, rerun.refusals());
  }

  auto deed = deed_of(desk, asked, rerun->key, "report second run asked for");
  deed.particulars.became = rerun->reason;
  if (const auto recorded = council::record(tx, deed); recorded.is_new()) add_rerun(tx, *rerun, recorded.id);
  const auto path = last->key.path();
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, path + "/review", "Asked for. Another person decides.");
}

// What a second run would be, composed before anything is written.
Frozen second_time(Desk& desk, const Pack& pack, const Rerun& rerun) {
  return composed(desk.db, pack, assess::load_picture(desk.db, desk.now), rerun.key.period, desk.data_folder);
}

Edition edition_of(const Rerun& approved, const Pack& pack, kit::Moment now) {
  return {approved.key, pack.edition, now, approved.reason, approved.asked_by, approved.decided_by, now, {}};
}

void keep_decision(Desk& desk, const Request& asked, const Rerun& decided, const Pack& pack, const std::optional<Frozen>& frozen) {
  auto tx = desk.db.write();
  auto deed = deed_of(desk, asked, decided.key, "report second run " + std::string(code(decided.stage)));
  deed.particulars.became = decided.said;
  if (const auto recorded = council::record(tx, deed); recorded.is_new()) {
    add_rerun(tx, decided, recorded.id);
    if (frozen) keep(tx, edition_of(decided, pack, desk.now), *frozen, desk.asker.person, desk.now);
  }
  tx.commit();
}

Reply send_decision(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto reading = std::optional(desk.db.read());
  auto found = find_asked(*reading, asked, desk.asker);
  if (!found) return not_there();
  const auto waiting = load_rerun(*reading, found->edition().key.pack, found->edition().key.period);

  const auto decided = decide(waiting, asked.typed("decision") == "approve" ? Decision::approve : Decision::refuse,
                              asked.typed("said"), desk.asker, desk.now);
  if (!decided) {
    if (council::find_record(*reading, "report " + asked.typed("key")))
      return council::see_other(desk, found->edition().key.path() + "/review", "Decided already.");
    return page_of(review_view(*reading, std::move(*found), picture->council), desk, decided.refusals());
  }
  reading.reset();

  const bool runs = decided->stage == Rerun::Stage::approved;
  const auto frozen = runs ? std::optional(second_time(desk, found->pack, *decided)) : std::nullopt;
  keep_decision(desk, asked, *decided, found->pack, frozen);

  if (!runs) return council::see_other(desk, found->edition().key.path() + "/review", "Refused. Whoever asked can read why.");
  return council::see_other(desk, decided->key.path() + "/difference", "It has run again. This is what differs from the edition before.");
}

}  // namespace

const council::Routes& review_routes() {
  using kit::Method;
  static const council::Routes routes = {
      {Method::get, "/reports/{pack}/{edition}/review", May::review_reports, show_review,
       "The review of an edition: comments, signing off, publishing, a second run"},
      {Method::post, "/reports/{pack}/{edition}/comment", May::review_reports, send_comment, "Comment on a draft"},
      {Method::post, "/reports/{pack}/{edition}/sign-off", May::sign_off_reports, send_sign_off, "Sign an edition off"},
      {Method::post, "/reports/{pack}/{edition}/publish", May::prepare_reports, send_publish,
       "Publish an edition and tell its readers"},
      {Method::post, "/reports/{pack}/{edition}/rerun", May::prepare_reports, send_rerun,
       "Ask for a second run, with a reason"},
      {Method::post, "/reports/{pack}/{edition}/rerun/decide", May::approve_second_runs, send_decision,
       "Approve or refuse a second run"},
  };
  return routes;
}

}  // namespace report
