#include "calendar/target_calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace calendar {
namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr unsigned last_month_to_seal = 6;
constexpr unsigned most_days = 31;

kit::Date last_of(unsigned month, int year) { return Period::month(year, static_cast<int>(month)).last(); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::optional<unsigned> read_month(std::string_view text) {
  const auto begins = [&](std::string_view month) {
    return text.size() >= 3 && text.size() <= month.size() &&
           std::ranges::equal(text, month.substr(0, text.size()), {}, lower, lower);
  };
  const auto found = std::ranges::find_if(months, begins);
  return found == months.end() ? std::nullopt : std::optional(static_cast<unsigned>(found - months.begin()) + 1);
}

std::optional<unsigned> read_number(std::string_view text) {
  unsigned number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failed == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// The last such day before another, or on it.
kit::Date last_before(const DayOfYear& day, kit::Date other) {
  const auto same_year = day.in(other.year());
  return same_year <= other ? same_year : day.in(other.year() - 1);
}

struct Days {
  kit::Date opens, challenge_from, agreed_by, seals;
};
Days days(const TargetCalendar& calendar, FinancialYear year) {
  Days made;
  made.seals = calendar.seals.in(year.begins);
  made.agreed_by = last_before(calendar.agreed_by, made.seals.plus(-1));
  made.challenge_from = last_before(calendar.challenge_from, made.agreed_by);
  made.opens = last_before(calendar.opens, made.challenge_from);
  return made;
}

}  // namespace

kit::Date DayOfYear::in(int year) const {
  return std::min(kit::Date::of(year, month, 1).plus(static_cast<int>(day) - 1), last_of(month, year));
}

std::string DayOfYear::words() const {
  const bool past_last = last_of(month, 2025).day_of_month() < day;
  return (past_last ? "the end of" : std::to_string(day)) + " " + std::string(months[month - 1]);
}

std::string DayOfYear::text() const {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%02u-%02u", month, day);
  return text.data();
}

std::optional<DayOfYear> read_day_of_year(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  for (const std::string_view opening : {"the end of ", "The end of ", "end of ", "End of "})
    if (text.starts_with(opening)) {
      const auto month = read_month(text.substr(opening.size()));
      return month ? std::optional(DayOfYear{*month, most_days}) : std::nullopt;
    }
  const bool kept = text.size() == 5 && text[2] == '-';
  const auto between = kept ? 2 : text.find(' ');
  if (between == text.npos) return std::nullopt;
  const auto first = text.substr(0, between), second = text.substr(between + 1);
  const auto day = read_number(kept ? second : first), month = kept ? read_number(first) : read_month(second);
  if (!day || !month || *day < 1 || *day > most_days || *month < 1 || *month > 12) return std::nullopt;
  return DayOfYear{*month, *day};
}

kit::Refusals faults(const TargetCalendar& calendar) {
  kit::Refusals no;
  no.unless(calendar.seals.month <= last_month_to_seal, "seals",
            "The targets of a year are sealed between January and June, about when it begins.");
  if (no.any()) return no;
  const auto made = days(calendar, {2026});
  const auto before = days(calendar, {2025});
  no.unless(
      before.seals <= made.opens, "opens",
      "The four days follow each other within a year: the round opens, challenge begins, the last day to agree, the seal. As typed, the round sealed on " +
          made.seals.words() + " would open on " + made.opens.words() + ".");
  return no;
}

RoundDates round_dates(const TargetCalendar& calendar, FinancialYear year) {
  const auto made = days(calendar, year);
  return {year, kit::Moment::start_of(made.opens), kit::Moment::start_of(made.challenge_from),
          kit::Moment::end_of(made.agreed_by), kit::Moment::start_of(made.seals)};
}

FinancialYear next_round(const TargetCalendar& calendar, kit::Moment now) {
  FinancialYear year = Period::containing(now.date(), Frequency::annual).financial_year();
  while (round_dates(calendar, year).seals <= now) ++year.begins;
  return year;
}

}  // namespace calendar
