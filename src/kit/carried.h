// A file that travels inside the program: a static file, a seed of the demo council, a help page.
#pragma once
#include <string_view>
#include <vector>

namespace kit {

struct Carried {
  std::string_view path;  // "static/goldenthread.css", "seeds/ambleford/indicators.csv", "help/board.md"
  std::string_view bytes;
};

std::vector<Carried> all_carried();
std::string_view carried(std::string_view path);  // empty when there is no such file

}  // namespace kit
