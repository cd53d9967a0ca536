#include <gtest/gtest.h>

#include "app/why_not_pages.h"

namespace app {
namespace {

using council::May;
using council::Role;

council::Council ambleford() {
  council::Council council;
  council.units = {{council::Unit::Kind::service, "WASTE", "Waste and recycling"}, {council::Unit::Kind::service, "HOUSING", "Housing"}};
  council.people = {{"o.owner", "Olive Owner", "Waste data officer"}, {"p.shah", "Priya Shah", "SEND data officer"}};
  return council;
}

council::Asker officer() {
  council::Asker asker;
  asker.has_people = true;
  asker.person = "p.shah";
  asker.units = {"HOUSING"};
  return asker;
}
const AskedOf recycling{"BBF07 Recycling", {"o.owner", "", "", "WASTE", ""}, "Waste and recycling"};

std::string why(May may, const council::Asker& asker, const AskedOf* of = nullptr) {
  std::string all;
  for (const auto& reason : reasons(may, asker, ambleford(), of)) all += (all.empty() ? "" : " ") + reason;
  return all;
}

TEST(WhyMayINot, SaysThatOneHasNotSignedIn) { EXPECT_EQ(why(May::see_record, {}), "You have not signed in."); }

TEST(WhyMayINot, SaysWhichRoleOneHasAndWhichRolesMay) {
  EXPECT_EQ(why(May::see_record, officer()), "Your role is officer. This is for: internal audit, performance team and administrator.");
}

TEST(WhyMayINot, SaysWhoseIndicatorItIs) {
  EXPECT_EQ(why(May::enter_figures, officer(), &recycling),
            "You are neither owner nor deputy of BBF07 Recycling, and cover for neither. Owner: Olive Owner, Waste data officer.");
  EXPECT_EQ(why(May::check_figures, officer(), &recycling),
            "You are not the checker of BBF07 Recycling, and do not cover for them. Nobody is its checker.");
}

TEST(WhyMayINot, SaysWhatIsWithinReach) {
  auto head = officer();
  head.role = Role::head_of_service;
  EXPECT_EQ(why(May::agree_change, head, &recycling), "BBF07 Recycling belongs to Waste and recycling. Within your reach: Housing.");
}

TEST(WhyMayINot, SaysWhenOneMay) {
  auto deputy = officer();
  deputy.covers = {"o.owner"};
  EXPECT_EQ(why(May::enter_figures, deputy, &recycling), "You may do this with BBF07 Recycling.");
}

}  // namespace
}  // namespace app
