// GET and POST /compare/mapping/{indicator}, POST …/take-back: says once which published indicator one of ours stands beside, with the
// definitions of both sides in view.
#include "compare/mapping_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "compare/brought_in.h"
#include "compare/compare_list_pages.h"
#include "compare/mapped_store.h"
#include "compare/mapping_list_pages.h"
#include "compare/mapping_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace compare {
namespace {

using assess::Kept;
using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Column;

constexpr std::size_t most_offered = 12;

struct Look {
  std::shared_ptr<const assess::Picture> picture;
  const Kept* kept = nullptr;
  Country country;
  std::optional<Mapping> before;  // the newest edition, taken back or not
  Offer offer;
  std::optional<Candidate> chosen;
  std::optional<double> times;
  std::optional<AreaFigure> ours, theirs;  // our own newest figure, and the newest published one of ours

  const Mapping* mapping() const { return before && !before->gone ? &*before : nullptr; }
  Sides sides() const { return {kept->now(), chosen->published, times}; }
};

void look_at_figures(Look& look, const std::string& data_folder) {
  const auto load = std::ranges::find(look.country.newest, look.chosen->series.data_set, &Load::data_set);
  const auto own = own_figures(*look.kept, look.country.asked);
  const auto published = figures_of(duck_in(data_folder), *load, look.chosen->series.title);
  look.times = times_of(own, published, look.country.asked);
  for (const auto& each : own)
    if (!look.ours || look.ours->period <= each.period) look.ours = each;
  for (const auto& each : published)
    if (each.area == look.country.asked && each.value) look.theirs = each;
}

// None where there is no such indicator. The published one that was asked for, or the one it is mapped to.
std::optional<Look> look_for(const Request& asked, Desk& desk, const Series& series) {
  Look look;
  look.picture = assess::picture_for({}, desk);
  look.kept = look.picture->find(asked.value("indicator"));
  if (!look.kept) return std::nullopt;
  auto tx = desk.db.read();
  look.country = country_in(tx, desk.end_of_today(), look.picture->council.setting("area_code"));
  look.offer = offer_of(tx, look.country);
  for (const auto& each : load_mappings(tx, desk.end_of_today()))
    if (each.indicator == look.kept->id) look.before = each;
  const auto wanted = series.title.empty() && look.mapping() ? look.mapping()->series : series;
  const auto found = std::ranges::find(look.offer.all, wanted, &Candidate::series);
  if (found == look.offer.all.end()) return look;
  look.chosen = *found;
  look_at_figures(look, desk.data_folder);
  return look;
}

std::string direction_words(std::optional<indicator::Polarity> polarity) {
  return polarity ? std::string(indicator::words(*polarity)) : "not said";
}
std::string unit_words(const std::string& unit) { return unit.empty() ? "a count, or not said" : unit; }

void both_sides(Html& html, const Look& look) {
  const auto& d = look.kept->now();
  const auto& published = look.chosen->published;
  const auto load = std::ranges::find(look.country.newest, look.chosen->series.data_set, &Load::data_set);
  const auto writing = look.theirs ? writing_of(published, std::vector{*look.theirs}) : Writing{};
  parts::heading(html, "Both sides");
  parts::Table table(html, "Definitions of both sides",
                     {{"What"}, {"Ours", Column::Holds::long_words}, {"Published", Column::Holds::long_words}});
  const auto line = [&](std::string_view what, const std::string& ours, const std::string& theirs) {
    table.row().head(what).cell([&] { html.text(ours); }).cell([&] { html.text(theirs); });
  };
  line("Title", d.title, published.title);
  line("What it counts", d.meaning + (d.formula.empty() ? "" : " " + d.formula),
       "As “" + load->data_set + "”" + (load->publisher.empty() ? "" : " of " + load->publisher) +
           " defines it: read its notes.");
  line("Unit", unit_words(d.unit), unit_words(published.unit));
  line("Good direction", direction_words(d.polarity), direction_words(published.polarity));
  line("Periods", std::string(calendar::words(d.frequency)) + ", in years from April",
       look.theirs ? "the newest of ours: " + look.theirs->period.words() : "none of ours");
  line("Our newest figure",
       look.ours ? indicator::written(*look.ours->value, d) + " in " + look.ours->period.words() : "none",
       look.theirs ? writing.number(*look.theirs->value) + " in " + look.theirs->period.words() : "none");
}

void answers_form(Html& html, const Desk& desk, const Look& look, const TypedMapping& typed, const kit::Refusals& no) {
  const std::vector<parts::Choice> answers = {{"", "Choose one"}, {"same", "The same"}, {"differs", "They differ"}};
  parts::heading(html, "Are they like with like?");
  parts::form(html, mapping_address(*look.kept), desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::carried(html, "set", look.chosen->series.data_set);
    parts::carried(html, "of", look.chosen->series.title);
    parts::select(html,
                  {"definition", "Definition", "Do both count the same thing, in the same way?",
                   parts::error_of("definition", no)},
                  answers, typed.definition);
    parts::select(html,
                  {"years", "Year", "Years from April, from September or from January?", parts::error_of("years", no)},
                  answers, typed.years);
    parts::select(
        html, {"unit", "Unit", "Figures in different units are never put side by side.", parts::error_of("unit", no)},
        answers, typed.unit);
    parts::textarea(
        html,
        {"differs", "How do they differ?",
         "Only where they do. It stands before the comparison, which is then context only: it gives no warning.",
         parts::error_of("differs", no)},
        typed.differs);
    auto groups = group_filter(look.country);
    parts::select(html,
                  {"compare_with", "Compare with", "On the indicator’s page and for warnings.",
                   parts::error_of("compare_with", no)},
                  groups.choices, typed.compare_with);
    parts::button(html, look.mapping() ? "Save the change" : "Put them side by side");
  });
}

