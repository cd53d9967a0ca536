// GET and POST /compare/counts: where the counts behind a published share or rate are.
#include "compare/counts_pages.h"

#include <algorithm>

#include "compare/mapping_view.h"
#include "compare/published_look_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/text.h"

namespace compare {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;

constexpr std::size_t most_offered = 60;

struct CountsView {
  Country country;
  PublishedLook look;
  std::vector<std::string> titles;  // of the data set, most like this one's first
};

std::vector<std::string> like(const std::vector<PublishedIndicator>& all, const std::string& title) {
  const TitleWords own(title);
  std::vector<std::pair<double, std::string>> found;
  for (const auto& each : all)
    if (each.title != title && each.unit != "%") found.emplace_back(own.likeness(TitleWords(each.title)), each.title);
  std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.first > b.first; });
  if (found.size() > most_offered) found.resize(most_offered);
  std::vector<std::string> titles;
  for (auto& each : found) titles.push_back(std::move(each.second));
  return titles;
}

std::optional<CountsView> view_of(Desk& desk, const Request& asked, const std::string& set, const std::string& of) {
  CountsView view{.country = country_for(asked, desk)};
  auto tx = desk.db.read();
  auto look = look_at(tx, desk.data_folder, view.country, set, of, desk.end_of_today());
  if (!look) return std::nullopt;
  view.look = std::move(*look);
  view.titles = like(indicators_of(tx, view.look.load->number), of);
  return view;
}

std::string compare_address(const CountsView& view) {
  return "/compare?set=" + kit::url_encoded(view.look.load->data_set) +
         "&of=" + kit::url_encoded(view.look.indicator.title);
}

void counts_form(Html& html, const Desk& desk, const CountsView& view, const TypedCounts& typed, const kit::Refusals& no) {
  std::vector<parts::Choice> titles = {{"", "Choose one"}};
  for (const auto& each : view.titles) titles.push_back({each, each});
  parts::form(html, "/compare/counts", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::carried(html, "set", view.look.load->data_set);
    parts::carried(html, "of", view.look.indicator.title);
    parts::select(
        html,
        {"cases", "The cases", "The published indicator that counts them, such as applications decided in time.",
         parts::error_of("cases", no)},
        titles, typed.cases);
    parts::select(html,
                  {"out_of", "Out of", "Such as all applications, or all residents.", parts::error_of("out_of", no)},
                  titles, typed.out_of);
    parts::select(
        html,
        {"measure", "It is", "In a share the cases are among those they are out of; in a rate they need not be.",
         parts::error_of("measure", no)},
        {{"share", "a share"}, {"rate", "a rate"}}, typed.measure);
    parts::select(html, {"multiplier", "Written for every", {}, parts::error_of("multiplier", no)},
                  {{"100", "100 (per cent)"},
                   {"1", "1"},
                   {"1000", "1,000"},
                   {"10000", "10,000"},
                   {"100000", "100,000"},
                   {"1000000", "1,000,000"}},
                  typed.multiplier);
    parts::button(html, "Save");
  });
}

parts::Page counts_page(const Desk& desk, const CountsView& view, const TypedCounts& typed, const kit::Refusals& no) {
  const auto title = (no.any() ? "Error: The counts behind: " : "The counts behind: ") + view.look.indicator.title;
  auto page = parts::form_page(parts::Section::compare, title, no);
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::thread(
      html, {{"Compare", "/compare"}, {view.look.indicator.title, compare_address(view)}, {"The counts behind it", ""}},
      "Where you are");
  parts::title(html, "Which counts make this figure?");
  parts::lede(html,
              view.look.counts.cases.empty()
                  ? "With the counts known, the page says what chance alone may do, and what a gap is worth in cases."
                  : "“" + view.look.counts.cases + "” out of “" + view.look.counts.out_of + "”.");
  if (view.titles.empty())
    parts::inset(
        html,
        "“" + view.look.load->data_set +
            "” has no other published indicator that is a count. Bring in a file that has them, under the same name.");
  else counts_form(html, desk, view, typed, no);
  return page;
}

