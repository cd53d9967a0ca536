// An account: how a person of the council proves who it is. An e-mail address and a password, and a second factor where one is set
// up. It is invited, then active, and can be suspended; what the person may do follows from the role, never from the account.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/moment.h"
#include "kit/verdict.h"

namespace council {

struct Account {
  enum class State : std::uint8_t { invited, active, suspended };
  std::string person;
  std::string email;     // in lower case: the name for signing in
  std::string password;  // an argon2id hash, or empty until one is chosen
  std::string factor;    // the second factor's secret, sealed; empty when there is none
  std::int64_t factor_step = 0;
  State state = State::invited;
  std::optional<kit::Moment> signed_in_at;
};
std::string_view code(Account::State state);   // "invited"
std::string_view words(Account::State state);  // "Invited", "Active", "Suspended"

// A single-use link that is mailed: to accept an invitation, to choose a new password, to become the first administrator.
struct SignInLink {
  enum class Purpose : std::uint8_t { invitation, reset, first };
  Purpose purpose = Purpose::invitation;
  std::string person;
  kit::Moment ends;
};
std::string_view code(SignInLink::Purpose purpose);
std::int64_t lasts(SignInLink::Purpose purpose);  // seconds: a week, an hour, a day

std::string plain_email(std::string_view typed);          // trimmed, in lower case
kit::Refusals email_faults(std::string_view email);       // field "email"
// At least twelve characters, not the name or address, not one of the commonest. Nothing else is asked. Field "password".
kit::Refusals password_faults(std::string_view password, std::string_view email, std::string_view name);

// How often somebody has failed lately. Guessing is slowed; nobody is locked out by what a stranger types.
struct Attempts {
  int of_name = 0;        // wrong ones for this name, from anywhere
  int of_place = 0;       // wrong ones from this place, for any name
  int of_both = 0;        // wrong ones for this name from this place
  bool known_place = false;  // this person has signed in from there before
};
inline constexpr int most_attempts = 10;
inline constexpr int most_of_a_known_place = 100;  // a whole council may reach the server from one address
inline constexpr std::int64_t attempts_within = 300;  // seconds
bool is_slowed(const Attempts& attempts);

// Where to go after signing in: a page of our own, or the first that suits.
std::string own_path(std::string_view next, std::string_view otherwise);

}  // namespace council
