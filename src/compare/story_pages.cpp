// GET and POST /compare/words: the council's own words on how it compares in a published indicator, for a period.
#include "compare/story_pages.h"

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

struct StoryView {
  Country country;
  PublishedLook look;
  calendar::Period period;
  Story before;  // of the period
  std::string answer;
};

// The period that is named, or the newest in which the council has a figure.
std::optional<StoryView> view_of(Desk& desk, const Request& asked, const std::string& set, const std::string& of, const std::string& in) {
  StoryView view{.country = country_for(asked, desk)};
  if (!view.country.own) return std::nullopt;
  auto tx = desk.db.read();
  auto look = look_at(tx, desk.data_folder, view.country, set, of, desk.end_of_today());
  if (!look) return std::nullopt;
  view.look = std::move(*look);
  const auto polarity = view.look.indicator.polarity.value_or(indicator::Polarity::neutral);
  const auto found = comparison(view.look.figures, view.country.authorities, *view.country.own, view.country.group,
                                polarity, in.empty() ? std::nullopt : calendar::Period::parse(in));
  if (!found) return std::nullopt;
  view.period = found->period;
  view.answer = answer(*found, polarity, view.country.group.words(*view.country.own), writing_of(view.look.indicator, view.look.figures));
  view.before = {view.look.series(), view.period, 0, {}, {}, {}};
  for (const auto& each : view.look.stories)
    if (each.period == view.period) view.before = each;
  return view;
}

std::string compare_address(const StoryView& view) {
  const auto series = view.look.series();
  return "/compare?set=" + kit::url_encoded(series.data_set) + "&of=" + kit::url_encoded(series.title) +
         "&in=" + kit::url_encoded(view.period.iso());
}

void earlier(Html& html, const StoryView& view) {
  for (const auto& each : view.look.stories) {
    if (each.period == view.period || each.words.empty()) continue;
    parts::heading(html, "What was written before");
    parts::note(html, each.period.words() + ".", each.words, each.at.date().words());
    return;
  }
}

parts::Page story_page(const Desk& desk, const StoryView& view, const std::string& typed, const kit::Refusals& no) {
  const auto title = (no.any() ? "Error: What lies behind it: " : "What lies behind it: ") + view.look.indicator.title;
  auto page = parts::form_page(parts::Section::compare, title, no);
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::thread(
      html, {{"Compare", "/compare"}, {view.look.indicator.title, compare_address(view)}, {"What lies behind it", ""}},
      "Where you are");
  parts::title(html, "What lies behind this figure here?");
  parts::lede(html, view.answer);
  parts::form(html, "/compare/words", desk.token, parts::Carries::fields, [&] {
    const auto series = view.look.series();
    parts::carried(html, "key", kit::random_name());
    parts::carried(html, "set", series.data_set);
    parts::carried(html, "of", series.title);
    parts::carried(html, "in", view.period.iso());
    parts::carried(html, "seen", std::to_string(view.before.edition));
    parts::textarea(
        html,
        {"words", "In your words, for " + view.period.words(),
         "Why it differs here, what is being done, and what the figure does not show. Everybody who may read sees it beside the figure. Empty it to take it back.",
         parts::error_of("words", no)},
        typed, parts::Rows::many);
    parts::button(html, "Save");
  });
  earlier(html, view);
  return page;
}

parts::Reply nothing_here() {
  return parts::error_page(
      404, "There is nothing to write about: no published indicator of this title has a figure of this council.",
      {"What can be compared", "/compare"});
}

parts::Reply show_story(const Request& asked, Desk& desk) {
  if (asked.asked("of").empty()) return kit::Response::see_other("/compare");
  const auto view = view_of(desk, asked, asked.asked("set"), asked.asked("of"), asked.asked("in"));
  return view ? parts::Reply(story_page(desk, *view, view->before.words, {})) : nothing_here();
}

parts::Reply take_story(const Request& asked, Desk& desk) {
  const auto view = view_of(desk, asked, asked.typed("set"), asked.typed("of"), asked.typed("in"));
  if (!view) return nothing_here();
  auto decided = write(view->before, asked.typed("words"));
  kit::Refusals no = decided ? kit::Refusals() : decided.refusals();
  no.unless(asked.typed("seen") == std::to_string(view->before.edition), "words",
            "Somebody has saved other words since. Read them on the page of the comparison, then write again.");
  if (no.any()) return story_page(desk, *view, asked.typed("words"), no);
  auto& next = *decided;
  next.by = desk.asker.person, next.at = desk.now;

  auto tx = desk.db.write();
  auto deed =
      council::deed_of(desk, decided->words.empty() ? "comparison words taken back" : "comparison words",
                       decided->series.title, decided->period.words(), "comparison words " + asked.typed("key"));
  deed.particulars.was = view->before.words, deed.particulars.became = decided->words;
  const auto recorded = council::record(tx, deed);
  if (recorded.is_new()) add_story(tx, *decided, recorded.id);
  tx.commit();

  return council::see_other(desk, compare_address(*view), decided->words.empty() ? "Taken back." : "Saved. It stands beside the figure.");
}

}  // namespace

const council::Routes& story_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/compare/words", May::review_reports, show_story,
       "The council’s own words on how it compares in a published indicator"},
      {Method::post, "/compare/words", May::review_reports, take_story,
       "Writes what lies behind a figure that is compared, for a period"},
  };
  return all;
}

}  // namespace compare
