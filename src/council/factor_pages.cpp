// Setting up a second factor: GET and POST /account/factor. Taking it off is done on the page of one's account.
#include "council/account_deed_store.h"
#include "council/account_pages.h"
#include "council/account_store.h"
#include "kit/secret.h"
#include "council/saying.h"
#include "council/sign_in_store.h"
#include "kit/totp.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/text.h"

namespace council {
namespace {

using kit::Refusals;
using kit::Request;
using parts::Reply;

std::string in_groups(const std::string& text) {
  std::string grouped;
  for (std::size_t i = 0; i < text.size(); ++i) grouped += (i > 0 && i % 4 == 0 ? " " : "") + std::string(1, text[i]);
  return grouped;
}

// The secret travels sealed in the form until a code proves that the app has it.
parts::Page factor_page(const Desk& desk, const std::string& sealed, const Refusals& no) {
  parts::Page page;
  page.title = "Set up a second factor";
  page.section = parts::Section::account;
  page.has_data = false;
  auto& html = page.body;
  const auto secret = kit::as_base32(desk.key->unsealed(factor_purpose, sealed).value_or(""));
  parts::error_summary(html, no);
  if (no.any()) page.status = 422;
  parts::title(html, "Set up a second factor");
  parts::paragraph(html, "In your app choose to add an account by hand, and type this key:");
  parts::inset(html, [&] { parts::strong(html, in_groups(secret)); });
  parts::paragraph(html, "The app then shows six digits, and new ones every 30 seconds.");
  parts::form(html, "/account/factor", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "sealed", sealed);
    parts::account_input(html, {"code", "The six digits", {}, parts::error_of("code", no)}, "", "one-time-code");
    parts::button(html, "Use this app");
  });
  return page;
}

Reply show_factor(const Request&, Desk& desk) { return factor_page(desk, desk.key->sealed(factor_purpose, kit::new_totp_secret()), {}); }

Reply take_factor(const Request& asked, Desk& desk) {
  const auto secret = desk.key->unsealed(factor_purpose, asked.typed("sealed"));
  if (!secret) return show_factor(asked, desk);
  auto code = asked.typed("code");
  std::erase(code, ' ');
  const auto step = kit::totp_match(*secret, code, desk.now, 0);
  Refusals no;
  no.unless(step.has_value(), "code", "That is not the code that the app shows now. Type the newest one.");
  if (no.any()) return factor_page(desk, asked.typed("sealed"), no);

  auto tx = desk.db.write();
  auto account = account_of(tx, desk.asker.person);
  if (!account) return parts::error_page(404, "You have no account of your own here.");
  if (!account->factor.empty())
    return see_other(desk, "/account", "A second factor is set up already. Take it off first, with your password.");
  account->factor = desk.key->sealed(factor_purpose, *secret);
  account->factor_step = *step;
  change_account(tx, *account);
  const auto codes = new_recovery_codes(tx, account->person);
  note_deed(tx, desk, "second factor set up");
  tx.commit();

  parts::Page page;
  page.title = "Recovery codes";
  page.section = parts::Section::account;
  page.has_data = false;
  parts::title(page.body, "Keep these recovery codes");
  parts::lede(
      page.body,
      "Each lets you sign in once without the app. They are shown only now: print them, or keep them in your password manager.");
  parts::list(page.body, [&] {
    for (const auto& code : codes) parts::item(page.body, code);
  });
  parts::button_link(page.body, "/account", "I have kept them");
  return page;
}

}  // namespace

const Routes& factor_routes() {
  using kit::Method;
  static const Routes all = {
      {Method::get, "/account/factor", May::own_account, show_factor, "Set up a second factor"},
      {Method::post, "/account/factor", May::own_account, take_factor, "Turns the second factor on"},
  };
  return all;
}

}  // namespace council
