#include "explore/grid.h"

#include <gtest/gtest.h>

#include <cmath>

namespace explore {
namespace {

constexpr Reach isles{-8.2, 1.8, 49.9, 60.9};

std::string said(std::string_view declared, const Reach& reach) {
  const auto found = crs_of(declared, reach);
  return found ? "" : found.refusals().all()[0].sentence;
}

// Points that Ordnance Survey publishes with the exact transformation; Helmert's comes within five metres.
TEST(TheGrid, ComesWithinFiveMetresOfTheSurvey) {
  const struct {
    Spot degrees, grid;
  } known[] = {{{-6.29977752014, 49.92226393730}, {91492.146, 11318.804}},
               {{-4.10864563561, 50.43885825610}, {250359.811, 62016.569}},
               {{-5.20304609998, 49.96006137820}, {170370.718, 11572.405}}};
  for (const auto& [degrees, grid] : known) {
    const auto found = on_the_grid(degrees, Crs::wgs84);
    EXPECT_LT(std::hypot(found.x - grid.x, found.y - grid.y), 5) << grid.x;
  }
}

TEST(TheGrid, TakesWebMercatorToTheSamePlace) {
  const double longitude = -2.5, latitude = 53.4, radius = 6378137;
  const Spot mercator{longitude * M_PI / 180 * radius, std::log(std::tan(M_PI / 4 + latitude * M_PI / 360)) * radius};
  const auto one = on_the_grid({longitude, latitude}, Crs::wgs84), other = on_the_grid(mercator, Crs::web_mercator);
  EXPECT_NEAR(one.x, other.x, 0.01);
  EXPECT_NEAR(one.y, other.y, 0.01);
}

TEST(CoordinatesOfAFile, AreWhatItDeclaresOrWhatItsNumbersShow) {
  EXPECT_EQ(*crs_of("", isles), Crs::wgs84);
  EXPECT_EQ(*crs_of("urn:ogc:def:crs:OGC:1.3:CRS84", isles), Crs::wgs84);
  EXPECT_EQ(*crs_of("", {80000, 655000, 5000, 1220000}), Crs::national_grid);
  EXPECT_EQ(*crs_of("EPSG:27700", {80000, 655000, 5000, 1220000}), Crs::national_grid);
  EXPECT_EQ(*crs_of("", {-900000, 200000, 6400000, 8500000}), Crs::web_mercator);
}

TEST(CoordinatesOfAFile, AreRefusedWithWhatWasFoundAndWhatToDo) {
  EXPECT_EQ(
      said("urn:ogc:def:crs:EPSG::29902", isles),
      "The file says that its coordinates are in ‘urn:ogc:def:crs:EPSG::29902’, which is not understood here. Save it as WGS84 (EPSG:4326, longitude first), British National Grid (EPSG:27700) or Web Mercator (EPSG:3857).");
  EXPECT_EQ(
      said("EPSG:4326", {80000, 655000, 5000, 1220000}),
      "The file says that its coordinates are longitude and latitude (WGS84), but they run from 80,000 to 655,000 and from 5,000 to 1,220,000. Correct what it says, or save it again.");
  EXPECT_EQ(
      said("", {49.9, 60.9, -8.2, 1.8}),
      "Latitude seems to stand before longitude: they run from 49.9 to 60.9 and from -8.2 to 1.8. GeoJSON has longitude first. Save it again in that order.");
  EXPECT_NE(said("", {4e6, 4.1e6, 3e6, 3.1e6}), "");
}

}  // namespace
}  // namespace explore
