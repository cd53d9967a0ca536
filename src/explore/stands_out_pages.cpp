// GET /explore/stands-out: what stands out for us in all published indicators, and what our own figures warn of, side by side. Questions
// to ask, never verdicts.
#include "explore/stands_out_pages.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "assess/judged_store.h"
#include "assess/narrowing.h"
#include "assess/warning_signs.h"
#include "compare/compare_list_pages.h"
#include "compare/mapping_store.h"
#include "compare/series_notes_store.h"
#include "council/address.h"
#include "explore/nothing_yet.h"
#include "explore/standing_store.h"
#include "kit/as_data.h"
#include "parts/filters.h"
#include "parts/table.h"
#include "parts/text.h"

namespace explore {
namespace {

using compare::Country;
using council::Desk;
using kit::Html;
using kit::Request;
using parts::Column;

constexpr std::size_t most_questions = 12, most_listed = 300, most_warnings = 12;

struct OwnWarning {
  std::string code, title, sign, said;
  bool also_among_others = false;
};
template <class Teller>
void describe(Teller& t, const OwnWarning& view) {
  t.field("indicator", view.code);
  t.field("title", view.title);
  t.field("warning", view.sign);
  t.field("said", view.said);
  t.field("also_among_others", view.also_among_others);
}

struct StandsOutView {
  std::string council, group;
  std::vector<JudgedStanding> all;
  std::vector<OwnWarning> warnings;
  std::size_t more_warnings = 0;
};
template <class Teller>
void describe(Teller& t, const StandsOutView& view) {
  t.field("council", view.council);
  t.field("group", view.group);
  t.list("own_warnings", view.warnings);
  t.rows("indicators", view.all);
}

std::vector<std::string> codes_of(const Country& country) {
  std::vector<std::string> codes;
  for (const auto& each : country.authorities.all())
    if (&each != country.own && country.group.holds(*country.own, each)) codes.push_back(each.code);
  return codes;
}

std::vector<JudgedStanding> standings(const Request& asked, Desk& desk, const Country& country) {
  const auto codes = codes_of(country);
  std::vector<JudgedStanding> all;
  compare::YearsMeant years;
  {
    auto tx = desk.db.read();
    years = compare::load_years(tx, desk.end_of_today());
  }
  for (const auto& load : country.newest) {
    if (!asked.asked("set").empty() && asked.asked("set") != load.data_set) continue;
    std::map<std::string, compare::PublishedIndicator> indicators;
    {
      auto tx = desk.db.read();
      for (auto& each : compare::indicators_of(tx, load.number)) indicators.emplace(each.title, each);
    }
    for (auto& each : standings_of(compare::duck_in(desk.data_folder), load, country.own->code, codes)) {
      const auto found = indicators.find(each.now.title);
      if (found == indicators.end()) continue;
      put_right(each, years.of({load.data_set, each.now.title}));
      all.push_back(judged(load, found->second, std::move(each)));
    }
  }
  return all;
}

bool is_odd(const JudgedStanding& each) { return each.oddity() != assess::Oddity::none; }
bool has_fallen(const JudgedStanding& each) { return each.fell() > 0; }

// Own indicators that stand beside a published one, by the council's word or by the same title, where that one stands out.
class AlsoOut {
 public:
  AlsoOut(Desk& desk, const std::vector<JudgedStanding>& all) {
    for (const auto& each : all)
      if (is_odd(each) || has_fallen(each)) titles_.insert(each.indicator.title);
    auto tx = desk.db.read();
    mappings_ = compare::load_mappings(tx, desk.end_of_today());
  }
  bool holds(indicator::IndicatorId indicator, const std::string& title) const {
    const auto* mapping = compare::mapping_of(mappings_, indicator);
    return titles_.contains(mapping ? mapping->series.title : title);
  }

