#include "app/demo_pages.h"

#include "assess/picture_store.h"
#include "calendar/cycle.h"
#include "collect/cycle_store.h"
#include "collect/target_round.h"
#include "council/saying.h"
#include "council/session_store.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/text.h"

namespace app {
namespace {

using council::Desk;
using council::May;
using council::Role;
using kit::Html;
using kit::Request;

constexpr int farthest_days = 400;  // at one go

// Whom to be first: one of each role, chosen for having much to do.
struct Guide {
  std::string_view person, why;
};
constexpr Guide guides[] = {
    {"t.hallam", "enters figures on adult care"},
    {"g.adeyemi", "checks what the adult care officers enter"},
    {"r.carver", "answers for the service, and sees what is late"},
    {"d.pemberton", "reads exceptions across the directorate"},
    {"c.morgan-price", "answers to the public for adults and health"},
    {"c.pike", "asks what changed since last time"},
    {"k.benali", "keeps the cycle going: completion, corrections, calendar"},
    {"l.whitfield", "proves who did what"},
    {"s.nwachukwu", "invites people and gives them their roles"},
};

parts::Page demo_page(const std::string& title) {
  parts::Page page;
  page.title = title;
  page.section = parts::Section::account;
  page.has_data = false;
  return page;
}

void sign_in_button(Html& html, const Desk& desk, const council::Person& person, std::string_view why) {
  parts::item(html, [&] {
    parts::form(html, "/demo/sign-in", desk.token, parts::Carries::fields, [&] {
      parts::carried(html, "person", person.code);
      parts::link_button(html, person.name + ", " + person.job);
      html.text(why.empty() ? std::string() : " " + std::string(why));
    });
  });
}

void choose_somebody(Html& html, const Desk& desk, const council::Council& council) {
  parts::heading(html, "Sign in as anybody");
  parts::plain_list(html, [&] {
    for (const auto& guide : guides)
      if (const auto* person = council.person(guide.person); person && !person->gone) sign_in_button(html, desk, *person, guide.why);
  });
  std::vector<parts::Choice> everyone;
  for (const auto& person : council.people)
    if (!person.gone) everyone.push_back({person.code, person.name + ", " + person.job});
  std::ranges::sort(everyone, {}, &parts::Choice::text);
  parts::form(html, "/demo/sign-in", desk.token, parts::Carries::fields, [&] {
    parts::select(html, {"person", "Or as one of all " + std::to_string(everyone.size())}, everyone, desk.asker.person);
    parts::second_button(html, "Sign in");
  });
}

// The moments worth seeing next, in order.
std::vector<parts::Choice> next_moments(const Desk& desk, const calendar::Cycles& cycles, const calendar::TargetCalendar& targets) {
  std::vector<std::pair<kit::Moment, std::string>> moments;
  for (const auto frequency : {calendar::Frequency::monthly, calendar::Frequency::quarterly}) {
    auto period = calendar::ended_period(frequency, desk.now);
    for (int i = 0; i < 3; ++i, period = period.next()) {
      const auto window = calendar::window(of(cycles, frequency), period);
      const auto name = " of " + period.words();
      moments.insert(moments.end(), {{{window.opens.seconds + 8 * 3600}, "The window" + name + " opens"},
                                     {{window.late_from.seconds + 9 * 3600}, "The day after figures" + name + " were due"},
                                     {{window.check_from.seconds + 9 * 3600}, "The check week" + name},
                                     {{window.runs.seconds - 300}, "Five minutes before the run" + name},
                                     {{window.runs.seconds + 60}, "A minute after the run" + name}});
    }
  }
  const auto year = calendar::next_round(targets, desk.now);
  const auto dates = calendar::round_dates(targets, year);
  const auto round = " of the targets for " + year.words();
  moments.insert(moments.end(), {{{dates.opens.seconds + 9 * 3600}, "The round" + round + " opens"},
                                 {{dates.challenge_from.seconds + 9 * 3600}, "The challenge" + round},
                                 {{dates.seals.seconds + 60}, "A minute after the seal" + round}});
  std::erase_if(moments, [&](const auto& one) { return one.first <= desk.now; });
  std::ranges::sort(moments);
  std::vector<parts::Choice> choices;
  for (const auto& [moment, what] : moments) choices.push_back({moment.iso(), what + ": " + moment.words()});
  if (choices.size() > 24) choices.resize(24);
  return choices;
}

void move_the_clock(Html& html, const Desk& desk, const calendar::Cycles& cycles,
                    const calendar::TargetCalendar& targets, const kit::Refusals& no) {
  parts::heading(html, "Move the clock on");
  parts::paragraph(html, "It is " + desk.now.words() + " in the demo. The clock only moves on: what is recorded stays in its order. "
                         "Reminders, runs and locks happen as they would have.");
  parts::form(html, "/demo/clock", desk.token, parts::Carries::fields, [&] {
    parts::select(html, {"moment", "To", {}, parts::error_of("moment", no)}, next_moments(desk, cycles, targets), "");
    parts::second_button(html, "Move the clock");
  });
}

parts::Page page_of(Desk& desk, const kit::Refusals& no) {
  const Request now;
  const auto picture = assess::picture_for(now, desk);
  auto tx = desk.db.read();
  auto page = demo_page("The demo");
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::title(html, "The demo council");
  parts::lede(html, "Nobody here is real, so you may be anybody: no password is asked for on this machine.");
  choose_somebody(html, desk, picture->council);
  move_the_clock(html, desk, collect::load_cycles(tx), collect::load_target_calendar(tx), no);
  if (desk.asker.is_signed_in()) {
    parts::heading(html, "Your account");
    parts::paragraph(html, [&] { parts::link(html, "/account", "Sessions, reminders and tokens"); });
    parts::form(html, "/demo/sign-out", desk.token, parts::Carries::fields, [&] { parts::second_button(html, "Sign out"); });
  }
  return page;
}

parts::Reply show_demo(const Request&, Desk& desk) { return page_of(desk, {}); }

void be(Desk& desk, const std::string& person, kit::Moment now) {
  const auto cookie = kit::random_name(32);
  auto tx = desk.db.write();
  council::end_session(tx, kit::fingerprint(desk.session));
  if (!person.empty()) council::begin_session(tx, cookie, person, now, desk.place, desk.browser);
  tx.commit();
  desk.session = cookie;
}

parts::Reply sign_in(const Request& asked, Desk& desk) {
  const Request now;
  const auto picture = assess::picture_for(now, desk);
  const auto* person = picture->council.person(asked.typed("person"));
  if (!person || person->gone) return parts::error_page(422, "There is no such person in the demo. Choose one from the list.");

  be(desk, person->code, desk.now);
  return council::see_other(desk, "/my-figures", "You are " + person->name + ", " + person->job + ".");
}

parts::Reply sign_out(const Request&, Desk& desk) {
  be(desk, "", desk.now);
  return council::see_other(desk, "/", "You have signed out.");
}

// The session goes along, or half a day later nobody would be signed in.
parts::Reply set_clock(const Request& asked, Desk& desk) {
  const auto moment = kit::Moment::parse(asked.typed("moment"));
  kit::Refusals no;
  no.unless(moment && *moment > desk.now, "moment", "Choose a moment that is still to come.");
  no.unless(!moment || moment->seconds < desk.now.seconds + farthest_days * 86'400, "moment", "Move at most a year at one go.");
  if (no.any()) return page_of(desk, no);

  desk.clock->set(*moment);
  if (desk.asker.is_signed_in()) be(desk, desk.asker.person, *moment);
  return council::see_other(desk, "/demo", "It is " + moment->words() + " now.");
}

}  // namespace

const council::Routes& demo_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/demo", May::travel_in_time, show_demo, "The demo: be anybody, move the clock"},
      {Method::post, "/demo/sign-in", May::travel_in_time, sign_in, "Signs a visitor of the demo in as one of its people"},
      {Method::post, "/demo/sign-out", May::travel_in_time, sign_out, "Signs out"},
      {Method::post, "/demo/clock", May::travel_in_time, set_clock, "Moves the demo's clock on"},
  };
  return all;
}

}  // namespace app
