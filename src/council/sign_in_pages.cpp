#include "council/sign_in_pages.h"

#include "council/council_store.h"
#include "council/letter_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "council/session_store.h"
#include "council/sign_in_store.h"
#include "kit/password.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/text.h"

namespace council {
namespace {

using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Reply;

parts::Page page_of(const std::string& title, const Refusals& no) {
  parts::Page page;
  page.title = title;
  page.section = parts::Section::account;
  page.has_data = false;
  parts::error_summary(page.body, no);
  parts::title(page.body, title);
  if (no.any()) page.status = 422;
  return page;
}

parts::Page sign_in_page(const Desk& desk, const std::string& email, const std::string& next, const Refusals& no) {
  auto page = page_of("Sign in", no);
  auto& html = page.body;
  parts::form(html, "/sign-in", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "next", next);
    parts::account_input(html, {"email", "E-mail address"}, email, "username");
    parts::secret_input(html, {"password", "Password"}, "current-password");
    parts::account_input(
        html,
        {"code", "Code from your app", "Only if you have set up a second factor. A recovery code will do as well."}, "",
        "one-time-code");
    parts::button(html, "Sign in");
  });
  parts::paragraph(html, [&] { parts::link(html, "/forgotten", "Choose a new password"); });
  return page;
}

Reply show_sign_in(const Request& asked, Desk& desk) { return sign_in_page(desk, "", own_path(asked.asked("next"), ""), {}); }

Reply take_sign_in(const Request& asked, Desk& desk) {
  const auto signed_in = sign_in(desk, {asked.typed("email"), asked.typed("password"), asked.typed("code")});
  if (!signed_in) return sign_in_page(desk, asked.typed("email"), own_path(asked.typed("next"), ""), signed_in.refusals());

  return kit::Response::see_other(own_path(asked.typed("next"), "/my-figures"));
}

Reply take_sign_out(const Request&, Desk& desk) {
  sign_out(desk);
  return see_other(desk, "/sign-in", "You have signed out.");
}

Reply show_forgotten(const Request&, Desk& desk) {
  auto page = page_of("Choose a new password", {});
  auto& html = page.body;
  parts::paragraph(
      html,
      "Type your e-mail address. If it belongs to an account, a link comes by mail; it can be used once, within an hour.");
  parts::form(html, "/forgotten", desk.token, parts::Carries::fields, [&] {
    parts::account_input(html, {"email", "E-mail address"}, "", "username");
    parts::button(html, "Send the link");
  });
  return page;
}

void send_link(kit::Transaction& tx, const Desk& desk, const Account& account) {
  const auto secret = add_link(tx, SignInLink::Purpose::reset, account.person, desk.now);
  const auto address = desk.address + "/choose-password?link=" + secret;
  Letter letter{"reset " + kit::fingerprint(secret), account.person, account.email, "Choose a new password", {}, {}};
  letter.plain =
      "Somebody asked for a new password for this address. If it was you, open this link within an hour:\n\n" +
      address + "\n\nIf not, do nothing: your password stays as it is.\n";
  Html html;
  html.el("p", "Somebody asked for a new password for this address. If it was you, open this link within an hour:");
  html.open("p")
      .el("a", {{"href", address}}, "Choose a new password")
      .close("p")
      .el("p", "If not, do nothing: your password stays as it is.");
  letter.html = std::move(html).take();
  queue(tx, letter, desk.now);
}

// The same answer, whether or not anybody has the address.
Reply take_forgotten(const Request& asked, Desk& desk) {
  const auto email = plain_email(asked.typed("email"));
  auto tx = desk.db.write();
  const auto account = account_by_email(tx, email);
  const bool slowed = is_slowed(attempts(tx, email, desk.place, desk.now));
  if (account && account->state == Account::State::active && !slowed) send_link(tx, desk, *account);
  add_attempt(tx, email, desk.place, Worked::no, desk.now);
  tx.commit();

  auto page = page_of("Look at your mail", {});
  parts::paragraph(
      page.body,
      "If the address belongs to an account, a link is on its way. It can be used once, within an hour. If nothing comes, ask an administrator.");
  return page;
}

Reply dead_link() {
  auto page = page_of("This link no longer works", {});
  page.status = 410;
  parts::paragraph(page.body, "It was used already, or its time is over. Ask for a new one, or ask an administrator.");
  parts::paragraph(page.body, [&] { parts::link(page.body, "/forgotten", "Choose a new password"); });
  return page;
}

parts::Page choose_page(const Desk& desk, const std::string& secret, const std::string& email, const Refusals& no) {
  auto page = page_of("Choose a password", no);
  auto& html = page.body;
  parts::form(html, "/choose-password", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "link", secret);
    parts::carried(html, "email", email);
    parts::secret_input(
        html,
        {"password", "New password",
         "At least 12 characters. Three or four words that only you would put together are easy to keep in mind.",
         parts::error_of("password", no)},
        "new-password");
    parts::button(html, "Keep this password");
  });
  return page;
}

Reply show_choose(const Request& asked, Desk& desk) {
  auto tx = desk.db.read();
  const auto link = find_link(tx, asked.asked("link"), desk.now);
  const auto account = link ? account_of(tx, link->person) : std::nullopt;
  if (!account || link->purpose == SignInLink::Purpose::first || account->state == Account::State::suspended) return dead_link();
  return choose_page(desk, asked.asked("link"), account->email, {});
}

