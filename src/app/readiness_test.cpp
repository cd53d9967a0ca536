// What is made ready before anybody asks, and which pages are counted as opened.
#include "app/readiness.h"

#include <gtest/gtest.h>

#include "app/ambleford_test.h"
#include "assess/forecast_memory.h"

namespace app {
namespace {

using kit::Method;
using tests::Ambleford;

TEST(Readiness, LeavesNoForecastForTheOneWhoAsksFirst) {
  Ambleford council;
  council.edge().make_ready([] { return true; });
  const auto before = assess::forecast_memory().worked_out();
  EXPECT_EQ(council.ask(Method::get, "/exceptions", "i.greaves", Ambleford::By::cookie).status, 200);
  EXPECT_EQ(council.ask(Method::get, "/targets.csv", "i.greaves", Ambleford::By::cookie).status, 200);
  EXPECT_EQ(assess::forecast_memory().worked_out(), before);
}

TEST(Readiness, StopsWhenTheServerDoes) {
  Ambleford council;
  int asked = 0;
  council.edge().make_ready([&] { return ++asked < 3; });
  EXPECT_EQ(asked, 3);
}

TEST(TheDaysOfAPage, AreCountedForThoseWhoSignInAndNobodyElse) {
  Ambleford council;
  council.ask(Method::get, "/indicators/BBF09", "", Ambleford::By::ended_session);
  EXPECT_TRUE(council.counter.take().empty());
  council.ask(Method::get, "/indicators/BBF09", "f.aziz", Ambleford::By::cookie);
  council.ask(Method::get, "/indicators/BBF09", "i.greaves", Ambleford::By::cookie);
  council.ask(Method::get, "/indicators/NONE", "i.greaves", Ambleford::By::cookie);
  council.ask(Method::get, "/indicators", "i.greaves", Ambleford::By::cookie);
  EXPECT_EQ(council.counter.take().size(), 1u) << "one page, one day";
}

TEST(TheDaysOfAPage, AreAskedInTheReviewOfTheSet) {
  Ambleford council;
  const auto look = council.ask(Method::get, "/set/review/look", "i.greaves", Ambleford::By::cookie).body;
  EXPECT_NE(look.find("Opened by nobody"), std::string::npos);
  EXPECT_NE(look.find("Nobody signed in has opened its page since June 2025."), std::string::npos);
}

}  // namespace
}  // namespace app
