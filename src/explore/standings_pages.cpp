// GET /explore/standings: where one council stands in everything that is published; as data, where every council of the group does.
#include "explore/standings_pages.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "assess/narrowing.h"
#include "compare/compare_list_pages.h"
#include "compare/mapped_store.h"
#include "compare/series_notes_store.h"
#include "council/address.h"
#include "explore/everyone_store.h"
#include "explore/nothing_yet.h"
#include "explore/standings_view.h"
#include "kit/tell.h"
#include "parts/error_page.h"
#include "parts/filters.h"
#include "parts/table.h"
#include "parts/text.h"

namespace explore {
namespace {

using compare::Country;
using council::Desk;
using indicator::Polarity;
using kit::Html;
using kit::Request;
using parts::Column;

constexpr std::size_t most_listed = 300, most_told = 1'000'000;

// The council itself first, then the others of its group.
std::vector<const compare::Authority*> councils_of(const Country& country) {
  std::vector<const compare::Authority*> all = {country.own};
  for (const auto& each : country.authorities.all())
    if (&each != country.own && country.group.holds(*country.own, each)) all.push_back(&each);
  return all;
}

bool is_data_of_everyone(const Request& asked) { return asked.asked("who") == "everyone" && !asked.format.empty(); }

std::map<std::string, compare::PublishedIndicator> indicators_in(const Request& asked, Desk& desk, const compare::Load& load) {
  const auto looked_for = compare::plain_area_name(asked.asked("words"));
  std::map<std::string, compare::PublishedIndicator> all;
  auto tx = desk.db.read();
  for (auto& each : compare::indicators_of(tx, load.number))
    if (asked.asked("words").empty() || compare::plain_area_name(each.title).find(looked_for) != std::string::npos)
      all.emplace(each.title, each);
  return all;
}

void add(StandingsView& view, const compare::Load& load, const compare::PublishedIndicator& indicator,
         const NewestFigures& of, const std::vector<const compare::Authority*>& councils, bool everyone) {
  const auto at = standings(of, indicator.polarity.value_or(Polarity::neutral), everyone ? std::nullopt : std::optional(0u));
  if (at.councils.empty()) return ++view.without, void();
  const auto& first = at.councils.front();
  const compare::AreaFigure figures[] = {{{}, of.period, first.figure, {}, {}, {}}, {{}, of.period, first.others_median, {}, {}, {}}};
  const auto in = std::make_shared<const StandingsIn>(StandingsIn{&load, indicator, of.period, static_cast<int>(of.figures.size()),
                                                                  at.median, at.mad, compare::writing_of(indicator, figures)});
  for (const auto& each : at.councils) view.all.push_back({in, councils[each.council], each});
}

StandingsView view_of(const Request& asked, Desk& desk, const Country& country) {
  StandingsView view{.council = country.own->name, .group = country.group.words(*country.own)};
  const auto councils = councils_of(country);
  std::vector<std::string> codes;
  for (const auto* each : councils) codes.push_back(each->code);
  compare::YearsMeant years;
  {
    auto tx = desk.db.read();
    years = compare::load_years(tx, desk.end_of_today());
  }
  for (const auto& load : country.newest) {
    if (!asked.asked("set").empty() && asked.asked("set") != load.data_set) continue;
    const auto indicators = indicators_in(asked, desk, load);
    for (auto& each : newest_figures_of(compare::duck_in(desk.data_folder), load, codes)) {
      const auto found = indicators.find(each.title);
      if (found == indicators.end()) continue;
      each.period = compare::meant(each.period, years.of({load.data_set, each.title}));
      add(view, load, found->second, each, councils, is_data_of_everyone(asked));
      each = {};  // a country's figures are many: none is held longer than it is of use
      view.is_too_large = view.all.size() > most_told;
      if (view.is_too_large) return view;
    }
  }
  if (const auto quarter = asked.asked("quarter"); quarter >= "1" && quarter <= "4" && quarter.size() == 1)
    std::erase_if(view.all, [&](const auto& each) { return each.stands.quartile != quarter[0] - '0'; });
  return view;
}

bool says_which_way(const StandingRow& each) {
  const auto polarity = each.in->indicator.polarity;
  return polarity == Polarity::high_good || polarity == Polarity::low_good;
}

std::string answer(const StandingsView& view) {
  std::array<int, 5> in{};
  for (const auto& each : view.all)
    if (says_which_way(each) && each.stands.quartile) ++in[static_cast<std::size_t>(*each.stands.quartile)];
  const int judged = in[1] + in[2] + in[3] + in[4];
  const auto such = view.all.size() == 1 ? " published indicator" : " published indicators";
  std::string made = view.council + " has figures in " + std::to_string(view.all.size()) + such + " beside the " + view.group + ".";
  if (judged == 0) return made + " In none of them does the publisher say which way is better, so no quarter is called best or last.";
  return made + " Of the " + std::to_string(judged) +
         " whose publisher says which way is better it stands in the best quarter in " + std::to_string(in[1]) +
         " and in the last in " + std::to_string(in[4]) + ".";
}

std::string address_of(const Request& asked, const StandingRow& each) {
  std::vector<std::pair<std::string_view, std::string>> values = {{"set", each.in->load->data_set}, {"of", each.in->indicator.title}};
  for (const std::string_view kept : {"group", "area"})
    if (!asked.asked(kept).empty()) values.emplace_back(kept, asked.asked(kept));
  return council::link(asked, "/compare", values);
}

parts::Filters filters_of(const Request& asked, const Country& country) {
  parts::Filters filters;
  filters.action = asked.path;
  parts::Filter whose{"area", "Council", {}, country.own->code}, sets{"set", "Data set", {{"", "Every data set"}}, asked.asked("set")};
  for (const auto* each : councils_of(country)) whose.choices.push_back({each->code, each->name});
  std::ranges::sort(whose.choices, {}, &parts::Choice::text);
  for (const auto& load : country.newest) sets.choices.push_back({load.data_set, load.data_set});
  const parts::Filter quarters{"quarter",
                               "Quarter",
                               {{"", "Every quarter"},
                                {"1", "The best, or the highest"},
                                {"2", "The second"},
                                {"3", "The third"},
                                {"4", "The last, or the lowest"}},
                               asked.asked("quarter")};
  filters.filters = {whose, compare::group_filter(country), sets, quarters};
  filters.search_name = "words";
  filters.search_label = "Words in the title";
  filters.search_text = asked.asked("words");
  filters.chips = {{"Council", country.own->name, {}}, {"Among", country.group.words(*country.own), {}}};
  for (const auto* each : {"area", "set", "group", "quarter", "words"})
    if (!asked.asked(each).empty()) filters.clear = council::link(asked, asked.path);
  filters.csv = assess::data_address(asked, "csv");
  filters.json = assess::data_address(asked, "json");
  return filters;
}

void every_standing(Html& html, const Request& asked, const StandingsView& view) {
  parts::Table table(html, "Where " + view.council + " stands in each published indicator",
                     {{"Indicator", Column::Holds::words, Column::Width::wide},
                      {"Period"},
                      {"Figure", Column::Holds::number},
                      {"Middle of the others", Column::Holds::number},
                      {"Usual distances from the middle", Column::Holds::number},
                      {"Where it lies"}});
  for (std::size_t i = 0; i < std::min(view.all.size(), most_listed); ++i) {
    const auto& each = view.all[i];
    const auto& [in, council, stands] = each;
    table.row()
        .head([&] { parts::link(html, address_of(asked, each), in->indicator.title); })
        .cell(in->period.words())
        .cell(in->writing.number(stands.figure));
    table.cell(stands.others_median ? in->writing.number(*stands.others_median) : "")
        .cell(stands.mads ? compare::Writing{"", 1}.number(std::fabs(assess::spreads_of(*stands.mads))) : "");
    table.cell(stands.quartile
                   ? compare::quarter_words(*stands.quartile, in->indicator.polarity.value_or(Polarity::neutral)) +
                         " of " + std::to_string(in->councils)
                   : "too few to say");
  }
}

parts::Page standings_page(const Request& asked, const Country& country, const StandingsView& view) {
  parts::Page page;
  page.title = "Where " + view.council + " stands";
  page.section = parts::Section::compare;
  auto& html = page.body;
  parts::thread(html,
                {{"Compare", council::link(asked, "/compare")},
                 {"Explore", council::link(asked, "/explore")},
                 {"Where we stand in everything", ""}},
                "Where you are");
  parts::title(html, "Where does " + view.council + " stand in everything that is published?");
  parts::lede(html, answer(view));
  parts::filters(html, filters_of(asked, country));
  if (view.all.empty()) parts::inset(html, "No published indicator with a figure of this council matches these filters.");
  else every_standing(html, asked, view);
  if (view.all.size() > most_listed)
    parts::small(
        html,
        "The first " + std::to_string(most_listed) +
            " are listed, and all are in the data. Look for words in the title, or choose a quarter, to see others.");
  if (view.without > 0)
    parts::small(html, "Others of the group have newer figures in " + std::to_string(view.without) +
                           (view.without == 1 ? " indicator" : " indicators") + " where " + view.council +
                           " has none.");
  parts::paragraph(html, [&] {
    parts::link(html,
                assess::data_address(asked, "csv") +
                    (assess::data_address(asked, "csv").find('?') == std::string::npos ? "?" : "&") + "who=everyone",
                "Where every council of the group stands, as CSV");
    html.text(" · ");
    parts::link(html, council::link(asked, "/explore/stands-out"), "What stands out for us");
    html.text(" · ");
    parts::link(html, "/help/explore", "How this is found");
  });
  return page;
}

parts::Reply show_standings(const Request& asked, Desk& desk) {
  const auto country = compare::country_for(asked, desk);
  const bool is_there = country.own && !country.newest.empty();
  const auto view = is_there ? view_of(asked, desk, country) : StandingsView();
  if (view.is_too_large)
    return parts::error_page(422, "More than a million rows are not given at once. Choose a data set, or words in the title.",
                             {"Where we stand", "/explore/standings"});
  if (asked.format == "json") return kit::Response::json(kit::told_as_json(view));
  if (asked.format == "csv") return kit::Response::csv(kit::told_as_csv(view, kit::For::people), "standings.csv");
  return is_there ? standings_page(asked, country, view)
                  : nothing_yet("Where we stand", "Where do we stand in everything that is published?");
}

}  // namespace

const council::Routes& standings_routes() {
  static const council::Routes all = {
      {kit::Method::get, "/explore/standings", council::May::read, show_standings,
       "Where one council stands in everything that is published; as data with who=everyone, where every council of the group does"},
  };
  return all;
}

}  // namespace explore
