// The explorer, its maps and saved views over Ambleford and its invented country, on both databases.
#include <gtest/gtest.h>

#include "../../tests/support/on_both.h"
#include "app/demo.h"
#include "app/demo_compare.h"
#include "compare/comparators_pages.h"
#include "compare/compute_pages.h"
#include "compare/series_notes_store.h"
#include "council/record_store.h"
#include "exchange/ambleford.h"
#include "exchange/intake_store.h"
#include "explore/boundaries_pages.h"
#include "explore/explorer_pages.h"
#include "explore/saved_views_pages.h"
#include "explore/standings_pages.h"
#include "explore/stands_out_pages.h"
#include "kit/secret.h"

namespace app {
namespace {

using Query = std::vector<std::pair<std::string, std::string>>;

struct Got {
  int status = 0;
  std::string body, to;
  bool has(std::string_view words) const { return body.find(words) != std::string::npos; }
};

class ExploringAmbleford : public tests::OnBoth {
 protected:
  void SetUp() override {
    OnBoth::SetUp();
    if (IsSkipped()) return;
    db = kit::Database::open(address);
    ASSERT_TRUE(exchange::bring_in(*db, exchange::ambleford(), "tests", now));
    begin_demo_compare(*db, data, now);
  }

  Got ask(const council::Routes& routes, kit::Method method, const std::string& path, const Query& query,
          const std::string& format = "html", const Query& form = {}, std::vector<kit::UploadedFile> files = {}) {
    council::Desk desk{*db, memory, now, {.person = person}, "token", data};
    desk.key = &key;
    kit::Request asked;
    asked.method = method;
    asked.path = path;
    asked.query = query;
    asked.format = format;
    asked.form = form;
    asked.files = std::move(files);
    const auto last = path.rfind('/') + 1;
    const bool is_numbered = last < path.size() && path.find_first_not_of("0123456789", last) == path.npos;
    const auto pattern = is_numbered ? path.substr(0, last) + "{number}" : path;
    if (is_numbered) asked.path_values = {{"number", path.substr(last)}};
    for (const auto& route : routes) {
      if (route.method != method || route.pattern != pattern) continue;
      const auto reply = route.answer(asked, desk);
      if (const auto* page = std::get_if<parts::Page>(&reply)) return {page->status, std::string(page->body.written()), {}};
      const auto& response = std::get<kit::Response>(reply);
      Got got{response.status, *response.body, {}};
      for (const auto& [name, value] : response.headers)
        if (name == "Location") got.to = value;
      return got;
    }
    return {};
  }
  Got explore(Query query, const std::string& format = "html") {
    return ask(explore::explorer_routes(), kit::Method::get, "/explore", query, format);
  }
  Got look(Query more, const std::string& format = "html") {
    Query query = {{"set", set}, {"of", recycled}};
    query.insert(query.end(), more.begin(), more.end());
    return explore(query, format);
  }

