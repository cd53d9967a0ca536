#include "council/account_store.h"

#include <algorithm>

#include "council/account.sql.h"
#include "kit/secret.h"

namespace council {
namespace {

constexpr std::int64_t year = 365LL * 86'400;
constexpr std::int64_t keep_attempts = 90LL * 86'400;

Account read(const kit::Row& row) {
  using enum Account::State;
  Account account{row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4), invited, std::nullopt};
  account.state = row.text(5) == "active" ? active : row.text(5) == "suspended" ? suspended : invited;
  if (!row.is_null(6)) account.signed_in_at = kit::Moment{row.integer(6)};
  return account;
}

std::optional<Account> find(kit::Transaction& tx, const kit::Query& query, const kit::Values& values) {
  std::optional<Account> found;
  tx.each(query, values, "ttttiti", [&](const kit::Row& row) { found = read(row); });
  return found;
}

// Addresses are kept only as fingerprints among the attempts: someone may have typed a password in their place.
std::string told(const std::string& email) { return kit::fingerprint("attempt " + email); }

std::string plain_code(const std::string& typed) {
  std::string plain;
  for (const char c : typed)
    if (c != ' ' && c != '-') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return plain;
}

std::string new_code() {
  static constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789x";  // none that look alike
  std::string code;
  for (const unsigned char byte : kit::random_bytes(12)) code += letters[byte % 31];
  return code;
}

}  // namespace

std::optional<Account> account_by_email(kit::Transaction& tx, const std::string& email) {
  return find(tx, account_sql::by_email, {{"email", email}});
}
std::optional<Account> account_of(kit::Transaction& tx, const std::string& person) {
  return find(tx, account_sql::by_person, {{"person", person}});
}

std::vector<Account> all_accounts(kit::Transaction& tx) {
  std::vector<Account> all;
  tx.each(account_sql::all, {}, "ttttiti", [&](const kit::Row& row) { all.push_back(read(row)); });
  return all;
}

void add_account(kit::Transaction& tx, const Account& a, kit::Moment now, RecordId record) {
  tx.run(account_sql::add, {{"person", a.person},
                            {"email", a.email},
                            {"password", a.password},
                            {"state", std::string(code(a.state))},
                            {"at", now.seconds},
                            {"record", record}});
}

void change_account(kit::Transaction& tx, const Account& a) {
  tx.run(account_sql::change, {{"person", a.person},
                               {"email", a.email},
                               {"password", a.password},
                               {"factor", a.factor},
                               {"factor_step", a.factor_step},
                               {"state", std::string(code(a.state))},
                               {"signed_in_at", a.signed_in_at ? kit::Bound(a.signed_in_at->seconds) : kit::Bound(nullptr)}});
}

std::string add_link(kit::Transaction& tx, SignInLink::Purpose purpose, const std::string& person, kit::Moment now) {
  const auto secret = kit::random_name(32);
  tx.run(account_sql::add_link, {{"fingerprint", kit::fingerprint(secret)},
                                 {"person", person},
                                 {"purpose", std::string(code(purpose))},
                                 {"ends", now.seconds + lasts(purpose)},
                                 {"at", now.seconds}});
  return secret;
}

std::optional<SignInLink> find_link(kit::Transaction& tx, const std::string& secret, kit::Moment now) {
  std::optional<SignInLink> found;
  tx.each(account_sql::find_link, {{"fingerprint", kit::fingerprint(secret)}, {"now", now.seconds}}, "tti", [&](const kit::Row& row) {
    using enum SignInLink::Purpose;
    found = SignInLink{row.text(1) == "invitation" ? invitation : row.text(1) == "reset" ? reset : first, row.text(0), {row.integer(2)}};
  });
  return found;
}

bool use_link(kit::Transaction& tx, const std::string& secret, kit::Moment now) {
  return tx.run(account_sql::use_link, {{"fingerprint", kit::fingerprint(secret)}, {"now", now.seconds}}) == 1;
}

void use_links_of(kit::Transaction& tx, const std::string& person, kit::Moment now) {
  tx.run(account_sql::use_links_of, {{"person", person}, {"now", now.seconds}});
}

