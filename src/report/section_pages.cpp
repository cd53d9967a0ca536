// The routes stand at the end: GET and POST /reports/{pack}/sections/{section}, GET /reports/{pack}/preview.
#include <algorithm>
#include <set>

#include "assess/picture_store.h"
#include "collect/cycle_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/text.h"
#include "plan/counting.h"
#include "report/document_csv.h"
#include "report/document_html.h"
#include "report/document_told.h"
#include "report/exempt_choices.h"
#include "report/pack_change.h"
#include "report/pack_pages.h"
#include "report/pack_store.h"
#include "report/run_store.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Refusals;
using kit::Request;

using parts::Reply;

Reply not_there() { return parts::error_page(404, "There is no such report or section.", {"All reports", "/reports"}); }

std::vector<parts::Choice> priorities(const assess::Picture& picture) {
  std::vector<parts::Choice> all = {{"", "Any"}};
  for (const auto* one : plan::counted(picture.plan)) all.push_back({one->code, one->title});
  return all;
}
std::vector<parts::Choice> directorates(const assess::Picture& picture) {
  std::vector<parts::Choice> all = {{"", "Any"}};
  for (const auto& unit : picture.council.units)
    if (unit.kind == council::Unit::Kind::directorate && !unit.gone) all.push_back({unit.code, unit.name});
  return all;
}
std::vector<parts::Choice> portfolios(const assess::Picture& picture) {
  std::set<std::string> names;
  for (const auto& kept : picture.indicators) names.insert(kept.now().portfolio);
  std::vector<parts::Choice> all = {{"", "Any"}};
  for (const auto& name : names)
    if (!name.empty()) all.push_back({name, name});
  return all;
}

void which_indicators(Html& html, const assess::Picture& picture, const TypedSection& typed, const Refusals& no) {
  std::vector<parts::Choice> kinds, groupings;
  for (const auto& one : kind_choices()) kinds.push_back({std::string(one.code), std::string(one.words)});
  for (const auto one :
       {Grouping::none, Grouping::priority, Grouping::theme, Grouping::directorate, Grouping::portfolio})
    groupings.push_back({std::string(code(one)), std::string(words(one))});
  parts::heading(html, "Which indicators");
  parts::select(html, {"kinds", "Of which kind", {}, parts::error_of("kinds", no)}, kinds, typed.kinds);
  parts::select(html, {"priority", "On which priority"}, priorities(picture), typed.priority);
  parts::select(html, {"theme", "Of which health theme"},
                {{"", "Any"}, {"financial", "Financial"}, {"customer", "Customer"}, {"workforce", "Workforce"}},
                typed.theme);
  parts::select(html, {"directorate", "Of which directorate"}, directorates(picture), typed.directorate);
  parts::select(html, {"portfolio", "In which portfolio"}, portfolios(picture), typed.portfolio);
  parts::short_input(
      html, {"indicator", "One indicator alone", "Its reference, such as BBF07. Leave it empty for all of the above."},
      typed.indicator, parts::Keyboard::text);
  parts::select(html, {"by", "Grouped", {}, parts::error_of("by", no)}, groupings, typed.by);
}

parts::Page section_page(const Pack& pack, const std::string& name, const TypedSection& typed,
                         const assess::Picture& picture, const Desk& desk, const Refusals& no = {}) {
  auto page = parts::form_page(parts::Section::reports, name == "new" ? "Add a section" : "Change a section", no);
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::thread(html,
                {{"Reports", "/reports"},
                 {pack.title, "/reports/" + pack.code},
                 {"Change", "/reports/" + pack.code + "/change"},
                 {page.title, ""}},
                "Where you are");
  parts::title(html, name == "new" ? "Add a section to “" + pack.title + "”" : "Change “" + typed.title + "”");
  parts::form(html, "/reports/" + pack.code + "/sections/" + name, desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::carried(html, "seen", std::to_string(pack.edition));
    std::vector<parts::Choice> shows;
    for (const auto one : all_shows())
      shows.push_back({std::string(code(one)), std::string(words(one)) + ": " + std::string(meaning(one))});
    parts::input(html, {"title", "Title", {}, parts::error_of("title", no)}, typed.title);
    parts::select(html, {"shows", "What it shows", {}, parts::error_of("shows", no)}, shows, typed.shows);
    which_indicators(html, picture, typed, no);
    parts::heading(html, "Who may read it");
    exempt_select(html, typed.exempt, no);
    parts::button(html, "Save");
  });
  return page;
}