  const std::string set = "Ambleford’s invented neighbours", recycled = "Household waste recycled, reused and composted";
  const std::string data = (folder.path / "data").string();
  const kit::Moment now = *kit::Moment::parse(demo_today);
  std::string person = "i.greaves";
  kit::ServerKey key = kit::ServerKey::for_now();
  std::unique_ptr<kit::Database> db;
  kit::Memory memory{64 << 20};
};
INSTANTIATE_TEST_SUITE_P(On, ExploringAmbleford, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(ExploringAmbleford, ShowsTheSameFiguresInFourWays) {
  EXPECT_TRUE(look({}).has("Ambleford: 39.8%"));
  EXPECT_TRUE(look({{"as", "table"}}).has("Since the period before"));
  const auto map = look({{"as", "map"}});
  EXPECT_TRUE(map.has("aria-label=\"Ambleford: 39.8%\""));
  EXPECT_TRUE(map.has("class=\"map-own\""));
  EXPECT_LT(map.body.size(), 300'000u);
  EXPECT_TRUE(look({{"as", "trends"}}).has("All on the same axes"));
  EXPECT_EQ(look({{"as", "map"}, {"layout", "hex"}}).body.find("map-land"), std::string::npos) << "hexes are of the group alone";
}

TEST_P(ExploringAmbleford, ZoomsByLinksAndStatesItsClasses) {
  const auto whole = look({{"as", "map"}, {"group", "all"}}),
             own = look({{"as", "map"}, {"group", "all"}, {"zoom", "own"}}),
             equal = look({{"as", "map"}, {"group", "all"}, {"classes", "equal"}});
  EXPECT_TRUE(whole.has("zoom=own"));
  const auto links = [](const Got& got) {
    int count = 0;
    for (auto at = got.body.find("aria-label=\""); at != std::string::npos; at = got.body.find("aria-label=\"", at + 1)) ++count;
    return count;
  };
  EXPECT_LT(links(own) + 5, links(whole)) << "what lies far away is not drawn";
  EXPECT_TRUE(own.has("aria-label=\"Ambleford: "));
  EXPECT_TRUE(whole.has("Each class has about as many councils."));
  EXPECT_TRUE(equal.has("Each class is as wide, from the least to the most."));
}

TEST_P(ExploringAmbleford, AnswersTheSameAsData) {
  const auto csv = look({{"as", "map"}}, "csv"), trends = look({{"as", "trends"}}, "csv");
  EXPECT_TRUE(csv.body.starts_with("area_code,area_name,tier,region,stands,period,value,lci,uci,mark"));
  EXPECT_TRUE(csv.has("E06000999,Ambleford,unitary,Midlands,own,2024-04-01/P1Y,39.8"));
  EXPECT_GT(trends.body.size(), 3 * csv.body.size()) << "every period";
  EXPECT_TRUE(look({}, "json").has("\"median\""));
  EXPECT_TRUE(explore({}, "csv").has("Residual household waste"));
}

TEST_P(ExploringAmbleford, AsksWhatStandsOut) {
  const auto page = ask(explore::stands_out_routes(), kit::Method::get, "/explore/stands-out", {});
  EXPECT_TRUE(page.has("These are questions to ask, not verdicts."));
  EXPECT_TRUE(page.has("What our own figures warn of"));
  EXPECT_TRUE(ask(explore::stands_out_routes(), kit::Method::get, "/explore/stands-out", {}, "csv").has("quartile_a_year_before"));
}

TEST_P(ExploringAmbleford, ShowsWhereACouncilStandsInEverything) {
  const auto standing = [&](Query query, const std::string& format = "html") {
    return ask(explore::standings_routes(), kit::Method::get, "/explore/standings", query, format);
  };
  const auto page = standing({});
  EXPECT_TRUE(page.has("Where does Ambleford stand in everything that is published?"));
  EXPECT_TRUE(page.has(recycled));
  EXPECT_TRUE(page.has("who=everyone"));
  const auto own = standing({}, "csv"), everyone = standing({{"who", "everyone"}}, "csv");
  EXPECT_TRUE(own.body.starts_with(
      "data_set,indicator,unit,period,area_code,area_name,figure,rank,councils,quartile,median,mad,others_median,mads_from_median"));
  EXPECT_FALSE(own.has("E06000001,")) << "one council alone";
  EXPECT_GT(everyone.body.size(), 5 * own.body.size()) << "every council of the group";
  EXPECT_TRUE(standing({{"quarter", "1"}}, "csv").body.size() < own.body.size() + 1);
  EXPECT_TRUE(standing({{"words", "residual"}}).has("Residual household waste"));
  EXPECT_FALSE(standing({{"words", "residual"}}).has(recycled));
}

// Through every part of the address, as text that another language would take for an order.
TEST_P(ExploringAmbleford, LetsNothingThroughItsFilters) {
  const auto before = look({}, "csv").body;
  const std::vector<std::string> hostile = {"' or '1'='1",
                                            "'; drop table figures; --",
                                            "\"><script>alert(1)</script>",
                                            "$file",
                                            "read_parquet('/etc/passwd')",
                                            "../../etc/passwd",
                                            "list:' union select 1 --",
                                            "2024-04-01/P1Y' or 1=1",
                                            "\\",
                                            "%27%3B",
                                            "{{7*7}}",
                                            std::string(5000, 'x'),
                                            "javascript:alert(1)",
                                            "E06000999\" onload=\"alert(1)",
                                            "-1",
                                            "1e309"};
  for (const auto* name : {"set", "of", "group", "in", "as", "classes", "layout", "zoom", "shapes", "order", "area", "words"})
    for (const auto& value : hostile)
      for (const auto* as : {"chart", "map", "trends"}) {
        Query query = {{"set", set}, {"of", recycled}, {"as", as}};
        std::erase_if(query, [&](const auto& each) { return each.first == name; });
        query.emplace_back(name, value);
        const auto page = explore(query);
        EXPECT_TRUE(page.status == 200 || page.status == 404) << name << '=' << value;
        EXPECT_FALSE(page.has("<script")) << name << '=' << value;
        EXPECT_FALSE(page.has("onload=\"")) << name << '=' << value;
        EXPECT_FALSE(page.has("href=\"javascript")) << name << '=' << value;
      }
  for (const auto* name : {"set", "group", "area"})
    for (const auto& value : hostile)
      EXPECT_FALSE(
          ask(explore::stands_out_routes(), kit::Method::get, "/explore/stands-out", {{name, value}}).has("<script"))
          << name << '=' << value;
  for (const auto* name : {"set", "group", "area", "words", "quarter", "who"})
    for (const auto& value : hostile) {
      const auto page = ask(explore::standings_routes(), kit::Method::get, "/explore/standings", {{name, value}});
      EXPECT_TRUE(page.status == 200 && !page.has("<script") && !page.has("onload=\"")) << name << '=' << value;
    }
  EXPECT_EQ(look({}, "csv").body, before);
}

TEST_P(ExploringAmbleford, SavesAViewForOneselfOrForEverybody) {
  const auto& routes = explore::saved_views_routes();
  EXPECT_TRUE(ask(routes, kit::Method::get, "/explore/save", {{"set", set}, {"of", recycled}, {"as", "map"}}).has("name=\"address\""));
  EXPECT_FALSE(ask(routes, kit::Method::get, "/explore/save", {{"of", ""}}).has("name=\"address\"")) << "there is no view to save";
  const std::string address = "/explore?of=Residual%20household%20waste&as=map";
  EXPECT_EQ(ask(routes, kit::Method::post, "/explore/views", {}, "html",
                {{"name", ""}, {"address", address}, {"seen_by", "own"}})
                .status,
            400);
  EXPECT_EQ(ask(routes, kit::Method::post, "/explore/views", {}, "html",
                {{"name", "Mine"}, {"address", address}, {"seen_by", "own"}})
                .to,
            "/explore/views");
  EXPECT_EQ(ask(routes, kit::Method::post, "/explore/views", {}, "html",
                {{"name", "Ours <b>"}, {"address", address}, {"seen_by", "everybody"}})
                .status,
            303);
  EXPECT_TRUE(ask(routes, kit::Method::get, "/explore/views", {}).has("Mine"));
  EXPECT_TRUE(explore({}).has("Ours &lt;b&gt;"));
  EXPECT_FALSE(explore({}).has("Mine"));

  person = "f.aziz";
  const auto others = ask(routes, kit::Method::get, "/explore/views", {});
  EXPECT_FALSE(others.has("Mine"));
  EXPECT_TRUE(others.has("Ours &lt;b&gt;"));
  EXPECT_EQ(ask(routes, kit::Method::post, "/explore/views/take-away", {}, "html", {{"number", "2"}}).status, 403);
  EXPECT_EQ(ask(routes, kit::Method::post, "/explore/views/take-away", {}, "html", {{"number", "1"}}).status, 404);
  person = "i.greaves";
  EXPECT_EQ(ask(routes, kit::Method::post, "/explore/views/take-away", {}, "html", {{"number", "2"}}).status, 303);
  EXPECT_FALSE(explore({}).has("Ours"));
}

TEST_P(ExploringAmbleford, BringsInBoundariesOrSaysWhyNot) {
  const auto& routes = explore::boundaries_routes();
  const Query form = {{"name", "Towns"}, {"licence", "Ours"}};
  const auto take = [&](const std::string& bytes, const Query& fields) {
    return ask(routes, kit::Method::post, "/boundaries", {}, "html", fields,
               {{.field = "file", .name = "t.geojson", .bytes = bytes}});
  };
  EXPECT_TRUE(take("{", form).has("This cannot be read as JSON"));
  EXPECT_TRUE(take("{}", {{"name", ""}}).has("Say under which licence"));
  const std::string good =
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"cd":"E06000999","nm":"Ambleford"},"geometry":{"type":"Polygon","coordinates":[[[1,54],[1.1,54],[1.1,54.1],[1,54.1],[1,54]]]}},
    {"type":"Feature","properties":{"cd":"E06000998","nm":"<i>Odd</i>"},"geometry":{"type":"Polygon","coordinates":[[[1,54],[1.1,54.1],[1.1,54],[1,54.1],[1,54]]]}}]})";
  const auto taken = take(good, form);
  EXPECT_EQ(taken.status, 303);
  const auto page = ask(routes, kit::Method::get, taken.to, {});
  EXPECT_TRUE(page.has("1 of the 2 areas in t.geojson were kept; 1 was left out"));
  EXPECT_TRUE(page.has("&lt;i&gt;Odd&lt;/i&gt;"));
  EXPECT_TRUE(page.has("crosses itself"));
  EXPECT_TRUE(ask(routes, kit::Method::get, "/boundaries", {}).has("Towns"));
  EXPECT_EQ(ask(routes, kit::Method::get, "/boundaries/99", {}).status, 404);
}