// Everything that was open under the old password ends.
Reply take_choose(const Request& asked, Desk& desk) {
  std::optional<Account> account;
  {
    auto tx = desk.db.read();
    const auto link = find_link(tx, asked.typed("link"), desk.now);
    account = link && link->purpose != SignInLink::Purpose::first ? account_of(tx, link->person) : std::nullopt;
  }
  if (!account || account->state == Account::State::suspended) return dead_link();
  const auto no = password_faults(asked.typed("password"), account->email, "");
  if (no.any()) return choose_page(desk, asked.typed("link"), account->email, no);
  const auto hash = kit::password_hash(asked.typed("password"));
  if (!hash) return parts::error_page(503, "Many people are signing in at this moment. Try again in a few seconds.");

  auto tx = desk.db.write();
  account = account_of(tx, account->person);
  if (!account || !use_link(tx, asked.typed("link"), desk.now)) return dead_link();
  account->password = *hash;
  account->state = Account::State::active;
  account->signed_in_at = desk.now;
  auto deed = deed_of(desk, "password chosen", account->person, "");
  deed.who = account->person;
  deed.moves = Moves::nothing;
  record(tx, deed);
  change_account(tx, *account);
  use_links_of(tx, account->person, desk.now);
  end_sessions(tx, account->person);
  end_tokens(tx, account->person);
  if (account->factor.empty()) begin_own_session(tx, desk, account->person);
  tx.commit();

  return see_other(desk, account->factor.empty() ? "/my-figures" : "/sign-in", "Your password is kept.");
}

parts::Page first_page(const Desk& desk, const std::string& secret, const std::string& name, const std::string& email, const Refusals& no) {
  auto page = page_of("The first administrator", no);
  auto& html = page.body;
  parts::paragraph(html, "You become the first person who can sign in. From then on everybody signs in, and you invite the others.");
  parts::form(html, "/first", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "link", secret);
    parts::input(html, {"name", "Your name", {}, parts::error_of("name", no)}, name);
    parts::account_input(html, {"email", "E-mail address", {}, parts::error_of("email", no)}, email, "username");
    parts::secret_input(html, {"password", "Password", "At least 12 characters.", parts::error_of("password", no)}, "new-password");
    parts::button(html, "Begin");
  });
  return page;
}

bool is_first_link(kit::Transaction& tx, const std::string& secret, kit::Moment now) {
  const auto link = find_link(tx, secret, now);
  return link && link->purpose == SignInLink::Purpose::first && !anyone_can_sign_in(tx);
}

Reply show_first(const Request& asked, Desk& desk) {
  auto tx = desk.db.read();
  if (!is_first_link(tx, asked.asked("link"), desk.now)) return dead_link();
  return first_page(desk, asked.asked("link"), "", "", {});
}

std::string free_code(const Council& council, const std::string& email) {
  const auto base = email.substr(0, email.find('@'));
  auto code = base;
  for (int i = 2; council.person(code); ++i) code = base + "." + std::to_string(i);
  return code;
}

Reply take_first(const Request& asked, Desk& desk) {
  {
    auto tx = desk.db.read();
    if (!is_first_link(tx, asked.typed("link"), desk.now)) return dead_link();
  }
  const auto email = plain_email(asked.typed("email"));
  const auto name = asked.typed("name");
  auto no = email_faults(email);
  no.add(password_faults(asked.typed("password"), email, name));
  no.unless(!name.empty() && name.size() <= 200, "name", "Type your name, as others know you.");
  if (no.any()) return first_page(desk, asked.typed("link"), name, asked.typed("email"), no);
  const auto hash = kit::password_hash(asked.typed("password"));
  if (!hash) return parts::error_page(503, "Many people are signing in at this moment. Try again in a few seconds.");

  auto tx = desk.db.write();
  if (anyone_can_sign_in(tx) || !use_link(tx, asked.typed("link"), desk.now)) return dead_link();
  const auto council = load_council(tx, desk.end_of_today(), version(tx));
  const Person person{free_code(council, email), name, "Administrator", email, Role::administrator, "", desk.now};
  auto deed = deed_of(desk, "first administrator", person.code, "");
  deed.who = person.code;
  const auto recorded = record(tx, deed);
  add_people(tx, std::span(&person, 1), recorded.id);
  Account account{person.code, email, *hash, "", 0, Account::State::active, desk.now};
  add_account(tx, account, desk.now, recorded.id);
  begin_own_session(tx, desk, person.code);
  tx.commit();

  return see_other(desk, "/people", "Welcome. Now invite the others, or bring in your council's files first.");
}

}  // namespace

const Routes& sign_in_routes() {
  using kit::Method;
  static const Routes all = {
      {Method::get, "/sign-in", May::sign_in, show_sign_in, "Sign in"},
      {Method::post, "/sign-in", May::sign_in, take_sign_in, "Signs in"},
      {Method::post, "/sign-out", May::own_account, take_sign_out, "Signs out"},
      {Method::get, "/forgotten", May::sign_in, show_forgotten, "Ask for a link to choose a new password"},
      {Method::post, "/forgotten", May::sign_in, take_forgotten, "Sends the link"},
      {Method::get, "/choose-password", May::sign_in, show_choose, "Choose a password, by a link from a mail"},
      {Method::post, "/choose-password", May::sign_in, take_choose, "Keeps the password"},
      {Method::get, "/first", May::sign_in, show_first, "Become the first administrator, by the link that the program printed"},
      {Method::post, "/first", May::sign_in, take_first, "Makes the first administrator"},
  };
  return all;
}

}  // namespace council
