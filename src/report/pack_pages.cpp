// The routes stand at the end: GET and POST /reports/new, GET and POST /reports/{pack}/change, POST /reports/{pack}/order.
#include "report/pack_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/table.h"
#include "parts/text.h"
#include "report/distribution_list_store.h"
#include "report/pack_change.h"
#include "report/pack_store.h"
#include "report/single_pack.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Column;
using parts::Reply;

constexpr council::Role may_be_told[] = {council::Role::portfolio_member,     council::Role::scrutiny_member,
                                         council::Role::corporate_leadership, council::Role::head_of_service,
                                         council::Role::service_manager,      council::Role::officer,
                                         council::Role::performance_team};

parts::Page page_called(std::string title, const Refusals& no) {
  auto page = parts::form_page(parts::Section::reports, std::move(title), no);
  parts::error_summary(page.body, no);
  return page;
}

Reply not_there() { return parts::error_page(404, "There is no such report.", {"All reports", "/reports"}); }

using Lists = std::vector<DistributionList>;
std::string list_field(const DistributionList& list) { return "list-" + std::to_string(list.number); }

TypedPack typed_in(const Request& asked, const Lists& lists) {
  TypedPack typed{asked.typed("code"),
                  asked.typed("title"),
                  asked.typed("purpose"),
                  asked.typed("audience"),
                  asked.typed("frequency"),
                  {},
                  {}};
  for (const auto role : may_be_told)
    if (!asked.typed("reader-" + std::string(council::code(role))).empty()) typed.readers.emplace_back(council::code(role));
  for (const auto& list : lists)
    if (!list.gone && !asked.typed(list_field(list)).empty()) typed.lists.push_back(list.number);
  return typed;
}

void list_fields(Html& html, const TypedPack& typed, const Lists& lists) {
  for (const auto& list : lists)
    if (!list.gone)
      parts::checkbox(html, {list_field(list), "the list " + list.name},
                      std::ranges::find(typed.lists, list.number) != typed.lists.end());
  parts::paragraph(html, [&] { parts::link(html, "/reports/lists", "Keep the lists of people and outside addresses"); });
}

void about_fields(Html& html, const TypedPack& typed, const Lists& lists, const Refusals& no) {
  parts::input(html, {"title", "Title", "As it stands on the report, such as Housing board.", parts::error_of("title", no)}, typed.title);
  parts::textarea(
      html, {"purpose", "What it is for", "In a sentence, for the list of reports.", parts::error_of("purpose", no)},
      typed.purpose);
  parts::input(html, {"audience", "Who reads it", "Such as All members.", parts::error_of("audience", no)}, typed.audience);
  std::vector<parts::Choice> often;
  for (const auto one : {calendar::Frequency::monthly, calendar::Frequency::quarterly, calendar::Frequency::half_yearly,
                         calendar::Frequency::annual})
    often.push_back({std::string(calendar::code(one)), std::string(calendar::words(one))});
  parts::select(html,
                {"frequency", "How often it runs", "At the moment at which figures of that frequency are reported.",
                 parts::error_of("frequency", no)},
                often, typed.frequency);
  parts::heading(html, "Who is sent a letter when it is published");
  parts::small(html, "Looked at in the moment of publishing: of an edition that has run already, too.");
  for (const auto role : may_be_told) {
    const auto name = "reader-" + std::string(council::code(role));
    parts::checkbox(html, {name, council::words(role)}, std::ranges::find(typed.readers, council::code(role)) != typed.readers.end());
  }
  list_fields(html, typed, lists);
}

// -- a new one --------------------------------------------------------------------------------------------------------

// What a new report may begin with: the packs that are there, and the thing from whose page one comes.
struct Beginnings {
  std::vector<Pack> packs;
  std::string from;
  std::optional<Pack> single;  // when `from` names an indicator or a directorate

  const Pack* like() const { return single ? &*single : find(packs, from); }
};
Beginnings beginnings(kit::Transaction& tx, const assess::Picture& picture, const std::string& from) {
  return {load_packs(tx), from, pack_about(from, picture)};
}

