// Signing in against the database: who it is, whether guessing is to be slowed, and the session that begins.
#pragma once
#include <string>

#include "council/account_store.h"
#include "council/desk.h"

namespace council {

struct SignIn {
  std::string email, password, code;  // as typed; the code may be empty
};
// Begins a session under a new name (Desk::session) or says why not: the same sentence and about the same time for a wrong password
// as for an address that nobody has.
kit::Verdict<std::string> sign_in(Desk& desk, const SignIn& typed);  // answers the person
void sign_out(Desk& desk);
// A session for someone who has just proved it by a link.
void begin_own_session(kit::Transaction& tx, Desk& desk, const std::string& person);

inline constexpr std::string_view factor_purpose = "second factor";

}  // namespace council
