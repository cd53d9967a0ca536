// GET and POST /comparators/{number}/years: what a plain year means in a file of published figures.
#include "compare/years_pages.h"

#include <algorithm>

#include "compare/published_store.h"
#include "compare/series_notes_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/text.h"

namespace compare {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;

struct YearsView {
  Load load;
  std::vector<PublishedIndicator> indicators;
  YearsMeant years;
};

std::optional<YearsView> view_of(const Request& asked, Desk& desk) {
  auto tx = desk.db.read();
  for (const auto& load : loads(tx, desk.end_of_today()))
    if (std::to_string(load.number) == asked.value("number"))
      return YearsView{load, indicators_of(tx, load.number), load_years(tx, desk.end_of_today())};
  return std::nullopt;
}

std::string address_of(const YearsView& view) { return "/comparators/" + std::to_string(view.load.number); }

void own_meanings(Html& html, const YearsView& view) {
  std::vector<std::pair<std::string, YearMeaning>> all;
  for (const auto& each : view.indicators)
    if (const auto said = view.years.said({view.load.data_set, each.title})) all.emplace_back(each.title, *said);
  if (all.empty()) return;
  parts::heading(html, "Said of one indicator alone");
  parts::list(html, [&] {
    for (const auto& [title, meaning] : all) parts::item(html, title + ": " + std::string(words(meaning)) + ".");
  });
}

parts::Page years_page(const Request& asked, const Desk& desk, const YearsView& view, const kit::Refusals& no) {
  parts::Page page;
  page.title = (no.any() ? "Error: " : "") + std::string("What a plain year means: ") + view.load.data_set;
  page.section = parts::Section::compare;
  page.has_data = false;
  if (no.any()) page.status = 422;
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::thread(
      html,
      {{"Published figures", "/comparators"}, {view.load.data_set, address_of(view)}, {"What a plain year means", ""}},
      "Where you are");
  parts::title(html, "What does a plain year mean in “" + view.load.data_set + "”?");
  const auto said = view.years.said({view.load.data_set, {}});
  parts::lede(
      html,
      said
          ? "Here it means " + std::string(words(*said)) + "."
          : "Nobody has said yet, so 2024 is read as January to December 2024. The publisher’s notes or dictionary say what is meant.");
  for (const auto& remark : view.load.remarks)
    if (remark.starts_with("Years written as")) parts::paragraph(html, remark);
  if (std::ranges::any_of(view.load.remarks, [](const auto& each) { return each.find("Reporting year") != each.npos; }))
    parts::paragraph(
        html,
        "Files of the Department for Education say “Reporting year” of years that end on 31 March (children in need, looked-after children) as of counts on one day in that year (social workers on 30 September, population on 30 June). For the first choose the financial year that ended in it.");
  parts::form(html, address_of(view) + "/years", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    std::vector<parts::Choice> meanings = {{"", "Choose one"}}, titles = {{"", "Every indicator of the data set"}};
    for (const auto each : all_year_meanings()) meanings.push_back({std::string(code(each)), std::string(words(each))});
    for (const auto& each : view.indicators) titles.push_back({each.title, each.title});
    parts::select(
        html,
        {"meaning", "A year written alone is", "A year written as 2023/24, a quarter or a month means what it says.",
         parts::error_of("meaning", no)},
        meanings,
        no.any() ? asked.typed("meaning")
        : said   ? std::string(code(*said))
                 : "");
    parts::select(html,
                  {"of", "It holds for", "What is said of one indicator goes before what is said of all.",
                   parts::error_of("of", no)},
                  titles, asked.typed("of"));
    parts::button(html, "Save");
  });
  own_meanings(html, view);
  parts::paragraph(html, [&] {
    parts::link(html, address_of(view), "The file and what became of it");
    html.text(" · ");
    parts::link(html, "/help/compare#what-a-plain-year-means", "What a plain year means");
  });
  return page;
}

parts::Reply nothing_here() {
  return parts::error_page(404, "There is no file of published figures with this number.",
                           {"Published figures", "/comparators"});
}

parts::Reply show_years(const Request& asked, Desk& desk) {
  const auto view = view_of(asked, desk);
  return view ? parts::Reply(years_page(asked, desk, *view, {})) : nothing_here();
}

parts::Reply take_years(const Request& asked, Desk& desk) {
  const auto view = view_of(asked, desk);
  if (!view) return nothing_here();
  const auto meaning = read_year_meaning(asked.typed("meaning"));
  const Series of{view->load.data_set, asked.typed("of")};
  kit::Refusals no;
  no.unless(meaning.has_value(), "meaning", "Choose what a year written alone means.");
  no.unless(of.title.empty() ||
                std::ranges::find(view->indicators, of.title, &PublishedIndicator::title) != view->indicators.end(),
            "of", "Choose an indicator of this file, or every one.");
  if (no.any()) return years_page(asked, desk, *view, no);

  auto tx = desk.db.write();
  const auto recorded = council::record(
      tx, council::deed_of(desk, "meaning of years", of.data_set,
                           (of.title.empty() ? std::string() : "“" + of.title + "”: ") + std::string(words(*meaning)),
                           "years " + asked.typed("key")));
  if (recorded.is_new())
    add_years(tx, {of, load_years(tx, desk.end_of_today()).edition(of) + 1, *meaning, desk.asker.person, desk.now},
              recorded.id);
  tx.commit();

  return council::see_other(desk, address_of(*view), "Saved. A year written alone is " + std::string(words(*meaning)) + ".");
}

}  // namespace

const council::Routes& years_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/comparators/{number}/years", May::bring_in_files, show_years,
       "What a plain year such as 2024 means in a data set: calendar, financial or academic"},
      {Method::post, "/comparators/{number}/years", May::bring_in_files, take_years,
       "Says what a plain year means, for a data set or one of its indicators"},
  };
  return all;
}

}  // namespace compare
