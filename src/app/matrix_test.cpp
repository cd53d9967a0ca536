// G22: every route, by every role and by nobody, on the own and on another service's object, as page, JSON and CSV. The routes are
// the program's own list; what each role gets is src/app/cases/routes.csv for a route with an object in its path, and the file of
// rights (src/council/cases/may.csv) for the others. A route with an object and without a line fails here.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "../../tests/support/on_both.h"
#include "app/commands.h"
#include "app/demo.h"
#include "app/demo_work.h"
#include "app/edge.h"
#include "app/routes.h"
#include "council/cover_store.h"
#include "council/record_store.h"
#include "council/session_store.h"
#include "exchange/ambleford.h"
#include "exchange/intake_store.h"
#include "kit/csrf.h"
#include "kit/csv.h"

namespace app {
namespace {

using kit::Method;
using kit::Response;
using Line = std::map<std::string, std::string>;

std::vector<Line> lines_of(const std::string& path) {
  std::ifstream file(SOURCE_ROOT "/src/" + path, std::ios::binary);
  std::vector<Line> lines;
  kit::Cells header;
  const auto no = kit::read_csv(file, [&](std::size_t, const kit::Cells& cells) {
    if (header.empty()) return header = cells, true;
    auto& line = lines.emplace_back();
    for (std::size_t i = 0; i < header.size(); ++i) line[header[i]] = i < cells.size() ? cells[i] : "";
    return true;
  });
  EXPECT_FALSE(no.any()) << path;
  EXPECT_FALSE(lines.empty()) << path;
  return lines;
}

// Who tries. All but those whose role spans the council are of the service for special needs, or of none. Their BBF09 waits for its
// check; so does SAT03, of another service.
struct Tries {
  std::string role, person;
};
const std::vector<Tries> people = {{"nobody", ""},
                                   {"officer", "f.aziz"},
                                   {"service_manager", "p.shah"},
                                   {"head_of_service", "e.thorne"},
                                   {"corporate_leadership", "a.mbeki"},
                                   {"portfolio_member", "c.asante"},
                                   {"scrutiny_member", "c.crane"},
                                   {"performance_team", "i.greaves"},
                                   {"internal_audit", "l.whitfield"},
                                   {"administrator", "s.nwachukwu"}};

struct Got {
  int status = 0;
  std::string to, body;
  bool is_refused() const { return status == 401 || status == 403 || (status == 303 && to.starts_with("/sign-in?next=")); }
};
std::string words(const Got& got) { return std::to_string(got.status) + (got.to.empty() ? "" : " to " + got.to); }

// Ambleford with people who sign in: no demo, and not at the machine that runs it.
class Ambleford {
 public:
  Ambleford() {
    const auto now = *kit::Moment::parse(demo_today);
    clock_.set(now);
    db_ = open({folder_.path / "data", ""});
    EXPECT_TRUE(exchange::bring_in(*db_, exchange::ambleford(), "tests", now));
    begin_demo_work(*db_, now);
    name_deputies(now);
    EdgeSettings settings;
    settings.pages = Pages::made_afresh;
    settings.data_folder = folder_.path / "data";
    key_ = std::make_unique<kit::ServerKey>(kit::ServerKey::in_folder(settings.data_folder));
    edge_ = std::make_unique<Edge>(*db_, clock_, settings);
    site_ = std::make_unique<kit::Site>(edge_->site());
    sign_everybody_in();
  }

  // 1 in the service for special needs, 2 in highways.
  void name_deputies(kit::Moment now) {
    auto tx = db_->write();
    const auto record = council::record(tx, {now, "tests", "deputy", "", "", "deputies"}).id;
    for (const auto& [person, deputy] : {std::pair("f.aziz", "o.madeley"), std::pair("n.tebbutt", "e.nwosu")})
      council::add_cover(tx, {.person = person, .deputy = deputy, .first_day = now.date(), .last_day = now.date().plus(9), .at = now}, record);
    tx.commit();
  }

