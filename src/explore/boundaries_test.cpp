#include "explore/boundaries.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "compare/authority_table.h"

namespace explore {
namespace {

compare::Authorities registered() {
  return compare::Authorities(std::vector<compare::Authority>{{.code = "E06000061", .name = "North Northamptonshire"},
                                                              {.code = "E06000062", .name = "West Northamptonshire"}});
}

std::string feature(const std::string& code, const std::string& coordinates, const std::string& type = "Polygon") {
  return R"({"type": "Feature", "properties": {"areacd": ")" + code + R"(", "areanm": "Name of )" + code +
         R"("}, "geometry": {"type": ")" + type + R"(", "coordinates": )" + coordinates + "}}";
}
std::string collection(const std::string& features) { return R"({"type": "FeatureCollection", "features": [)" + features + "]}"; }

const std::string square = "[[[-1,52],[-0.9,52],[-0.9,52.1],[-1,52.1],[-1,52]]]";

std::string refused(const std::string& text, const std::string& layer = "") {
  const auto file = read_geo_file(text);
  if (!file) return file.refusals().all()[0].sentence;
  const auto made = boundaries_of(*file, layer, registered());
  return made ? "" : made.refusals().all()[0].sentence;
}

Boundaries taken(const std::string& text, const std::string& layer = "") {
  const auto file = read_geo_file(text);
  EXPECT_TRUE(file);
  auto made = boundaries_of(*file, layer, registered());
  EXPECT_TRUE(made);
  return std::move(*made);
}

TEST(AFileOfBoundaries, IsTakenWithItsCodesMatched) {
  const auto made =
      taken(collection(feature("E06000061", square) + "," + feature("E06000062", "[" + square + "]", "MultiPolygon") +
                       "," + feature("X99999999", square)));
  ASSERT_EQ(made.areas.size(), 3u);
  EXPECT_EQ(made.areas[0].name, "Name of E06000061");
  EXPECT_EQ(made.areas[0].rings[0].size(), 4u);
  EXPECT_EQ(made.unmatched, std::vector<std::string>{"X99999999"});
  EXPECT_EQ(
      made.remarks,
      std::vector<std::string>{
          "The file does not say what its coordinates are; GeoJSON means longitude and latitude (WGS84). They were put on the British National Grid by Helmert’s seven parameters, which is good to five metres."});
}

TEST(AFileOfBoundaries, ListsEachAreaThatCannotBeTaken) {
  const auto made = taken(collection(feature("E06000061", square) + "," +
                                     feature("E06000062", "[[[-1,52],[-0.9,52.1],[-0.9,52],[-1,52.1],[-1,52]]]") + "," +
                                     feature("none", square) + "," + feature("E06000061", square) + "," +
                                     feature("E06000001", "[-1,52]", "Point") + "," +
                                     feature("E06000002", "[[[-1,52],[-0.9,52],[40,52.1],[-1,52.1],[-1,52]]]") + "," +
                                     feature("E06000003", "[[-1,52],[-0.9,52],[-1,52]]")));
  ASSERT_EQ(made.areas.size(), 1u);
  std::vector<std::string> reasons;
  for (const auto& each : made.left_out) reasons.push_back(std::to_string(each.place) + " " + each.reason);
  EXPECT_EQ(reasons, (std::vector<std::string>{"2 A ring crosses itself near -0.9000, 52.0000.",
                                               "3 It has no code such as E06000061.",
                                               "4 Its code stands in the file a second time.",
                                               "5 It is a Point, and only a Polygon or MultiPolygon encloses an area.",
                                               "6 It reaches beyond the British Isles.",
                                               "7 Its coordinates are not nested as those of a Polygon are."}));
}

TEST(AFileOfBoundaries, IsRefusedWithASentence) {
  EXPECT_EQ(
      refused("{}"),
      "This is JSON, but neither GeoJSON with a list of features nor TopoJSON. Choose a file of boundaries in one of these.");
  EXPECT_EQ(refused("<svg/>"), "This cannot be read as JSON from line 1, character 1. Check the commas, quotes and brackets there.");
  EXPECT_EQ(refused(collection("")), "The file has no areas.");
  EXPECT_EQ(refused(collection(feature("none", square))),
            "None of the file’s 1 areas could be taken. The first: It has no code such as E06000061.");
  EXPECT_EQ(
      refused(std::string(most_boundary_bytes + 1, ' ')),
      "The file is larger than 32 MB. Choose an edition that is simplified more, such as one called ultra generalised.");
}

std::string topology(const std::string& objects) {
  return R"({"type": "Topology", "transform": {"scale": [0.001, 0.001], "translate": [-1, 52]}, "arcs": [[[0,0],[100,0],[0,100]], [[100,100],[-100,0],[0,-100]]], "objects": {)" +
         objects + "}}";
}