void take_back_form(Html& html, const Desk& desk, const Look& look) {
  if (!look.mapping()) return;
  parts::form(html, mapping_address(*look.kept) + "/take-back", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::second_button(html, "Take the mapping back");
  });
}

void search(Html& html, const Request& asked, const Look& look) {
  const auto words = asked.asked("words");
  parts::heading(html, look.chosen ? "Or another published indicator" : "Choose the published indicator");
  parts::asking_form(html, mapping_address(*look.kept), "Published indicators", [&] {
    parts::input(html, {"words", "Words in its title"}, words);
    parts::buttons(html, [&] { parts::second_button(html, "Look"); });
  });
  auto found = candidates(look.offer, look.kept->now(), words, most_offered);
  std::erase_if(found, [&](const auto& each) { return look.chosen && each.series == look.chosen->series; });
  if (found.empty())
    return parts::paragraph(
        html, words.empty() ? "None has a title like this one’s. Look for words that its publisher would use."
                            : "No published indicator in the same unit and direction has such words in its title.");
  parts::list(html, [&] {
    for (const auto& each : found)
      parts::item(html, [&] {
        parts::link(html, mapping_address(*look.kept, each.series), each.published.title);
        parts::muted(html, ", " + each.series.data_set);
      });
  });
}

parts::Page look_page(const Request& asked, const Desk& desk, const Look& look, const TypedMapping& typed, const kit::Refusals& no) {
  const auto& d = look.kept->now();
  auto made = page_of_comparing((no.any() ? "Error: " : "") + d.code + " and published figures");
  made.has_data = false;
  if (no.any()) made.status = 422;
  auto& html = made.body;
  parts::thread(html, {{"Compare", "/compare"}, {"Indicators and published figures", "/compare/mapping"}, {d.code, ""}}, "Where you are");
  parts::error_summary(html, no);
  parts::title(html, d.title);
  const auto* mapping = look.mapping();
  const bool is_gone = mapping && std::ranges::find(look.offer.all, mapping->series, &Candidate::series) == look.offer.all.end();
  parts::lede(html, !mapping  ? "This indicator stands beside no published one yet."
                    : is_gone ? "It was mapped to “" + mapping->series.title + "”, which the newest file of “" +
                                    mapping->series.data_set + "” no longer has."
                              : "It stands beside “" + mapping->series.title + "” of “" + mapping->series.data_set +
                                    "”. A later file of that data set is used by itself.");
  if (look.chosen) {
    both_sides(html, look);
    const auto never = why_never(look.sides());
    for (const auto& each : never) parts::inset(html, each);
    if (never.empty()) answers_form(html, desk, look, typed, no);
  }
  take_back_form(html, desk, look);
  search(html, asked, look);
  return made;
}

