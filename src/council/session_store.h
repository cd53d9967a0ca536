// Sessions: who is signed in from where. The cookie holds a name that nobody can guess; the database only its fingerprint.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "kit/db.h"
#include "kit/moment.h"

namespace council {

struct Session {
  std::string fingerprint;  // by which it is listed and ended: not the cookie
  std::string person;
  kit::Moment began, seen, ends;
  std::string place, browser;
};
inline constexpr std::int64_t longest_session = 12 * 3600;  // seconds from sign-in
inline constexpr std::int64_t idle_session = 2 * 3600;      // without a request

// The session behind a cookie, of an account that is active; none when it has ended.
std::optional<Session> find_session(kit::Transaction& tx, const std::string& cookie, kit::Moment now);
void begin_session(kit::Transaction& tx, const std::string& cookie, const std::string& person, kit::Moment now, const std::string& place,
                   const std::string& browser);
void touch_session(kit::Transaction& tx, const Session& session, kit::Moment now);  // seen now: idle time begins again
std::vector<Session> sessions_of(kit::Transaction& tx, const std::string& person, kit::Moment now);
void end_session(kit::Transaction& tx, const std::string& fingerprint);
void end_sessions(kit::Transaction& tx, const std::string& person);  // all of a person: on a new role, password, suspension
// A token of a person's own, by which a program acts as that person does; it sets no cookie.
std::optional<std::string> person_of_token(kit::Transaction& tx, const std::string& token, kit::Moment now);
bool anyone_can_sign_in(kit::Transaction& tx);

}  // namespace council