  // Accounts, sessions and tokens as they were: what an earlier try has ended begins again.
  void sign_everybody_in() {
    auto tx = db_->write();
    for (const auto& one : people) {
      if (one.person.empty()) continue;
      const kit::Values person = {{"person", one.person}};
      for (const char* table : {"session", "api_token"}) tx.run({"forget", "delete from " + std::string(table) + " where person = :person", ""}, person);
      if (tx.run({"restore", "update account set state = 'active' where person = :person", ""}, person) == 0)
        tx.run({"account", "insert into account (person, email, password, factor, factor_step, state, signed_in_at, at, record) "
                           "values (:person, :person || '@ambleford.example', '', '', 0, 'active', 1763974800, 1, 1)", ""}, person);
      council::begin_session(tx, cookie(one.person), one.person, clock_.now(), "10.0.0.1", "test");
      tx.run({"token", "insert into api_token (fingerprint, person, name, ends, at) values (:fingerprint, :person, 'test', :ends, 1)", ""},
             {{"fingerprint", kit::fingerprint("token of " + one.person)}, {"person", one.person}, {"ends", clock_.now().seconds + 86400}});
    }
    tx.commit();
  }

  enum class By { cookie, token, ended_session };
  Got ask(Method method, const std::string& path, const std::string& person, By by) {
    kit::Request asked;
    asked.method = method;
    asked.path = *kit::url_decoded(path);
    asked.target = path;
    asked.peer = "10.0.0.1";
    asked.format = "html";
    if (!person.empty() && by != By::token) {
      const auto session = cookie(by == By::cookie ? person : "ended " + person);
      asked.cookies.emplace_back("session", session);
      const kit::FormGuard guard(*key_, kit::Transport::plain);
      asked.form.emplace_back("token", guard.token(session));
    }
    if (!person.empty() && by == By::token) asked.headers.emplace_back("authorization", "Bearer token of " + person);
    const auto found = site_->routes.find(method, asked);
    if (!found.answer) return {404, "", ""};
    try {
      const auto answer = (*found.answer)(asked);
      Got got{answer.status, "", *answer.body};
      for (const auto& [name, value] : answer.headers)
        if (name == "Location") got.to = value;
      return got;
    } catch (const kit::Conflict&) {
      return {409, "", ""};
    }
  }

