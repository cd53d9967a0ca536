// A period as written, cut into pieces that give it a shape. Inside the folder only: others call read_period.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace calendar {

struct Pieces {
  std::string shape;         // one letter a piece
  std::vector<int> numbers;  // of the pieces that have one: years, months of the year, quarters
  bool spaced = false;       // blanks before a hyphen, or "to": "2015 - 17"
};

// Lower case, every dash a hyphen, every run of spaces one space, none at the ends.
std::string plain(std::string_view text);
// Of plain text; none when a piece is not known.
std::optional<Pieces> cut(std::string_view plain_text);

}  // namespace calendar