TEST_P(ExploringAmbleford, AsksWhatAPlainYearMeansAndReadsItSo) {
  const auto bring_in = [&](const std::string& text, const Query& more = {}) {
    Query form = {{"data_set", "Plain"}, {"licence", "OGL"}, {"publisher", "Somebody"}};
    form.insert(form.end(), more.begin(), more.end());
    return ask(compare::comparators_routes(), kit::Method::post, "/comparators", {}, "html", form, {{"file", "plain.csv", text}});
  };
  const std::string plain = "area_code,period,indicator,value\nE06000999,2023,Bins,5\n",
                    dated = "area_code,period,indicator,value\nE06000999,2023/24,Bins,5\n";
  EXPECT_TRUE(bring_in(plain).to.ends_with("/years")) << "the file needs it and nobody has said";
  EXPECT_FALSE(bring_in(plain, {{"years", "financial"}}).to.ends_with("/years")) << "whoever brings it in has said";
  EXPECT_FALSE(bring_in(dated).to.ends_with("/years")) << "the file says";
  EXPECT_TRUE(bring_in(plain).to.ends_with("/years"));
  const auto bins = [&] { return explore({{"set", "Plain"}, {"of", "Bins"}}, "csv").body; };
  EXPECT_NE(bins().find("2023-01-01/P1Y"), std::string::npos);
  auto tx = db->write();
  const auto recorded = council::record(tx, {.at = now,
                                             .who = "i.greaves",
                                             .what = "meaning of years",
                                             .subject = "Plain",
                                             .detail = "",
                                             .key = "plain years"});
  compare::add_years(tx, {{"Plain", ""}, 1, compare::YearMeaning::financial_to, "i.greaves", now}, recorded.id);
  tx.commit();
  EXPECT_NE(bins().find("2022-04-01/P1Y"), std::string::npos) << bins();
  EXPECT_FALSE(bring_in(plain).to.ends_with("/years")) << "it is remembered for later files";
}

