// The routes stand at the end: GET and POST /reports/{pack}/sections/{section}/published, POST …/take-out, POST
// …/group: which published figures a section shows, under which heading, and beside whom.
#include <algorithm>
#include <set>

#include "assess/picture_store.h"
#include "compare/compare_list_pages.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/table.h"
#include "parts/text.h"
#include "report/pack_change.h"
#include "report/pack_pages.h"
#include "report/pack_store.h"

namespace report {
namespace {

using compare::Country;
using compare::Series;
using council::Desk;
using council::May;
using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Column;
using parts::Reply;

constexpr std::size_t most_offered = 100;

Reply not_there() { return parts::error_page(404, "There is no section of published figures of this name.", {"All reports", "/reports"}); }

// What is chosen, and what more there is that fits the words looked for.
struct Choosing {
  Pack pack;
  std::string section;
  Country country;
  std::vector<Series> offered;
  std::set<Series> there;  // whatever could be chosen
  std::size_t fit = 0;

  const Section& shown() const { return *std::ranges::find(pack.sections, section, &Section::name); }
  std::string address() const { return "/reports/" + pack.code + "/sections/" + section + "/published"; }
};

std::string in_one(const Series& series) { return series.data_set + "\n" + series.title; }
Series taken_apart(const std::string& text) {
  const auto end = std::min(text.find('\n'), text.size());
  return {text.substr(0, end), text.substr(std::min(end + 1, text.size()))};
}

void look_for(Choosing& made, kit::Transaction& tx, const std::string& words) {
  const auto looked_for = compare::plain_area_name(words);
  for (const auto& load : made.country.newest) {
    if (load.are_small) continue;
    for (auto& each : compare::indicators_of(tx, load.number)) {
      Series series{load.data_set, std::move(each.title)};
      made.there.insert(series);
      const bool is_chosen = std::ranges::find(made.shown().published, series, &PlaceFigure::series) != made.shown().published.end();
      if (is_chosen ||
          (!words.empty() &&
           compare::plain_area_name(load.data_set + " " + series.title).find(looked_for) == std::string::npos))
        continue;
      if (++made.fit <= most_offered) made.offered.push_back(std::move(series));
    }
  }
}

std::optional<Choosing> choosing(kit::Transaction& tx, const Request& asked, const assess::Picture& picture) {
  const auto packs = load_packs(tx);
  const auto* pack = find(packs, asked.value("pack"));
  if (!pack) return std::nullopt;
  const auto section = std::ranges::find(pack->sections, asked.value("section"), &Section::name);
  if (section == pack->sections.end() || section->shows != Shows::published) return std::nullopt;
  Choosing made{*pack, section->name, compare::country_in(tx, picture.as_at, picture.council.setting("area_code")), {}, {}, 0};
  made.country.group = compare::group_in(tx, made.country, section->compare_with);
  look_for(made, tx, asked.asked("find"));
  return made;
}

void carry(Html& html, const Choosing& of) {
  parts::carried(html, "key", kit::random_name());
  parts::carried(html, "seen", std::to_string(of.pack.edition));
}

void chosen_table(Html& html, const Choosing& of, const Desk& desk) {
  parts::heading(html, "What it shows", "chosen");
  if (of.shown().published.empty())
    return parts::paragraph(html,
                            "Nothing yet. Find figures below, tick them, and say under which heading they stand.");
  parts::Table table(
      html, "Published figures of this section",
      {{"Heading"}, {"Published figure", Column::Holds::words, Column::Width::wide}, {"Data set"}, {"Take out"}});
  for (const auto theme : all_themes())
    for (const auto& one : of.shown().published) {
      if (one.theme != theme) continue;
      table.row().cell(words(theme)).head(one.series.title).cell(one.series.data_set).cell([&] {
        parts::form(html, of.address() + "/take-out", desk.token, parts::Carries::fields, [&] {
          carry(html, of);
          parts::carried(html, "series", in_one(one.series));
          parts::link_button(html, "Take out: " + one.series.title);
        });
      });
    }
}

void group_form(Html& html, const Choosing& of, const Desk& desk) {
  parts::heading(html, "Beside whom", "beside");
  parts::form(html, of.address() + "/group", desk.token, parts::Carries::fields, [&] {
    carry(html, of);
    const auto filter = compare::group_filter(of.country);
    parts::select(html, {"group", "The district is compared with"}, filter.choices, filter.chosen);
    parts::second_button(html, "Save whom it is compared with");
  });
}

void offer_form(Html& html, const Choosing& of, const Desk& desk, const Refusals& no) {
  std::vector<parts::Choice> themes;
  for (const auto theme : all_themes()) themes.push_back({std::string(code(theme)), std::string(words(theme))});
  parts::form(html, of.address(), desk.token, parts::Carries::fields, [&] {
    carry(html, of);
    {
      parts::Table table(html, "Published figures to choose from",
                         {{"Tick"}, {"Published figure", Column::Holds::words, Column::Width::wide}, {"Data set"}});
      for (const auto& each : of.offered)
        table.row()
            .cell([&] { parts::tick(html, "series", in_one(each), each.title); })
            .head(each.title)
            .cell(each.data_set);
    }
    if (of.fit > of.offered.size())
      parts::small(html, "The first " + std::to_string(of.offered.size()) + " of " + std::to_string(of.fit) +
                             " are listed. Find others by words in their titles.");
    parts::select(html, {"theme", "Under which heading", {}, parts::error_of("theme", no)}, themes, "people");
    parts::button(html, "Add what is ticked");
  });
}

void offered(Html& html, const Choosing& of, const Desk& desk, const std::string& words, const Refusals& no) {
  parts::heading(html, "Add published figures", "add");
  if (of.country.newest.empty()) {
    return parts::inset(html, [&] {
      parts::paragraph(html, "No file of published figures is here yet. Bring one in, then come back.");
      parts::link(html, "/comparators", "Published figures");
    });
  }
  parts::asking_form(html, of.address(), "Find published figures", [&] {
    parts::input(html, {"find", "Words in the title or data set", "Such as life expectancy. Leave it empty to see all."}, words);
    parts::second_button(html, "Find");
  });
  if (of.offered.empty())
    return parts::paragraph(html, words.empty() ? "Everything that is here is chosen already."
                                                : "No other published figure has these words. Try fewer of them.");
  offer_form(html, of, desk, no);
}

std::string answer(const Section& section) {
  const auto count = section.published.size();
  if (count == 0) return "None is chosen yet, so the report says that nothing was chosen.";
  return std::to_string(count) + (count == 1 ? " published figure is" : " published figures are") +
         " chosen. The report shows each beside its neighbours, with what changed, from the next run on.";
}

parts::Page published_page(const Choosing& of, const Request& asked, const Desk& desk, const Refusals& no = {}) {
  auto page = parts::form_page(parts::Section::reports, "Choose published figures", no);
  auto& html = page.body;
  const auto report = "/reports/" + of.pack.code;
  parts::error_summary(html, no);
  parts::thread(html,
                {{"Reports", "/reports"},
                 {of.pack.title, report},
                 {"Change", report + "/change"},
                 {of.shown().title, report + "/sections/" + of.section},
                 {page.title, ""}},
                "Where you are");
  parts::title(html, "Which published figures does “" + of.shown().title + "” show?");
  parts::lede(html, answer(of.shown()));
  chosen_table(html, of, desk);
  if (of.country.own) group_form(html, of, desk);
  offered(html, of, desk, asked.asked("find"), no);
  parts::paragraph(html, [&] { parts::link(html, report + "/preview", "See how the report would look now"); });
  return page;
}

Reply show_published(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto found = choosing(tx, asked, *picture);
  return found ? Reply(published_page(*found, asked, desk)) : not_there();
}

// Gathers, decides by `change`, and keeps the pack's next edition.
template <class Change>
Reply send(const Request& asked, Desk& desk, const std::string& sentence, const Change& change) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.write();
  const auto found = choosing(tx, asked, *picture);
  if (!found) return not_there();

