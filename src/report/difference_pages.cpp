// The route stands at the end: GET /reports/{pack}/{edition}/difference.
#include "report/difference_pages.h"

#include <algorithm>

#include "kit/as_data.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"
#include "report/difference.h"
#include "report/document_html.h"
#include "report/opened_store.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Column;
using parts::Reply;

struct ChangeView {
  Change change;
};
template <class Teller>
void describe(Teller& t, const ChangeView& view) {
  t.field("indicator", view.change.indicator);
  t.field("title", view.change.title);
  t.field("what", code(view.change.what));
  t.field("was", view.change.was);
  t.field("is", view.change.is);
  t.field("why", view.change.why);
}
struct SentenceView {
  SentenceChange change;
};
template <class Teller>
void describe(Teller& t, const SentenceView& view) {
  t.field("name", view.change.name);
  t.field("was", view.change.was);
  t.field("is", view.change.is);
}

struct MoneyView {
  MoneyChange change;
};
template <class Teller>
void describe(Teller& t, const MoneyView& view) {
  t.field("line", view.change.line);
  t.field("column", view.change.column);
  t.field("title", view.change.title);
  t.field("was", view.change.was);
  t.field("is", view.change.is);
}

struct DifferenceView {
  const Edition *before = nullptr, *after = nullptr;
  std::string answer;
  std::vector<ChangeView> changes;
  std::vector<SentenceView> sentences;
  std::vector<MoneyView> money;
};
template <class Teller>
void describe(Teller& t, const DifferenceView& view) {
  t.field("from", view.before->key.path());
  t.field("to", view.after->key.path());
  t.field("answer", view.answer);
  t.field("reason", view.after->reason);
  t.rows("changes", view.changes);
  t.list("sentences", view.sentences);
  t.list("money", view.money);
}

DifferenceView view_of(kit::Transaction& tx, const Edition& before, const Edition& after, Desk& desk) {
  const auto form = may_read(before, Form::full, desk.asker) && may_read(after, Form::full, desk.asker) ? Form::full : Form::open;
  const auto found = difference(open_document(tx, before, form, desk), open_document(tx, after, form, desk));
  DifferenceView view{&before, &after, in_short(found), {}, {}, {}};
  for (const auto& one : found.changes) view.changes.push_back({one});
  for (const auto& one : found.sentences) view.sentences.push_back({one});
  for (const auto& one : found.money) view.money.push_back({one});
  return view;
}

// The one that is asked for; else the edition before of the same period, else the newest of the period before.
const Edition* other_edition(const Asked& found, const Request& asked, const Desk& desk) {
  const auto& here = found.edition();
  const auto wanted = read_edition_slug(asked.asked("with"));
  const Edition* best = nullptr;
  for (const auto& one : found.editions) {
    if (one.key == here.key || !may_read(one, Form::open, desk.asker)) continue;
    if (wanted && one.key.period == wanted->period && one.key.number == wanted->number) return &one;
    const bool same = one.key.period == here.key.period;
    if (same ? one.key.number > here.key.number : one.key.period > here.key.period) continue;
    if (!best || std::pair(one.key.period, one.key.number) > std::pair(best->key.period, best->key.number)) best = &one;
  }
  return wanted ? nullptr : best;
}

void choose_form(Html& html, const Asked& found, const Edition& other, const Desk& desk) {
  std::vector<parts::Choice> choices;
  for (const auto& one : found.editions)
    if (one.key != found.edition().key && may_read(one, Form::open, desk.asker))
      choices.push_back({one.key.slug(), one.key.words() + ", as at " + kit::as_at_words(one.as_at)});
  if (choices.size() < 2) return;
  parts::asking_form(html, found.edition().key.path() + "/difference", "Compare with another edition", [&] {
    parts::select(html, {"with", "Compare with"}, choices, other.key.slug());
    parts::second_button(html, "Compare");
  });
}

