// The routes stand at the end: GET /reports, GET /reports/{pack}.
#include "report/reports_pages.h"

#include "council/address.h"
#include "kit/as_data.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"
#include "report/pack_store.h"
#include "report/shelf_store.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Column;
using parts::Reply;

bool may(const Desk& desk, May what) { return !council::why_not(what, desk.asker).any(); }

parts::Page page_called(std::string title) {
  parts::Page page;
  page.title = std::move(title);
  page.section = parts::Section::reports;
  return page;
}

std::string next_words(const DueRun& next) { return next.period.words() + ", at " + kit::as_at_words(next.at); }

void newest_cell(Html& html, const PackLine& line) {
  if (!line.newest) return parts::muted(html, "None yet");
  const auto& edition = *line.newest->edition;
  parts::link(html, line.newest->address(), edition.key.words());
  if (edition.state() != State::published) parts::small(html, words(edition.state()));
}

void packs_table(Html& html, const ReportsView& view) {
  parts::Table table(html, "Reports",
                     {{"Report", Column::Holds::words, Column::Width::wide},
                      {"For"},
                      {"How often"},
                      {"Newest edition"},
                      {"Runs next"}});
  for (const auto& line : view.packs) {
    table.row().head([&] {
      parts::link(html, council::path_to("reports", line.pack->code), line.pack->title);
      parts::small(html, line.pack->purpose);
    });
    table.cell(line.pack->audience).cell(calendar::words(line.pack->frequency));
    table.cell([&] { newest_cell(html, line); });
    table.cell([&] { html.text(line.next ? next_words(*line.next) : "Runs no more"); });
  }
}

void waiting_list(Html& html, const ReportsView& view) {
  if (view.waiting.empty()) return;
  parts::heading(html, "Waits for you", "waiting");
  parts::list(html, [&] {
    for (const auto& one : view.waiting) parts::item(html, [&] { parts::link(html, one.address, one.what); });
  });
  parts::heading(html, "All reports", "reports");
}

Reply show_reports(const Request& asked, Desk& desk) {
  auto tx = desk.db.read();
  const auto shelf = load_shelf(tx);
  const auto view = reports_view(shelf, desk.asker, desk.now);
  if (auto data = kit::as_data(asked, view, "reports.csv")) return *std::move(data);
  auto page = page_called("Reports");
  auto& html = page.body;
  parts::title(html, "What has been reported, and to whom?");
  parts::lede(html, view.answer);
  waiting_list(html, view);
  if (may(desk, May::prepare_reports))
    parts::buttons(html, [&] {
      parts::button_link(html, "/reports/new", "Make a report of your own");
      parts::quiet_link(html, "/reports/lists", "Distribution lists");
    });
  packs_table(html, view);
  parts::paragraph(html, [&] {
    html.text("A report of one thing is made whenever you ask, from its own page: of ");
    parts::link(html, "/indicators", "an indicator");
    html.text(", or of the money and performance of ");
    parts::link(html, "/services", "a directorate");
    html.text(".");
  });
  parts::paragraph(html, [&] { parts::link(html, "/help/reports", "How reports run, and what an edition is"); });
  return page;
}

// -- one pack ---------------------------------------------------------------------------------------------------------

std::string lede_of(const PackView& view) {
  const auto& pack = *view.line.pack;
  auto said = pack.purpose;
  if (view.line.next) said += " It runs by itself: next for " + next_words(*view.line.next) + ".";
  else said += " It runs no more.";
  return said;
}

void editions_table(Html& html, const PackView& view) {
  parts::heading(html, "Editions", "editions");
  if (view.editions.empty())
    return parts::paragraph(
        html,
        "There is none yet that you may read. One is made by itself at the moment above, and can be read once it is published.");
  parts::Table table(html, "Editions", {{"Period"}, {"Looks back from"}, {"State"}, {"Why again", Column::Holds::long_words}});
  for (const auto& line : view.editions) {
    table.row().head([&] { parts::link(html, line.address(), line.edition->key.words()); });
    table.cell(kit::as_at_words(line.edition->as_at)).cell(words(line.edition->state())).cell(line.edition->reason);
  }
}

void sections_list(Html& html, const Pack& pack) {
  parts::heading(html, "What is in it", "sections");
  parts::list(html, [&] {
    for (const auto& section : pack.sections)
      parts::item(html, [&] {
        html.text(section.title).text(": ").text(words(section.shows));
        if (section.exempt > 0) html.text("; not public, under " + paragraph_words(section.exempt));
      });
  });
}

Reply show_pack(const Request& asked, Desk& desk) {
  auto tx = desk.db.read();
  const auto shelf = load_shelf(tx);
  const auto* pack = find(shelf.packs, asked.value("pack"));
  if (!pack) return parts::error_page(404, "There is no such report.", {"All reports", "/reports"});
  const auto view = pack_view(shelf, *pack, desk.asker, desk.now);
  if (auto data = kit::as_data(asked, view, pack->code + "-editions.csv")) return *std::move(data);
  auto page = page_called(pack->title);
  auto& html = page.body;
  parts::thread(html, {{"Reports", "/reports"}, {pack->title, ""}}, "Where you are");
  parts::title(html, pack->title);
  parts::aside_line(html, pack->audience + " · " + std::string(calendar::words(pack->frequency)));
  parts::lede(html, lede_of(view));
  if (may(desk, May::prepare_reports))
    parts::plain_list(html, [&] {
      parts::item(html, [&] { parts::link(html, "/reports/" + pack->code + "/change", "Change this report"); });
      parts::item(html, [&] { parts::link(html, "/reports/new?from=" + pack->code, "Make another like it"); });
      parts::item(html, [&] { parts::link(html, "/reports/" + pack->code + "/preview", "See how it would look now"); });
    });
  editions_table(html, view);
  sections_list(html, *pack);
  return page;
}

}  // namespace

const council::Routes& reports_routes() {
  using kit::Method;
  static const council::Routes routes = {
      {Method::get, "/reports", May::read, show_reports, "Reports: the packs, their newest editions, and what runs next"},
      {Method::get, "/reports/{pack}", May::read, show_pack, "One pack: its editions, and what is in it"},
  };
  return routes;
}

}  // namespace report
