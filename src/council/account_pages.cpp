#include "council/account_pages.h"

#include "council/account_deed_store.h"
#include "council/account_store.h"
#include "council/saying.h"
#include "council/session_store.h"
#include "council/sign_in_store.h"
#include "kit/password.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace council {
namespace {

using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Carries;
using parts::Reply;

struct AccountView {
  std::optional<Account> account;
  std::vector<Session> sessions;
  std::vector<ApiToken> tokens;
  std::string reminders;
  int codes_left = 0;
};

AccountView view_of(Desk& desk) {
  auto tx = desk.db.read();
  const auto& person = desk.asker.person;
  return {account_of(tx, person), sessions_of(tx, person, desk.now), tokens_of(tx, person),
          preference(tx, person, "reminders"), recovery_codes_left(tx, person)};
}

void change_password(Html& html, const Desk& desk, const Refusals& no) {
  parts::heading(html, "Password", "password-head");
  parts::form(html, "/account/password", desk.token, Carries::fields, [&] {
    parts::secret_input(html, {"old", "The one you have", {}, parts::error_of("old", no)}, "current-password");
    parts::secret_input(html,
                        {"password", "New password", "At least 12 characters. Your other sessions and tokens end.",
                         parts::error_of("password", no)},
                        "new-password");
    parts::second_button(html, "Change the password");
  });
}

void second_factor(Html& html, const Desk& desk, const AccountView& view) {
  parts::heading(html, "Second factor");
  if (view.account->factor.empty()) {
    parts::paragraph(
        html,
        "An app on your phone shows a code that you type when you sign in. Someone who learns your password cannot sign in without it.");
    parts::button_link(html, "/account/factor", "Set it up");
    return;
  }
  parts::paragraph(html, "A second factor is set up. " + std::to_string(view.codes_left) + " of 10 recovery codes are left.");
  parts::form(html, "/account/factor/remove", desk.token, Carries::fields, [&] {
    parts::secret_input(html, {"confirm", "Your password"}, "current-password");
    parts::second_button(html, "Take the second factor off");
  });
}

void sessions(Html& html, const Desk& desk, const AccountView& view) {
  parts::heading(html, "Where you are signed in");
  parts::Table table(html, "Sessions", {{"Since"}, {"Last seen"}, {"From"}, {"Browser", parts::Column::Holds::long_words}, {"End"}});
  for (const auto& session : view.sessions) {
    const bool here = session.fingerprint == kit::fingerprint(desk.session);
    table.row().head(session.began.words()).cell(session.seen.words()).cell(session.place).cell(session.browser);
    table.cell([&] {
      if (here) return parts::muted(html, "This one");
      parts::form(html, "/account/sessions/end", desk.token, Carries::fields, [&] {
        parts::carried(html, "session", session.fingerprint);
        parts::link_button(html, "End");
      });
    });
  }
}

void tokens(Html& html, const Desk& desk, const AccountView& view) {
  parts::heading(html, "Tokens for programs");
  parts::paragraph(html, "A program that sends a token does what you may do. A token lasts a year and is shown once.");
  if (!view.tokens.empty()) {
    parts::Table table(html, "Tokens", {{"For"}, {"Made"}, {"Ends"}, {"End now"}});
    for (const auto& token : view.tokens) {
      table.row().head(token.name).cell(token.at.date().words()).cell(token.ends.date().words());
      table.cell([&] {
        parts::form(html, "/account/tokens/end", desk.token, Carries::fields, [&] {
          parts::carried(html, "token_id", token.fingerprint);
          parts::link_button(html, "End");
        });
      });
    }
  }
  parts::form(html, "/account/tokens", desk.token, Carries::fields, [&] {
    parts::input(html, {"token_name", "What is it for?", "Such as “Housing system, monthly figures”."}, "");
    parts::second_button(html, "Make a token");
  });
}

void reminders(Html& html, const Desk& desk, const AccountView& view) {
  parts::heading(html, "Reminders");
  parts::form(html, "/account/reminders", desk.token, Carries::fields, [&] {
    parts::checkbox(html, {"reminders", "Send me mail about figures that are due"}, view.reminders != "off");
    parts::second_button(html, "Keep");
  });
}

parts::Page account_page(Desk& desk, const Refusals& no) {
  const auto view = view_of(desk);
  parts::Page page;
  page.title = "Your account";
  page.section = parts::Section::account;
  page.has_data = false;
  auto& html = page.body;
  parts::error_summary(html, no);
  if (no.any()) page.status = 422;
  parts::title(html, "Your account");
  if (view.account) parts::aside_line(html, view.account->email + " · " + std::string(words(desk.asker.role)));
  parts::form(html, "/sign-out", desk.token, Carries::fields, [&] { parts::second_button(html, "Sign out"); });
  if (view.account) {
    change_password(html, desk, no);
    second_factor(html, desk, view);
  }
  reminders(html, desk, view);
  sessions(html, desk, view);
  if (view.account) tokens(html, desk, view);
  return page;
}

Reply show_account(const Request&, Desk& desk) { return account_page(desk, {}); }

// The password that is asked for again before something that a stranger at an open screen must not do.
Refusals prove(Desk& desk, const std::string& typed, std::string_view field) {
  std::optional<Account> account;
  {
    auto tx = desk.db.read();
    account = account_of(tx, desk.asker.person);
  }
  Refusals no;
  const auto right = kit::is_password(account ? account->password : std::string(), typed);
  no.unless(right.has_value(), field, "Many people are signing in at this moment. Try again in a few seconds.");
  no.unless(!right || *right, field, "That is not your password.");
  return no;
}

Reply take_password(const Request& asked, Desk& desk) {
  auto no = prove(desk, asked.typed("old"), "old");
  const auto view = view_of(desk);
  if (!view.account) return parts::error_page(404, "You have no account of your own here.");
  no.add(password_faults(asked.typed("password"), view.account->email, ""));
  const auto hash = no.any() ? std::nullopt : kit::password_hash(asked.typed("password"));
  if (!hash && !no.any()) no.add("password", "Many people are signing in at this moment. Try again in a few seconds.");
  if (no.any()) return account_page(desk, no);

  auto tx = desk.db.write();
  auto account = account_of(tx, desk.asker.person);
  account->password = *hash;
  change_account(tx, *account);
  end_sessions(tx, account->person);
  end_tokens(tx, account->person);
  use_links_of(tx, account->person, desk.now);
  begin_own_session(tx, desk, account->person);
  note_deed(tx, desk, "password changed");
  tx.commit();

  return see_other(desk, "/account", "Your password is changed. Everywhere else you are signed out.");
}

Reply remove_factor(const Request& asked, Desk& desk) {
  const auto no = prove(desk, asked.typed("confirm"), "confirm");
  if (no.any()) return account_page(desk, no);

  auto tx = desk.db.write();
  auto account = account_of(tx, desk.asker.person);
  account->factor.clear();
  change_account(tx, *account);
  note_deed(tx, desk, "second factor taken off");
  tx.commit();

  return see_other(desk, "/account", "The second factor is off.");
}

Reply end_one_session(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  for (const auto& session : sessions_of(tx, desk.asker.person, desk.now))
    if (session.fingerprint == asked.typed("session")) end_session(tx, session.fingerprint);
  tx.commit();
  return see_other(desk, "/account", "That session has ended.");
}

Reply make_token(const Request& asked, Desk& desk) {
  const auto name = asked.typed("token_name");
  Refusals no;
  no.unless(!name.empty() && name.size() <= 100, "token_name", "Say in a few words what the token is for.");
  if (no.any()) return account_page(desk, no);

  auto tx = desk.db.write();
  const auto token = add_token(tx, desk.asker.person, name, desk.now);
  note_deed(tx, desk, "token made", name);
  tx.commit();

  parts::Page page;
  page.title = "The token";
  page.section = parts::Section::account;
  page.has_data = false;
  parts::title(page.body, "The token for “" + name + "”");
  parts::lede(page.body, "It is shown only now. Whoever has it can do what you may do.");
  parts::inset(page.body, [&] { parts::strong(page.body, token); });
  parts::paragraph(page.body, "A program sends it with each request: Authorization: Bearer, then the token.");
  parts::button_link(page.body, "/account", "I have kept it");
  return page;
}

Reply end_one_token(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  end_token(tx, desk.asker.person, asked.typed("token_id"));
  note_deed(tx, desk, "token ended");
  tx.commit();
  return see_other(desk, "/account", "The token no longer works.");
}

Reply keep_reminders(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  set_preference(tx, desk.asker.person, "reminders", asked.typed("reminders") == "yes" ? "on" : "off");
  tx.commit();
  return see_other(desk, "/account", "Kept.");
}

}  // namespace

const Routes& account_routes() {
  using kit::Method;
  static const Routes all = {
      {Method::get, "/account", May::own_account, show_account, "One's own account: password, second factor, sessions, tokens, reminders"},
      {Method::post, "/account/password", May::own_account, take_password, "Changes one's own password"},
      {Method::post, "/account/factor/remove", May::own_account, remove_factor, "Turns the second factor off"},
      {Method::post, "/account/sessions/end", May::own_account, end_one_session, "Ends a session of one's own"},
      {Method::post, "/account/tokens", May::own_account, make_token, "Makes a token for a program"},
      {Method::post, "/account/tokens/end", May::own_account, end_one_token, "Ends a token"},
      {Method::post, "/account/reminders", May::own_account, keep_reminders, "Turns mail about due figures on or off"},
  };
  return all;
}

}  // namespace council
