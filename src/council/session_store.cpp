#include "council/session_store.h"

#include <algorithm>

#include "council/session.sql.h"
#include "kit/secret.h"

namespace council {
namespace {

constexpr kit::Columns columns = "ttiiitt";

Session read(const kit::Row& row) {
  return {row.text(0), row.text(1), {row.integer(2)}, {row.integer(3)}, {row.integer(4)}, row.text(5), row.text(6)};
}

}  // namespace

std::optional<Session> find_session(kit::Transaction& tx, const std::string& cookie, kit::Moment now) {
  std::optional<Session> found;
  if (cookie.empty()) return found;
  tx.each(session_sql::find,
          {{"fingerprint", kit::fingerprint(cookie)}, {"now", now.seconds}, {"idle", now.seconds - idle_session}},
          columns, [&](const kit::Row& row) { found = read(row); });
  return found;
}

void begin_session(kit::Transaction& tx, const std::string& cookie, const std::string& person, kit::Moment now, const std::string& place,
                   const std::string& browser) {
  tx.run(session_sql::forget_ended, {{"now", now.seconds}, {"idle", now.seconds - idle_session}});
  tx.run(session_sql::begin, {{"fingerprint", kit::fingerprint(cookie)},
                              {"person", person},
                              {"now", now.seconds},
                              {"ends", now.seconds + longest_session},
                              {"place", place},
                              {"browser", browser}});
}

void touch_session(kit::Transaction& tx, const Session& session, kit::Moment now) {
  tx.run(session_sql::touch, {{"fingerprint", session.fingerprint}, {"now", now.seconds}});
}

std::vector<Session> sessions_of(kit::Transaction& tx, const std::string& person, kit::Moment now) {
  std::vector<Session> all;
  tx.each(session_sql::of_person, {{"person", person}, {"now", now.seconds}, {"idle", now.seconds - idle_session}}, columns,
          [&](const kit::Row& row) { all.push_back(read(row)); });
  return all;
}

void end_session(kit::Transaction& tx, const std::string& fingerprint) { tx.run(session_sql::end_one, {{"fingerprint", fingerprint}}); }
void end_sessions(kit::Transaction& tx, const std::string& person) { tx.run(session_sql::end_all, {{"person", person}}); }
std::optional<std::string> person_of_token(kit::Transaction& tx, const std::string& token, kit::Moment now) {
  std::optional<std::string> person;
  tx.each(session_sql::of_token, {{"fingerprint", kit::fingerprint(token)}, {"now", now.seconds}}, "t",
          [&](const kit::Row& row) { person = row.text(0); });
  return person;
}
bool anyone_can_sign_in(kit::Transaction& tx) { return tx.number(session_sql::accounts).value_or(0) > 0; }

}  // namespace council
