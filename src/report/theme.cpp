#include "report/theme.h"

#include <array>

#include "indicator/word_table.h"

namespace report {
namespace {

using indicator::WordRow;

constexpr std::array themes = {
    WordRow<Theme>{Theme::people, "people", "Demographics"},
    WordRow<Theme>{Theme::deprivation, "deprivation", "Deprivation"},
    WordRow<Theme>{Theme::economy, "economy", "Economy"},
    WordRow<Theme>{Theme::health, "health", "Health"},
    WordRow<Theme>{Theme::housing, "housing", "Housing"},
    WordRow<Theme>{Theme::education, "education", "Education and skills"},
    WordRow<Theme>{Theme::environment, "environment", "Environment"},
    WordRow<Theme>{Theme::safety, "safety", "Safety"},
    WordRow<Theme>{Theme::other, "other", "Other"},
};

}  // namespace

std::string_view code(Theme theme) { return themes[static_cast<std::size_t>(theme)].code; }
std::string_view words(Theme theme) { return themes[static_cast<std::size_t>(theme)].words; }
std::optional<Theme> read_theme(std::string_view text) { return indicator::read_word(text, std::span<const WordRow<Theme>>(themes)); }

const std::vector<Theme>& all_themes() {
  static const auto all = [] {
    std::vector<Theme> made;
    for (const auto& row : themes) made.push_back(row.kind);
    return made;
  }();
  return all;
}

}  // namespace report
