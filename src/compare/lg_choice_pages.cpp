// GET and POST /comparators/lg-inform/choose: which metric types are fetched from LG Inform Plus, of which councils and
// periods, and how often.
#include <algorithm>

#include "compare/lg_inform_pages.h"
#include "compare/lg_inform_store.h"
#include "compare/own_area_store.h"
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

constexpr std::string_view here = "/comparators/lg-inform/choose";
constexpr std::size_t most_found = 25;

struct ChooseView {
  std::vector<parts::Choice> areas;
  MetricTypes known;
  std::optional<LgChoice> before;  // the newest edition, gone or not
  bool has_key = false;
  TypedLgChoice typed;
  std::string words;
  kit::Refusals no;

  bool changes() const { return before && !before->gone; }
};

TypedLgChoice as_typed(const LgChoice& choice) {
  return {choice.data_set,
          choice.metric_types,
          "",
          choice.areas,
          std::to_string(choice.periods),
          choice.licence,
          std::string(code(choice.every))};
}

TypedLgChoice typed_in(const Request& asked) {
  TypedLgChoice typed{asked.typed("data_set"), {},
                      asked.typed("others"),   asked.typed("areas"),
                      asked.typed("periods"),  asked.typed("licence"),
                      asked.typed("every")};
  for (const auto& [name, value] : asked.form)
    if (name == "m") typed.ticked.push_back(value);
  return typed;
}

ChooseView view_of(const Request& asked, Desk& desk, const std::string& data_set) {
  const auto country = country_for(asked, desk);
  ChooseView view;
  view.areas.push_back({std::string(all_of_england), "Every council of England"});
  for (const auto& list : country.lists) view.areas.push_back({"list:" + list.name, "Ourselves and the neighbours by " + list.name});
  auto tx = desk.db.read();
  view.known = metric_types(tx);
  view.has_key = load_lg_key(tx).is_there();
  const auto choices = lg_choices(tx);
  if (const auto* found = choice_of(choices, data_set)) view.before = *found;
  return view;
}

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return made;
}

std::vector<MetricType> found(const ChooseView& view) {
  std::vector<MetricType> all;
  const auto looked_for = lower(view.words);
  if (looked_for.empty()) return all;
  for (const auto& [number, each] : view.known)
    if ((number == view.words || lower(each.label).find(looked_for) != std::string::npos) &&
        std::ranges::find(view.typed.ticked, number) == view.typed.ticked.end())
      all.push_back(each);
  std::ranges::sort(all, {}, &MetricType::label);
  return all;
}

parts::Tick tick_of(const MetricType& type, bool ticked) {
  return {type.number, type.label.empty() ? "Metric type " + type.number : type.label + " (" + type.number + ")",
          type.is_open() ? "" : "LG Inform Plus marks it “" + type.security + "”: be sure that you may publish it.",
          ticked};
}

void types(Html& html, const ChooseView& view) {
  const auto offered = found(view);
  parts::heading(html, "What is counted");
  if (!view.known.empty()) {
    parts::input(
        html, {"words", "Words in the name of a metric type", "Such as recycling. What you have ticked stays ticked."},
        view.words);
    parts::buttons(html, [&] { parts::button_named(html, "do", "find", "Find metric types"); });
    if (!view.words.empty())
      parts::paragraph(html, offered.empty() ? "No other metric type has such words in its name."
                             : offered.size() > most_found
                                 ? std::to_string(offered.size()) + " were found; the first " +
                                       std::to_string(most_found) + " are shown. More words find fewer."
                                 : std::to_string(offered.size()) + " found.");
  }
  std::vector<parts::Tick> ticks;
  for (const auto& number : view.typed.ticked) {
    const auto known = view.known.find(number);
    ticks.push_back(tick_of(known == view.known.end() ? MetricType{number, "", "", ""} : known->second, true));
  }
  for (std::size_t i = 0; i < std::min(offered.size(), most_found); ++i) ticks.push_back(tick_of(offered[i], false));
  if (!ticks.empty()) parts::checkboxes(html, "m", "Metric types", ticks);
  parts::input(
      html,
      {"others", view.known.empty() ? "Numbers of metric types" : "Others, by their numbers",
       "LG Inform shows the number in the address of each indicator. With spaces or commas between, such as 2145, 3344.",
       parts::error_of("others", view.no)},
      view.typed.others);
}

