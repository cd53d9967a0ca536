// Several sentences in one column of a table, a line each.
#pragma once
#include <string>
#include <vector>

namespace kit {

std::string joined_lines(const std::vector<std::string>& lines);
std::vector<std::string> lines_in(const std::string& text);

}  // namespace kit
