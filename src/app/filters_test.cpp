// Through every filter of every page over published figures and maps, on both databases, as text that another language would take for an
// order: nothing is carried out, nothing of another place is reached, and no page breaks.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "../../tests/support/on_both.h"
#include "app/demo.h"
#include "app/demo_compare.h"
#include "app/routes.h"
#include "exchange/ambleford.h"
#include "exchange/intake_store.h"
#include "kit/secret.h"

namespace app {
namespace {

constexpr std::string_view folders[] = {"/compare", "/explore", "/areas", "/neighbours", "/comparators", "/boundaries"};
const std::vector<std::string> filters = {"set",     "of",     "group",  "in",   "as",    "classes", "layout",
                                          "zoom",    "shapes", "order",  "area", "words", "tier",    "when",
                                          "quarter", "who",    "as-at",  "t1",   "s1",    "w1",      "g1",
                                          "most",    "name",   "starts", "ends"};  // the last ones are those of
                                                                                   // neighbours that are computed

class FilteringAmbleford : public tests::OnBoth {
 protected:
  void SetUp() override {
    OnBoth::SetUp();
    if (IsSkipped()) return;
    db = kit::Database::open(address);
    ASSERT_TRUE(exchange::bring_in(*db, exchange::ambleford(), "tests", now));
    begin_demo_compare(*db, data, now);
    std::ofstream(folder.path / "sesame.csv") << "word\nsesame\n";
  }

  std::pair<int, std::string> ask(const council::Route& route,
                                  const std::vector<std::pair<std::string, std::string>>& query,
                                  const std::string& format) {
    council::Desk desk{*db, memory, now, {.person = "i.greaves"}, "token", data};
    desk.key = &key;
    kit::Request asked;
    asked.method = route.method;
    asked.path = route.pattern;
    asked.query = query;
    asked.format = format;
    const auto reply = route.answer(asked, desk);
    if (const auto* page = std::get_if<parts::Page>(&reply)) return {page->status, std::string(page->body.written())};
    const auto& response = std::get<kit::Response>(reply);
    return {response.status, response.body ? *response.body : std::string()};
  }

  std::vector<council::Route> pages() const {
    std::vector<council::Route> all;
    for (const auto& route : all_routes()) {
      const std::string_view pattern = route.pattern;
      const bool is_one = std::ranges::any_of(
          folders, [&](auto folder) { return pattern == folder || pattern.starts_with(std::string(folder) + '/'); });
      if (route.method == kit::Method::get && is_one && pattern.find('{') == pattern.npos) all.push_back(route);
    }
    return all;
  }

  std::vector<std::string> hostile() const {
    const auto outside = (folder.path / "sesame.csv").string();
    return {"\"><script>alert(1)</script>",
            "' union select word from read_csv('" + outside + "') --",
            outside,
            "'; drop table figures; --",
            "../sesame.csv",
            "list:' union select word from '" + outside + "' --",
            "https://example.org/x.parquet",
            "javascript:alert(1)",
            "E06000999\" onload=\"alert(1)",
            std::string(3000, 'x')};
  }

  // What leads deep into a page, with one part of it replaced.
  static std::vector<std::pair<std::string, std::string>> with(const std::string& name, const std::string& value) {
    const std::string set = "Ambleford’s invented neighbours", of = "Household waste recycled, reused and composted";
    std::vector<std::pair<std::string, std::string>> query = {{"set", set}, {"of", of}, {"s1", set}, {"t1", of}, {"w1", "1"}};
    std::erase_if(query, [&](const auto& each) { return each.first == name; });
    query.emplace_back(name, value);
    return query;
  }

  const std::string data = (folder.path / "data").string();
  const kit::Moment now = *kit::Moment::parse(demo_today);
  kit::ServerKey key = kit::ServerKey::for_now();
  std::unique_ptr<kit::Database> db;
  kit::Memory memory{64 << 20};
};
INSTANTIATE_TEST_SUITE_P(On, FilteringAmbleford, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

// Of what a page told: each form carries a key that no other has.
std::pair<int, std::string> without_keys(const std::pair<int, std::string>& told) {
  static const std::regex key("name=\"key\" value=\"[^\"]*\"");
  return {told.first, std::regex_replace(told.second, key, "")};
}

}  // namespace

TEST_P(FilteringAmbleford, LetsNothingThroughAnyFilterOfAnyPage) {
  const auto all = pages();
  ASSERT_GE(all.size(), 12u);
  const auto values = hostile();
  const auto tried = GetParam() == kit::Engine::sqlite ? values.size() : 3;  // the engine of figures is the same
  for (const auto& route : all) {
    const auto before = ask(route, {}, "csv");
    for (const auto& name : filters)
      for (std::size_t i = 0; i < tried; ++i) {
        const auto& value = values[i];
        const auto [status, body] = ask(route, with(name, value), "html");
        const auto where = std::string(route.pattern) + '?' + name + '=' + value.substr(0, 60);
        EXPECT_LT(status, 500) << where;
        for (const auto* never : {"<script>alert", "onload=\"alert", "href=\"javascript", ">sesame<"})
          EXPECT_EQ(body.find(never), std::string::npos) << where;
      }
    EXPECT_EQ(without_keys(ask(route, {}, "csv")), without_keys(before)) << route.pattern << " tells the same as before";
  }
}

// A filter that is new is tried above, or this fails.
TEST(EveryFilter, IsAmongThoseTried) {
  const std::regex read("asked\\.asked\\(\"([a-z-]+)\"\\)");
  std::set<std::string> found;
  for (const auto* folder : {"compare", "explore"})
    for (const auto& entry : std::filesystem::directory_iterator(std::string(SOURCE_ROOT "/src/") + folder)) {
      if (entry.path().extension() != ".cpp") continue;
      std::ifstream in(entry.path());
      const std::string text(std::istreambuf_iterator<char>(in), {});
      for (std::sregex_iterator at(text.begin(), text.end(), read), end; at != end; ++at) found.insert((*at)[1]);
    }
  EXPECT_GE(found.size(), 15u);
  for (const auto& name : found)
    EXPECT_NE(std::ranges::find(filters, name), filters.end()) << name << " is a filter of a page and is not tried";
}

}  // namespace app