  const kit::Verdict<Pack> changed = change(*found);
  Refusals no = changed.refusals();
  no.unless(asked.typed("seen") == std::to_string(found->pack.edition), "",
            "Somebody has changed this report since you opened it. This is how it is now.");
  if (no.any()) return published_page(*found, asked, desk, no);

  auto deed = council::deed_of(desk, "report pack changed", found->pack.code, found->shown().title, "report pack " + asked.typed("key"));
  if (const auto recorded = council::record(tx, deed); recorded.is_new()) add_pack(tx, *changed, recorded.id);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, found->address(), sentence);
}

Reply send_more(const Request& asked, Desk& desk) {
  return send(asked, desk, "Added. It holds from the next run.", [&](const Choosing& of) {
    std::vector<PlaceFigure> more;
    const auto theme = read_theme(asked.typed("theme")).value_or(Theme::other);
    for (const auto& [name, value] : asked.form)
      if (name == "series" && of.there.contains(taken_apart(value))) more.push_back({theme, taken_apart(value)});
    return show_published(of.pack, of.section, more, desk.asker, desk.now);
  });
}

Reply send_take_out(const Request& asked, Desk& desk) {
  return send(asked, desk, "Taken out. It holds from the next run.", [&](const Choosing& of) {
    return take_out_published(of.pack, of.section, taken_apart(asked.typed("series")), desk.asker, desk.now);
  });
}

Reply send_group(const Request& asked, Desk& desk) {
  return send(asked, desk, "Saved. It holds from the next run.", [&](const Choosing& of) {
    const auto choices = compare::group_filter(of.country).choices;
    const bool is_one = std::ranges::find(choices, asked.typed("group"), &parts::Choice::value) != choices.end();
    return compare_published_with(of.pack, of.section, is_one ? asked.typed("group") : "", desk.asker, desk.now);
  });
}

}  // namespace

const council::Routes& published_routes() {
  using kit::Method;
  static const council::Routes routes = {
      {Method::get, "/reports/{pack}/sections/{section}/published", May::prepare_reports, show_published,
       "Which published figures a section of a report shows"},
      {Method::post, "/reports/{pack}/sections/{section}/published", May::prepare_reports, send_more,
       "Show some more published figures in a section of a report"},
      {Method::post, "/reports/{pack}/sections/{section}/published/take-out", May::prepare_reports, send_take_out,
       "Take a published figure out of a section of a report"},
      {Method::post, "/reports/{pack}/sections/{section}/published/group", May::prepare_reports, send_group,
       "Say with whom a section of published figures compares the district"},
  };
  return routes;
}

}  // namespace report
