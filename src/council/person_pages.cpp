// The routes stand at the end: GET and POST /people/invite and /people/{person}, and the steps of an account.
#include <algorithm>
#include <array>

#include "council/address.h"
#include "council/people_pages.h"
#include "council/people_store.h"
#include "council/saying.h"
#include "kit/quote.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/text.h"

namespace council {
namespace {

using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Carries;
using parts::Reply;

constexpr std::array roles = {
    Role::officer,          Role::service_manager, Role::head_of_service,  Role::corporate_leadership,
    Role::portfolio_member, Role::scrutiny_member, Role::performance_team, Role::internal_audit,
    Role::administrator};

TypedPerson typed_in(const Request& asked, const std::string& code) {
  return {code, asked.typed("name"), asked.typed("job"), asked.typed("email"), asked.typed("role"), asked.typed("unit")};
}

// A field that the form does not have is no oversight: it is named and refused.
Refusals strange_fields(const Request& asked) {
  static constexpr std::array<std::string_view, 8> known = {"token", "key", "name", "job", "email", "role", "unit", "person"};
  Refusals no;
  for (const auto& [name, value] : asked.form)
    if (std::ranges::find(known, name) == known.end()) no.add("", "This form has no field " + kit::quoted(name) + ".");
  return no;
}

void fields(Html& html, const Council& council, const TypedPerson& typed, const Refusals& no) {
  parts::input(html, {"name", "Name", {}, parts::error_of("name", no)}, typed.name);
  parts::input(html, {"job", "Job, as pages show it", "Such as “SEND data officer”.", parts::error_of("job", no)}, typed.job);
  parts::account_input(html, {"email", "E-mail address", {}, parts::error_of("email", no)}, typed.email, "off");
  std::vector<parts::Choice> choices;
  for (const auto role : roles) choices.push_back({std::string(code(role)), std::string(words(role))});
  parts::select(html, {"role", "Role", "What each role may do stands in the help.", parts::error_of("role", no)}, choices, typed.role);
  std::vector<parts::Choice> units = {{"", "None"}};
  for (const auto& unit : council.units)
    if (!unit.gone) units.push_back({unit.code, unit.name});
  parts::select(html, {"unit", "Service or directorate", {}, parts::error_of("unit", no)}, units, typed.unit);
}

parts::Page form_page(Desk& desk, const std::string& title, const std::string& action, const std::string& button,
                      const TypedPerson& typed, const Refusals& no) {
  parts::Page page;
  page.title = title;
  page.section = parts::Section::cycle;
  page.has_data = false;
  auto& html = page.body;
  auto tx = desk.db.read();
  const auto council = council_now(tx, desk);
  parts::thread(html, {{"People", "/people"}, {title, ""}}, "Where you are");
  parts::error_summary(html, no);
  if (no.any()) page.status = 422;
  parts::title(html, title);
  parts::form(html, action, desk.token, Carries::fields, [&] {
    parts::carried(html, "person", typed.code);
    fields(html, council, typed, no);
    parts::button(html, button);
  });
  return page;
}

Reply show_invite(const Request&, Desk& desk) {
  return form_page(desk, "Invite somebody", "/people/invite", "Send the invitation", {"", "", "", "", "officer", ""},
                   {});
}

Reply invited(Desk& desk, const TypedPerson& typed, const std::string& link) {
  if (link.empty()) return see_other(desk, "/people", typed.name + " is invited. The link is on its way by mail.");
  parts::Page page;
  page.title = "Invited";
  page.section = parts::Section::cycle;
  page.has_data = false;
  parts::title(page.body, typed.name + " is invited");
  parts::paragraph(
      page.body,
      "The server has not been told by which address people reach it, so no mail was sent. Hand this link over yourself; it works once, within a week, and is shown only now. Put the server's address before it:");
  parts::inset(page.body, link);
  parts::button_link(page.body, "/people", "Back to people");
  return page;
}

Reply take_invite(const Request& asked, Desk& desk) {
  const auto typed = typed_in(asked, asked.typed("person"));
  auto no = strange_fields(asked);
  {
    auto tx = desk.db.read();
    no.add(person_faults(typed, council_now(tx, desk)));
  }
  if (no.any()) return form_page(desk, "Invite somebody", "/people/invite", "Send the invitation", typed, no);

  const auto link = invite(desk, typed);
  if (!link) return form_page(desk, "Invite somebody", "/people/invite", "Send the invitation", typed, link.refusals());
  return invited(desk, typed, *link);
}

struct Known {
  Person person;
  std::optional<Account> account;
};
std::optional<Known> find(const Request& asked, Desk& desk) {
  auto tx = desk.db.read();
  const auto council = council_now(tx, desk);
  const auto* person = council.person(asked.value("person"));
  if (!person) return std::nullopt;
  return Known{*person, account_of(tx, person->code)};
}

Reply nobody() { return parts::error_page(404, "There is no such person. Start from the list of people."); }

void step(Html& html, const Desk& desk, const std::string& action, const std::string& button, const std::string& what) {
  parts::paragraph(html, what);
  parts::form(html, action, desk.token, Carries::fields, [&] { parts::second_button(html, button); });
}

parts::Page page_of_one_gone(const Desk& desk, const Known& known, const Refusals& no) {
  auto page = parts::form_page(parts::Section::cycle, known.person.name, no);
  auto& html = page.body;
  parts::thread(html, {{"People", "/people"}, {known.person.name, ""}}, "Where you are");
  parts::error_summary(html, no);
  parts::title(html, known.person.name);
  parts::inset(html, known.person.name + ", " + known.person.job + ", has left. What the person did stays in the record.");
  step(
      html, desk, path_to("people", known.person.code) + "/restore", "Is here again",
      "For somebody who has come back, or was noted as gone by mistake. The account can be used again; indicators that were handed over stay where they are.");
  return page;
}

parts::Page person_page(Desk& desk, const Known& known, const TypedPerson& typed, const Refusals& no) {
  if (known.person.gone) return page_of_one_gone(desk, known, no);
  auto page = form_page(desk, known.person.name, path_to("people", known.person.code), "Keep", typed, no);
  auto& html = page.body;
  const auto path = path_to("people", known.person.code);
  parts::heading(html, "Account");
  const auto& account = known.account;
  parts::paragraph(html, account
                             ? std::string(words(account->state)) +
                                   (account->signed_in_at ? ", last signed in " + account->signed_in_at->words() + "."
                                                          : ", never signed in.")
                             : std::string("No account."));
  if (!account || account->state == Account::State::invited)
    step(html, desk, path + "/invite", "Send an invitation",
         "A link to choose a password goes by mail. It works once, within a week.");
  if (account && account->state == Account::State::suspended)
    step(html, desk, path + "/restore", "Restore", "The person can sign in again.");
  if (account && account->state != Account::State::suspended)
    step(html, desk, path + "/suspend", "Suspend",
         "The person is signed out everywhere at once and cannot sign in until restored.");
  parts::heading(html, "Has left");
  step(html, desk, path + "/left", "Has left the council",
       "The account ends. What the person did stays in the record; indicators are handed over under Hand over.");
  return page;
}

TypedPerson typed_of(const Person& p) { return {p.code, p.name, p.job, p.email, std::string(code(p.role)), p.unit}; }

Reply show_person(const Request& asked, Desk& desk) {
  const auto known = find(asked, desk);
  return known ? Reply(person_page(desk, *known, typed_of(known->person), {})) : nobody();
}

Reply take_person(const Request& asked, Desk& desk) {
  const auto known = find(asked, desk);
  if (!known) return nobody();
  const auto typed = typed_in(asked, known->person.code);
  auto no = strange_fields(asked);
  {
    auto tx = desk.db.read();
    no.add(person_faults(typed, council_now(tx, desk)));
  }
  no.unless(!known->person.gone, "", known->person.name + " has left. Note first that the person is here again.");
  if (!no.any()) no = change_person(desk, typed);
  if (no.any()) return person_page(desk, *known, typed, no);
  return see_other(desk, path_to("people", known->person.code), "Kept.");
}

Reply invite_again(const Request& asked, Desk& desk) {
  const auto known = find(asked, desk);
  if (!known) return nobody();
  const auto typed = typed_of(known->person);
  Refusals no;
  no.unless(!known->person.gone, "", known->person.name + " has left. Note first that the person is here again.");
  if (no.any()) return person_page(desk, *known, typed, no);
  const auto link = invite(desk, typed);
  if (!link) return person_page(desk, *known, typed, link.refusals());
  return invited(desk, typed, *link);
}

template <Turn turn>
Reply take_turn(const Request& asked, Desk& desk) {
  const auto known = find(asked, desk);
  if (!known) return nobody();
  const auto no = turn_account(desk, known->person.code, turn);
  if (no.any()) return person_page(desk, *known, typed_of(known->person), no);
  return see_other(desk, "/people", known->person.name + ": " + std::string(words(turn)) + ".");
}

}  // namespace

const Routes& person_routes() {
  using kit::Method;
  static const Routes all = {
      {Method::get, "/people/invite", May::manage_people, show_invite, "Invite somebody"},
      {Method::post, "/people/invite", May::manage_people, take_invite, "Makes the person and mails the invitation"},
      {Method::get, "/people/{person}", May::manage_people, show_person, "One person: role, service, account"},
      {Method::post, "/people/{person}", May::manage_people, take_person, "Changes a person's role, service or address"},
      {Method::post, "/people/{person}/invite", May::manage_people, invite_again, "Mails the invitation again"},
      {Method::post, "/people/{person}/suspend", May::manage_people, take_turn<Turn::suspend>, "Suspends an account"},
      {Method::post, "/people/{person}/restore", May::manage_people, take_turn<Turn::restore>, "Restores an account"},
      {Method::post, "/people/{person}/left", May::manage_people, take_turn<Turn::has_left>, "Notes that a person has left"},
  };
  return all;
}

}  // namespace council
