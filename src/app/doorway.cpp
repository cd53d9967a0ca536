#include "app/doorway.h"

#include "assess/picture_store.h"
#include "council/asker_store.h"
#include "council/session_store.h"
#include "council/standing_link_store.h"
#include "work/calendar_pages.h"
#include "work/to_do_store.h"

namespace app {
namespace {

constexpr std::int64_t seen_again_after = 300;  // seconds: not every request writes that the session goes on

// Whether the asker sits at this machine: not through a proxy, and not from a page elsewhere that made a name of its own
// lead here.
bool is_at_this_machine(const kit::Request& asked) {
  if (!asked.from_this_machine || !asked.header("x-forwarded-for").empty() || !asked.header("forwarded").empty()) return false;
  const auto host = asked.header("host");
  const auto name = host.starts_with('[') ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
  return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

// What holds for everybody until the facts move.
struct House {
  bool has_people = false;
  bool open_to_read = false;
};

std::shared_ptr<const House> house(council::Desk& desk, std::int64_t version) {
  return desk.memory.get<House>(version, "house", [&] {
    const kit::Request now;
    const auto picture = assess::picture_for(now, desk);
    auto tx = desk.db.read();
    return std::make_shared<House>(House{council::anyone_can_sign_in(tx), picture->council.setting("reading") == "everyone"});
  }, [](const House&) { return sizeof(House); });
}

std::shared_ptr<const council::Asker> known(council::Desk& desk, std::int64_t version, const std::string& person) {
  const auto name = "asker " + person + ' ' + desk.now.date().iso();
  return desk.memory.get<council::Asker>(version, name, [&] {
    const kit::Request now;
    const auto picture = assess::picture_for(now, desk);
    auto tx = desk.db.read();
    return std::make_shared<council::Asker>(council::asker_of(tx, picture->council, person, desk.now.date()));
  }, [](const council::Asker& asker) { return sizeof asker + 64 * asker.units.size(); });
}

}  // namespace

std::string place_of(const kit::Request& asked, bool behind_proxy) {
  auto place = asked.peer;
  if (behind_proxy) {
    const auto told = asked.header("x-forwarded-for");
    const auto last = told.substr(told.rfind(',') == std::string::npos ? 0 : told.rfind(',') + 1);
    if (const auto from = last.find_first_not_of(' '); from != std::string::npos) place = last.substr(from);
  }
  return place.substr(0, 64);
}

std::string Doorway::person(const kit::Request& asked, bool has_cookie) {
  const auto authorization = asked.header("authorization");
  if (authorization.starts_with("Bearer ")) {
    auto tx = desk.db.read();
    return council::person_of_token(tx, authorization.substr(7), desk.now).value_or("");
  }
  // The one address that programs ask for again and again without signing in.
  if (const auto key = asked.asked("key"); desk.key && !key.empty() && asked.path == "/calendar.ics") {
    auto tx = desk.db.read();
    return council::person_of_standing_key(tx, *desk.key, work::calendar_purpose, key).value_or("");
  }
  if (!has_cookie) return "";

  std::optional<council::Session> session;
  {
    auto tx = desk.db.read();
    session = council::find_session(tx, desk.session, desk.now);
  }
  if (!session) return "";
  if (session->seen.seconds + seen_again_after < desk.now.seconds)
    desk.db.write_together([&](kit::Transaction& tx) {
      council::touch_session(tx, *session, desk.now);
      tx.commit();
    });
  return session->person;
}

council::Asker Doorway::asker(const kit::Request& asked, bool has_cookie) {
  const auto who = person(asked, has_cookie);
  const auto version = desk.db.version();
  auto asker = who.empty() ? council::Asker{} : *known(desk, version, who);
  asker.at_this_machine = is_at_this_machine(asked);
  asker.is_demo = is_demo;
  const auto rules = house(desk, version);
  asker.has_people = rules->has_people || is_demo;
  asker.open_to_read = rules->open_to_read || is_demo;
  if (asker.is_signed_in() && asked.method == kit::Method::get) asker.to_do = work::to_do(desk, asker);
  return asker;
}

}  // namespace app
