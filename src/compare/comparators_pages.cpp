// GET /comparators, POST /comparators, GET /comparators/{number}: files of published figures, and what became of each value in them.
#include "compare/comparators_pages.h"

#include <sstream>

#include "compare/bring_in_published_pages.h"
#include "compare/brought_in.h"
#include "compare/comparison.h"
#include "compare/published_store.h"
#include "compare/series_notes_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/tell.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace compare {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;
using parts::Column;

struct LoadView {
  Load load;
};
template <class Teller>
void describe(Teller& t, const LoadView& view) {
  const auto& load = view.load;
  t.field("number", load.number);
  t.field("data_set", load.data_set);
  t.field("publisher", load.publisher);
  t.field("licence", load.licence);
  t.field("published", load.published);
  t.field("file", load.file);
  t.field("values_found", load.found);
  t.field("values_kept", load.taken);
  t.field("years", std::string(code(load.years)));
  t.field("period_of_the_whole", load.whole ? load.whole->iso() : std::string());
  t.field("dictionary", load.dictionary);
  t.field("brought_in", load.at);
}

struct LoadsView {
  std::vector<LoadView> loads;
};
template <class Teller>
void describe(Teller& t, const LoadsView& view) {
  t.rows("loads", view.loads);
}

struct LeftOutView {
  LeftOut left;
};
template <class Teller>
void describe(Teller& t, const LeftOutView& view) {
  t.field("reason", view.left.reason);
  t.field("values", view.left.values);
  t.field("first_row", static_cast<std::int64_t>(view.left.first_row));
  t.field("first_column", view.left.first_column);
  t.field("found", view.left.example);
  t.field("what_to_do", view.left.to_do);
}

struct OneLoadView {
  Load load;
  bool years_in_doubt = false;
  std::vector<PublishedIndicator> indicators;
  std::vector<LeftOutView> left_out;
};
template <class Teller>
void describe(Teller& t, const OneLoadView& view) {
  t.part("load", LoadView{view.load});
  t.list("remarks", view.load.remarks);
  std::vector<std::string> titles;
  for (const auto& each : view.indicators) titles.push_back(each.title);
  t.list("indicators", titles);
  t.rows("left_out", view.left_out);
}

parts::Page list_page(const std::vector<Load>& all, const Request& asked, const Desk& desk, const kit::Refusals& no) {
  auto made = page_of_comparing(no.any() ? "Error: Published figures" : "Published figures");
  made.status = no.any() ? 400 : 200;
  auto& html = made.body;
  parts::error_summary(html, no);
  parts::title(html, "Which published figures are here?");
  const auto sets = newest_loads(all).size();
  parts::lede(
      html,
      all.empty()
          ? "None yet. Bring in a file as the Office for National Statistics, a department or another council publishes it."
          : std::to_string(sets) + (sets == 1 ? " data set, from " : " data sets, from ") + std::to_string(all.size()) +
                (all.size() == 1 ? " file." : " files."));
  if (!all.empty()) {
    parts::Table table(html, "Files of published figures",
                       {{"Data set"},
                        {"Publisher"},
                        {"Licence"},
                        {"Published"},
                        {"Brought in"},
                        {"Values kept", Column::Holds::number},
                        {"Left out", Column::Holds::number}});
    for (const auto& load : all)
      table.row()
          .head([&] { parts::link(html, "/comparators/" + std::to_string(load.number), load.data_set); })
          .cell(load.publisher)
          .cell(load.licence)
          .cell(load.published ? load.published->words() : "")
          .cell(load.at.date().words())
          .cell(commas(load.taken))
          .cell(commas(load.found - load.taken));
  }
  parts::heading(html, "Bring in a file");
  bring_in_form(html, asked, desk, no);
  parts::paragraph(html, [&] {
    parts::link(html, "/compare", "Compare");
    html.text(" · ");
    parts::link(html, "/areas", "The register of authorities");
    html.text(" · ");
    parts::link(html, "/comparators/lg-inform", "Fetched from LG Inform Plus");
    html.text(" · ");
    parts::link(html, "/help/compare", "How files are read");
  });
  return made;
}

std::vector<Load> all_loads(Desk& desk) {
  auto tx = desk.db.read();
  return loads(tx, desk.end_of_today());
}

parts::Reply show_comparators(const Request& asked, Desk& desk) {
  const auto all = all_loads(desk);
  LoadsView view;
  for (const auto& each : all) view.loads.push_back({each});
  if (asked.format == "json") return kit::Response::json(kit::told_as_json(view));
  if (asked.format == "csv") return kit::Response::csv(kit::told_as_csv(view, kit::For::people), "comparators.csv");
  return list_page(all, asked, desk, {});
}

