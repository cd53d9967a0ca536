#include "council/sign_in_store.h"

#include "council/record_store.h"
#include "council/session_store.h"
#include "kit/password.h"
#include "kit/secret.h"
#include "kit/totp.h"

namespace council {
namespace {

constexpr std::string_view wrong =
    "That e-mail address and password do not go together, or the code is not right. Try again, or choose a new password.";
constexpr std::string_view slowed = "There were many wrong attempts. Wait five minutes, then try again, or choose a new password.";
constexpr std::string_view busy = "Many people are signing in at this moment. Try again in a few seconds.";

kit::Refusals refused(std::string_view sentence) {
  kit::Refusals no;
  no.add("", std::string(sentence));
  return no;
}

// The code from the app, or one of the recovery codes. True when no second factor is set up.
bool is_second_factor(kit::Transaction& tx, const Desk& desk, Account& account, const std::string& code) {
  if (account.factor.empty()) return true;
  const auto secret = desk.key->unsealed(factor_purpose, account.factor);
  auto digits = code;  // apps show them as "123 456"
  std::erase(digits, ' ');
  const auto step = secret ? kit::totp_match(*secret, digits, desk.now, account.factor_step) : std::nullopt;
  if (step) account.factor_step = *step;
  return step || use_recovery_code(tx, account.person, code, desk.now);
}

}  // namespace

void begin_own_session(kit::Transaction& tx, Desk& desk, const std::string& person) {
  end_session(tx, kit::fingerprint(desk.session));
  desk.session = kit::random_name(32);
  begin_session(tx, desk.session, person, desk.now, desk.place, desk.browser);
}

kit::Verdict<std::string> sign_in(Desk& desk, const SignIn& typed) {
  const auto email = plain_email(typed.email);
  std::optional<Account> account;
  Attempts lately;
  {
    auto tx = desk.db.read();
    account = account_by_email(tx, email);
    lately = attempts(tx, email, desk.place, desk.now);
  }
  if (is_slowed(lately)) return refused(slowed);
  const bool can = account && account->state == Account::State::active;
  const auto right = kit::is_password(can ? account->password : std::string(), typed.password.substr(0, 1000));
  if (!right) return refused(busy);

  bool is_it = false;
  desk.db.write_together([&](kit::Transaction& tx) {
    if (account) account = account_of(tx, account->person);
    is_it = *right && account && account->state == Account::State::active && is_second_factor(tx, desk, *account, typed.code);
    add_attempt(tx, email, desk.place, is_it ? Worked::yes : Worked::no, desk.now);
    if (is_it) {
      account->signed_in_at = desk.now;
      change_account(tx, *account);
      begin_own_session(tx, desk, account->person);
    }
    tx.commit();
  });
  if (!is_it) return refused(wrong);
  return account->person;
}

void sign_out(Desk& desk) {
  desk.db.write_together([&](kit::Transaction& tx) {
    end_session(tx, kit::fingerprint(desk.session));
    tx.commit();
  });
  desk.session = kit::random_name(32);
}

}  // namespace council
