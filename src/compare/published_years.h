// What a year in a published file is: one that ends in December, in March or in August. Files seldom say; where they do not, whoever
// brings the file in does.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/period.h"

namespace compare {

// Of a year written as one number, such as 2024: as written is the calendar year; the others end in it.
enum class Years : std::uint8_t { as_written, calendar, financial, academic };
std::string_view code(Years years);
std::string_view words(Years years);                    // "financial years (2024 is April 2023 to March 2024)"
std::optional<Years> read_years(std::string_view text);  // also "Financial Year", "Academic year"; none: it says nothing of use

// A period of a published file, and what was taken for granted.
struct PublishedPeriod {
  std::optional<calendar::Period> period;
  std::string remark;             // a sentence
  std::size_t alike = 0;          // how much of it begins all remarks of the kind
  bool may_be_month = false;      // "2001-02": a year or a month, and read as a year
  bool is_month = false;          // "2001-05"
  bool is_in_doubt = false;       // a year written as one number, of which nobody said what it is
};
// "Financial year Q1", "Part 2 (October to March)": what a column of the year's kind says beside a year. A term of a school year
// has no months that all schools share.
struct KindOfYear {
  std::optional<Years> years;
  int first_month = 0, months = 12;  // of such a year
  bool is_term = false;
};
KindOfYear read_kind_of_year(std::string_view text);

// "As at 30 June 2015 (Q1)" is the quarter that ends then. `kind` is what stands in the column of the year's kind,
// where there is one: "Academic year", "Reporting year".
PublishedPeriod read_published_period(std::string_view text, std::string_view kind, Years years);

}  // namespace compare
