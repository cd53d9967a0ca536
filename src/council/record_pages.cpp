// The routes stand at the end: GET /record, GET /record/{number}, POST /record/export.
#include "council/record_pages.h"

#include <charconv>

#include "council/council_store.h"
#include "council/record_store.h"
#include "council/record_view.h"
#include "kit/number.h"
#include "kit/quote.h"
#include "kit/secret.h"
#include "kit/tell.h"
#include "parts/error_page.h"
#include "parts/narrow_form.h"
#include "parts/table.h"

namespace council {
namespace {

using kit::Html;
using kit::Request;
using parts::Column;

constexpr std::int64_t page_length = 100;
constexpr std::int64_t longest_export = 250'000;  // rows: more than a spreadsheet is good for, and what memory is there for

RecordId read_number(std::string_view text) {
  RecordId number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number > 0 ? number : 0;
}

// As asked, in the address or in a form.
struct Asked {
  std::string who, what, subject, from, to;
  RecordId before = 0;
  bool any() const { return !who.empty() || !what.empty() || !subject.empty() || !from.empty() || !to.empty(); }
};

template <class Values>
Asked read_asked(const Values& value) {
  return {value("who"), value("what"), value("subject"), value("from"), value("to"), read_number(value("before"))};
}

kit::Verdict<RecordSearch> search_for(const Asked& asked) {
  RecordSearch search{asked.who, asked.what, asked.subject, kit::Date::parse(asked.from), kit::Date::parse(asked.to), asked.before};
  kit::Refusals no;
  no.unless(asked.from.empty() || search.from, "from", kit::quoted(asked.from) + " is not a day. Write it as in 2025-07-31.");
  no.unless(asked.to.empty() || search.to, "to", kit::quoted(asked.to) + " is not a day. Write it as in 2025-07-31.");
  no.unless(!search.from || !search.to || *search.from <= *search.to, "to", "The last day is before the first. Choose a later one.");
  if (no.any()) return no;
  return search;
}

std::string address(const Asked& asked, std::string_view ending, RecordId before) {
  std::string made = "/record" + std::string(ending);
  char mark = '?';
  const auto add = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    made += mark + std::string(name) + "=" + kit::url_encoded(value);
    mark = '&';
  };
  add("who", asked.who), add("what", asked.what), add("subject", asked.subject), add("from", asked.from), add("to", asked.to);
  add("before", before > 0 ? std::to_string(before) : "");
  return made;
}

struct Gathered {
  RecordListView view;
  Council council;
  std::vector<std::string> people, sorts;
};

Gathered gather(Desk& desk, const RecordSearch& search, std::int64_t most) {
  auto tx = desk.db.read();
  Gathered all{{}, load_council(tx, desk.now, newest_record(tx)), people_in_record(tx), sorts_in_record(tx)};
  auto found = find_records(tx, search, most + 1);
  if (static_cast<std::int64_t>(found.size()) > most) {
    found.pop_back();
    all.view.older_than = found.back().record.id;
  }
  for (const auto& one : found) all.view.records.push_back(line_view(one.record, one.kept, all.council));
  return all;
}

// The page.

std::vector<parts::Choice> person_choices(const Gathered& all) {
  std::vector<parts::Choice> choices{{"", "Anyone"}};
  for (const auto& code : all.people) {
    const auto* person = all.council.person(code);
    choices.push_back({code, person ? person->name + " (" + code + ")" : code});
  }
  return choices;
}

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  return words;
}

std::vector<parts::Choice> sort_choices(const Gathered& all) {
  std::vector<parts::Choice> choices{{"", "Anything"}};
  for (const auto& sort : all.sorts) choices.push_back({sort, capital(sort)});
  return choices;
}

void search_form(Html& html, const Gathered& all, const Asked& asked, const kit::Refusals& no) {
  parts::narrow_form(html, "/record", "Look through the record", "Show these", asked.any() ? "/record" : "", [&] {
    parts::select(html, {"who", "Who"}, person_choices(all), asked.who);
    parts::select(html, {"what", "What"}, sort_choices(all), asked.what);
    parts::input(html, {"subject", "About", "An indicator’s reference, such as BBF07"}, asked.subject);
    parts::day_input(html, {"from", "From", {}, parts::error_of("from", no)}, asked.from);
    parts::day_input(html, {"to", "To", {}, parts::error_of("to", no)}, asked.to);
  });
}

