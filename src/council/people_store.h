// People and their accounts against the database: invited, changed, suspended, gone. Each step is recorded, and what a person was
// allowed before ends at once: sessions and tokens with it.
#pragma once
#include <string>

#include "council/account_store.h"
#include "council/council.h"
#include "council/desk.h"

namespace council {

Council council_now(kit::Transaction& tx, const Desk& desk);

struct TypedPerson {
  std::string code, name, job, email, role, unit;
};
kit::Refusals person_faults(const TypedPerson& typed, const Council& council);

// Makes the person (an empty code) or takes the one there is, and the account, and mails the link. Answers the link's address when no
// mail can carry it, since the server has not been told its own address.
kit::Verdict<std::string> invite(Desk& desk, const TypedPerson& typed);
kit::Refusals change_person(Desk& desk, const TypedPerson& typed);
enum class Turn : std::uint8_t { suspend, restore, has_left };
kit::Refusals turn_account(Desk& desk, const std::string& person, Turn turn);
std::string_view words(Turn turn);

}  // namespace council
