// Beginning a process chart afresh, and taking it back, through the whole program.
#include <gtest/gtest.h>

#include "app/ambleford_test.h"
#include "app/integrity.h"

namespace app {
namespace {

using kit::Method;
using tests::Ambleford;
using tests::Got;

class BeginningAChartAfresh : public testing::Test {
 protected:
  Got get(const std::string& path, const std::string& person = "i.greaves") {
    return council.ask(Method::get, path, person, Ambleford::By::cookie);
  }
  Got begin(const std::string& day, const std::string& reason, const std::string& step = "", const std::string& key = "k1") {
    return council.ask(Method::post, "/indicators/SAT03/rebase", "i.greaves", Ambleford::By::cookie,
                       {{"key", key}, {"starts_on", day}, {"reason", reason}, {"step", step}});
  }
  Got take_back(const std::string& day, const std::string& why) {
    return council.ask(Method::post, "/indicators/SAT03/rebase/take-back", "i.greaves", Ambleford::By::cookie,
                       {{"key", "k9"}, {"taken", day}, {"why", why}});
  }
  std::int64_t number(const std::string& query) {
    auto tx = council.db().read();
    return tx.number({"number", query, ""}).value_or(-1);
  }
  std::int64_t rebases() {
    return number(
        "select count(*) from rebase where indicator = (select indicator from definition where code = 'SAT03')");
  }
  static bool says(const Got& got, std::string_view words) { return got.body.find(words) != std::string::npos; }
  void TearDown() override { EXPECT_EQ(check_everything(council.db()).faults, std::vector<std::string>()); }
  Ambleford council;
};

TEST_F(BeginningAChartAfresh, IsSuggestedAfterALastingShiftToWhoMayDoIt) {
  EXPECT_TRUE(says(get("/indicators/SAT03"), "/indicators/SAT03/rebase?from=2024-12-01"));
  EXPECT_FALSE(says(get("/indicators/SAT03", "f.aziz"), "/rebase"));
  EXPECT_TRUE(says(get("/indicators/SAT03/rebase"), "Every figure since December 2024 lies on one side of the average."));
}

TEST_F(BeginningAChartAfresh, CanBeLookedAtBeforeAnythingIsDecided) {
  const auto looked = begin("2024-12-01", "Homes were bought.", "look");
  EXPECT_EQ(looked.status, 200);
  EXPECT_TRUE(says(looked, "So the chart would look from December 2024 on. Nothing is decided yet."));
  EXPECT_TRUE(says(looked, "Afresh: Homes were bought."));
  EXPECT_TRUE(says(looked, ">Homes were bought.</textarea>")) << "what was typed stays";
  EXPECT_EQ(rebases(), 0);
}

TEST_F(BeginningAChartAfresh, StandsOnTheChartWithItsReasonAndIsRecorded) {
  const auto before = get("/indicators/SAT03.json");
  EXPECT_EQ(begin("2024-12-01", "Twelve homes were bought for families.").to, "/indicators/SAT03");
  EXPECT_EQ(rebases(), 1);
  EXPECT_EQ(number("select count(*) from record where what = 'rebase' and subject = 'SAT03' and moves = 1"), 1);
  const auto page = get("/indicators/SAT03", "");
  EXPECT_TRUE(says(page, "The chart begins afresh from December 2024.") ||
              says(get("/indicators/SAT03"), "The chart begins afresh from December 2024."));
  EXPECT_TRUE(says(get("/indicators/SAT03"), "Twelve homes were bought for families."));
  EXPECT_TRUE(says(get("/indicators/SAT03.json"), "\"from\":\"2024-12-01/P1M\""));
  EXPECT_FALSE(says(before, "\"from\":\"2024-12-01/P1M\""));
}

TEST_F(BeginningAChartAfresh, HappensOnceHoweverOftenItIsSent) {
  begin("2024-12-01", "Homes were bought.");
  EXPECT_EQ(begin("2024-12-01", "Homes were bought.").status, 422) << "it begins there already";
  EXPECT_EQ(rebases(), 1);
}

TEST_F(BeginningAChartAfresh, SaysWhatIsMissing) {
  const auto refused = begin("", "");
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(says(refused, "Choose the period from which the chart begins afresh."));
  EXPECT_TRUE(says(refused, "Say what changed then, and how you know"));
  EXPECT_EQ(begin("nonsense", "A reason.").status, 422);
  EXPECT_EQ(rebases(), 0);
}

TEST_F(BeginningAChartAfresh, IsTakenBackWithAReasonAndBothStayToBeSeen) {
  begin("2024-12-01", "Homes were bought.");
  EXPECT_EQ(take_back("2024-12-01", "").status, 422);
  EXPECT_EQ(take_back("2024-12-01", "They were sold again.").to, "/indicators/SAT03");
  EXPECT_FALSE(says(get("/indicators/SAT03"), "The chart begins afresh from"));
  const auto page = get("/indicators/SAT03/rebase");
  EXPECT_TRUE(says(page, "Homes were bought."));
  EXPECT_TRUE(says(page, "They were sold again."));
  EXPECT_EQ(take_back("2024-12-01", "Once more.").status, 422);
}

TEST_F(BeginningAChartAfresh, IsNotOfferedWhereThereIsNoProcessChart) {
  EXPECT_TRUE(says(get("/indicators/BBF14/rebase"), "This indicator has no process chart."));
  EXPECT_FALSE(says(get("/indicators/BBF14"), "/rebase"));
}

TEST_F(BeginningAChartAfresh, IsForgottenByNoExport) {
  begin("2024-12-01", "Homes were bought.");
  EXPECT_TRUE(says(get("/export/rebases.csv"), "SAT03,2024-12-01,Homes were bought.,,i.greaves,"));
}

}  // namespace
}  // namespace app