parts::Reply nothing_here() {
  return parts::error_page(404, "No published indicator has this title. Choose one from the list.",
                           {"What can be compared", "/compare"});
}

parts::Reply show_counts(const Request& asked, Desk& desk) {
  if (asked.asked("of").empty()) return kit::Response::see_other("/compare");
  const auto view = view_of(desk, asked, asked.asked("set"), asked.asked("of"));
  if (!view) return nothing_here();
  const auto& counts = view->look.counts;
  return counts_page(desk, *view,
                     {counts.measure == Counts::Measure::rate ? "rate" : "share", counts.cases, counts.out_of,
                      std::to_string(counts.multiplier)},
                     {});
}

kit::Refusals unknown_titles(const CountsView& view, const TypedCounts& typed) {
  kit::Refusals no;
  for (const auto& [field, title] : {std::pair("cases", &typed.cases), {"out_of", &typed.out_of}})
    no.unless(title->empty() || std::ranges::find(view.titles, *title) != view.titles.end(), field,
              "Choose one of this data set’s published indicators.");
  return no;
}

std::optional<calendar::Period> newest_period(const std::vector<AreaFigure>& figures) {
  std::optional<calendar::Period> newest;
  for (const auto& each : figures)
    if (each.value && (!newest || *newest < each.period)) newest = each.period;
  return newest;
}

// The counts of every area in a period, a plain year meaning what the council has said that it means.
CountedAreas counted_in(Desk& desk, const Load& load, const TypedCounts& typed, const calendar::Period& period) {
  YearsMeant years;
  {
    auto tx = desk.db.read();
    years = load_years(tx, desk.end_of_today());
  }
  const auto read = [&](const std::string& title) {
    auto figures = title.empty() ? std::vector<AreaFigure>() : figures_of(duck_in(desk.data_folder), load, title);
    years.put_right(figures, {load.data_set, title});
    return figures;
  };
  return counted(read(typed.cases), read(typed.out_of), period);
}

parts::Reply take_counts(const Request& asked, Desk& desk) {
  const auto view = view_of(desk, asked, asked.typed("set"), asked.typed("of"));
  if (!view) return nothing_here();
  const TypedCounts typed{asked.typed("measure"), asked.typed("cases"), asked.typed("out_of"), asked.typed("multiplier")};
  if (const auto no = unknown_titles(*view, typed); no.any()) return counts_page(desk, *view, typed, no);
  auto figures = view->look.figures;
  const auto newest = newest_period(figures);
  std::erase_if(figures, [&](const auto& each) { return !newest || each.period != *newest; });
  const auto areas = newest ? counted_in(desk, *view->look.load, typed, *newest) : CountedAreas{};

  auto next = view->look.counts;
  next.by = desk.asker.person, next.at = desk.now;
  const auto decided = say_counts(std::move(next), typed, figures, areas);
  if (!decided) return counts_page(desk, *view, typed, decided.refusals());

  auto tx = desk.db.write();
  const auto recorded =
      council::record(tx, council::deed_of(desk, "counts behind a figure", decided->series.title,
                                           "“" + decided->cases + "” out of “" + decided->out_of + "”",
                                           "counts " + asked.typed("key")));
  if (recorded.is_new()) add_counts(tx, *decided, recorded.id);
  tx.commit();

  return council::see_other(desk, compare_address(*view), "Saved. The page says what chance may do, and what a gap is worth.");
}

}  // namespace

const council::Routes& counts_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/compare/counts", May::bring_in_files, show_counts, "Which counts a published share or rate is made of"},
      {Method::post, "/compare/counts", May::bring_in_files, take_counts, "Says which counts a published share or rate is made of"},
  };
  return all;
}

}  // namespace compare
