// Several texts in one column: a line for each group, its texts encoded so that none can be mistaken for two.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace collect {

std::string packed_line(std::initializer_list<std::string_view> texts);  // ends with a line end
std::vector<std::vector<std::string>> unpacked_lines(std::string_view text);

}  // namespace collect
