// The routes stand at the end: an edition as a page, as JSON and CSV, and what the columns of its CSV mean; the same of its public form.
#include "report/edition_pages.h"

#include <algorithm>
#include <utility>

#include "parts/error_page.h"
#include "parts/text.h"
#include "report/document_csv.h"
#include "report/document_html.h"
#include "report/document_told.h"
#include "report/opened_store.h"
#include "report/paper.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Reply;

constexpr std::string_view columns_ending = ".csv-metadata.json";

bool may(const Desk& desk, May what) { return !council::why_not(what, desk.asker).any(); }

std::string address_of(const EditionKey& key, Form form) { return key.path() + (form == Form::full ? "" : "/public"); }

std::vector<parts::Link> forms_of(const Edition& edition, Form form, const Desk& desk) {
  std::vector<parts::Link> links;
  for (const auto each : {Form::full, Form::open})
    if (may_read(edition, each, desk.asker))
      links.push_back({std::string(words(each)), each == form ? std::string() : address_of(edition.key, each)});
  return links;
}

void standing(Html& html, const Asked& found, Form form) {
  const auto& edition = found.edition();
  if (edition.state() != State::published)
    parts::inset(html, std::string(words(edition.state())) +
                           ". It is read here by those who review it, and by others once it is published.");
  const auto* last = newest(found.editions, edition.key.pack, edition.key.period);
  if (last && last->key.number > edition.key.number && last->state() == State::published)
    parts::inset(html, [&] {
      html.text("The report was run again. ");
      parts::link(html, address_of(last->key, form), "Read " + last->key.words());
    });
  if (!edition.reason.empty()) parts::note(html, "Run again.", edition.reason, "");
}

// As whoever asks may read it: the form on this page, as a file.
void downloads(Html& html, const EditionKey& key, Form form) {
  const auto address = address_of(key, form);
  parts::paragraph(html, [&] {
    html.text("Download: ");
    parts::link(html, address + ".pdf", "PDF");
    html.text(", ");
    parts::link(html, address + ".docx", "Word");
    html.text(", ");
    parts::link(html, address + ".xlsx", "Excel workbook");
    html.text(", ");
    parts::link(html, address + ".csv", "CSV");
    html.text(" (");
    parts::link(html, address + ".csv-metadata.json", "what its columns mean");
    html.text(")");
  });
}

void ways_on(Html& html, const Asked& found, const Document& document, const Desk& desk) {
  const auto& key = found.edition().key;
  const bool can_differ = std::ranges::any_of(found.editions, [&](const Edition& one) {
    return may_read(one, Form::open, desk.asker) && std::pair(one.key.period, one.key.number) < std::pair(key.period, key.number);
  });
  parts::plain_list(html, [&] {
    if (may(desk, May::review_reports))
      parts::item(html,
                  [&] { parts::link(html, key.path() + "/review", "Review: comment, sign off, publish, run again"); });
    if (can_differ)
      parts::item(html, [&] {
        parts::link(html, key.path() + "/difference",
                    key.number > 1 ? "What differs from the edition before" : "Compare with another edition");
      });
    if (!document.facts.empty())
      parts::item(html, [&] { parts::link(html, key.path() + "/meeting", "For the meeting: one indicator a screen"); });
    if (document.form == Form::open && may_read(found.edition(), Form::full, desk.asker))
      parts::item(html, [&] { parts::link(html, key.path(), "The full edition"); });
  });
}

// A covering paper has one form for all its places, led to once.
std::function<std::string(const Slot&)> write_at(const EditionKey& key) {
  return [path = key.path(), led = false](const Slot& slot) mutable {
    if (!find_paper_line(slot.name)) return path + "/words/" + slot.name;
    return std::exchange(led, true) ? std::string() : path + "/paper";
  };
}

parts::Page edition_page(const Asked& found, const Document& document, const Desk& desk) {
  const auto& key = found.edition().key;
  parts::Page page;
  page.title = full_title(document);
  page.section = parts::Section::reports;
  page.as_at = document.as_at;
  auto& html = page.body;
  html.reserve(512 * 1024);
  parts::thread(html, {{"Reports", "/reports"}, {found.pack.title, "/reports/" + key.pack}, {key.words(), ""}}, "Where you are");
  parts::title(html, full_title(document));
  parts::aside_line(html, looks_back_words(document));
  parts::lede(html, document.answer);
  if (const auto links = forms_of(found.edition(), document.form, desk); links.size() > 1) parts::views(html, "Form", links);
  standing(html, found, document.form);
  ways_on(html, found, document, desk);
  downloads(html, key, document.form);
  Surroundings around{address_of(key, document.form) + ".csv", {}};
  if (document.form == Form::full && found.edition().state() < State::signed_off && may(desk, May::review_reports))
    around.write_at = write_at(key);
  tell(html, document, around);
  return page;
}

Reply show(const Request& asked, Desk& desk, Form form) {
  auto tx = desk.db.read();
  const auto found = find_asked(tx, asked, desk.asker);
  if (!found) return parts::error_page(404, "There is no such edition that you may read.", {"All reports", "/reports"});
  const auto& edition = found->edition();
  if (!may_read(edition, form, desk.asker))
    return kit::Response::see_other(address_of(edition.key, Form::open) +
                                    (asked.format == "html" ? "" : "." + asked.format));
  const auto document = open_document(tx, edition, form, desk);
  if (asked.format == "json") return kit::Response::json(as_json(document));
  if (asked.format == "csv")
    return kit::Response::csv(as_csv(document), edition.key.pack + "-" + edition.key.slug() + ".csv")
        .with("Link", "<" + address_of(edition.key, form) + std::string(columns_ending) +
                          ">; rel=\"describedby\"; type=\"application/csvm+json\"");
  return edition_page(*found, document, desk);
}

// What the columns of the CSV mean, for programs.
Reply show_columns(const Request& asked, Desk& desk, Form form) {
  auto tx = desk.db.read();
  const auto found = find_asked(tx, asked, desk.asker);
  if (!found) return parts::error_page(404, "There is no such edition that you may read.", {"All reports", "/reports"});
  const auto& edition = found->edition();
  if (!may_read(edition, form, desk.asker))
    return kit::Response::see_other(address_of(edition.key, Form::open) + std::string(columns_ending));
  const auto address = address_of(edition.key, form) + ".csv";
  return kit::Response::json(as_csvw(open_document(tx, edition, form, desk), address.substr(address.rfind('/') + 1)));
}

Reply show_full(const Request& asked, Desk& desk) { return show(asked, desk, Form::full); }
Reply show_open(const Request& asked, Desk& desk) { return show(asked, desk, Form::open); }
Reply full_columns(const Request& asked, Desk& desk) { return show_columns(asked, desk, Form::full); }
Reply open_columns(const Request& asked, Desk& desk) { return show_columns(asked, desk, Form::open); }

}  // namespace

const council::Routes& edition_routes() {
  using kit::Method;
  static const council::Routes routes = {
      {Method::get, "/reports/{pack}/{edition}", May::read, show_full,
       "One edition in full, for members and officers; others are led to its public form"},
      {Method::get, "/reports/{pack}/{edition}/public", May::read, show_open, "The public form of one edition"},
      {Method::get, "/reports/{pack}/{edition}.csv-metadata.json", May::read, full_columns,
       "What the columns of an edition's CSV mean, as CSVW"},
      {Method::get, "/reports/{pack}/{edition}/public.csv-metadata.json", May::read, open_columns,
       "The same of its public form"},
  };
  return routes;
}

}  // namespace report
