#include "council/settings.h"

#include <gtest/gtest.h>

#include "council/council.h"

namespace council {
namespace {

std::string said(const kit::Refusals& no) { return no.any() ? no.all()[0].sentence : ""; }

TEST(ASetting, HasAUsualValueUntilTheCouncilGivesOne) {
  Council council;
  EXPECT_EQ(council.setting("tolerance"), "relative 5");
  EXPECT_EQ(council.setting("ratings"), "on");
  EXPECT_EQ(council.setting("no such thing"), "");
  council.settings = {{"name", "Ambleford", {}}, {"name", "Ambleford Council", {}}};
  EXPECT_EQ(council.setting("name"), "Ambleford Council");
}

TEST(ASetting, IsRefusedWhenItDoesNotExistOrCannotTakeTheValue) {
  EXPECT_TRUE(said(faults("colour", "blue")).starts_with("There is no setting ‘colour’. The settings are name, area_code, tolerance, "));
  EXPECT_EQ(said(faults("area_code", "E0600006")),
            "Found ‘E0600006’. A GSS code is a letter and eight digits, such as E06000061.");
  EXPECT_EQ(said(faults("ratings", "maybe")), "Found ‘maybe’. Type on or off.");
  EXPECT_EQ(said(faults("name", "")), "Give the setting a value.");
  EXPECT_EQ(said(faults("attach_mb", "21")), "Found ‘21’. Type a number of megabytes from 1 to 20, or 0 for none.");
  EXPECT_EQ(said(faults("attach_mb", "0")), "");
  for (const auto* bad : {"5", "relative", "relative -5", "relative 5 blue", "relative 5 blue 10 20", "about 5"})
    EXPECT_NE(said(faults("tolerance", bad)), "") << bad;
  for (const auto* good : {"relative 5", "absolute 2.5", "explicit -3", "relative 5 blue 10"})
    EXPECT_EQ(said(faults("tolerance", good)), "") << good;
  EXPECT_EQ(said(faults("area_code", "")), "");
}

TEST(AUnit, LeadsToItsDirectorateAndNeverInCircles) {
  Council council;
  council.units = {{Unit::Kind::directorate, "PLACE", "Place", {}, {}},
                   {Unit::Kind::service, "PLANNING", "Planning", "PLACE", {}},
                   {Unit::Kind::service, "A", "A", "B", {}},
                   {Unit::Kind::service, "B", "B", "A", {}}};
  EXPECT_EQ(council.directorate_of("PLANNING"), council.unit("PLACE"));
  EXPECT_EQ(council.directorate_of("PLACE"), council.unit("PLACE"));
  EXPECT_EQ(council.directorate_of("A"), nullptr);
  EXPECT_EQ(council.directorate_of("NONE"), nullptr);
  EXPECT_EQ(council.unit(""), nullptr);
}

TEST(ARole, ReadsBackItsCodeAndItsWords) {
  EXPECT_EQ(read_role("head of service"), Role::head_of_service);
  EXPECT_EQ(read_role("Head_of_service"), Role::head_of_service);
  EXPECT_EQ(read_role(code(Role::internal_audit)), Role::internal_audit);
  EXPECT_EQ(words(Role::performance_team), "performance team");
  EXPECT_EQ(read_role("king"), std::nullopt);
}

}  // namespace
}  // namespace council
