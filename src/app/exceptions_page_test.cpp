// The page of exceptions over the whole of Ambleford, on both databases.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "../../tests/support/on_both.h"
#include "app/demo.h"
#include "exchange/ambleford.h"
#include "exchange/intake_store.h"
#include "kit/tell.h"
#include "report/exceptions_pages.h"
#include "report/exceptions_store.h"

namespace app {
namespace {

using report::ExceptionsView;
using Query = std::vector<std::pair<std::string, std::string>>;

class ExceptionsOfAmbleford : public tests::OnBoth {
 protected:
  void SetUp() override {
    OnBoth::SetUp();
    if (IsSkipped()) return;
    db = kit::Database::open(address);
    ASSERT_TRUE(exchange::bring_in(*db, exchange::ambleford(), "tests", now));
  }

  parts::Reply ask(const Query& query, const std::string& format = "html") {
    council::Desk desk{*db, memory, now};
    kit::Request asked;
    asked.path = "/exceptions";
    asked.query = query;
    asked.format = format;
    return report::exceptions_routes().front().answer(asked, desk);
  }
  std::string page(const Query& query = {}) { return std::string(std::get<parts::Page>(ask(query)).body.written()); }
  std::set<std::string> codes(const Query& query) {
    council::Desk desk{*db, memory, now};
    kit::Request asked;
    asked.path = "/exceptions";
    asked.query = query;
    const auto found = report::exceptions_for(asked, desk);
    const report::Wanted wanted{&report::audience(asked.asked("for")), assess::read_trigger(asked.asked("sign"))};
    std::set<std::string> all;
    for (const auto& each : report::exceptions_view(*found, assess::narrowed(*found->judged, assess::narrowing(asked)), wanted).exceptions)
      all.insert(each.standing.judgement->definition->code);
    return all;
  }
  static std::size_t times(const std::string& text, std::string_view words) {
    std::size_t count = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
    return count;
  }

  const kit::Moment now = *kit::Moment::parse(demo_today);
  std::unique_ptr<kit::Database> db;
  kit::Memory memory{64 << 20};
};

TEST_P(ExceptionsOfAmbleford, NamesWarningsFiguresAndThread) {
  const auto text = page();
  EXPECT_NE(text.find("need attention"), std::string::npos);
  EXPECT_NE(text.find("Education, health and care plans issued in 20 weeks"), std::string::npos);
  EXPECT_NE(text.find("Ten months below average: 63.8% in September 2025"), std::string::npos);
  EXPECT_NE(text.find("Better, brighter futures"), std::string::npos);
  EXPECT_EQ(times(text, "<li class=\"card\">"), codes({}).size()) << "each indicator stands once";
}

TEST_P(ExceptionsOfAmbleford, IsThePartThatAnAudienceReads) {
  const auto all = codes({}), leadership = codes({{"for", "leadership"}}), scrutiny = codes({{"for", "scrutiny"}});
  EXPECT_LT(leadership.size(), all.size());
  EXPECT_LT(scrutiny.size(), all.size());
  EXPECT_TRUE(std::ranges::includes(all, leadership));
  EXPECT_TRUE(std::ranges::includes(all, scrutiny));
  EXPECT_EQ(codes({{"for", "nobody"}}), all);
}

TEST_P(ExceptionsOfAmbleford, CanBeOfOneServiceOrOneWarning) {
  const auto send = codes({{"for", "service"}, {"service", "SEND"}});
  EXPECT_TRUE(send.contains("BBF07"));
  EXPECT_LT(send.size(), codes({}).size());
  EXPECT_TRUE(codes({{"sign", "concern"}}).contains("BBF07"));
  EXPECT_FALSE(codes({{"sign", "late"}}).contains("BBF07"));
}

TEST_P(ExceptionsOfAmbleford, SaysPlainlyWhenThereIsNone) {
  EXPECT_NE(page({{"q", "no such words"}}).find("No indicator matches these filters."), std::string::npos);
  EXPECT_NE(page({{"service", "SEND"}, {"sign", "others"}}).find("Nothing here needs attention"), std::string::npos);
}

TEST_P(ExceptionsOfAmbleford, IsTheSameAsData) {
  const auto csv = *std::get<kit::Response>(ask({}, "csv")).body, json = *std::get<kit::Response>(ask({}, "json")).body;
  EXPECT_EQ(times(csv, "\r\n"), codes({}).size() + 1);
  EXPECT_TRUE(csv.starts_with("place,signs,warnings,seen_in,thread,indicator,"));
  EXPECT_NE(json.find("\"signs\":[\"concern\",\"heading-off\",\"worse-side\"]"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(On, ExceptionsOfAmbleford, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

}  // namespace
}  // namespace app
