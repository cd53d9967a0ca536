#include "kit/even_rows.h"

namespace kit {
namespace {

std::size_t up_to_the_last(const CellViews& cells) {
  std::size_t count = cells.size();
  while (count > 0 && cells[count - 1].find_first_not_of(" \t") == std::string_view::npos) --count;
  return count;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

EvenRows::EvenRows(const CellViews& names) : named_(up_to_the_last(names)) {}

std::string EvenRows::fault(const CellViews& row) {
  const bool fits = row.size() >= named_ && up_to_the_last(row) <= named_;
  if (fits && cells_ == 0) cells_ = row.size();
  if (fits && row.size() == cells_) return {};
  const auto should = cells_ == 0 ? named_ : cells_;
  const auto count = [](std::size_t of) { return std::to_string(of) + (of == 1 ? " cell" : " cells"); };
  return "The row has " + count(row.size()) + " where there should be " + std::to_string(should) + ": " +
         (row.size() < should
              ? "a separator is missing, or the empty cells at its end were left out. Put it in."
              : "a separator is too many, or a text with one in it is not in quotes. Take it out, or put quotes around the text.");
}

Comma comma_in(std::string_view number) {
  while (!number.empty() && !is_digit(number.front()) && number.front() != ',') number.remove_prefix(1);
  while (!number.empty() && !is_digit(number.back())) number.remove_suffix(1);
  const auto comma = number.find(',');
  if (comma == number.npos || number.find_first_not_of("0123456789,.") != number.npos) return Comma::none;
  const bool one = number.find(',', comma + 1) == number.npos, point_before = number.find('.') < comma;
  const auto after = number.substr(comma + 1);
  if (point_before) return one ? Comma::decimal : Comma::none;
  if (!one || after.find('.') != after.npos) return Comma::none;
  return after.size() != 3 || comma == 0 || comma > 3 || number.front() == '0' ? Comma::decimal : Comma::either;
}

}  // namespace kit