Reply show_section(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto packs = load_packs(tx);
  const auto* pack = find(packs, asked.value("pack"));
  if (!pack) return not_there();
  const auto& name = asked.value("section");
  const auto section = std::ranges::find(pack->sections, name, &Section::name);
  if (name == "new") return section_page(*pack, name, {"indicators", "", "set", "none", "", "", "", "", "", "0"}, *picture, desk);
  return section == pack->sections.end() ? not_there() : section_page(*pack, name, typed(*section), *picture, desk);
}

// A new section of published figures is empty until they are chosen.
std::string address_after(const Pack& pack, const TypedSection& typed, const std::string& section) {
  const auto report = "/reports/" + pack.code;
  const bool is_to_choose = section == "new" && read_shows(typed.shows) == Shows::published;
  return is_to_choose ? report + "/sections/" + pack.sections.back().name + "/published" : report + "/change";
}

Reply send_section(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.write();
  const auto packs = load_packs(tx);
  const auto* pack = find(packs, asked.value("pack"));
  if (!pack) return not_there();
  const TypedSection typed{asked.typed("shows"),       asked.typed("title"),     asked.typed("kinds"),
                           asked.typed("by"),          asked.typed("priority"),  asked.typed("theme"),
                           asked.typed("directorate"), asked.typed("portfolio"), asked.typed("indicator"),
                           asked.typed("exempt")};
  const bool is_first = asked.typed("seen") == std::to_string(pack->edition);

  auto changed = change_section(*pack, asked.value("section"), typed, desk.asker, desk.now);
  Refusals no = changed.refusals();
  no.unless(typed.indicator.empty() || picture->find(typed.indicator), "indicator", "Type the reference of an indicator, such as BBF07.");
  no.unless(is_first, "", "Somebody has changed this report since you opened it. Go back and begin again.");
  if (no.any()) return section_page(*pack, asked.value("section"), typed, *picture, desk, no);

  auto deed = council::deed_of(desk, "report pack changed", pack->code, typed.title, "report pack " + asked.typed("key"));
  if (const auto recorded = council::record(tx, deed); recorded.is_new()) add_pack(tx, *changed, recorded.id);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, address_after(*changed, typed, asked.value("section")), "Saved. It holds from the next run.");
}

// -- as it would look -------------------------------------------------------------------------------------------------

Reply show_preview(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  std::vector<Pack> packs;
  {
    auto tx = desk.db.read();
    packs = load_packs(tx);
  }
  const auto* pack = find(packs, asked.value("pack"));
  if (!pack) return not_there();
  const auto period = calendar::ended_period(pack->frequency, desk.now);
  const auto document = read_document(composed(desk.db, *pack, picture, period, desk.data_folder).full);
  if (asked.format == "json") return kit::Response::json(as_json(*document));
  if (asked.format == "csv") return kit::Response::csv(as_csv(*document), pack->code + "-preview.csv");
  parts::Page page;
  page.title = "Preview of " + pack->title;
  page.section = parts::Section::reports;
  auto& html = page.body;
  parts::thread(html, {{"Reports", "/reports"}, {pack->title, "/reports/" + pack->code}, {"Preview", ""}}, "Where you are");
  parts::title(html, full_title(*document));
  parts::inset(html, "How it would look if it ran now. Nothing of it is kept.");
  parts::lede(html, document->answer);
  tell(html, *document, {"/reports/" + pack->code + "/preview.csv", {}});
  return page;
}

}  // namespace

const council::Routes& section_routes() {
  using kit::Method;
  static const council::Routes routes = {
      {Method::get, "/reports/{pack}/sections/{section}", May::prepare_reports, show_section,
       "One section of a report, to be changed; “new” to add one"},
      {Method::post, "/reports/{pack}/sections/{section}", May::prepare_reports, send_section,
       "Save a section of a report"},
      {Method::get, "/reports/{pack}/preview", May::prepare_reports, show_preview,
       "How a report would look if it ran now"},
  };
  return routes;
}

}  // namespace report
