// The routes stand at the end: GET /cover, POST /cover, POST /cover/{number}/end.
#include "council/cover_pages.h"

#include <algorithm>

#include "council/council_store.h"
#include "council/cover_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/as_data.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/narrow_form.h"
#include "parts/table.h"

namespace council {
namespace {

using kit::Html;
using kit::Request;

struct CoverView {
  std::int64_t number = 0;
  std::string person, person_name, deputy, deputy_name, reason, stands;
  kit::Date first_day{}, last_day{};
  bool can_end = false;
};
template <class Teller>
void describe(Teller& t, const CoverView& cover) {
  t.field("number", cover.number);
  t.field("person", cover.person);
  t.field("person_name", cover.person_name);
  t.field("deputy", cover.deputy);
  t.field("deputy_name", cover.deputy_name);
  t.field("first_day", cover.first_day);
  t.field("last_day", cover.last_day);
  t.field("stands", cover.stands);
  t.field("reason", cover.reason);
}

struct CoversView {
  std::vector<CoverView> covers;
};
template <class Teller>
void describe(Teller& t, const CoversView& view) {
  t.rows("covers", view.covers);
}

struct Facts {
  Council council;
  std::vector<Cover> covers;
};

Facts gather(kit::Transaction& tx, kit::Moment now) { return {load_council(tx, now, newest_record(tx)), load_covers(tx)}; }

std::string stands(const Cover& cover, kit::Date today) {
  if (cover.gone) return "Ended early";
  if (cover.last_day < today) return "Over";
  return cover.first_day > today ? "Begins later" : "Now";
}

// What concerns the asker: the own deputies, those one stands in for, and those of people within reach.
bool concerns(const Cover& cover, const Facts& facts, const Asker& asker) {
  return cover.deputy == asker.person || !why_not_cover(facts.council, cover.person, asker).any();
}

CoversView view_of(const Facts& facts, const Asker& asker, kit::Date today) {
  const auto name = [&](const std::string& code) {
    const auto* person = facts.council.person(code);
    return person ? person->name : code;
  };
  CoversView view;
  for (const auto& c : facts.covers) {
    if (!concerns(c, facts, asker) || c.last_day.plus(longest_cover) < today) continue;
    const bool can_end = !c.is_over(today) && !why_not_cover(facts.council, c.person, asker).any();
    view.covers.push_back({c.id, c.person, name(c.person), c.deputy, name(c.deputy), c.reason, stands(c, today),
                           c.first_day, c.last_day, can_end});
  }
  std::ranges::stable_sort(view.covers, std::ranges::greater{}, &CoverView::first_day);
  return view;
}

template <class Fits>
std::vector<parts::Choice> choices(const Facts& facts, const Fits& fits) {
  std::vector<parts::Choice> all;
  for (const auto& person : facts.council.people)
    if (!person.gone && fits(person)) all.push_back({person.code, person.name + (person.job.empty() ? "" : ", " + person.job)});
  std::ranges::sort(all, {}, &parts::Choice::text);
  return all;
}

void covers_table(Html& html, const Desk& desk, const CoversView& view) {
  if (view.covers.empty()) return parts::paragraph(html, "No deputy is named.");
  parts::Table table(
      html, "Deputies, newest first",
      {{"For"}, {"Deputy"}, {"From"}, {"To"}, {"Stands"}, {"Why", parts::Column::Holds::long_words}, {"End"}});
  for (const auto& cover : view.covers) {
    table.row()
        .head(cover.person_name)
        .cell(cover.deputy_name)
        .cell(cover.first_day.words())
        .cell(cover.last_day.words())
        .cell(cover.stands)
        .cell(cover.reason);
    table.cell([&] {
      if (!cover.can_end) return;
      parts::form(html, "/cover/" + std::to_string(cover.number) + "/end", desk.token, parts::Carries::fields, [&] {
        parts::carried(html, "key", kit::random_name());
        parts::link_button(html, "End " + cover.deputy_name + "’s cover");
      });
    });
  }
}

void deputy_form(Html& html, const Desk& desk, const Facts& facts, const CoverTyped& typed, const kit::Refusals& no) {
  const auto& asker = desk.asker;
  const auto people = choices(facts, [&](const Person& person) { return !why_not_cover(facts.council, person.code, asker).any(); });
  auto deputies = choices(facts, [&](const Person& person) {
    return may_be_deputy(person) && (people.size() > 1 || person.code != asker.person);
  });
  deputies.insert(deputies.begin(), {"", "Choose a deputy"});
  parts::form(html, "/cover", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    if (people.size() > 1)
      parts::select(html, {"person", "For whom", {}, parts::error_of("person", no)}, people,
                    typed.person.empty() ? asker.person : typed.person);
    else parts::carried(html, "person", asker.person);
    parts::select(
        html, {"deputy", "Deputy", "Only people whose role enters figures are listed.", parts::error_of("deputy", no)},
        deputies, typed.deputy);
    parts::day_input(html, {"first_day", "First day", {}, parts::error_of("first_day", no)}, typed.first_day);
    parts::day_input(html, {"last_day", "Last day", "This day is in it. At most a year.", parts::error_of("last_day", no)}, typed.last_day);
    parts::input(html,
                 {"reason", "Why (optional)", "For example: annual leave. People who see the record read it.",
                  parts::error_of("reason", no)},
                 typed.reason);
    parts::button(html, "Name the deputy");
  });
}

parts::Page cover_page(const Desk& desk, const Facts& facts, const CoverTyped& typed, const kit::Refusals& no) {
  parts::Page page;
  page.title = no.any() ? "Error: deputies" : "Deputies";
  page.status = no.any() ? 400 : 200;
  page.has_data = !no.any();
  page.section = parts::Section::cycle;
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::title(html, "Deputies");
  parts::lede(
      html,
      "While you are away a deputy enters and checks figures for you. Nobody checks a figure they entered themselves, deputies included.");
  covers_table(html, desk, view_of(facts, desk.asker, desk.now.date()));
  if (!why_not(May::hand_over, desk.asker).any())
    parts::paragraph(html, [&] { parts::link(html, "/hand-over", "Someone leaves for good: hand over everything they own"); });
  parts::heading(html, "Name a deputy");
  deputy_form(html, desk, facts, typed, no);
  return page;
}

parts::Reply show_covers(const Request& asked, Desk& desk) {
  auto tx = desk.db.read();
  const auto facts = gather(tx, desk.now);
  const auto view = view_of(facts, desk.asker, desk.now.date());
  if (auto data = kit::as_data(asked, view, "deputies.csv")) return *std::move(data);
  const auto today = desk.now.date();
  return cover_page(desk, facts, {asked.asked("person"), "", today.iso(), today.plus(13).iso(), ""}, {});
}

parts::Reply refused(const kit::Refusals& no) {
  return parts::error_page(403, no.all().front().sentence, {"Why may I not?", "/help/why-not/hand_over"});
}

std::string authority_of(const Desk& desk, const Cover& cover) {
  return cover.person == desk.asker.person ? "own deputy" : std::string(words(desk.asker.role));
}

parts::Reply take_deputy(const Request& asked, Desk& desk) {
  const CoverTyped typed{asked.typed("person").empty() ? desk.asker.person : asked.typed("person"),
                         asked.typed("deputy"), asked.typed("first_day"), asked.typed("last_day"),
                         asked.typed("reason")};
  auto tx = desk.db.write();
  if (find_record(tx, asked.typed("key"))) return see_other(desk, "/cover", "The deputy was named already.");
  const auto facts = gather(tx, desk.now);

  const auto no = why_not_cover(facts.council, typed.person, desk.asker);
  if (no.any()) return refused(no);
  const auto cover = name_deputy(typed, facts.council, facts.covers, desk.asker, desk.now);
  if (!cover) return cover_page(desk, facts, typed, cover.refusals());

  auto deed = deed_of(desk, "deputy", cover->person, "named " + cover->deputy, asked.typed("key"));
  deed.particulars.authority = authority_of(desk, *cover);
  deed.particulars.became = words(*cover, facts.council);
  add_cover(tx, *cover, record(tx, std::move(deed)).id);
  tx.commit();

  return see_other(desk, "/cover", "Saved. " + words(*cover, facts.council) + ".");
}

parts::Reply end_one(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto facts = gather(tx, desk.now);
  const auto found = std::ranges::find_if(facts.covers, [&](const Cover& one) { return std::to_string(one.id) == asked.value("number"); });
  // What does not concern the asker looks the same as what is not there.
  if (found == facts.covers.end() || !concerns(*found, facts, desk.asker))
    return parts::error_page(404, "There is no such deputy. Start from the list of deputies.");
  if (const auto no = why_not_cover(facts.council, found->person, desk.asker); no.any()) return refused(no);

  const auto ended = end_cover(*found, facts.council, desk.asker, desk.now);
  if (!ended) return see_other(desk, "/cover", ended.refusals().all().front().sentence);

  auto deed = deed_of(desk, "deputy", ended->person, "ended " + ended->deputy, asked.typed("key"));
  deed.particulars.authority = authority_of(desk, *ended);
  deed.particulars.was = words(*found, facts.council);
  deed.particulars.became = "ended on " + desk.now.date().words();
  const auto done = record(tx, std::move(deed));
  if (done.is_new()) add_cover(tx, *ended, done.id);
  tx.commit();

  return see_other(desk, "/cover", "Ended. The deputy no longer enters or checks figures in this place.");
}

}  // namespace

const Routes& cover_routes() {
  static const Routes routes = {
      {kit::Method::get, "/cover", May::own_account, show_covers, "Deputies with dates: your own, and of people within your reach"},
      {kit::Method::post, "/cover", May::own_account, take_deputy, "Names a deputy from day to day"},
      {kit::Method::post, "/cover/{number}/end", May::own_account, end_one, "Ends a deputy before the last day"},
  };
  return routes;
}

}  // namespace council
