// GET /neighbours/compute, POST /neighbours/compute: the councils most like ours by features of our own choice. What is
// chosen stands in the address, so that a choice can be sent to a colleague before it is kept as a list.
#include "compare/compute_pages.h"

#include "compare/compute_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/number.h"
#include "kit/secret.h"
#include "kit/tell.h"
#include "parts/field_grid.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace compare {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;
using parts::Column;

Said asked_in(const Request& asked) { return [&asked](std::string_view name) { return asked.asked(name); }; }
Said typed_in(const Request& asked) { return [&asked](std::string_view name) { return asked.typed(name); }; }

std::string names_of(const std::vector<std::string>& titles) {
  std::string all;
  for (const auto& each : titles) all += (all.empty() ? "" : "; ") + each;
  return all;
}

std::string compare_address(const Series& series) {
  return "/compare?set=" + kit::url_encoded(series.data_set) + "&of=" + kit::url_encoded(series.title);
}

void feature_row(Html& html, parts::FieldGrid& grid, std::size_t number, const Series& series, std::string_view about,
                 const TypedFeature& typed, const kit::Refusals& no) {
  const auto n = std::to_string(number);
  grid.row("feature-" + n, parts::FieldGrid::Row::plain, [&] {
    parts::carried(html, "s" + n, series.data_set);
    parts::carried(html, "t" + n, series.title);
    grid.row_title(compare_address(series), series.title);
    if (!about.empty()) parts::small(html, about);
  });
  grid.cell({.name = "w" + n,
             .value = typed.weight,
             .error = parts::error_of("w" + n, no),
             .takes = parts::FieldGrid::Cell::Takes::number});
  grid.cell({.name = "g" + n, .value = typed.is_log ? "yes" : "", .takes = parts::FieldGrid::Cell::Takes::tick});
}

void features_form(Html& html, const ComputeView& view) {
  std::vector<parts::Choice> sets = {{"", "Every data set"}};
  for (const auto& load : view.country.newest) sets.push_back({load.data_set, load.data_set});
  parts::heading(html, "What makes a council like ours?");
  parts::asking_form(html, "/neighbours/compute", "Features", [&] {
    parts::select(html, {"set", "Data set"}, sets, view.set);
    parts::input(html, {"words", "Words in the title"}, view.words);
    parts::buttons(html, [&] { parts::second_button(html, "Find features"); });
    {
      parts::FieldGrid grid(html, "Features", "Feature", {{"weight", "Weight"}, {"log", "As a logarithm"}});
      std::size_t number = 0;
      for (const auto& each : view.typed.features) feature_row(html, grid, ++number, each.series, each.series.data_set, each, view.no);
      for (const auto& each : view.offered)
        feature_row(html, grid, ++number, each.series,
                    each.series.data_set + ", " + each.place.period.words() + ", " + std::to_string(each.place.areas) +
                        " councils",
                    {each.series, "", false}, {});
    }
    if (view.more > 0) parts::small(html, std::to_string(view.more) + " more were found. Look for words in the title to see others.");
    parts::short_input(html,
                       {"most", "How many neighbours", "From 3 to 30; 15 is usual.", parts::error_of("most", view.no)},
                       view.typed.most.empty() ? "15" : view.typed.most, parts::Keyboard::number);
    parts::buttons(html, [&] { parts::button(html, "Find the nearest"); });
  });
}

void near_table(Html& html, const ComputeView& view) {
  parts::heading(html, view.near.empty() ? "No council has enough of these features"
                                         : "Nearest by " + std::to_string(view.recipe->features.size()) +
                                               (view.recipe->features.size() == 1 ? " feature" : " features"));
  if (view.near.empty())
    return parts::paragraph(
        html,
        "A council is compared where it has at least four fifths of the weight of all features. Choose features that more councils publish.");
  parts::Table table(html, "Nearest councils",
                     {{"Place", Column::Holds::number},
                      {"Council"},
                      {"Likeness", Column::Holds::number},
                      {"Near in", Column::Holds::long_words},
                      {"Least alike in", Column::Holds::long_words}});
  int place = 0;
  for (const auto& each : view.near) {
    const auto* authority = view.country.authorities.find(each.area);
    table.row()
        .cell(std::to_string(++place))
        .head(authority ? authority->name : each.area)
        .cell(kit::with_commas(100 * each.similarity, 0) + " of 100");
    table.cell([&] { html.text(names_of(each.alike)); }).cell([&] { html.text(names_of(each.unlike)); });
  }
  parts::small(html, "100 is the same in every feature, 0 the farthest of all " + std::to_string(view.pool) +
                         " councils that do the same work in the nation.");
}