parts::Page new_page(const Beginnings& with, const Lists& lists, const TypedPack& typed, const Desk& desk, const Refusals& no = {}) {
  auto page = page_called("Make a report", no);
  auto& html = page.body;
  parts::thread(html, {{"Reports", "/reports"}, {"Make a report", ""}}, "Where you are");
  parts::title(html, "Make a report of your own");
  parts::lede(html, "It begins with the sections of another report, and runs by itself from now on. You change its sections next.");
  parts::form(html, "/reports/new", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    std::vector<parts::Choice> begin = {{"", "Nothing but a place for words"}};
    if (with.single) begin.push_back({with.from, "The report of " + with.single->title});
    for (const auto& pack : with.packs) begin.push_back({pack.code, pack.title});
    parts::select(html, {"from", "Begin with the sections of"}, begin, with.from);
    parts::input(html,
                 {"code", "Short name", "For its address: small letters, digits and hyphens, such as housing-board.",
                  parts::error_of("code", no)},
                 typed.code);
    about_fields(html, typed, lists, no);
    parts::button(html, "Make it");
  });
  return page;
}

Reply show_new(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto with = beginnings(tx, *picture, asked.asked("from"));
  auto typed_so_far = with.like() ? typed(*with.like()) : TypedPack{};
  if (!with.single) typed_so_far.code = typed_so_far.title = "";
  return new_page(with, load_lists(tx), typed_so_far, desk);
}

// Records a pack's next edition, and leads on.
Reply keep(Desk& desk, kit::Transaction tx, const Pack& pack, const std::string& key, std::string what, const std::string& sentence) {
  auto deed = council::deed_of(desk, std::move(what), pack.code, pack.title, "report pack " + key);
  if (const auto recorded = council::record(tx, deed); recorded.is_new()) add_pack(tx, pack, recorded.id);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, "/reports/" + pack.code + "/change", sentence);
}

Reply send_new(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.write();
  if (council::find_record(tx, "report pack " + asked.typed("key"))) return council::see_other(desk, "/reports", "Made already.");

  const auto with = beginnings(tx, *picture, asked.typed("from"));
  const auto lists = load_lists(tx);
  const auto typed = typed_in(asked, lists);
  const auto made = new_pack(with.packs, typed, with.like(), desk.asker, desk.now);
  if (!made) return new_page(with, lists, typed, desk, made.refusals());

  return keep(desk, std::move(tx), *made, asked.typed("key"), "report pack made", "Made. These are its sections; change what you like.");
}

// -- change -----------------------------------------------------------------------------------------------------------

void order_button(Html& html, const Pack& pack, const Desk& desk, const char* deed, const std::string& section, const std::string& words) {
  parts::form(html, "/reports/" + pack.code + "/order", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::carried(html, "seen", std::to_string(pack.edition));
    parts::carried(html, "deed", deed);
    parts::carried(html, "section", section);
    parts::link_button(html, words);
  });
}

void sections_table(Html& html, const Pack& pack, const Desk& desk) {
  parts::heading(html, "Sections", "sections");
  parts::Table table(
      html, "Sections",
      {{"Section", Column::Holds::words, Column::Width::wide}, {"Shows"}, {"Public"}, {"Order"}, {"Take out"}});
  for (const auto& section : pack.sections) {
    table.row().head([&] {
      parts::link(html, "/reports/" + pack.code + "/sections/" + section.name, section.title);
      if (section.shows == Shows::published)
        parts::below(html, [&] {
          parts::link(html, "/reports/" + pack.code + "/sections/" + section.name + "/published",
                      "Choose its published figures (" + std::to_string(section.published.size()) + ")");
        });
    });
    table.cell(words(section.shows)).cell(section.exempt > 0 ? "no" : "yes");
    table.cell([&] {
      if (&section != &pack.sections.front()) order_button(html, pack, desk, "move_up", section.name, "Move up: " + section.title);
    });
    table.cell([&] {
      if (pack.sections.size() > 1) order_button(html, pack, desk, "take_out", section.name, "Take out: " + section.title);
    });
  }
}

