// Which column of a published file holds what, by the names that publishers give them.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/csv.h"

namespace compare {

enum class Role : std::uint8_t {
  area_code,
  area_name,
  period,
  indicator,
  measure,
  unit,
  value,
  low,
  high,
  status,
  polarity,
  year_type,
  short_name,
  aside,
  count
};
enum class Shape : std::uint8_t { a_value_a_row, a_column_an_indicator, a_column_a_period };

struct PublishedColumns {
  std::array<int, static_cast<std::size_t>(Role::count)> places;  // -1: none
  std::vector<std::pair<std::size_t, std::string>> others;         // columns without a role, in their order
  std::vector<bool> are_periods;                                   // which of those are named as a period
  Shape shape = Shape::a_value_a_row;

  int at(Role role) const { return places[static_cast<std::size_t>(role)]; }
};

// None when the line names no area and period: it is not the names of the columns. Where it names an area and no period, `without_period`
// says so, and it is taken when the period of the whole file is known.
std::optional<PublishedColumns> columns_of(const kit::CellViews& names, bool period_is_known, bool& without_period);

bool names_a_column(std::string_view text);  // whether it is one of the names that publishers give an area's column

std::string plain_column(std::string_view name);  // "Short_Desc " is "short desc"

}  // namespace compare
