// The state of the district through the whole program, on the demo's council: what its report says of published figures, and how they are
// chosen; and the council's wards.
#include <gtest/gtest.h>

#include "app/ambleford_test.h"
#include "app/integrity.h"

namespace app {
namespace {

using tests::Ambleford;
using tests::Got;
using Fields = Ambleford::Fields;
using kit::Method;

class StateOfTheDistrict : public testing::Test {
 protected:
  Got get(const std::string& path, const std::string& person = "i.greaves") {
    return council.ask(Method::get, path, person, Ambleford::By::cookie);
  }
  Got post(const std::string& path, Fields fields, const std::string& person = "i.greaves") {
    fields.emplace_back("key", "key " + std::to_string(++keys));
    return council.ask(Method::post, path, person, Ambleford::By::cookie, fields);
  }
  static bool says(const Got& got, const std::string& words) { return got.body.find(words) != got.body.npos; }
  std::int64_t count(const std::string& query) {
    auto tx = council.db().read();
    return tx.number({"count", query, ""}).value_or(-1);
  }
  Ambleford council;
  int keys = 0;
  const std::string edition = "/reports/state-of-the-district/2025-26-h1-edition-1",
                    chooser = "/reports/state-of-the-district/sections/district/published";
};

TEST_F(StateOfTheDistrict, TellsPublishedFiguresByThemeWithWhatIsNew) {
  const auto page = get(edition);
  for (const auto* words : {"published figures about the district", ">Demographics<", ">Deprivation<", ">Economy<",
                            ">Health<", "Life expectancy of men", "New since the last report", "As in the last report",
                            "Revised: 14.4% in the last report", "of 16 councils in “Most like Ambleford”",
                            "Licence: Invented: free to use."})
    EXPECT_TRUE(says(page, words)) << words;
  const auto before = get("/reports/state-of-the-district/2024-25-h2-edition-1");
  EXPECT_TRUE(says(before, "Life expectancy of men"));
  EXPECT_FALSE(says(before, "the last report")) << "there was none before it";
  EXPECT_TRUE(says(get(edition + ".csv"), ",published,"));
}

TEST_F(StateOfTheDistrict, IsChosenFromWhatIsHere) {
  EXPECT_TRUE(says(get(chooser), "19 published figures are chosen."));
  const auto found = get(chooser + "?find=fly-tipping");
  EXPECT_TRUE(says(found, "Fly-tipping incidents"));
  EXPECT_FALSE(says(found, "Tick Council tax"));
  const std::string series = "Ambleford’s invented neighbours\nFly-tipping incidents";
  EXPECT_EQ(post(chooser, {{"seen", "1"}, {"theme", "environment"}, {"series", series}, {"series", "No such\nfigure"}}).to, chooser);
  EXPECT_TRUE(says(get(chooser), "20 published figures are chosen."));
  EXPECT_TRUE(says(get("/reports/state-of-the-district/preview"), "Fly-tipping incidents"));
  EXPECT_EQ(post(chooser + "/take-out", {{"seen", "2"}, {"series", series}}).status, 303);
  EXPECT_EQ(post(chooser + "/group", {{"seen", "3"}, {"group", "region"}}).status, 303);
  EXPECT_TRUE(says(get("/reports/state-of-the-district/preview"), "unitary councils in Midlands"));
  EXPECT_FALSE(says(get(edition), "unitary councils in Midlands")) << "an edition stays as it was";
  EXPECT_EQ(check_everything(council.db()).faults, std::vector<std::string>{});
}

TEST_F(StateOfTheDistrict, SaysWhatToDoWhenAChoiceIsRefused) {
  EXPECT_TRUE(says(post(chooser, {{"seen", "1"}, {"theme", "health"}}), "Tick at least one published figure."));
  EXPECT_TRUE(says(post(chooser + "/group", {{"seen", "1"}, {"group", "list:' or 1=1"}}), "Choose with whom the district is compared."));
  EXPECT_TRUE(says(post(chooser + "/group", {{"seen", "0"}, {"group", "tier"}}), "Somebody has changed this report since you opened it."));
  EXPECT_EQ(get("/reports/quarterly/sections/summary/published").status, 404);
  EXPECT_TRUE(post(chooser, {{"seen", "1"}}, "z.kowalska").is_refused());
  EXPECT_EQ(count("select max(edition) from report_pack where code = 'state-of-the-district'"), 1);
}

TEST_F(StateOfTheDistrict, LeadsFromANewSectionToItsChoice) {
  EXPECT_EQ(post("/reports/health/sections/new", {{"seen", "0"},
                                                  {"shows", "published"},
                                                  {"title", "Around us"},
                                                  {"kinds", "set"},
                                                  {"by", "none"},
                                                  {"exempt", "0"}})
                .to,
            "/reports/health/sections/section6/published");
  EXPECT_TRUE(says(get("/reports/health/sections/section6/published"), "None is chosen yet"));
  EXPECT_TRUE(says(get("/reports/health/change"), "Choose its published figures (0)"));
}

TEST_F(StateOfTheDistrict, CountsWhereItRoseAndFell) {
  EXPECT_TRUE(
      says(get("/explore?set=The%20invented%20country%20in%20figures&of=Life%20expectancy%20of%20men&as=trends"),
           "It rose in 1 council and fell in 25 from 2019 to 2024"));
  EXPECT_TRUE(says(get("/explore?set=The%20invented%20country%20in%20figures&of=Residents&as=trends"),
                   "It rose in 27 councils and fell in none from 2019 to 2024"));
}

TEST_F(StateOfTheDistrict, ShowsItsWardsOnAMap) {
  EXPECT_TRUE(says(get("/areas/small"), "23 areas."));
  const auto map = get("/explore?set=Ambleford%20by%20ward&of=Streets%20clean%20enough%20for%20litter&as=map");
  for (const auto* words : {"23 wards of Ambleford have a figure", "A map of 23 wards of Ambleford",
                            "Each class has about as many areas.", "A hex for each area", "Castle Hill"})
    EXPECT_TRUE(says(map, words)) << words;
  EXPECT_FALSE(says(map, "Where we stand in it"));
  const auto around = get("/explore?set=Ambleford%20by%20ward&of=Streets%20clean%20enough%20for%20litter&as=map&zoom=E05090001");
  EXPECT_TRUE(says(around, "All of Ambleford"));
  EXPECT_TRUE(says(around, "Around Ferndale Town"));
  const auto suppressed = get("/explore?set=Ambleford%20by%20ward&of=Residents%20claiming%20out-of-work%20benefits&as=map");
  EXPECT_TRUE(says(suppressed, "Thornley: no figure, marked [c]"));
  EXPECT_TRUE(says(get("/indicators/GSE01"), "See it on a map of the wards"));
  EXPECT_FALSE(says(get("/indicators/GSE02"), "See it on a map of the wards"));
}

}  // namespace
}  // namespace app
