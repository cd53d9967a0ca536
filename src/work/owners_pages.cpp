// The routes stand at the end: GET /owners, GET and POST /owners/{indicator}.
#include "work/owners_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "collect/entry.h"
#include "council/address.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "indicator/indicator_store.h"
#include "kit/as_data.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/hand_over.h"
#include "work/hand_over_store.h"

namespace work {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Column;
using parts::Reply;

void owners_table(Html& html, const OwnersView& view) {
  parts::Table table(html, "Indicators that wait for somebody who is not there",
                     {{"Indicator", Column::Holds::words, Column::Width::wide},
                      {"Who"},
                      {"Why", Column::Holds::long_words},
                      {"What to do", Column::Holds::long_words}});
  for (const auto& one : view.indicators) {
    table.row().head([&] {
      parts::link(html, council::path_to("indicators", one.code), one.title);
      parts::small(html, one.code + (one.service_name.empty() ? "" : " · " + one.service_name));
    });
    table.cell([&] {
      html.text(one.name.empty() ? "Nobody" : one.name);
      parts::small(html, one.as);
    });
    table.cell(one.why).cell([&] { parts::link(html, {one.what_to_do, one.where}); });
  }
}

Reply show_owners(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto view = owners(*picture, load_sign_ins(tx), desk.asker, desk.now);
  if (auto data = kit::as_data(asked, view, "owners.csv")) return *std::move(data);

  parts::Page page;
  page.title = "Indicators that wait for nobody";
  page.section = parts::Section::cycle;
  auto& html = page.body;
  parts::title(html, page.title);
  parts::lede(html, view.lede);
  if (!view.indicators.empty()) owners_table(html, view);
  parts::paragraph(html, [&] {
    html.text(
        "Looked for: no owner or checker, one who has left, cannot sign in, or has not signed in since the last whole period began. ");
    parts::link(html, "/help/away", "What to do when someone leaves");
  });
  return page;
}

// Who answers for one indicator.

struct NamedView {
  std::string code, title;
  Named named;
};
template <class Teller>
void describe(Teller& t, const NamedView& view) {
  t.field("indicator", view.code);
  t.field("title", view.title);
  t.field("owner", view.named.owner);
  t.field("checker", view.named.checker);
  t.field("deputy", view.named.deputy);
}

const assess::Kept* find(const assess::Picture& picture, const Request& asked, const Desk& desk) {
  const auto* kept = picture.find(asked.value("indicator"));
  const bool is_there = kept && !(kept->now().ends && *kept->now().ends < desk.now.date());
  return is_there && !council::why_not(May::hand_over, desk.asker, collect::subject_of(kept->now())).any() ? kept : nullptr;
}

Reply nothing_here() {
  return parts::error_page(
      404, "There is no such indicator among those that are yours to hand over. Start from the list of owners.");
}

// People who may do this; whoever is named now stands among them, so that a list says the truth.
std::vector<parts::Choice> choices(const assess::Picture& picture, May may, const std::string& now, const char* nobody) {
  std::vector<parts::Choice> all;
  for (const auto& person : picture.council.people) {
    council::Asker as;
    as.person = person.code;
    as.role = person.role;
    const bool fits = !person.gone && !council::why_not(may, as).any();
    if (fits || person.code == now)
      all.push_back({person.code, person.name + (person.gone          ? " (has left)"
                                                 : person.job.empty() ? ""
                                                                      : ", " + person.job)});
  }
  std::ranges::sort(all, {}, &parts::Choice::text);
  all.insert(all.begin(), {"", nobody});
  return all;
}

parts::Page named_page(Desk& desk, const assess::Picture& picture, const assess::Kept& kept, const Named& typed, const kit::Refusals& no) {
  const auto& d = kept.now();
  parts::Page page;
  page.title = (no.any() ? "Error: who answers for " : "Who answers for ") + d.code;
  page.section = parts::Section::cycle;
  page.has_data = !no.any();
  if (no.any()) page.status = 422;
  auto& html = page.body;
  parts::thread(html, {{"Owners", "/owners"}, {d.code, ""}}, "Where you are");
  parts::error_summary(html, no);
  parts::title(html, d.title);
  parts::lede(html, "Choose who enters its figures, who checks them, and who stands in.");
  parts::paragraph(
      html,
      "It counts at once, for periods that are open too. The indicator’s page shows it as a new edition of the definition.");
  parts::form(html, council::path_to("owners", d.code), desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::select(html, {"owner", "Owner", "Enters the figures.", parts::error_of("owner", no)},
                  choices(picture, May::enter_figures, typed.owner, "Choose"), typed.owner);
    parts::select(html, {"checker", "Checker", "Checks them. Never the owner.", parts::error_of("checker", no)},
                  choices(picture, May::check_figures, typed.checker, "Choose"), typed.checker);
    parts::select(
        html, {"deputy", "Deputy", "Enters when the owner is away. Can be left open.", parts::error_of("deputy", no)},
        choices(picture, May::enter_figures, typed.deputy, "Nobody"), typed.deputy);
    parts::button(html, "Save");
  });
  return page;
}

Reply show_named(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  const auto* kept = find(*picture, asked, desk);
  if (!kept) return nothing_here();
  const auto& d = kept->now();
  const NamedView view{d.code, d.title, {d.code, d.owner, d.checker, d.deputy}};
  if (auto data = kit::as_data(asked, view, "owners-" + d.code + ".csv")) return *std::move(data);
  return named_page(desk, *picture, *kept, view.named, {});
}

std::string told(const Named& named) {
  return "owner " + named.owner + ", checker " + named.checker +
         (named.deputy.empty() ? "" : ", deputy " + named.deputy);
}

Reply take_named(const Request& asked, Desk& desk) {
  const auto picture = assess::load_picture(desk.db, desk.now);
  const auto* kept = find(*picture, asked, desk);
  if (!kept) return nothing_here();
  const auto& d = kept->now();
  const Named named{d.code, asked.typed("owner"), asked.typed("checker"), asked.typed("deputy")};

  const auto definitions = name_people(*picture, named, desk.asker, desk.now);

  // A repetition is answered as the first was: they are named by now.
  auto tx = desk.db.write();
  if (council::find_record(tx, asked.typed("key"))) return council::see_other(desk, "/owners", "They are named already.");
  if (!definitions) return named_page(desk, *picture, *kept, named, definitions.refusals());
  auto deed = council::deed_of(desk, "owner", d.code, "Owner, checker and deputy of " + d.code, asked.typed("key"));
  deed.particulars.authority = council::words(desk.asker.role);
  deed.particulars.was = told({d.code, d.owner, d.checker, d.deputy});
  deed.particulars.became = told(named);
  indicator::add_definitions(tx, *definitions, council::record(tx, std::move(deed)).id);
  tx.commit();

  return council::see_other(desk, "/owners", "Saved. " + d.code + " has its owner and checker from now on.");
}

}  // namespace

const council::Routes& owners_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/owners", May::see_completion, show_owners,
       "Indicators without an owner or checker, or whose owner or checker has left or does not sign in"},
      {Method::get, "/owners/{indicator}", May::hand_over, show_named,
       "Who enters, checks and stands in for one indicator"},
      {Method::post, "/owners/{indicator}", May::hand_over, take_named,
       "Names who enters, checks and stands in for one indicator"},
  };
  return all;
}

}  // namespace work
