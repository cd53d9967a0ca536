// What a plain year such as 2024 means in published figures. A file rarely says: it may be the calendar year, or a financial or academic
// year that begins or ends in it. Somebody says it once for a data set, or for one of its published indicators, and it is remembered.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compare/comparison.h"
#include "compare/series.h"
#include "kit/moment.h"

namespace compare {

enum class YearMeaning : std::uint8_t { calendar, financial_from, financial_to, academic_from, academic_to };
std::string_view code(YearMeaning meaning);   // "financial_to", as in the database and in forms
std::string_view words(YearMeaning meaning);  // "the financial year that ended in it: 2024 is April 2023 to March 2024"
std::optional<YearMeaning> read_year_meaning(std::string_view text);
std::vector<YearMeaning> all_year_meanings();

// A plain year is read as a calendar year; every other period means what it says.
bool is_plain_year(const calendar::Period& period);
calendar::Period meant(const calendar::Period& period, YearMeaning meaning);

struct SaidOfYears {
  Series of;  // an empty title: of all others of the data set
  std::int64_t edition = 1;
  YearMeaning meaning = YearMeaning::calendar;
  std::string by;
  kit::Moment at;
};

// Everything that has been said, each in its newest edition.
class YearsMeant {
 public:
  YearsMeant() = default;
  explicit YearsMeant(std::vector<SaidOfYears> all);
  std::optional<YearMeaning> said(const Series& of) const;  // of exactly this one
  YearMeaning of(const Series& series) const;               // of it, or else of its data set; else the calendar year
  std::int64_t edition(const Series& of) const;             // 0: nothing was said
  void put_right(std::span<AreaFigure> figures, const Series& series) const;

 private:
  std::map<Series, SaidOfYears> all_;
};

}  // namespace compare