parts::Page change_page(const Pack& pack, const Lists& lists, const TypedPack& typed, const Desk& desk, const Refusals& no = {}) {
  auto page = page_called("Change " + pack.title, no);
  auto& html = page.body;
  parts::thread(html, {{"Reports", "/reports"}, {pack.title, "/reports/" + pack.code}, {"Change", ""}}, "Where you are");
  parts::title(html, "Change “" + pack.title + "”");
  parts::lede(
      html,
      "Sections that you change, and how often it runs, hold from the next run; editions that are there stay as they are. Who is sent a letter counts for every edition that is published from now on.");
  parts::paragraph(html, [&] { parts::link(html, "/reports/" + pack.code + "/preview", "See how it would look now"); });
  sections_table(html, pack, desk);
  parts::buttons(html, [&] { parts::button_link(html, "/reports/" + pack.code + "/sections/new", "Add a section"); });
  parts::heading(html, "About it", "about");
  parts::form(html, "/reports/" + pack.code + "/change", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::carried(html, "seen", std::to_string(pack.edition));
    about_fields(html, typed, lists, no);
    parts::button(html, "Save");
  });
  parts::heading(html, pack.gone ? "Let it run again" : "Stop it", "stop");
  parts::paragraph(html, pack.gone ? "It runs no more. Its editions can still be read."
                                   : "It then runs no more. Its editions can still be read.");
  order_button(html, pack, desk, pack.gone ? "resume" : "stop", "", pack.gone ? "Let it run again" : "Stop this report");
  return page;
}

Reply show_change(const Request& asked, Desk& desk) {
  auto tx = desk.db.read();
  const auto packs = load_packs(tx);
  const auto* pack = find(packs, asked.value("pack"));
  if (!pack) return not_there();
  return change_page(*pack, load_lists(tx), typed(*pack), desk);
}

Refusals someone_was_first() {
  Refusals no;
  no.add("", "Somebody has changed this report since you opened it. This is how it is now.");
  return no;
}

Reply send_change(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto packs = load_packs(tx);
  const auto* pack = find(packs, asked.value("pack"));
  if (!pack) return not_there();
  if (asked.typed("seen") != std::to_string(pack->edition))
    return change_page(*pack, load_lists(tx), typed(*pack), desk, someone_was_first());

  const auto lists = load_lists(tx);
  const auto typed = typed_in(asked, lists);
  const auto changed = change_pack(*pack, typed, desk.asker, desk.now);
  if (!changed) return change_page(*pack, lists, typed, desk, changed.refusals());

  return keep(desk, std::move(tx), *changed, asked.typed("key"), "report pack changed",
              "Saved. Its readers count for what is published from now on, how often it runs from the next run.");
}

std::string done_words(Deed deed) {
  switch (deed) {
    case Deed::stop: return "Stopped. It runs no more; its editions can still be read, signed off and published.";
    case Deed::resume: return "It runs again, from the next moment that comes. What it missed is not made up for.";
    case Deed::move_up:
    case Deed::take_out: break;
  }
  return "Done. It holds from the next run.";
}

Reply send_order(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto packs = load_packs(tx);
  const auto* pack = find(packs, asked.value("pack"));
  const auto deed = read_deed(asked.typed("deed"));
  if (!pack) return not_there();
  if (!deed || asked.typed("seen") != std::to_string(pack->edition))
    return change_page(*pack, load_lists(tx), typed(*pack), desk, someone_was_first());

  const auto changed = rearrange(*pack, *deed, asked.typed("section"), desk.asker, desk.now);
  if (!changed) return change_page(*pack, load_lists(tx), typed(*pack), desk, changed.refusals());

  return keep(desk, std::move(tx), *changed, asked.typed("key"), "report pack changed", done_words(*deed));
}

}  // namespace

const council::Routes& pack_routes() {
  using kit::Method;
  static const council::Routes routes = {
      {Method::get, "/reports/new", May::prepare_reports, show_new, "Make a report of the council’s own"},
      {Method::post, "/reports/new", May::prepare_reports, send_new, "Make a report: its name, audience and readers"},
      {Method::get, "/reports/{pack}/change", May::prepare_reports, show_change,
       "Change a report: its sections, audience and readers"},
      {Method::post, "/reports/{pack}/change", May::prepare_reports, send_change,
       "Save what a report is called, for whom it is and who hears of it"},
      {Method::post, "/reports/{pack}/order", May::prepare_reports, send_order,
       "Move or take out a section; stop a report or let it run again"},
  };
  return routes;
}

}  // namespace report
