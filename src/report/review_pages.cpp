// The routes stand at the end: GET /reports/{pack}/{edition}/review, and what is sent from it.
#include "report/review_pages.h"

#include "assess/picture_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/secret.h"
#include "kit/tell.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/text.h"
#include "report/distribution_store.h"
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

bool may(const Desk& desk, May what) { return !council::why_not(what, desk.asker).any(); }

Reply not_there() { return parts::error_page(404, "There is no such edition that you may read.", {"All reports", "/reports"}); }

// -- the page ---------------------------------------------------------------------------------------------------------

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

void sent_with(Html& html, const Desk& desk, const std::string& action, const auto& inside) {
  parts::form(html, action, desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    inside();
  });
}

std::string who_hears(const ReviewView& view) {
  std::string roles;
  for (const auto role : view.found.pack.readers) roles += (roles.empty() ? "" : ", ") + std::string(council::words(role));
  if (roles.empty() && view.lists.empty()) return "It can then be read by those who may. Nobody is sent a letter.";
  auto said = "It can then be read by those who may, and a letter with a link goes to " + (roles.empty() ? "" : "each " + roles);
  if (!view.lists.empty()) said += (roles.empty() ? "" : ", and to ") + ("everybody on these lists: " + view.lists);
  said += ".";
  if (view.most_enclosed > 0)
    said +=
        " The PDF of what each may see is attached, up to " + std::to_string(view.most_enclosed / 1'000'000) + " MB.";
  return said;
}

void next_step(Html& html, const ReviewView& view, const Desk& desk, const Refusals& no) {
  const auto& edition = view.edition();
  const auto path = edition.key.path();
  if (edition.state() < State::signed_off) {
    parts::heading(html, "Comment", "comment");
    sent_with(html, desk, path + "/comment", [&] {
      parts::textarea(
          html,
          {"words", "Your comment", "What should be looked at, or said differently, before it is signed off.",
           parts::error_of("words", no)},
          "");
      parts::second_button(html, "Comment");
    });
    if (!may(desk, May::sign_off_reports)) return;
    parts::heading(html, "Sign off", "sign-off");
    parts::paragraph(html, "Signing off freezes the words with the figures. Afterwards only a second run changes anything.");
    sent_with(html, desk, path + "/sign-off", [&] { parts::button(html, "Sign off"); });
  } else if (edition.state() == State::signed_off && may(desk, May::prepare_reports)) {
    parts::heading(html, "Publish", "publish");
    parts::paragraph(html, who_hears(view));
    sent_with(html, desk, path + "/publish", [&] { parts::button(html, "Publish"); });
  }
}

void second_run(Html& html, const ReviewView& view, const Desk& desk, const Refusals& no) {
  if (!view.is_newest()) return;
  const auto path = view.edition().key.path();
  if (view.waits_for_a_decision()) {
    parts::heading(html, "A second run is asked for", "rerun");
    parts::note(html, "", view.rerun->reason, view.asked_by + ", " + view.rerun->at.words());
    if (!may(desk, May::approve_second_runs) || view.rerun->asked_by == desk.asker.person)
      return parts::paragraph(html, "Somebody else decides: a director, or another member of the performance team.");
    return sent_with(html, desk, path + "/rerun/decide", [&] {
      parts::textarea(html, {"said", "In a word, why", "Needed when you refuse.", parts::error_of("said", no)}, "");
      parts::buttons(html, [&] {
        parts::button_named(html, "decision", "approve", "Run it again");
        parts::button_named(html, "decision", "refuse", "Refuse");
      });
    });
  }
  if (view.rerun && view.rerun->stage == Rerun::Stage::refused)
    parts::note(html, "A second run was refused.", view.rerun->said, view.rerun->at.words());
  if (!may(desk, May::prepare_reports)) return;
  parts::heading(html, "Run it again", "rerun");
  parts::paragraph(
      html,
      "Only when something was wrong: the new edition looks back from the moment of its approval, needs another person’s word, and says what differs. This edition stays as it is.");
  sent_with(html, desk, path + "/rerun", [&] {
    parts::textarea(html,
                    {"reason", "Why must it be run again?", "Which figure was wrong, and since when it is right.",
                     parts::error_of("reason", no)},
                    "");
    parts::second_button(html, "Ask for a second run");
  });
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
  if (asked.format == "json") return kit::Response::json(kit::told_as_json(view));
  if (asked.format == "csv") return kit::Response::csv(kit::told_as_csv(view, kit::For::people), "review.csv");
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
  const auto frozen = runs ? second_time(desk, found->pack, *decided) : Frozen{};

  auto tx = desk.db.write();
  auto deed = deed_of(desk, asked, decided->key, "report second run " + std::string(code(decided->stage)));
  deed.particulars.became = decided->said;
  if (const auto recorded = council::record(tx, deed); recorded.is_new()) {
    add_rerun(tx, *decided, recorded.id);
    if (runs)
      keep(tx,
           {decided->key,
            found->pack.edition,
            desk.now,
            decided->reason,
            decided->asked_by,
            decided->decided_by,
            desk.now,
            {}},
           frozen, desk.asker.person, desk.now);
  }
  tx.commit();
  { auto done = std::move(tx); }

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
