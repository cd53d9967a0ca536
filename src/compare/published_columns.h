// Which column of a published file holds what, by the names that publishers give them.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kit/csv.h"

namespace compare {

enum class Role : std::uint8_t { area_code, area_name, period, indicator, measure, unit, value, low, high, status, polarity, aside, count };
enum class Shape : std::uint8_t { a_value_a_row, a_column_an_indicator };

struct PublishedColumns {
  std::array<int, static_cast<std::size_t>(Role::count)> places;  // -1: none
  std::vector<std::pair<std::size_t, std::string>> others;         // columns without a role, in their order
  Shape shape = Shape::a_value_a_row;

  int at(Role role) const { return places[static_cast<std::size_t>(role)]; }
};

// None when the line names no area and period: it is not the names of the columns.
std::optional<PublishedColumns> columns_of(const kit::CellViews& names);

}  // namespace compare