std::string change_words(const RecordLineView& line) {
  if (line.erased) return "Erased";
  if (line.was.empty()) return line.became;
  return line.was + " → " + (line.became.empty() ? "nothing" : line.became);
}

void record_row(Html& html, parts::Table& table, const RecordLineView& line) {
  table.row().head([&] {
    parts::link(html, "/record/" + std::to_string(line.number), "Record " + std::to_string(line.number));
    parts::small(html, line.at.words());
  });
  table.cell([&] {
    html.text(line.name.empty() ? line.who : line.name);
    if (!line.job.empty()) parts::small(html, line.job);
  });
  table.cell([&] {
    html.text(capital(line.what) + (line.subject.empty() ? "" : ": " + line.subject));
    if (!line.detail.empty()) parts::small(html, line.detail);
  });
  table.cell(change_words(line));
  table.cell([&] {
    html.text(line.authority);
    if (!line.place.empty()) parts::small(html, line.place);
  });
}

void records_table(Html& html, const RecordListView& view) {
  parts::Table table(html, "Records, newest first",
                     {{"Record"},
                      {"Who"},
                      {"What", Column::Holds::long_words, Column::Width::wide},
                      {"Before and after", Column::Holds::long_words},
                      {"Authority, and from where"}});
  for (const auto& line : view.records) record_row(html, table, line);
}

void export_form(Html& html, const Desk& desk, const Asked& asked) {
  parts::form(html, "/record/export", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::carried(html, "who", asked.who);
    parts::carried(html, "what", asked.what);
    parts::carried(html, "subject", asked.subject);
    parts::carried(html, "from", asked.from);
    parts::carried(html, "to", asked.to);
    parts::second_button(html, asked.any() ? "Export these as CSV" : "Export the record as CSV");
  });
  parts::small(html, "Each export is itself recorded.");
}

parts::Page record_page(const Desk& desk, const Gathered& all, const Asked& asked, const kit::Refusals& no) {
  parts::Page page;
  page.title = no.any() ? "Error: the record" : "The record";
  page.status = no.any() ? 400 : 200;
  page.section = parts::Section::cycle;
  page.has_data = !no.any();
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::title(html, "The record");
  parts::lede(html, "Who did what, when, from where and on whose authority. Nothing in it can be changed or taken out unseen.");
  search_form(html, all, asked, no);
  if (all.view.records.empty()) parts::paragraph(html, "No record fits.");
  else records_table(html, all.view);
  parts::paragraph(html, [&] {
    if (asked.before > 0) parts::link(html, address(asked, "", 0), "Newest records");
    if (asked.before > 0 && all.view.older_than > 0) html.text(" · ");
    if (all.view.older_than > 0) parts::link(html, address(asked, "", all.view.older_than), "Older records");
  });
  if (!all.view.records.empty()) export_form(html, desk, asked);
  parts::paragraph(html, [&] { parts::link(html, "/help/record", "How the record is kept, and how it is proved"); });
  return page;
}

parts::Reply show_record(const Request& request, Desk& desk) {
  const auto asked = read_asked([&](std::string_view name) { return request.asked(name); });
  const auto search = search_for(asked);
  if (!search) return record_page(desk, gather(desk, {}, page_length), asked, search.refusals());

  const auto all = gather(desk, *search, page_length);
  if (request.format == "json") return kit::Response::json(kit::told_as_json(all.view));
  if (request.format == "csv") return kit::Response::csv(kit::told_as_csv(all.view, kit::For::people), "record.csv");
  return record_page(desk, all, asked, {});
}

// Out, whole.

