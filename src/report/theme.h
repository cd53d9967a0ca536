// The headings under which published figures about the place stand in a report.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace report {

enum class Theme : std::uint8_t { people, deprivation, economy, health, housing, education, environment, safety, other };
std::string_view code(Theme theme);   // "people"
std::string_view words(Theme theme);  // "Demographics"
std::optional<Theme> read_theme(std::string_view text);
const std::vector<Theme>& all_themes();  // in the order of a report

}  // namespace report
