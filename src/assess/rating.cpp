#include "assess/rating.h"

#include "assess/rating_decision.h"
#include "assess/shipped_rules.h"

namespace assess {
namespace {

struct Row {
  std::string_view code, words;
};
constexpr std::array<Row, 8> rows = {{{"blue", "Better than target"},
                                      {"green", "On target"},
                                      {"amber", "Close to target"},
                                      {"red", "Off target"},
                                      {"no_data", "No figure yet"},
                                      {"no_target", "No target"},
                                      {"data_only", "Information only"},
                                      {"not_rated", "Not rated"}}};

}  // namespace

std::string_view code(Rating rating) { return rows[static_cast<std::size_t>(rating)].code; }
std::string_view words(Rating rating) { return rows[static_cast<std::size_t>(rating)].words; }

Standard standard(const indicator::Expected& expected, const indicator::Tolerance& tolerance) {
  Standard s{expected.value, expected.low, expected.high, tolerance.kind, tolerance.size.number(), {}};
  if (tolerance.well_above) s.well_above = tolerance.well_above->number();
  return s;
}

Rated rate(std::optional<double> figure, const Standard& standard, indicator::Polarity polarity, std::optional<int> decimals) {
  return rate(figure, standard, polarity, decimals, usual_rule(), {});
}

}  // namespace assess