Attempts attempts(kit::Transaction& tx, const std::string& email, const std::string& place, kit::Moment now) {
  const kit::Bound after = now.seconds - attempts_within;
  Attempts found;
  found.of_name = static_cast<int>(tx.number(account_sql::wrong_of_name, {{"after", after}, {"name", told(email)}}).value_or(0));
  found.of_place = static_cast<int>(tx.number(account_sql::wrong_of_place, {{"after", after}, {"place", place}}).value_or(0));
  found.of_both = static_cast<int>(
      tx.number(account_sql::wrong_of_both, {{"after", after}, {"name", told(email)}, {"place", place}}).value_or(0));
  found.known_place = tx.number(account_sql::worked_before, {{"name", told(email)}, {"place", place}}).value_or(0) > 0;
  return found;
}

void add_attempt(kit::Transaction& tx, const std::string& email, const std::string& place, Worked worked, kit::Moment now) {
  tx.run(account_sql::forget_attempts, {{"before", now.seconds - keep_attempts}});
  tx.run(account_sql::add_attempt, {{"id", tx.number(account_sql::next_attempt).value_or(1)},
                                    {"name", told(email)},
                                    {"place", place},
                                    {"worked", std::int64_t(worked == Worked::yes)},
                                    {"at", now.seconds}});
}

std::vector<std::string> new_recovery_codes(kit::Transaction& tx, const std::string& person) {
  tx.run(account_sql::forget_codes, {{"person", person}});
  std::vector<std::string> codes;
  for (int i = 0; i < 10; ++i) {
    auto code = new_code();
    tx.run(account_sql::add_code, {{"person", person}, {"fingerprint", kit::fingerprint(code)}});
    codes.push_back(code.substr(0, 4) + "-" + code.substr(4, 4) + "-" + code.substr(8));
  }
  return codes;
}

bool use_recovery_code(kit::Transaction& tx, const std::string& person, const std::string& typed, kit::Moment now) {
  return tx.run(account_sql::use_code,
                {{"person", person}, {"fingerprint", kit::fingerprint(plain_code(typed))}, {"now", now.seconds}}) == 1;
}

int recovery_codes_left(kit::Transaction& tx, const std::string& person) {
  return static_cast<int>(tx.number(account_sql::codes_left, {{"person", person}}).value_or(0));
}

std::vector<ApiToken> tokens_of(kit::Transaction& tx, const std::string& person) {
  std::vector<ApiToken> all;
  tx.each(account_sql::tokens, {{"person", person}}, "ttii", [&](const kit::Row& row) {
    all.push_back({row.text(0), row.text(1), {row.integer(2)}, {row.integer(3)}});
  });
  return all;
}

std::string add_token(kit::Transaction& tx, const std::string& person, const std::string& name, kit::Moment now) {
  const auto token = kit::random_name(32);
  tx.run(account_sql::add_token, {{"fingerprint", kit::fingerprint(token)},
                                  {"person", person},
                                  {"name", name},
                                  {"ends", now.seconds + year},
                                  {"at", now.seconds}});
  return token;
}

void end_token(kit::Transaction& tx, const std::string& person, const std::string& fingerprint) {
  tx.run(account_sql::end_token, {{"person", person}, {"fingerprint", fingerprint}});
}
void end_tokens(kit::Transaction& tx, const std::string& person) { tx.run(account_sql::end_tokens, {{"person", person}}); }

std::string preference(kit::Transaction& tx, const std::string& person, const std::string& name) {
  std::string value;
  tx.each(account_sql::preference, {{"person", person}, {"name", name}}, "t", [&](const kit::Row& row) { value = row.text(0); });
  return value;
}

void set_preference(kit::Transaction& tx, const std::string& person, const std::string& name, const std::string& value) {
  const kit::Values values{{"person", person}, {"name", name}, {"value", value}};
  if (tx.run(account_sql::change_preference, values) == 0) tx.run(account_sql::add_preference, values);
}

}  // namespace council