void choose_form(Html& html, const Desk& desk, const ChooseView& view) {
  std::vector<parts::Choice> often;
  for (const auto each : all_fetched_every()) often.push_back({std::string(code(each)), std::string(words(each))});
  parts::form(html, here, desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    if (view.changes()) parts::carried(html, "data_set", view.typed.data_set);
    else
      parts::input(html,
                   {"data_set", "Data set",
                    "A name that stays, such as LG Inform: waste. What is fetched later is its next edition.",
                    parts::error_of("data_set", view.no)},
                   view.typed.data_set);
    types(html, view);
    parts::heading(html, "Of whom, and how often");
    parts::select(html,
                  {"areas", "Councils", "Lists of neighbours stand here too once they are brought in.",
                   parts::error_of("areas", view.no)},
                  view.areas, view.typed.areas);
    parts::short_input(
        html, {"periods", "How many of the newest periods", "From 1 to 40.", parts::error_of("periods", view.no)},
        view.typed.periods, parts::Keyboard::number);
    parts::input(html,
                 {"licence", "Licence", "Under which they may be used. LG Inform Plus gives it with each indicator.",
                  parts::error_of("licence", view.no)},
                 view.typed.licence);
    parts::select(html, {"every", "Fetched", {}, parts::error_of("every", view.no)}, often, view.typed.every);
    parts::button(html, view.has_key ? "Save, and fetch now" : "Save");
  });
}

parts::Page choose_page(const Desk& desk, const ChooseView& view) {
  parts::Page page;
  page.title = (view.no.any() ? "Error: " : "") + std::string("Choose what to fetch from LG Inform Plus");
  page.section = parts::Section::compare;
  page.has_data = false;
  if (view.no.any()) page.status = 422;
  auto& html = page.body;
  parts::error_summary(html, view.no);
  parts::thread(html,
                {{"Published figures", "/comparators"},
                 {"LG Inform Plus", "/comparators/lg-inform"},
                 {view.changes() ? view.before->data_set : "Choose what to fetch", ""}},
                "Where you are");
  parts::title(html, view.changes() ? "What is fetched as “" + view.before->data_set + "”?" : "What is to be fetched from LG Inform Plus?");
  if (!view.has_key) parts::inset(html, "There is no key yet: what you choose waits until it is given.");
  choose_form(html, desk, view);
  return page;
}

parts::Reply show_choose(const Request& asked, Desk& desk) {
  auto view = view_of(asked, desk, asked.asked("set"));
  if (!asked.asked("set").empty() && !view.changes())
    return parts::error_page(404, "No such data set is fetched from LG Inform Plus.",
                             {"LG Inform Plus", "/comparators/lg-inform"});
  view.typed = view.changes() ? as_typed(*view.before)
                              : TypedLgChoice{"",
                                              {},
                                              "",
                                              std::string(all_of_england),
                                              "8",
                                              "Open Government Licence v3.0",
                                              std::string(code(FetchedEvery::four_weeks))};
  return choose_page(desk, view);
}

parts::Reply take_choice(const Request& asked, Desk& desk) {
  auto view = view_of(asked, desk, asked.typed("data_set"));
  view.typed = typed_in(asked), view.words = asked.typed("words");
  if (asked.typed("do") == "find") return choose_page(desk, view);
  std::vector<std::string> areas;
  for (const auto& each : view.areas) areas.push_back(each.value);
  auto decided = lg_choice(view.typed, areas);
  if (!decided) return view.no = decided.refusals(), choose_page(desk, view);
  auto choice = *decided;
  choice.edition = view.before ? view.before->edition + 1 : 1, choice.by = desk.asker.person, choice.at = desk.now;

  auto tx = desk.db.write();
  auto deed = council::deed_of(desk, "fetching chosen", choice.data_set,
                               std::to_string(choice.metric_types.size()) + " metric types of LG Inform Plus, " +
                                   std::string(words(choice.every)),
                               "lg inform " + asked.typed("key"));
  deed.moves = council::Moves::nothing;
  const auto recorded = council::record(tx, std::move(deed));
  if (recorded.is_new()) {
    add_lg_choice(tx, choice, recorded.id);
    if (view.has_key) ask_for_fetch(tx, choice.data_set, desk.asker.person.empty() ? "goldenthread" : desk.asker.person, desk.now);
  }
  tx.commit();

  return council::see_other(
      desk, "/comparators/lg-inform",
      view.has_key ? "Saved. It is fetched within seconds." : "Saved. It is fetched once the key is given.");
}

}  // namespace

const council::Routes& lg_choice_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/comparators/lg-inform/choose", May::bring_in_files, show_choose,
       "The form by which is chosen what LG Inform Plus brings"},
      {Method::post, "/comparators/lg-inform/choose", May::bring_in_files, take_choice,
       "Saves what is fetched from LG Inform Plus as one data set"},
  };
  return all;
}

}  // namespace compare
