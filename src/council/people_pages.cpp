#include "council/people_pages.h"

#include <algorithm>
#include <map>

#include "council/address.h"
#include "council/council_store.h"
#include "council/people_store.h"
#include "kit/as_data.h"
#include "parts/form.h"
#include "parts/narrow_form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace council {
namespace {

using kit::Html;
using kit::Request;
using parts::Reply;

struct PersonLine {
  Person person;
  std::string service;  // by its name
  std::string state = "No account";
  std::optional<kit::Moment> signed_in_at;
};
template <class Teller>
void describe(Teller& t, const PersonLine& line) {
  t.field("person", line.person.code);
  t.field("name", line.person.name);
  t.field("job", line.person.job);
  t.field("email", line.person.email);
  t.field("role", code(line.person.role));
  t.field("unit", line.person.unit);
  t.field("account", line.state);
  t.field("signed_in_at", line.signed_in_at);
}
struct PeopleView {
  std::vector<PersonLine> people;
};
template <class Teller>
void describe(Teller& t, const PeopleView& view) { t.rows("people", view.people); }

PeopleView view_of(Desk& desk, const std::string& words) {
  auto tx = desk.db.read();
  std::map<std::string, Account> accounts;
  for (auto& account : all_accounts(tx)) accounts.emplace(account.person, account);
  PeopleView view;
  const auto council = council_now(tx, desk);
  for (const auto& person : council.people) {
    const auto all = plain_email(person.name + " " + person.job + " " + person.email + " " +
                                 std::string(council::words(person.role)) + " " + person.unit);
    if ((person.gone && words.empty()) || all.find(plain_email(words)) == std::string::npos) continue;
    const auto* unit = council.unit(person.unit);
    PersonLine line{person, unit ? unit->name : person.unit};
    if (const auto account = accounts.find(person.code); account != accounts.end()) {
      line.state = council::words(account->second.state);
      line.signed_in_at = account->second.signed_in_at;
    }
    if (person.gone) line.state = "Has left";
    view.people.push_back(std::move(line));
  }
  std::ranges::sort(view.people, {}, [](const PersonLine& line) { return line.person.name; });
  return view;
}

void people_table(Html& html, const PeopleView& view) {
  if (view.people.empty()) return parts::paragraph(html, "Nobody fits these words. Try part of a name, or a role such as officer.");
  parts::Table table(html, "People",
                     {{"Person", parts::Column::Holds::words, parts::Column::Width::wide},
                      {"Role"},
                      {"Service"},
                      {"Account"},
                      {"Last signed in"}});
  for (const auto& line : view.people) {
    table.row().head([&] {
      parts::link(html, path_to("people", line.person.code), line.person.name);
      parts::small(html, line.person.job);
    });
    table.cell(words(line.person.role)).cell(line.service).cell(line.state).cell(line.signed_in_at ? line.signed_in_at->words() : "");
  }
}

Reply show_people(const Request& asked, Desk& desk) {
  const auto view = view_of(desk, asked.asked("q"));
  if (auto data = kit::as_data(asked, view, "people.csv")) return *std::move(data);

  parts::Page page;
  page.title = "People";
  page.section = parts::Section::cycle;
  auto& html = page.body;
  parts::title(html, "People");
  const auto able = std::ranges::count_if(view.people, [](const auto& line) { return line.state == "Active"; });
  parts::lede(html, (able == 0 ? "Nobody" : std::to_string(able)) + " of " + std::to_string(view.people.size()) +
                        (view.people.size() == 1 ? " person" : " people") + " can sign in.");
  parts::paragraph(html, [&] { parts::button_link(html, "/people/invite", "Invite somebody"); });
  const auto words = asked.asked("q");
  parts::narrow_form(html, "/people", "Find people", "Find", words.empty() ? "" : "/people", [&] {
    parts::input(html, {"q", "Name, job, role or service"}, words);
  });
  people_table(html, view);
  return page;
}

}  // namespace

const Routes& people_routes() {
  using kit::Method;
  static const Routes all = {
      {Method::get, "/people", May::manage_people, show_people, "People: roles, accounts, last sign-in"},
  };
  return all;
}

}  // namespace council
