// What stands in one cell of a published file.
#pragma once
#include <optional>
#include <string_view>

namespace compare {

std::string_view trimmed(std::string_view text);
std::optional<double> published_number(std::string_view text);  // "1,234", "52.1%"
// A way of writing "none" ([c], [x], z, .., -), or nothing at all.
bool is_published_mark(std::string_view text);

}  // namespace compare