void keep_form(Html& html, const Desk& desk, const ComputeView& view) {
  if (view.near.empty()) return;
  parts::heading(html, "Keep them as a list");
  parts::form(html, "/neighbours/compute", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    std::size_t number = 0;
    for (const auto& each : view.typed.features) {
      const auto n = std::to_string(++number);
      for (const auto& [field, value] : {std::pair("s" + n, each.series.data_set),
                                         {"t" + n, each.series.title},
                                         {"w" + n, each.weight},
                                         {"g" + n, each.is_log ? std::string("yes") : std::string()}})
        parts::carried(html, field, value);
    }
    parts::carried(html, "most", view.typed.most);
    parts::input(html,
                 {"name", "Name of the list",
                  "Such as Rural and ageing. A list of the same name takes its place; the earlier one is kept.",
                  parts::error_of("name", view.no)},
                 view.name);
    parts::date_input(
        html,
        {"starts", "Holds from", "Leave it empty if it holds for every year.", parts::error_of("starts", view.no)},
        view.starts);
    parts::date_input(html, {"ends", "Holds until", "The last day, if there is one.", parts::error_of("ends", view.no)}, view.ends);
    parts::button(html, "Keep the list");
  });
}

parts::Page compute_page(const Desk& desk, const ComputeView& view) {
  parts::Page page;
  page.title = view.no.any() ? "Error: Compute neighbours" : "Compute neighbours";
  page.section = parts::Section::compare;
  if (view.no.any()) page.status = 422;
  auto& html = page.body;
  parts::error_summary(html, view.no);
  parts::thread(html, {{"Compare", "/compare"}, {"Lists of neighbours", "/neighbours"}, {"Compute neighbours", ""}}, "Where you are");
  parts::title(html, "Which councils are most like ours, by features of our choice?");
  if (!view.country.own || view.country.newest.empty()) {
    parts::lede(html, "This needs the register of authorities with this council in it, and published figures to choose features from.");
    parts::paragraph(html, [&] {
      parts::link(html, "/areas", "The register of authorities");
      html.text(" · ");
      parts::link(html, "/comparators", "Published figures");
    });
    return page;
  }
  parts::lede(
      html,
      view.near.empty()
          ? "Give each feature that matters a weight: 1 is usual, 2 counts double, 0.5 half. What has no weight is left out."
          : view.country.authorities.find(view.near.front().area)->name + " is the nearest of " +
                std::to_string(view.pool - 1) + " councils that do the same work. Nothing is kept yet.");
  if (view.recipe) near_table(html, view), keep_form(html, desk, view);
  features_form(html, view);
  parts::paragraph(html, [&] {
    parts::link(html, "/neighbours", "Lists of neighbours");
    html.text(" · ");
    parts::link(html, "/help/compare#neighbours-by-features-of-your-choice", "How neighbours are computed");
  });
  return page;
}

parts::Reply show_compute(const Request& asked, Desk& desk) {
  const auto view = compute_view(asked, desk, asked_in(asked));
  const int status = view.no.any() ? 422 : 200;
  if (asked.format == "json") return kit::Response::json(kit::told_as_json(view), status);
  if (asked.format == "csv" && status == 200)
    return kit::Response::csv(kit::told_as_csv(view, kit::For::people), "computed-neighbours.csv");
  return compute_page(desk, view);
}

parts::Reply keep_list(const Request& asked, Desk& desk) {
  auto view = compute_view(asked, desk, typed_in(asked));
  NeighbourList list{.name = view.name, .source = "Computed by the council", .at = desk.now};
  view.no.unless(!list.name.empty() && list.name.size() <= 80, "name", "Give the list a name of at most 80 letters.");
  view.no.unless(view.recipe.has_value() || view.no.any(), "", "Give at least one feature a weight.");
  view.no.unless(!view.near.empty() || view.no.any(), "", "No council has enough of these features: choose others.");
  read_days(view.starts, view.ends, list, view.no);
  if (view.no.any()) return compute_page(desk, view);
  list.features = view.recipe->features;

  auto tx = desk.db.write();
  const auto recorded =
      council::record(tx, council::deed_of(desk, "neighbours", list.name,
                                           "computed from " + std::to_string(list.features.size()) + " features for " +
                                               std::to_string(view.all.size()) + " councils",
                                           "neighbours " + asked.typed("key")));
  if (recorded.is_new()) add_neighbours(tx, list, neighbours(view.all), recorded.id);
  tx.commit();

  return council::see_other(desk, "/neighbours", "Kept: " + list.name + " can be chosen wherever councils are compared.");
}

}  // namespace

const council::Routes& compute_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/neighbours/compute", May::bring_in_files, show_compute,
       "The councils most like ours by features of our choice: looks before anything is kept"},
      {Method::post, "/neighbours/compute", May::bring_in_files, keep_list, "Keeps computed neighbours as a list"},
  };
  return all;
}

}  // namespace compare
