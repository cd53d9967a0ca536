// A stretch of whole months: a month, a quarter, half a year, a financial year from April, or any other that published
// figures use (a calendar year, twelve months to September, three years). Stored as ISO 8601: "2025-04-01/P3M".
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/moment.h"
#include "kit/verdict.h"

namespace calendar {

enum class Frequency { monthly, quarterly, half_yearly, annual };

int months_in(Frequency frequency);  // 1, 3, 6, 12
std::string_view code(Frequency frequency);   // "monthly", "half_yearly": as in files and the database
std::string_view words(Frequency frequency);  // "monthly", "half-yearly"
std::optional<Frequency> read_frequency(std::string_view text);

// The council's year, April to March, known by the calendar year in which it begins.
struct FinancialYear {
  int begins = 0;
  std::string words() const;  // "2025/26"
  static std::optional<FinancialYear> read(std::string_view text);  // "2025/26", "2025-26", "2025/2026"
  friend auto operator<=>(const FinancialYear&, const FinancialYear&) = default;
};

struct Period {
  std::int32_t start = 0;   // months since year 0: 12 * year + (month - 1)
  std::int32_t months = 1;

  static Period month(int year, int month_of_year);  // April is 4
  static Period quarter(FinancialYear year, int quarter);  // 1 is April to June
  static Period half(FinancialYear year, int half);
  static Period year(FinancialYear year);
  static Period containing(kit::Date day, Frequency frequency);
  static std::optional<Period> parse(std::string_view iso);  // "2025-04-01/P3M", "/P1Y" is read as /P12M

  std::string iso() const;    // "2025-04-01/P1M", P3M, P6M, P1Y, P3Y
  std::string words() const;  // "April 2025", "2025/26 Q1", "2025/26 H1", "2025/26"; others "October 2021 to September
                              // 2022", "2019", "2015 to 2017"
  std::string slug() const;   // for addresses: "2025-26-q1", "2025-04", "2025-26"
  kit::Date first() const;
  kit::Date last() const;
  int end() const { return start + months; }  // the month after the last
  FinancialYear financial_year() const;       // of its last month
  bool fits(Frequency frequency) const;       // begins where such a period of the April year begins, and is as long
  bool holds(const Period& inner) const { return start <= inner.start && inner.end() <= end(); }
  Period previous() const { return {start - months, months}; }
  Period next() const { return {start + months, months}; }
  Period year_before() const { return {start - 12, months}; }

  // By end, then by length: the order of charts and tables.
  friend auto operator<=>(const Period& a, const Period& b) {
    if (auto by_end = a.end() <=> b.end(); by_end != 0) return by_end;
    return a.months <=> b.months;
  }
  friend bool operator==(const Period&, const Period&) = default;
};

// A period as people and published files write it: "2025/26 Q1", "Q1 2025/26", "2025/26", "April 2025", "Apr 2025",
// "April 2022/23", "Apr 2022-Mar 2023", "2015 - 17", "2019", ISO months, dates and "start/duration", Excel dates as ISO.
struct ReadPeriod {
  Period period;
  std::string assumption;  // what was taken for granted, in a sentence, or empty ("Q1 2022" was read as January to March 2022)
};
// Refuses with a sentence what cannot be read; never guesses silently. `usual` helps where a spelling fits two lengths.
kit::Verdict<ReadPeriod> read_period(std::string_view text, std::optional<Frequency> usual = std::nullopt);
std::optional<Period> read_slug(std::string_view slug);

// All periods of a frequency from the one that holds `from` to the one that holds `to`.
std::vector<Period> periods(Frequency frequency, kit::Date from, kit::Date to);

}  // namespace calendar