TEST(TopoJson, JoinsItsLinesForwardsAndBackwards) {
  const auto made = taken(topology(
      R"("a": {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "arcs": [[0, 1]], "properties": {"cd": "E06000061"}}, {"type": "Polygon", "arcs": [[-2, -1]], "properties": {"cd": "E06000062"}}, {"type": "Polygon", "arcs": [[7]], "properties": {"cd": "E06000003"}}]})"));
  ASSERT_EQ(made.areas.size(), 2u);
  EXPECT_EQ(made.areas[0].rings[0].size(), 4u);
  EXPECT_EQ(made.areas[1].rings[0].size(), 4u);
  EXPECT_EQ(made.left_out[0].reason, "It names a line that the file does not have.");
}

TEST(TopoJson, TakesTheLayerWithMostKnownCodesUnlessOneIsAskedFor) {
  const std::string one = R"("regions": {"type": "Polygon", "arcs": [[0, 1]], "properties": {"cd": "E12000001"}})",
                    other = R"("councils": {"type": "Polygon", "arcs": [[0, 1]], "properties": {"cd": "E06000061"}})";
  EXPECT_EQ(taken(topology(one + "," + other)).areas[0].code, "E06000061");
  EXPECT_EQ(taken(topology(one + "," + other), "regions").areas[0].code, "E12000001");
  EXPECT_EQ(refused(topology(one + "," + other), "wards"), "The file has no layer ‘wards’. It has ‘regions’, ‘councils’.");
}

// A few lines named again and again come to far more than the file holds.
TEST(TopoJson, IsRefusedWhenItUnfoldsBeyondMeasure) {
  std::string arcs = "0";
  for (int i = 0; i < 200'000; ++i) arcs += ",0";
  std::string all;
  for (int i = 0; i < 8; ++i) all += (i ? "," : "") + std::string(R"({"type": "Polygon", "arcs": [[)") + arcs + "]]}";
  EXPECT_EQ(
      refused(topology(R"("a": {"type": "GeometryCollection", "geometries": [)" + all + "]}")),
      "The boundaries have more than two million points. Choose an edition that is simplified more, such as one called ultra generalised.");
}

// The boundaries as they are published, where they are at hand.
class PublishedBoundaries : public testing::Test {
 protected:
  Boundaries read(const std::string& name, const compare::Authorities& authorities) {
    std::ifstream in(folder + name, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    const auto file = read_geo_file(text.str());
    EXPECT_TRUE(file) << name;
    auto made = boundaries_of(*file, "", authorities);
    EXPECT_TRUE(made) << name;
    return made ? std::move(*made) : Boundaries{};
  }
  void SetUp() override {
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "../shared/data is not here";
  }
  const std::string folder = SOURCE_ROOT "/../shared/data/boundaries/";
};

TEST_F(PublishedBoundaries, OfEveryDistrictSince2014AreTaken) {
  const auto made = read("uk_topo_2014_2025.topojson", registered());
  EXPECT_EQ(made.found, 407u);
  EXPECT_EQ(made.areas.size() + made.left_out.size(), 407u);
  EXPECT_TRUE(made.left_out.empty()) << made.left_out[0].name << ": " << made.left_out[0].reason;
  EXPECT_NE(
      std::ranges::find(
          made.remarks,
          "Middlesbrough, feature 2: A ring crosses itself near -1.1944, 54.5799. The loop is so small that the area is kept as it is drawn."),
      made.remarks.end());
  const auto corby = std::ranges::find(made.areas, "Corby", &Outline::name);
  ASSERT_NE(corby, made.areas.end());
  EXPECT_EQ(corby->until, 2020);
}

TEST_F(PublishedBoundaries, OfTheDistrictsOf2024AreTaken) {
  const auto made = read("geographr_ltla24.geojson", registered());
  EXPECT_EQ(made.areas.size(), 361u);
  EXPECT_FALSE(made.are_small);
  EXPECT_EQ(made.unmatched.size(), 359u);
  EXPECT_EQ(made.areas[0].name, "Hartlepool");
  EXPECT_TRUE(made.left_out.empty()) << made.left_out[0].name << ": " << made.left_out[0].reason;
}

TEST_F(PublishedBoundaries, OfWardsAreSmallAreasOfTheirCouncils) {
  const auto made =
      read("wards22_seed_councils.geojson",
           compare::Authorities(std::vector<compare::Authority>{{.code = "E08000009", .name = "Trafford"}}));
  EXPECT_TRUE(made.are_small);
  EXPECT_EQ(made.areas.size(), 157u);
  EXPECT_TRUE(made.unmatched.empty());
  EXPECT_EQ(std::ranges::count(made.areas, "E08000009", &Outline::within), 21);
}

}  // namespace
}  // namespace explore
