// The routes stand at the end: GET and POST /reports/{pack}/{edition}/paper.
#include "report/paper_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/number.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/text.h"
#include "report/exempt_choices.h"
#include "report/paper.h"
#include "report/review_store.h"
#include "report/written_paper.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Reply;

Reply not_there() {
  return parts::error_page(404, "There is no covering paper in an edition that you may read.",
                           {"All reports", "/reports"});
}

// The parts of the paper as they are kept.
std::vector<SlotView> parts_of(const ReviewView& view) {
  std::vector<SlotView> all;
  std::ranges::copy_if(view.slots, std::back_inserter(all), [](const SlotView& one) { return find_paper_line(one.slot.name) != nullptr; });
  return all;
}

TypedPart as_kept(const SlotView& one) {
  return {one.slot, one.words, one.exempt, seen_mark(one.words, one.exempt), one.words, one.exempt};
}

TypedPart as_typed(const SlotView& one, const Request& asked) {
  return {one.slot,
          one.words,
          one.exempt,
          asked.typed(seen_field(one.slot)),
          asked.typed(one.slot.name),
          read_exempt(asked.typed(exempt_field(one.slot)))};
}

std::vector<TypedPart> parts_as(const std::vector<SlotView>& slots, const auto& as) {
  std::vector<TypedPart> all;
  for (const auto& one : slots) all.push_back(as(one));
  return all;
}

// -- the page -----------------------------------------------------------------------------------------------------------

// What somebody else wrote while this form was open.
void others_words(Html& html, const TypedPart& part, const Refusals& no) {
  if (parts::error_of(part.slot.name, no).empty() || part.seen == seen_mark(part.now, part.now_exempt)) return;
  parts::note(html, "Written meanwhile:", part.now.empty() ? "Nothing: it was taken out." : part.now, "");
}

void exempt_choice(Html& html, const TypedPart& part, const Refusals& no) {
  const auto error = parts::error_of(exempt_field(part.slot), no);
  const auto said = part.exempt > 0 && part.exempt <= last_paragraph
                        ? "Not public, under paragraph " + std::to_string(part.exempt)
                        : std::string("Public");
  parts::details(html, said + ": change for “" + part.slot.heading + "”", [&] {
    parts::select(html, {exempt_field(part.slot), "May the public read it?", {}, error}, exempt_choices(),
                  std::to_string(part.exempt));
  });
}

void part_fields(Html& html, const TypedPart& part, const Refusals& no) {
  const auto& slot = part.slot;
  const auto error = parts::error_of(slot.name, no);
  parts::carried(html, seen_field(slot), part.seen);
  others_words(html, part, no);
  if (stands_in_front(slot.name)) parts::input(html, {slot.name, slot.heading, slot.hint, error}, part.words);
  else parts::textarea(html, {slot.name, slot.heading, slot.hint, error}, part.words);
  exempt_choice(html, part, no);
}

// The heading above a part on the form, where it begins another group than the one before.
std::string_view group_of(const TypedPart& part) {
  constexpr std::string_view asked[] = {"purpose", "summary", "recommendations", "reasons", "alternatives"},
                             background[] = {"background", "issues", "next_steps"};
  const auto& line = *find_paper_line(part.slot.name);
  if (stands_in_front(part.slot.name)) return "The table in front";
  if (std::ranges::find(asked, line.name) != std::end(asked)) return "What is asked of the committee";
  if (std::ranges::find(background, line.name) != std::end(background)) return "Background";
  return line.under.empty() ? "Papers and contact" : line.under;
}

