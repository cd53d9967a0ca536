#include "explore/grid.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "kit/number.h"
#include "kit/quote.h"

namespace explore {
namespace {

constexpr double degree = std::numbers::pi / 180;

struct Ellipsoid {
  double a, b;
  double e2() const { return 1 - b * b / (a * a); }
};
constexpr Ellipsoid of_wgs84{6378137.0, 6356752.314245}, of_airy{6377563.396, 6356256.909};

struct Place {
  double latitude, longitude;  // in radians
};
struct Cartesian {
  double x, y, z;
};

Cartesian cartesian(Place place, const Ellipsoid& on) {
  const double s = std::sin(place.latitude), c = std::cos(place.latitude), v = on.a / std::sqrt(1 - on.e2() * s * s);
  return {v * c * std::cos(place.longitude), v * c * std::sin(place.longitude), v * (1 - on.e2()) * s};
}

Place place_of(const Cartesian& at, const Ellipsoid& on) {
  const double p = std::hypot(at.x, at.y);
  double latitude = std::atan2(at.z, p * (1 - on.e2()));
  for (int i = 0; i < 5; ++i) {
    const double s = std::sin(latitude), v = on.a / std::sqrt(1 - on.e2() * s * s);
    latitude = std::atan2(at.z + on.e2() * v * s, p);
  }
  return {latitude, std::atan2(at.y, at.x)};
}

// From WGS84 to OSGB36: Ordnance Survey, "A guide to coordinate systems in Great Britain", 6.6.
Cartesian helmert(const Cartesian& at) {
  constexpr double tx = -446.448, ty = 125.157, tz = -542.060, scale = 1 + 20.4894e-6;
  constexpr double second = degree / 3600, rx = -0.1502 * second, ry = -0.2470 * second, rz = -0.8421 * second;
  return {tx + scale * at.x - rz * at.y + ry * at.z, ty + rz * at.x + scale * at.y - rx * at.z, tz - ry * at.x + rx * at.y + scale * at.z};
}

// The length of the meridian from the grid's origin: the same guide, annexe C.
double meridian(double latitude) {
  constexpr double f0 = 0.9996012717, origin = 49 * degree;
  const double n = (of_airy.a - of_airy.b) / (of_airy.a + of_airy.b), n2 = n * n, n3 = n2 * n;
  const double less = latitude - origin, more = latitude + origin;
  return of_airy.b * f0 *
         ((1 + n + 1.25 * n2 + 1.25 * n3) * less - (3 * n + 3 * n2 + 2.625 * n3) * std::sin(less) * std::cos(more) +
          (1.875 * n2 + 1.875 * n3) * std::sin(2 * less) * std::cos(2 * more) -
          35.0 / 24 * n3 * std::sin(3 * less) * std::cos(3 * more));
}

Spot projected(Place place) {
  constexpr double f0 = 0.9996012717, east0 = 400000, north0 = -100000, central = -2 * degree;
  const double s = std::sin(place.latitude), c = std::cos(place.latitude), t2 = std::pow(std::tan(place.latitude), 2), t4 = t2 * t2;
  const double bend = 1 - of_airy.e2() * s * s, v = of_airy.a * f0 / std::sqrt(bend),
               r = of_airy.a * f0 * (1 - of_airy.e2()) / std::pow(bend, 1.5), h2 = v / r - 1;
  const double d = place.longitude - central, d2 = d * d, c3 = c * c * c, c5 = c3 * c * c;
  const double north =
      meridian(place.latitude) + north0 +
      d2 * (v / 2 * s * c + d2 * (v / 24 * s * c3 * (5 - t2 + 9 * h2) + d2 * v / 720 * s * c5 * (61 - 58 * t2 + t4)));
  const double east =
      east0 +
      d * (v * c + d2 * (v / 6 * c3 * (v / r - t2) + d2 * v / 120 * c5 * (5 - 18 * t2 + t4 + 14 * h2 - 58 * t2 * h2)));
  return {east, north};
}

Place from_mercator(Spot spot) {
  return {2 * std::atan(std::exp(spot.y / of_wgs84.a)) - std::numbers::pi / 2, spot.x / of_wgs84.a};
}

bool are_degrees(const Reach& r) { return r.least_x >= -180 && r.most_x <= 180 && r.least_y >= -90 && r.most_y <= 90; }
bool are_grid(const Reach& r) {
  return r.least_x > -500'000 && r.most_x < 1'000'000 && r.least_y > -500'000 && r.most_y < 2'000'000 &&
         !are_degrees(r);
}
bool are_mercator(const Reach& r) {
  return r.least_x > -2'000'000 && r.most_x < 1'000'000 && r.least_y > 5'500'000 && r.most_y < 10'000'000;
}

bool fit(Crs crs, const Reach& reach) {
  return crs == Crs::wgs84 ? are_degrees(reach) : crs == Crs::national_grid ? are_grid(reach) : are_mercator(reach);
}

std::string_view number_of(std::string_view declared) {
  const auto colon = declared.find_last_of(":/");
  return colon == declared.npos ? declared : declared.substr(colon + 1);
}

constexpr std::string_view what_is_taken =
    "Save it as WGS84 (EPSG:4326, longitude first), British National Grid (EPSG:27700) or Web Mercator (EPSG:3857).";

std::string reach_words(const Reach& r) {
  const auto said = [](double number) { return kit::with_commas(number, std::fabs(number) < 1000 ? 1 : 0); };
  return "they run from " + said(r.least_x) + " to " + said(r.most_x) + " and from " + said(r.least_y) + " to " + said(r.most_y);
}

std::optional<Crs> declared_crs(std::string_view declared) {
  const auto number = number_of(declared);
  if (number == "CRS84" || number == "4326" || number == "4258" || number == "WGS84") return Crs::wgs84;
  if (number == "27700" || number == "7405") return Crs::national_grid;
  if (number == "3857" || number == "900913" || number == "102100" || number == "3785") return Crs::web_mercator;
  return std::nullopt;
}

}  // namespace

std::string_view words(Crs crs) {
  return crs == Crs::wgs84           ? "longitude and latitude (WGS84)"
         : crs == Crs::national_grid ? "British National Grid"
                                     : "Web Mercator";
}

kit::Verdict<Crs> crs_of(std::string_view declared, const Reach& reach) {
  kit::Refusals no;
  const auto by_numbers = are_degrees(reach)    ? std::optional(Crs::wgs84)
                          : are_grid(reach)     ? std::optional(Crs::national_grid)
                          : are_mercator(reach) ? std::optional(Crs::web_mercator)
                                                : std::nullopt;
  const auto by_word = declared.empty() ? by_numbers : declared_crs(declared);
  if (!declared.empty() && !by_word)
    no.add("file", "The file says that its coordinates are in " + kit::quoted(declared) +
                       ", which is not understood here. " + std::string(what_is_taken));
  else if (!by_word)
    no.add("file", "The file does not say what its coordinates are, and the numbers fit nothing that is known: " +
                       reach_words(reach) + ". " + std::string(what_is_taken));
  else if (!fit(*by_word, reach))
    no.add("file", "The file says that its coordinates are " + std::string(words(*by_word)) + ", but " +
                       reach_words(reach) + ". Correct what it says, or save it again.");
  else if (*by_word == Crs::wgs84 && reach.least_x > 48 && reach.most_x < 63 && reach.most_y < 7)
    no.add("file", "Latitude seems to stand before longitude: " + reach_words(reach) +
                       ". GeoJSON has longitude first. Save it again in that order.");
  if (no.any()) return no;
  return *by_word;
}

Spot on_the_grid(Spot spot, Crs crs) {
  if (crs == Crs::national_grid) return spot;
  const Place place = crs == Crs::web_mercator ? from_mercator(spot) : Place{spot.y * degree, spot.x * degree};
  return projected(place_of(helmert(cartesian(place, of_wgs84)), of_airy));
}

bool is_in_the_isles(Spot at) { return at.x > -350'000 && at.x < 850'000 && at.y > -120'000 && at.y < 1'400'000; }

}  // namespace explore
