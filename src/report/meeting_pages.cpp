// The route stands at the end: GET /reports/{pack}/{edition}/meeting.
#include "report/meeting_pages.h"

#include <algorithm>
#include <charconv>

#include "council/address.h"
#include "kit/as_data.h"
#include "parts/error_page.h"
#include "parts/report.h"
#include "parts/text.h"
#include "report/document_html.h"
#include "report/drawn.h"
#include "report/opened_store.h"
#include "report/screens.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Reply;

struct ScreenView {
  Screen screen;
};
template <class Teller>
void describe(Teller& t, const ScreenView& view) {
  const auto* fact = view.screen.fact;
  t.field("indicator", fact ? fact->indicator : std::string());
  t.field("title", fact ? fact->title : std::string());
  t.field("figure", fact ? fact->shown : std::string());
  t.field("target", fact ? fact->target : std::string());
  t.field("status", fact ? fact->status_words : std::string());
  t.field("direction", fact ? fact->direction_words : std::string());
  t.list("reasons", view.screen.reasons);
  t.field("note", fact ? fact->note : std::string());
}
struct MeetingView {
  const Document* document = nullptr;
  std::vector<ScreenView> screens;
};
template <class Teller>
void describe(Teller& t, const MeetingView& view) {
  t.field("title", view.document->title);
  t.field("period", view.document->period.iso());
  t.field("as_at", view.document->as_at);
  t.rows("screens", view.screens);
}

parts::Status status_of_fact(const Fact& fact) {
  static constexpr std::string_view rated[] = {"blue", "green", "amber", "red"};
  return std::ranges::find(rated, fact.status) == std::end(rated) ? parts::Status::not_rated : status_of(fact.status);
}

void standing(Html& html, const Fact& fact) {
  parts::facts(html, [&] {
    const auto period = calendar::Period::parse(fact.period);
    parts::fact(html, period ? period->words() : std::string("Figure"), [&] { parts::large_figure(html, fact.shown); });
    if (!fact.target.empty()) parts::fact(html, "Target", fact.target);
    if (!fact.status_words.empty()) parts::fact(html, "Status", [&] { parts::status(html, status_of_fact(fact), fact.status_words); });
    parts::fact(html, "Direction", [&] { parts::direction(html, direction_of(fact.direction), fact.direction_words); });
  });
}

void drawing(Html& html, const Screen& screen, const std::string& csv) {
  if (screen.chart) return parts::chart(html, drawn(*screen.chart, csv));
  if (!screen.line) return;
  parts::screen_line(html, drawn(*screen.line));
  parts::small(html, screen.line->text);
}

void below_its_title(Html& html, const Document& document, const Screen& screen, const std::string& csv) {
  const auto& fact = *screen.fact;
  parts::aside_line(html, fact.indicator + (fact.mark.empty() ? "" : " · [" + fact.mark + "]"));
  standing(html, fact);
  drawing(html, screen, csv);
  if (!screen.reasons.empty())
    parts::list(html, [&] {
      for (const auto& reason : screen.reasons) parts::item(html, reason);
    });
  if (!fact.note.empty()) parts::note(html, "", fact.note, screen.note_by);
  parts::paragraph(html, [&] {
    parts::link(html, seen_then(council::path_to("indicators", fact.indicator), document), "All about this indicator");
  });
}

parts::Page begun(const Asked& found, const Document& document, const Desk& desk, std::string title) {
  const auto& key = found.edition().key;
  parts::Page page;
  page.title = std::move(title);
  page.section = parts::Section::reports;
  page.as_at = document.as_at;
  parts::thread(page.body,
                {{"Reports", "/reports"},
                 {found.pack.title, "/reports/" + key.pack},
                 {key.words(), readable_address(found.edition(), desk.asker)},
                 {"For the meeting", ""}},
                "Where you are");
  return page;
}

parts::Page one_page(const Asked& found, const Document& document, const Desk& desk, const std::vector<Screen>& all, std::size_t at) {
  const auto path = found.edition().key.path();
  auto page = begun(found, document, desk, all[at].fact->title);
  auto& html = page.body;
  const auto to = [&](std::size_t number) { return path + "/meeting?at=" + std::to_string(number); };
  parts::screen(html, [&] {
    parts::title(html, all[at].fact->title);
    below_its_title(html, document, all[at], readable_address(found.edition(), desk.asker) + ".csv");
  });
  parts::pagination(html, {static_cast<int>(at) + 1, static_cast<int>(all.size()), at > 0 ? to(at) : "",
                           at + 1 < all.size() ? to(at + 2) : ""});
  parts::paragraph(html, [&] {
    html.text("The left and right arrow keys lead to the one before and the next. ");
    parts::link(html, path + "/meeting?at=all", "All of them, for printing");
  });
  how_to_read(html);
  return page;
}

parts::Page all_page(const Asked& found, const Document& document, const Desk& desk, const std::vector<Screen>& all) {
  auto page = begun(found, document, desk, found.pack.title + ", one by one");
  auto& html = page.body;
  parts::title(html, page.title);
  parts::paragraph(html, "On paper each indicator has a page of its own.");
  for (const auto& screen : all)
    parts::report_part(html, screen.fact->indicator, parts::Begins::on_a_new_page, [&] {
      parts::heading(html, screen.fact->title, screen.fact->indicator);
      below_its_title(html, document, screen, readable_address(found.edition(), desk.asker) + ".csv");
    });
  how_to_read(html);
  return page;
}

// Which screen is asked for, from 1 on; 0 when there is no such.
std::size_t screen_asked(const std::string& text, std::size_t count) {
  if (text.empty()) return 1;
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && number <= count ? number : 0;
}

Reply show_meeting(const Request& asked, Desk& desk) {
  auto tx = desk.db.read();
  const auto found = find_asked(tx, asked, desk.asker);
  if (!found) return parts::error_page(404, "There is no such edition that you may read.", {"All reports", "/reports"});
  const auto form = may_read(found->edition(), Form::full, desk.asker) ? Form::full : Form::open;
  const auto document = open_document(tx, found->edition(), form, desk);
  const auto all = screens(document);
  MeetingView view{&document, {}};
  for (const auto& screen : all) view.screens.push_back({screen});
  if (auto data = kit::as_data(asked, view, found->pack.code + "-meeting.csv")) return *std::move(data);
  if (all.empty())
    return parts::error_page(404, "This report shows no single indicator.",
                             {found->pack.title, found->edition().key.path()});
  if (asked.asked("at") == "all") return all_page(*found, document, desk, all);
  const auto number = screen_asked(asked.asked("at"), all.size());
  if (number == 0) return parts::error_page(404, "There is no such screen.", {"The first", found->edition().key.path() + "/meeting"});
  return one_page(*found, document, desk, all, number - 1);
}

}  // namespace

const council::Routes& meeting_routes() {
  using kit::Method;
  static const council::Routes routes = {
      {Method::get, "/reports/{pack}/{edition}/meeting", May::read, show_meeting, "An edition for a meeting: one indicator a screen"},
  };
  return routes;
}

}  // namespace report