BroughtFile brought_in(const Load& load) {
  return {load.file,
          "values",
          load.found,
          load.taken,
          load.publisher,
          load.licence,
          load.published ? "published " + load.published->words() : "",
          load.at};
}

// What the file did not say itself.
// Figures of wards are a map of our own; figures of councils stand beside one another.
std::string where_it_is_shown(const Load& load) {
  return load.are_small ? "/explore?group=" + std::string(code(Among::within)) + "&as=map&" : "/compare?";
}

std::string how_it_was_read(const Load& load) {
  std::string said;
  if (load.years != Years::as_written) said += "Years written as one number were read as " + std::string(words(load.years)) + ". ";
  if (load.whole) said += "The file names no period: all of it is of " + load.whole->words() + ". ";
  if (!load.dictionary.empty()) said += "It was read with its dictionary, " + load.dictionary + ". ";
  return said.empty() ? said : said.substr(0, said.size() - 1);
}

parts::Page one_page(const OneLoadView& view) {
  auto made = page_of_comparing(view.load.data_set);
  auto& html = made.body;
  parts::title(html, view.load.data_set);
  parts::lede(html, kept_words(brought_in(view.load)));
  if (const auto how = how_it_was_read(view.load); !how.empty()) parts::paragraph(html, how);
  parts::aside_line(html, source_words(brought_in(view.load)));
  if (view.years_in_doubt)
    parts::inset(html, [&] {
      parts::paragraph(html, "The file does not say what a year such as " + view.load.plain_year +
                                 " is. Until somebody does, it is read as January to December.");
      parts::link(html, "/comparators/" + std::to_string(view.load.number) + "/years", "Say what a year written alone is");
    });
  if (!view.left_out.empty()) {
    parts::heading(html, "What was left out, and why");
    parts::Table table(html, "What was left out of " + view.load.file + ", why, and what to do",
                       {{"Reason", Column::Holds::long_words},
                        {"Values", Column::Holds::number},
                        {"First in row", Column::Holds::number},
                        {"In column"},
                        {"What stands there"},
                        {"What to do", Column::Holds::long_words}});
    for (const auto& each : view.left_out) {
      const auto& left = each.left;
      table.row()
          .head([&] { html.text(left.reason); })
          .cell(commas(left.values))
          .cell(commas(static_cast<std::int64_t>(left.first_row)))
          .cell(left.first_column.empty() ? "the whole row" : left.first_column)
          .cell(left.example);
      table.cell(left.to_do);
    }
  }
  taken_for_granted(html, view.load.remarks);
  parts::paragraph(html, [&] {
    parts::link(html, "/comparators/" + std::to_string(view.load.number) + "/years",
                "What a plain year such as 2024 means in it");
  });
  parts::heading(html, "What it counts");
  parts::list(html, [&] {
    for (const auto& each : view.indicators)
      parts::item(html, [&] {
        parts::link(html,
                    where_it_is_shown(view.load) + "set=" + kit::url_encoded(view.load.data_set) +
                        "&of=" + kit::url_encoded(each.title),
                    each.title);
      });
  });
  return made;
}

parts::Reply show_one(const Request& asked, Desk& desk) {
  const auto number = asked.value("number");
  for (const auto& load : all_loads(desk)) {
    if (std::to_string(load.number) != number) continue;
    auto tx = desk.db.read();
    OneLoadView view{load, are_years_in_doubt(tx, load, desk.end_of_today()), indicators_of(tx, load.number), {}};
    for (const auto& each : left_out_of(tx, load.number)) view.left_out.push_back({each});
    if (asked.format == "json") return kit::Response::json(kit::told_as_json(view));
    if (asked.format == "csv") return kit::Response::csv(kit::told_as_csv(view, kit::For::people), "left-out.csv");
    return one_page(view);
  }
  return parts::error_page(404, "There is no file of published figures with this number.");
}

parts::Reply take_file(const Request& asked, Desk& desk) {
  const auto taken = bring_in(asked, desk);
  if (!taken) return list_page(all_loads(desk), asked, desk, taken.refusals());

  const auto page = "/comparators/" + std::to_string(taken->number);
  return !taken->plain_year.empty() ? council::see_other(desk, page + "/years",
                                                         "Brought in. One thing is left to say: what a year such as " +
                                                             taken->plain_year + " is.")
                                    : council::see_other(desk, page, "Brought in.");
}

}  // namespace

const council::Routes& comparators_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/comparators", May::bring_in_files, show_comparators,
       "Published figures of all councils: files that were brought in, and the next"},
      {Method::post, "/comparators", May::bring_in_files, take_file, "Brings in a file of published figures"},
      {Method::get, "/comparators/{number}", May::read, show_one,
       "One file of published figures: what was kept, what was left out and why"},
  };
  return all;
}

}  // namespace compare