parts::Reply nothing_here() {
  return parts::error_page(404, "There is no such indicator. Choose one from the list.",
                           {"Indicators and published figures", "/compare/mapping"});
}

TypedMapping typed_of(const Look& look) {
  const auto* m = look.mapping();
  if (!m || !look.chosen || look.chosen->series != m->series) return {"", "", "", "", "tier"};
  const auto word = [](Alike alike) { return alike == Alike::same ? "same" : "differs"; };
  return {word(m->definition), word(m->years), "same", m->differs, m->compare_with};
}

parts::Reply show_one(const Request& asked, Desk& desk) {
  const auto look = look_for(asked, desk, {asked.asked("set"), asked.asked("of")});
  return look ? parts::Reply(look_page(asked, desk, *look, typed_of(*look), {})) : nothing_here();
}

void record(Desk& desk, const Kept& kept, const Mapping& mapping, std::string what, const std::string& key) {
  auto tx = desk.db.write();
  const auto recorded =
      council::record(tx, council::deed_of(desk, std::move(what), kept.now().code,
                                           "“" + mapping.series.title + "” of “" + mapping.series.data_set + "”" +
                                               (mapping.differs.empty() ? "" : ", context only"),
                                           "mapping " + key));
  if (recorded.is_new()) add_mapping(tx, mapping, recorded.id);
  tx.commit();
}

parts::Reply take_mapping(const Request& asked, Desk& desk) {
  const auto look = look_for(asked, desk, {asked.typed("set"), asked.typed("of")});
  if (!look) return nothing_here();
  const TypedMapping typed{asked.typed("definition"), asked.typed("years"), asked.typed("unit"), asked.typed("differs"),
                           asked.typed("compare_with")};
  kit::Refusals no;
  no.unless(look->chosen.has_value(), "words", "The newest files have no such published indicator. Choose one from the list.");
  const auto groups = group_filter(look->country).choices;
  no.unless(typed.compare_with.empty() ||
                std::ranges::find(groups, typed.compare_with, &parts::Choice::value) != groups.end(),
            "compare_with", "Choose a group from the list.");
  if (no.any()) return look_page(asked, desk, *look, typed, no);

  Mapping next{.indicator = look->kept->id,
               .edition = look->before ? look->before->edition : 0,
               .series = look->chosen->series,
               .by = desk.asker.person,
               .at = desk.now};
  const auto decided = map(look->sides(), std::move(next), typed);
  if (!decided) return look_page(asked, desk, *look, typed, decided.refusals());

  record(desk, *look->kept, *decided, "mapping", asked.typed("key"));

  return council::see_other(desk, "/compare/mapping",
                            "Saved. " + look->kept->now().code + " stands beside “" + decided->series.title + "”.");
}

parts::Reply take_back(const Request& asked, Desk& desk) {
  const auto look = look_for(asked, desk, {});
  if (!look) return nothing_here();
  if (!look->mapping()) return council::see_other(desk, "/compare/mapping", "It was not mapped. Nothing was saved.");

  Mapping next = *look->mapping();
  ++next.edition, next.gone = true, next.by = desk.asker.person, next.at = desk.now;
  record(desk, *look->kept, next, "mapping taken back", asked.typed("key"));

  return council::see_other(desk, "/compare/mapping", "Taken back. " + look->kept->now().code + " stands beside no published indicator.");
}

}  // namespace

const council::Routes& mapping_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/compare/mapping/{indicator}", May::bring_in_files, show_one,
       "One indicator and the published one beside it: both definitions, and whether they are like with like"},
      {Method::post, "/compare/mapping/{indicator}", May::bring_in_files, take_mapping,
       "Puts an indicator beside a published one"},
      {Method::post, "/compare/mapping/{indicator}/take-back", May::bring_in_files, take_back, "Takes a mapping back"},
  };
  return all;
}

}  // namespace compare