parts::Reply export_record(const Request& request, Desk& desk) {
  const auto asked = read_asked([&](std::string_view name) { return request.typed(name); });
  const auto search = search_for(asked);
  if (!search) return record_page(desk, gather(desk, {}, page_length), asked, search.refusals());
  auto all = gather(desk, *search, longest_export);

  kit::Refusals no;
  no.unless(all.view.older_than == 0, "from",
            "More than 250,000 records fit. Choose a first and a last day, and export one part after the other.");
  if (no.any()) return record_page(desk, gather(desk, *search, page_length), asked, no);

  const auto count = kit::with_commas(static_cast<double>(all.view.records.size()), 0) +
                     (all.view.records.size() == 1 ? " record" : " records");
  auto deed = deed_of(desk, "export", "record.csv", count, request.typed("key"));
  deed.moves = Moves::nothing;
  deed.particulars.authority = words(desk.asker.role);
  auto tx = desk.db.write();
  record(tx, std::move(deed));
  tx.commit();

  return kit::Response::csv(kit::told_as_csv(all.view, kit::For::people), "record.csv");
}

// One row, and whether it holds.

void neighbour(Html& html, std::string_view name, const std::optional<RecordId>& id) {
  if (id) parts::term(html, name, [&] { parts::link(html, "/record/" + std::to_string(*id), "Record " + std::to_string(*id)); });
}

void record_card(Html& html, const RecordView& view) {
  const auto& line = view.line;
  parts::card(html, [&] {
    parts::term(html, "When", line.at.words());
    parts::term(html, "Who", line.name.empty() ? line.who : line.name + (line.job.empty() ? "" : ", " + line.job) + " (" + line.who + ")");
    parts::term(html, "What", capital(line.what));
    parts::term(html, "About", line.subject);
    parts::term(html, "In short", line.detail);
    parts::term(html, "Before", line.was);
    parts::term(html, "After", line.became);
    parts::term(html, "On whose authority", line.authority);
    parts::term(html, "From where", line.place);
    if (line.erased) parts::term(html, "Particulars", "Erased, as the council’s retention says. The chain holds without them.");
  });
}

void chain_card(Html& html, const RecordView& view) {
  parts::heading(html, "Its place in the chain");
  parts::card(html, [&] {
    neighbour(html, "The one before", view.before);
    neighbour(html, "The one after", view.after);
    parts::term(html, "Hash", view.line.hash);
    parts::term(html, "Hash of the one before", view.previous);
    parts::term(html, "Seal of its particulars", view.sealed);
  });
}

parts::Reply show_one(const Request& request, Desk& desk) {
  const auto number = read_number(request.value("number"));
  auto tx = desk.db.read();
  const auto found = number > 0 ? find_one_record(tx, number) : std::nullopt;
  if (!found) return parts::error_page(404, "There is no record of this number.");
  const auto before = find_one_record(tx, number - 1), after = find_one_record(tx, number + 1);
  const auto view =
      record_view(found->record, found->kept, before ? &before->record : nullptr, after ? &after->record : nullptr,
                  erasures(tx), load_council(tx, desk.now, newest_record(tx)));
  if (request.format == "json") return kit::Response::json(kit::told_as_json(view));
  if (request.format == "csv")
    return kit::Response::csv(kit::told_as_csv(view, kit::For::people), "record-" + std::to_string(number) + ".csv");

  parts::Page page;
  page.title = "Record " + std::to_string(number);
  page.section = parts::Section::cycle;
  auto& html = page.body;
  parts::title(html, page.title);
  parts::lede(html, view.holds ? "It stands as it was written, and so does its link to the records before and after."
                               : "It does not hold. " + view.why_not);
  record_card(html, view);
  chain_card(html, view);
  parts::paragraph(html, [&] { parts::link(html, "/record", "The whole record"); });
  return page;
}

}  // namespace

const Routes& record_routes() {
  static const Routes routes = {
      {kit::Method::get, "/record", May::see_record, show_record,
       "Who did what: by person, kind of deed, indicator and day, a hundred at a time"},
      {kit::Method::get, "/record/{number}", May::see_record, show_one,
       "One record, its hash, and whether the chain holds there"},
      {kit::Method::post, "/record/export", May::see_record, export_record,
       "The record as CSV; the export is recorded"},
  };
  return routes;
}

}  // namespace council
