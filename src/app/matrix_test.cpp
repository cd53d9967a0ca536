// G22: every route, by every role and by nobody, on the own and on another service's object, as page, JSON and CSV. The routes are
// the program's own list; what each role gets is src/app/cases/routes.csv for a route with an object in its path, and the file of
// rights (src/council/cases/may.csv) for the others. A route with an object and without a line fails here.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "app/ambleford_test.h"
#include "app/routes.h"
#include "kit/csv.h"

namespace app {
namespace {

using tests::Ambleford;
using tests::people;
using tests::Tries;

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

bool has_object(std::string_view pattern) { return pattern.find('{') != std::string_view::npos; }

std::string name_of(const council::Route& route) { return (route.method == Method::get ? "GET " : "POST ") + std::string(route.pattern); }

// Of these pages an address without its question is of nothing.
bool wants_more(const council::Route& route) {
  return route.pattern == "/import/check" || route.pattern == "/import/done" || route.pattern == "/first" ||
         route.pattern == "/choose-password";
}

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

  bool has_right(const council::Route& route, const std::string& role) {
    return rights_.at(std::string(council::code(route.may))).at(role) != "no";
  }

  // What one gets: by the session's cookie and by a token alike; by a session that has ended what nobody gets.
  struct Expected {
    bool allowed, allowed_to_nobody, may_be_hidden;
  };
  void expect(const council::Route& route, const std::string& path, const Tries& who, Expected expected) {
    using By = Ambleford::By;
    const auto endings = route.method == Method::get ? std::vector<std::string>{"", ".json", ".csv"} : std::vector<std::string>{""};
    for (const auto& ending : endings) {
      expect_one(route, path + ending, who, By::cookie, expected.allowed, expected.may_be_hidden);
      if (who.person.empty()) continue;
      expect_one(route, path + ending, who, By::token, expected.allowed, expected.may_be_hidden);
      expect_one(route, path + ending, who, By::ended_session, expected.allowed_to_nobody, expected.may_be_hidden);
    }
  }
  void expect_one(const council::Route& route, const std::string& path, const Tries& who, Ambleford::By by,
                  bool allowed, bool may_be_hidden) {
    if (route.method == Method::post) council_.sign_everybody_in();
    if (path.ends_with("/left"))
      council_.ask(Method::post, path.substr(0, path.size() - 4) + "restore", "s.nwachukwu", Ambleford::By::cookie);
    const auto got = council_.ask(route.method, path, who.person, by);
    ++checks_;
    const bool refused = got.is_refused() || (may_be_hidden && got.status == 404);
    const bool answered = !allowed || route.method == Method::post || got.status == 200 || got.status == 303 || wants_more(route);
    static constexpr const char* ways[] = {"", " with a token", " whose session has ended"};
    if (got.status >= 500 || refused == allowed || !answered)
      ADD_FAILURE() << name_of(route) << " at " << path << " by " << who.role << ways[static_cast<int>(by)] << ": "
                    << words(got) << ", expected " << (allowed ? "an answer" : "a refusal");
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
    for (const auto& who : people)
      expect(route, std::string(route.pattern), who, {has_right(route, who.role), has_right(route, "nobody"), false});
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
        EXPECT_TRUE(got.status == 303 || (got.status >= 400 && got.status < 500))
            << name_of(route) << " at " << path << " by " << who.role << ": " << words(got);
      }
    }
  }
}

}  // namespace
}  // namespace app