void changes_table(Html& html, const DifferenceView& view) {
  if (view.changes.empty()) return;
  parts::heading(html, "Indicators", "indicators");
  const bool has_why = std::ranges::any_of(view.changes, [](const ChangeView& one) { return !one.change.why.empty(); });
  std::vector<Column> columns = {{"Indicator", Column::Holds::words, Column::Width::wide},
                                 {"What"},
                                 {"Was", Column::Holds::long_words},
                                 {"Is", Column::Holds::long_words}};
  if (has_why) columns.push_back({"Why", Column::Holds::long_words});
  parts::Table table(html, "What differs, by indicator", std::move(columns));
  std::string_view before;
  for (const auto& [one] : view.changes) {
    table.row().head([&] {
      if (one.indicator != before) html.text(one.title);
      parts::small(html, one.indicator);
    });
    before = one.indicator;
    table.cell(words(one.what)).cell(one.was).cell(one.is);
    if (has_why) table.cell(one.why);
  }
}

void sentences_table(Html& html, const DifferenceView& view) {
  if (view.sentences.empty()) return;
  parts::heading(html, "Sentences that count", "sentences");
  parts::Table table(html, "Sentences that differ", {{"Was", Column::Holds::long_words}, {"Is", Column::Holds::long_words}});
  for (const auto& [one] : view.sentences) table.row().head(one.was).cell(one.is);
}

void money_table(Html& html, const DifferenceView& view) {
  if (view.money.empty()) return;
  parts::heading(html, "Money", "money");
  parts::Table table(
      html, "Money that differs, by line",
      {{"Directorate or service"}, {"What"}, {"Was", Column::Holds::long_words}, {"Is", Column::Holds::long_words}});
  std::string_view before;
  for (const auto& [one] : view.money) {
    table.row().head([&] {
      if (one.line == before) parts::muted(html, one.line);
      else html.text(one.line);
    });
    before = one.line;
    table.cell(one.title).cell(one.was).cell(one.is);
  }
}

parts::Page difference_page(const Asked& found, const DifferenceView& view, const Desk& desk) {
  const auto& key = found.edition().key;
  parts::Page page;
  page.title = found.pack.title + ": what differs";
  page.section = parts::Section::reports;
  auto& html = page.body;
  parts::thread(html,
                {{"Reports", "/reports"},
                 {found.pack.title, "/reports/" + key.pack},
                 {key.words(), readable_address(found.edition(), desk.asker)},
                 {"What differs", ""}},
                "Where you are");
  parts::title(html, "What differs between two editions of “" + found.pack.title + "”?");
  parts::lede(html, view.answer);
  parts::terms(html, [&] {
    for (const auto* one : {view.before, view.after})
      parts::term(html, one == view.before ? "Was" : "Is", [&] {
        parts::link(html, readable_address(*one, desk.asker), one->key.words());
        html.text(", as at " + kit::as_at_words(one->as_at));
      });
  });
  if (!view.after->reason.empty()) parts::note(html, "Run again.", view.after->reason, "");
  choose_form(html, found, *view.before, desk);
  changes_table(html, view);
  sentences_table(html, view);
  money_table(html, view);
  how_to_read(html);
  return page;
}

Reply show_difference(const Request& asked, Desk& desk) {
  auto tx = desk.db.read();
  const auto found = find_asked(tx, asked, desk.asker);
  if (!found) return parts::error_page(404, "There is no such edition that you may read.", {"All reports", "/reports"});
  const auto* other = other_edition(*found, asked, desk);
  if (!other)
    return parts::error_page(404, "There is no other edition to compare with.",
                             {found->pack.title, "/reports/" + found->pack.code});
  const auto view = view_of(tx, *other, found->edition(), desk);
  if (auto data = kit::as_data(asked, view, found->pack.code + "-difference.csv")) return *std::move(data);
  return difference_page(*found, view, desk);
}

}  // namespace

const council::Routes& difference_routes() {
  using kit::Method;
  static const council::Routes routes = {
      {Method::get, "/reports/{pack}/{edition}/difference", May::read, show_difference,
       "What differs between an edition and the one before, or another"},
  };
  return routes;
}

}  // namespace report