std::string lede_of(const std::vector<TypedPart>& parts) {
  const auto written = static_cast<int>(std::ranges::count_if(parts, [](const TypedPart& part) { return !part.now.empty(); }));
  return kit::in_words(written) + " of " + kit::in_words(static_cast<int>(parts.size())) + " parts " +
         (written == 1 ? "is" : "are") + " written.";
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

parts::Page page_of(const ReviewView& view, const std::vector<TypedPart>& all, const Desk& desk, const Refusals& no = {}) {
  const auto path = view.edition().key.path();
  auto page = parts::form_page(parts::Section::reports, "Covering paper", no);
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::thread(html,
                {{"Reports", "/reports"},
                 {view.found.pack.title, "/reports/" + view.found.pack.code},
                 {view.edition().key.words(), path},
                 {"Covering paper", ""}},
                "Where you are");
  parts::title(html, "Covering paper");
  parts::aside_line(html, view.found.pack.title + ", " + view.edition().key.words());
  parts::lede(html, capital(lede_of(all)));
  const bool is_open = view.edition().state() < State::signed_off;
  if (!is_open) parts::inset(html, "This edition is signed off. Its words change with a second run.");
  parts::paragraph(
      html,
      "What you leave empty is left out. Sections and paragraphs get their numbers (1, 1.1) by themselves, in the order below. A line that begins with a hyphen becomes an item of a list. What you save is a draft until the edition is signed off.");
  parts::form(html, path + "/paper", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    std::string_view group;
    for (const auto& part : all) {
      if (group_of(part) != group) parts::heading(html, group = group_of(part));
      part_fields(html, part, no);
    }
    if (!is_open) return;
    parts::buttons(html, [&] {
      parts::button(html, "Save the paper");
      parts::button_named(html, "then", "go-on", "Save and go on writing");
    });
  });
  return page;
}

Reply show_paper(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  auto found = find_asked(tx, asked, desk.asker);
  if (!found) return not_there();
  const auto view = review_view(tx, std::move(*found), picture->council);
  const auto all = parts_as(parts_of(view), as_kept);
  return all.empty() ? not_there() : Reply(page_of(view, all, desk));
}

// -- saving -------------------------------------------------------------------------------------------------------------

// Each part that changed has a row of its own in the record, with what it was and became.
void keep(kit::Transaction& tx, const Desk& desk, const EditionKey& key, const Words& words, const std::string& was,
          const std::string& form) {
  auto deed = council::deed_of(desk, "report words", key.pack + " " + key.period.iso() + " " + words.slot, "",
                               "report " + form + " " + words.slot);
  deed.particulars.was = was;
  deed.particulars.became = words.words;
  if (const auto recorded = council::record(tx, deed); recorded.is_new()) add_words(tx, key.pack, key.period, words, recorded.id);
}

std::string saved_words(std::size_t parts) {
  if (parts == 0) return "Nothing was changed.";
  return "Saved: " + kit::in_words(static_cast<int>(parts)) + (parts == 1 ? " part." : " parts.") +
         " They become part of the report when it is signed off.";
}

Reply send_paper(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.write();
  auto found = find_asked(tx, asked, desk.asker);
  if (!found) return not_there();
  const auto view = review_view(tx, std::move(*found), picture->council);
  const auto typed = parts_as(parts_of(view), [&](const SlotView& one) { return as_typed(one, asked); });
  if (typed.empty()) return not_there();
  const auto& key = view.edition().key;

  const auto changed = write_paper(newest(view.found.editions, key.pack, key.period), typed, desk.asker, desk.now);
  if (!changed) return page_of(view, typed, desk, changed.refusals());

  for (const auto& words : *changed) {
    const auto before = std::ranges::find_if(typed, [&](const TypedPart& part) { return part.slot.name == words.slot; });
    keep(tx, desk, key, words, before->now, asked.typed("key"));
  }
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, key.path() + (asked.typed("then") == "go-on" ? "/paper" : "/review"), saved_words(changed->size()));
}

}  // namespace

const council::Routes& paper_routes() {
  using kit::Method;
  static const council::Routes routes = {
      {Method::get, "/reports/{pack}/{edition}/paper", May::review_reports, show_paper,
       "The covering paper of a report: all its parts on one form"},
      {Method::post, "/reports/{pack}/{edition}/paper", May::review_reports, send_paper,
       "Save the covering paper of a report"},
  };
  return routes;
}

}  // namespace report
