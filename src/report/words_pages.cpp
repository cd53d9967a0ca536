// The routes stand at the end: GET and POST /reports/{pack}/{edition}/words/{slot}.
#include "report/words_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/text.h"
#include "report/exempt_choices.h"
#include "report/review_store.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Refusals;
using kit::Request;
using parts::Reply;

Reply not_there() {
  return parts::error_page(404, "There is no such place for words in an edition that you may read.",
                           {"All reports", "/reports"});
}

struct Typed {
  std::string words, exempt;
};

const SlotView* slot_of(const ReviewView& view, const std::string& name) {
  const auto found = std::ranges::find_if(view.slots, [&](const SlotView& one) { return one.slot.name == name; });
  return found == view.slots.end() ? nullptr : &*found;
}

std::string title_of(const SlotView& slot) { return slot.slot.heading.empty() ? slot.part : slot.slot.heading; }

parts::Page page_of(const ReviewView& view, const SlotView& slot, const Desk& desk, const Typed& typed, const Refusals& no = {}) {
  const auto path = view.edition().key.path();
  auto page = parts::form_page(parts::Section::reports, title_of(slot), no);
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::thread(html,
                {{"Reports", "/reports"},
                 {view.found.pack.title, "/reports/" + view.found.pack.code},
                 {view.edition().key.words(), path},
                 {"Words", ""}},
                "Where you are");
  parts::title(html, title_of(slot));
  parts::aside_line(html, view.found.pack.title + ", " + view.edition().key.words());
  parts::form(html, path + "/words/" + slot.slot.name, desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::textarea(html,
                    {"words", "Words", slot.slot.hint + ". A line that begins with a hyphen becomes an item of a list.",
                     parts::error_of("words", no)},
                    typed.words, parts::Rows::many);
    exempt_select(html, typed.exempt, no);
    parts::button(html, "Save");
  });
  return page;
}

Reply show_words(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  auto found = find_asked(tx, asked, desk.asker);
  if (!found) return not_there();
  const auto view = review_view(tx, std::move(*found), picture->council);
  const auto* slot = slot_of(view, asked.value("slot"));
  if (!slot) return not_there();
  return page_of(view, *slot, desk, {slot->words, std::to_string(slot->exempt)});
}

Reply send_words(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.write();
  auto found = find_asked(tx, asked, desk.asker);
  if (!found) return not_there();
  const auto view = review_view(tx, std::move(*found), picture->council);
  const auto* slot = slot_of(view, asked.value("slot"));
  if (!slot) return not_there();
  const auto& key = view.edition().key;

  const auto written = write_words(newest(view.found.editions, key.pack, key.period), slot->slot, asked.typed("words"),
                                   read_exempt(asked.typed("exempt")), desk.asker, desk.now);
  if (!written) return page_of(view, *slot, desk, {asked.typed("words"), asked.typed("exempt")}, written.refusals());

  auto deed = council::deed_of(desk, "report words", key.pack + " " + key.period.iso() + " " + written->slot, "",
                               "report " + asked.typed("key"));
  deed.particulars.was = slot->words;
  deed.particulars.became = written->words;
  if (const auto recorded = council::record(tx, deed); recorded.is_new()) add_words(tx, key.pack, key.period, *written, recorded.id);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(
      desk, key.path() + "/review",
      written->words.empty() ? "Taken out." : "Saved. It becomes part of the report when it is signed off.");
}

}  // namespace

const council::Routes& words_routes() {
  using kit::Method;
  static const council::Routes routes = {
      {Method::get, "/reports/{pack}/{edition}/words/{slot}", May::review_reports, show_words,
       "Write words for a report, at one of its places"},
      {Method::post, "/reports/{pack}/{edition}/words/{slot}", May::review_reports, send_words,
       "Save words written for a report"},
  };
  return routes;
}

}  // namespace report