 private:
  std::set<std::string> titles_;
  std::vector<compare::Mapping> mappings_;
};

// The council's own early warnings, those of what also stands out among others first.
void add_warnings(const Request& asked, Desk& desk, StandsOutView& view) {
  const auto judged = assess::judged_for(asked, desk);
  if (!judged) return;
  const AlsoOut also_out(desk, view.all);
  for (const auto& each : assess::exceptions(*judged, {})) {
    const auto& definition = *each.judgement->definition;
    view.warnings.push_back({definition.code, definition.title, std::string(assess::sign(each.worst()).words),
                             each.warnings.front().said, also_out.holds(definition.indicator, definition.title)});
  }
  std::ranges::stable_sort(view.warnings, std::greater(), &OwnWarning::also_among_others);
  if (view.warnings.size() > most_warnings) view.more_warnings = view.warnings.size() - most_warnings;
}

std::string address_of(const Request& asked, const JudgedStanding& each, std::string_view as) {
  std::vector<std::pair<std::string_view, std::string>> values = {{"set", each.load->data_set}, {"of", each.indicator.title}};
  for (const std::string_view kept : {"group", "area"})
    if (!asked.asked(kept).empty()) values.emplace_back(kept, asked.asked(kept));
  if (!as.empty()) values.emplace_back("as", std::string(as));
  return council::link(asked, "/explore", values);
}

parts::Filters filters_of(const Request& asked, const Country& country) {
  parts::Filters filters;
  filters.action = asked.path;
  parts::Filter sets{"set", "Data set", {{"", "Every data set"}}, asked.asked("set")};
  for (const auto& load : country.newest) sets.choices.push_back({load.data_set, load.data_set});
  filters.filters = {compare::group_filter(country), sets};
  if (!asked.asked("area").empty()) filters.carried.push_back({"area", asked.asked("area")});
  filters.chips = {{"Among", country.group.words(*country.own), {}}};
  if (!asked.asked("set").empty() || !asked.asked("group").empty()) filters.clear = council::link(asked, asked.path);
  filters.csv = assess::data_address(asked, "csv");
  filters.json = assess::data_address(asked, "json");
  return filters;
}

std::string answer(const StandsOutView& view) {
  const auto odd = std::ranges::count_if(view.all, is_odd), fallen = std::ranges::count_if(view.all, has_fallen);
  const auto in = [](std::ptrdiff_t count) { return count == 0 ? std::string("none") : std::to_string(count); };
  return "Of " + std::to_string(view.all.size()) + " published indicators, " + view.council +
         " lies unusually far from the middle of the " + view.group + " in " + in(odd) +
         ", and stands in a worse quarter than a year before in " + in(fallen) +
         ". These are questions to ask, not verdicts.";
}

template <class Holds, class Question>
void questions(Html& html, const Request& asked, const StandsOutView& view, std::string_view heading,
               std::string_view none, std::string_view as, Holds holds, Question question) {
  std::vector<const JudgedStanding*> all;
  for (const auto& each : view.all)
    if (holds(each)) all.push_back(&each);
  std::ranges::stable_sort(all, std::greater(), [](const JudgedStanding* each) { return std::pair(each->fell(), std::fabs(each->mads)); });
  parts::heading(html, heading);
  if (all.empty()) return parts::paragraph(html, none);
  parts::list(html, [&] {
    for (std::size_t i = 0; i < std::min(all.size(), most_questions); ++i)
      parts::item(html, [&] { parts::link(html, address_of(asked, *all[i], as), question(*all[i])); });
  });
  if (all.size() > most_questions) parts::small(html, std::to_string(all.size() - most_questions) + " more: see the table.");
}

void own_warnings(Html& html, const Request& asked, const StandsOutView& view) {
  parts::heading(html, "What our own figures warn of");
  if (view.warnings.empty()) return parts::paragraph(html, "No early warning holds for an indicator of the council’s own.");
  parts::list(html, [&] {
    for (std::size_t i = 0; i < std::min(view.warnings.size(), most_warnings); ++i) {
      const auto& each = view.warnings[i];
      parts::item(html, [&] {
        parts::link(html, council::link(asked, council::path_to("indicators", each.code)), each.title);
        html.text(". " + each.sign + ": " + each.said + (each.also_among_others ? " It stands out among others too." : ""));
      });
    }
  });
  parts::paragraph(html, [&] {
    parts::link(
        html, council::link(asked, "/exceptions"),
        view.more_warnings > 0 ? "All exceptions: " + std::to_string(view.more_warnings) + " more" : "All exceptions");
  });
}

void every_indicator(Html& html, const Request& asked, const StandsOutView& view) {
  parts::heading(html, "Every published indicator");
  parts::Table table(html, "Where the council stands, now and a year before",
                     {{"Indicator", Column::Holds::words, Column::Width::wide},
                      {"Period"},
                      {"Figure", Column::Holds::number},
                      {"Middle of the others", Column::Holds::number},
                      {"Usual distances from it", Column::Holds::number},
                      {"Quarter"},
                      {"A year before"}});
  const auto quarter = [](const JudgedStanding& each, const std::optional<int>& in) {
    return in ? compare::quarter_words(*in, each.indicator.polarity.value_or(indicator::Polarity::neutral))
              : std::string();
  };
  for (std::size_t i = 0; i < std::min(view.all.size(), most_listed); ++i) {
    const auto& each = view.all[i];
    const auto& now = each.standing.now;
    table.row()
        .head([&] { parts::link(html, address_of(asked, each, ""), each.indicator.title); })
        .cell(now.period.words())
        .cell(each.writing.number(now.own))
        .cell(each.writing.number(now.others_median));
    table.cell(compare::Writing{"", 1}.number(std::fabs(assess::spreads_of(each.mads))))
        .cell(quarter(each, each.quartile()))
        .cell(quarter(each, each.quartile_before()));
  }
}

parts::Page stands_out_page(const Request& asked, const Country& country, const StandsOutView& view) {
  parts::Page page;
  page.title = "What stands out";
  page.section = parts::Section::compare;
  auto& html = page.body;
  parts::thread(html,
                {{"Compare", council::link(asked, "/compare")},
                 {"Explore", council::link(asked, "/explore")},
                 {"What stands out", ""}},
                "Where you are");
  parts::title(html, "What stands out for us?");
  parts::lede(html, answer(view));
  parts::filters(html, filters_of(asked, country));
  questions(html, asked, view, "Far from the middle",
            "In no indicator does the council lie unusually far from the middle.", "", is_odd,
            [](const JudgedStanding& each) { return each.far_question(); });
  questions(html, asked, view, "In a worse quarter than a year before",
            "In no indicator whose publisher says which way is better did the council’s quarter get worse.", "trends",
            has_fallen, [](const JudgedStanding& each) { return each.fell_question(); });
  own_warnings(html, asked, view);
  every_indicator(html, asked, view);
  parts::paragraph(html, [&] {
    parts::link(html, "/help/explore", "How this is found");
    html.text(" · ");
    parts::link(html, "/help/exceptions", "What the warnings mean");
  });
  return page;
}

parts::Reply show_stands_out(const Request& asked, Desk& desk) {
  const auto country = compare::country_for(asked, desk);
  StandsOutView view;
  if (country.own && !country.newest.empty()) {
    view.council = country.own->name;
    view.group = country.group.words(*country.own);
    view.all = standings(asked, desk, country);
    add_warnings(asked, desk, view);
  }
  if (auto data = kit::as_data(asked, view, "stands-out.csv")) return *std::move(data);
  if (!country.own || country.newest.empty() || (view.all.empty() && asked.asked("set").empty()))
    return nothing_yet("What stands out", "What stands out for us?");
  return stands_out_page(asked, country, view);
}

}  // namespace

const council::Routes& stands_out_routes() {
  static const council::Routes all = {
      {kit::Method::get, "/explore/stands-out", council::May::read, show_stands_out,
       "What stands out for us: unusual figures and falls among others, and our own early warnings, as questions"},
  };
  return all;
}

}  // namespace explore
