#include "calendar/period.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace calendar {
namespace {

constexpr int april = 3;  // months after January

int april_of(FinancialYear year) { return 12 * year.begins + april; }

kit::Date first_day(int month) { return kit::Date::of(month / 12, static_cast<unsigned>(month % 12) + 1, 1); }

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::optional<int> number_of(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.front() == '-') return std::nullopt;
  return number;
}

struct FrequencyRow {
  Frequency frequency;
  int months;
  std::string_view code, words;
};
constexpr std::array rows = {
    FrequencyRow{Frequency::monthly, 1, "monthly", "monthly"},
    FrequencyRow{Frequency::quarterly, 3, "quarterly", "quarterly"},
    FrequencyRow{Frequency::half_yearly, 6, "half_yearly", "half-yearly"},
    FrequencyRow{Frequency::annual, 12, "annual", "annual"},
};
const FrequencyRow& row(Frequency frequency) { return rows[static_cast<std::size_t>(frequency)]; }

struct Synonym {
  std::string_view text;
  Frequency frequency;
};
constexpr std::array synonyms = {
    Synonym{"month", Frequency::monthly},         Synonym{"quarter", Frequency::quarterly},
    Synonym{"six-monthly", Frequency::half_yearly}, Synonym{"half-year", Frequency::half_yearly},
    Synonym{"twice a year", Frequency::half_yearly}, Synonym{"annually", Frequency::annual},
    Synonym{"yearly", Frequency::annual},         Synonym{"year", Frequency::annual},
};

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return made;
}

}  // namespace

int months_in(Frequency frequency) { return row(frequency).months; }
std::string_view code(Frequency frequency) { return row(frequency).code; }
std::string_view words(Frequency frequency) { return row(frequency).words; }

std::optional<Frequency> read_frequency(std::string_view text) {
  const std::string plain = lower(text);
  for (const auto& row : rows)
    if (plain == row.code || plain == row.words) return row.frequency;
  for (const auto& synonym : synonyms)
    if (plain == synonym.text) return synonym.frequency;
  return std::nullopt;
}

std::string FinancialYear::words() const { return std::to_string(begins) + '/' + two_digits((begins + 1) % 100); }

std::optional<FinancialYear> FinancialYear::read(std::string_view text) {
  if ((text.size() != 7 && text.size() != 9) || (text[4] != '/' && text[4] != '-')) return std::nullopt;
  const auto first = number_of(text.substr(0, 4)), second = number_of(text.substr(5));
  if (!first || !second) return std::nullopt;
  const int next = *first + 1;
  if (*second != (text.size() == 9 ? next : next % 100)) return std::nullopt;
  return FinancialYear{*first};
}

Period Period::month(int year, int month_of_year) { return {12 * year + month_of_year - 1, 1}; }
Period Period::quarter(FinancialYear year, int quarter) { return {april_of(year) + 3 * (quarter - 1), 3}; }
Period Period::half(FinancialYear year, int half) { return {april_of(year) + 6 * (half - 1), 6}; }
Period Period::year(FinancialYear year) { return {april_of(year), 12}; }

Period Period::containing(kit::Date day, Frequency frequency) {
  const int month = 12 * day.year() + static_cast<int>(day.month()) - 1;
  const int length = months_in(frequency);
  return {month - (month - april) % length, length};
}

std::optional<Period> Period::parse(std::string_view iso) {
  if (iso.size() < 13 || iso.substr(10, 2) != "/P") return std::nullopt;
  const auto day = kit::Date::parse(iso.substr(0, 10));
  const char unit = iso.back();
  const auto length = number_of(iso.substr(12, iso.size() - 13));
  if (!day || day->day_of_month() != 1 || !length || *length < 1 || *length > 1200) return std::nullopt;
  if (unit != 'M' && unit != 'Y') return std::nullopt;
  return Period{12 * day->year() + static_cast<int>(day->month()) - 1, unit == 'Y' ? *length * 12 : *length};
}

std::string Period::iso() const {
  const std::string length = months % 12 == 0 ? std::to_string(months / 12) + 'Y' : std::to_string(months) + 'M';
  return first().iso() + "/P" + length;
}

std::string Period::words() const {
  const auto month_words = [](int month) {
    const std::string day = first_day(month).words();
    return day.substr(day.find(' ') + 1);
  };
  const std::string year = financial_year().words();
  const int since_april = (start - april) % 12;
  if (months == 1) return month_words(start);
  if (fits(Frequency::quarterly)) return year + " Q" + std::to_string(since_april / 3 + 1);
  if (fits(Frequency::half_yearly)) return year + " H" + std::to_string(since_april / 6 + 1);
  if (fits(Frequency::annual)) return year;
  if (start % 12 == 0 && months == 12) return std::to_string(start / 12);
  if (start % 12 == 0 && months % 12 == 0)
    return std::to_string(start / 12) + " to " + std::to_string((end() - 1) / 12);
  return month_words(start) + " to " + month_words(end() - 1);
}

// A year such as 2011/12 is written in full, since "2011-12" is December 2011.
std::string Period::slug() const {
  const FinancialYear year = financial_year();
  const bool looks_like_month = (year.begins + 1) % 100 >= 1 && (year.begins + 1) % 100 <= 12;
  const int second = year.begins + 1;
  const std::string years =
      std::to_string(year.begins) + '-' + (looks_like_month ? std::to_string(second) : two_digits(second % 100));
  const int since_april = (start - april) % 12;
  const std::string month = first().iso().substr(0, 7);
  if (months == 1) return month;
  if (fits(Frequency::quarterly)) return years + "-q" + std::to_string(since_april / 3 + 1);
  if (fits(Frequency::half_yearly)) return years + "-h" + std::to_string(since_april / 6 + 1);
  if (fits(Frequency::annual)) return years;
  return month + "-p" + std::to_string(months) + "m";
}

kit::Date Period::first() const { return first_day(start); }
kit::Date Period::last() const { return first_day(end()).plus(-1); }

FinancialYear Period::financial_year() const { return {(end() - 1 - april) / 12}; }

bool Period::fits(Frequency frequency) const {
  const int length = months_in(frequency);
  return months == length && (start - april) % length == 0;
}

std::vector<Period> periods(Frequency frequency, kit::Date from, kit::Date to) {
  std::vector<Period> all;
  const Period last = Period::containing(to, frequency);
  for (Period each = Period::containing(from, frequency); each.start <= last.start; each = each.next())
    all.push_back(each);
  return all;
}

}  // namespace calendar