 private:
  static std::string cookie(const std::string& person) { return (person + std::string(43, '-')).substr(0, 43); }
  tests::TemporaryFolder folder_;
  kit::Clock clock_;
  std::unique_ptr<kit::Database> db_;
  std::unique_ptr<kit::ServerKey> key_;
  std::unique_ptr<Edge> edge_;
  std::unique_ptr<kit::Site> site_;
};

bool has_object(std::string_view pattern) { return pattern.find('{') != std::string_view::npos; }

std::string name_of(const council::Route& route) { return (route.method == Method::get ? "GET " : "POST ") + std::string(route.pattern); }

// Of these pages an address without its question is of nothing.
bool wants_more(const council::Route& route) { return route.pattern == "/import/check" || route.pattern == "/import/done"; }

std::set<std::string> words_in(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

class TheMatrix : public testing::Test {
 protected:
  void SetUp() override {
    for (auto& line : lines_of("app/cases/routes.csv")) lines_[line.at("route")] = line;
    for (auto& line : lines_of("council/cases/may.csv")) rights_[line.at("rule")] = line;
  }

  bool has_right(const council::Route& route, const std::string& role) { return rights_.at(std::string(council::code(route.may))).at(role) != "no"; }

  // What one gets: by the session's cookie and by a token alike; by a session that has ended what nobody gets.
  struct Expected {
    bool allowed, allowed_to_nobody, may_be_hidden;
  };
  void expect(const council::Route& route, const std::string& path, const Tries& who, Expected expected) {
    using By = Ambleford::By;
    const auto endings = route.method == Method::get ? std::vector<std::string>{"", ".json", ".csv"} : std::vector<std::string>{""};
    for (const auto& ending : endings) {
      expect_one(route, path + ending, who, By::cookie, expected.allowed, expected.may_be_hidden);
      expect_one(route, path + ending, who, By::token, expected.allowed, expected.may_be_hidden);
      if (!who.person.empty()) expect_one(route, path + ending, who, By::ended_session, expected.allowed_to_nobody, expected.may_be_hidden);
    }
  }
  void expect_one(const council::Route& route, const std::string& path, const Tries& who, Ambleford::By by, bool allowed, bool may_be_hidden) {
    if (route.method == Method::post) council_.sign_everybody_in();
    const auto got = council_.ask(route.method, path, who.person, by);
    ++checks_;
    const bool refused = got.is_refused() || (may_be_hidden && got.status == 404);
    const bool answered = !allowed || route.method == Method::post || got.status == 200 || got.status == 303 || wants_more(route);
    static constexpr const char* ways[] = {"", " with a token", " whose session has ended"};
    if (got.status >= 500 || refused == allowed || !answered)
      ADD_FAILURE() << name_of(route) << " at " << path << " by " << who.role << ways[static_cast<int>(by)] << ": " << words(got) << ", expected "
                    << (allowed ? "an answer" : "a refusal");
  }

  void expect_object(const council::Route& route, const Line& line) {
    const auto own = words_in(line.at("own_roles")), other = words_in(line.at("other_roles"));
    const bool for_all = line.at("own_roles") == "as the rule";
    for (const auto& who : people) {
      const bool own_allowed = for_all ? has_right(route, who.role) : own.contains(who.role);
      expect(route, line.at("own"), who, {own_allowed, for_all ? has_right(route, "nobody") : own.contains("nobody"), true});
      if (line.at("other").empty()) continue;
      const bool other_allowed = for_all ? has_right(route, who.role) : other.contains(who.role);
      expect(route, line.at("other"), who, {other_allowed, for_all ? has_right(route, "nobody") : other.contains("nobody"), true});
      if (!other_allowed && !line.at("unknown").empty()) expect_alike(route, line, who);
    }
  }

  // A23: what is another's and what is not there are the same to whoever may not see it.
  void expect_alike(const council::Route& route, const Line& line, const Tries& who) {
    const auto others = council_.ask(route.method, line.at("other"), who.person, Ambleford::By::token);
    const auto unknown = council_.ask(route.method, line.at("unknown"), who.person, Ambleford::By::token);
    ++checks_;
    EXPECT_EQ(others.status, unknown.status) << name_of(route) << " by " << who.role;
  }

  Ambleford council_;
  std::map<std::string, Line> lines_, rights_;
  int checks_ = 0;
};

TEST_F(TheMatrix, HasALineForEachRouteWithAnObjectAndNoneForAnyOther) {
  std::set<std::string> there;
  for (const auto& route : all_routes()) {
    there.insert(name_of(route));
    if (has_object(route.pattern) && !lines_.contains(name_of(route)))
      ADD_FAILURE() << "src/app/cases/routes.csv has no line for " << name_of(route) << ", " << council::code(route.may);
    if (lines_.contains(name_of(route))) EXPECT_EQ(lines_[name_of(route)].at("rule"), council::code(route.may)) << name_of(route);
  }
  for (const auto& [name, line] : lines_) EXPECT_TRUE(there.contains(name)) << "There is no route " << name;
}

TEST_F(TheMatrix, HoldsForEveryRouteRoleAndObject) {
  for (const auto& route : all_routes()) {
    if (has_object(route.pattern)) {
      if (lines_.contains(name_of(route))) expect_object(route, lines_[name_of(route)]);
      continue;
    }
    for (const auto& who : people) expect(route, std::string(route.pattern), who, {has_right(route, who.role), has_right(route, "nobody"), false});
  }
  RecordProperty("checks", checks_);
  EXPECT_GE(checks_, 3000);
}

// A6: a path parameter that is a pattern, a number that cannot be, or its own name opens nothing.
TEST_F(TheMatrix, OpensNothingForWhatIsNoObject) {
  for (const auto& route : all_routes()) {
    if (!has_object(route.pattern)) continue;
    for (const char* odd : {"%7Bcode%7D", "*", "%25", "0", "-1", "%27%20or%201%3D1", ".."}) {
      std::string path(route.pattern);
      for (auto at = path.find('{'); at != path.npos; at = path.find('{')) path.replace(at, path.find('}') - at + 1, odd);
      for (const auto& who : people) {
        const auto got = council_.ask(route.method, path, who.person, Ambleford::By::token);
        EXPECT_TRUE(got.status == 303 || (got.status >= 400 && got.status < 500)) << name_of(route) << " at " << path << " by " << who.role << ": " << words(got);
      }
    }
  }
}

}  // namespace
}  // namespace app
