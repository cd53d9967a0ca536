// Accounts in the database, with the links, codes and tokens that belong to them: of everything secret only a fingerprint.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "council/account.h"
#include "council/record.h"
#include "kit/db.h"

namespace council {

std::optional<Account> account_by_email(kit::Transaction& tx, const std::string& email);
std::optional<Account> account_of(kit::Transaction& tx, const std::string& person);
std::vector<Account> all_accounts(kit::Transaction& tx);
void add_account(kit::Transaction& tx, const Account& account, kit::Moment now, RecordId record);  // AlreadyThere: the address is taken
void change_account(kit::Transaction& tx, const Account& account);

// Answers the link's own secret, which is nowhere else.
std::string add_link(kit::Transaction& tx, SignInLink::Purpose purpose, const std::string& person, kit::Moment now);
std::optional<SignInLink> find_link(kit::Transaction& tx, const std::string& secret, kit::Moment now);
bool use_link(kit::Transaction& tx, const std::string& secret, kit::Moment now);  // false when it was used already or has ended
void use_links_of(kit::Transaction& tx, const std::string& person, kit::Moment now);

Attempts attempts(kit::Transaction& tx, const std::string& email, const std::string& place, kit::Moment now);
enum class Worked : std::uint8_t { no, yes };
void add_attempt(kit::Transaction& tx, const std::string& email, const std::string& place, Worked worked, kit::Moment now);

std::vector<std::string> new_recovery_codes(kit::Transaction& tx, const std::string& person);  // ten; those before no longer count
bool use_recovery_code(kit::Transaction& tx, const std::string& person, const std::string& typed, kit::Moment now);
int recovery_codes_left(kit::Transaction& tx, const std::string& person);

struct ApiToken {
  std::string fingerprint, name;
  kit::Moment ends, at;
};
std::vector<ApiToken> tokens_of(kit::Transaction& tx, const std::string& person);
std::string add_token(kit::Transaction& tx, const std::string& person, const std::string& name, kit::Moment now);  // a year; answers it
void end_token(kit::Transaction& tx, const std::string& person, const std::string& fingerprint);
void end_tokens(kit::Transaction& tx, const std::string& person);

std::string preference(kit::Transaction& tx, const std::string& person, const std::string& name);  // empty when there is none
void set_preference(kit::Transaction& tx, const std::string& person, const std::string& name, const std::string& value);

}  // namespace council
