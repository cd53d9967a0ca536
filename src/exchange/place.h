// Where a row stands: its file, its sheet and the number a person sees beside it. And the list of everything that is wrong,
// told all at once: the first thousand in full, the rest counted.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kit/verdict.h"

namespace exchange {

struct Source {
  std::string file;
  std::string sheet;      // of a workbook; empty for CSV
  std::vector<bool> has;      // which of its sheet's columns it brings
  bool assumed = false;   // something was taken for granted about its periods, and said
};

struct Place {
  std::uint32_t source = 0;
  std::uint32_t row = 0;
};

class Faults {
 public:
  static constexpr std::size_t listed = 1000;

  // "figures.csv, row 14, column value": `what` says what was found and what to do. Without a column it concerns the row.
  void at(const std::vector<Source>& sources, Place place, std::string_view column, std::string what);
  void of_file(std::string_view file, std::string what);
  void add(const kit::Refusals& others, std::string_view file);

  bool any() const { return count_ > 0; }
  std::size_t count() const { return count_; }
  kit::Refusals all() const;  // the last one counts those that are not listed

 private:
  void keep(std::string where, std::string what);
  kit::Refusals listed_;
  std::size_t count_ = 0;
};

std::string words(const Source& source);                                // "Plan 2025.xlsx, sheet Figures"
std::string words(const std::vector<Source>& sources, Place place);     // "figures.csv, row 14"
std::string found(std::string_view cell, std::string_view what_to_do);  // "found ‘n.a.’. Type a number …"

}  // namespace exchange