TEST_P(ExploringAmbleford, SaysWhereInAFileSomethingWasLeftOutAndWhatToDo) {
  const auto taken = ask(compare::comparators_routes(), kit::Method::post, "/comparators", {}, "html",
                         {{"data_set", "Odd"}, {"licence", "OGL"}},
                         {{"file", "odd.csv", "area_code,period,indicator,Value\nE06000999,2023/24,Bins,5\nE06000999,2022/23,Bins,<b>many\n"}});
  const auto page = ask(compare::comparators_routes(), kit::Method::get, taken.to, {});
  for (const auto* words : {"odd.csv", "Value", "&lt;b&gt;many", "Write a number, or [x] where there is none"})
    EXPECT_TRUE(page.has(words)) << words;
  const auto data = ask(compare::comparators_routes(), kit::Method::get, taken.to, {}, "csv");
  EXPECT_NE(data.body.find("reason,values,first_row,first_column,found,what_to_do"), std::string::npos) << data.body;
}

TEST_P(ExploringAmbleford, TakesATitleWithoutADataSetForThatOfCouncils) {
  EXPECT_TRUE(explore({{"of", recycled}}).has("unitary councils"));
  EXPECT_TRUE(explore({{"of", recycled}, {"group", "all"}, {"as", "map"}}).has("40 councils"));
  EXPECT_TRUE(explore({{"of", recycled}, {"group", "within"}}).has("wards of Ambleford"));
}

TEST_P(ExploringAmbleford, GivesComputedNeighboursAsData) {
  const auto compute = [&](const std::string& format, const std::string& weight) {
    return ask(compare::compute_routes(), kit::Method::get, "/neighbours/compute",
               {{"s1", set}, {"t1", recycled}, {"w1", weight}, {"most", "5"}}, format);
  };
  const auto csv = compute("csv", "2"), json = compute("json", "2");
  EXPECT_TRUE(csv.body.starts_with("place,area_code,area_name,likeness,near_in,least_alike_in")) << csv.body.substr(0, 200);
  EXPECT_EQ(std::ranges::count(csv.body, '\n'), 6) << "a line for each, below their names";
  EXPECT_TRUE(json.has("\"indicator\":\"" + recycled + "\",\"weight\":2"));
  EXPECT_EQ(compute("json", "-1").status, 422);
  EXPECT_TRUE(compute("json", "-1").has("\"faults\":[\""));
}

}  // namespace
}  // namespace app
