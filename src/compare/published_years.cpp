#include "compare/published_years.h"

#include <algorithm>

#include "kit/quote.h"

namespace compare {
namespace {

struct YearsRow {
  Years years;
  std::string_view code, words, in_files;
};
constexpr YearsRow rows[] = {
    {Years::as_written, "as_written", "as the file says, otherwise calendar years", ""},
    {Years::calendar, "calendar", "calendar years (2024 is January to December 2024)", "calendar year"},
    {Years::financial, "financial", "financial years (2024 is April 2023 to March 2024)", "financial year"},
    {Years::academic, "academic", "academic years (2024 is September 2023 to August 2024)", "academic year"},
};

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return made;
}

bool is_digits(std::string_view text, std::size_t count) {
  return text.size() == count && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// "202324", as the Department for Education writes a year across two.
std::string year_across_two(std::string_view text) {
  if (!is_digits(text, 6) ||
      (std::stoi(std::string(text.substr(2, 2))) + 1) % 100 != std::stoi(std::string(text.substr(4))))
    return std::string(text);
  return std::string(text.substr(0, 4)) + '/' + std::string(text.substr(4));
}

calendar::Period academic(int begins) { return {12 * begins + 8, 12}; }

PublishedPeriod said(calendar::Period period, std::string_view alike, const std::string& rest) {
  return {.period = period, .remark = std::string(alike) + rest, .alike = alike.size()};
}

PublishedPeriod plain_year(std::string_view text, std::string_view kind, Years years) {
  const int year = std::stoi(std::string(text));
  const auto such = ", such as " + std::string(text) + ",";
  if (years == Years::financial)
    return said(calendar::Period::year({year - 1}), "Years written as one number that are financial years",
                such + " were read as those that end in them: " + calendar::FinancialYear{year - 1}.words() + ".");
  if (years == Years::academic)
    return said(academic(year - 1), "Years written as one number that are academic years",
                such + " were read as those that end in them: September " + std::to_string(year - 1) + " to August " +
                    std::to_string(year) + ".");
  const auto whole = calendar::Period{12 * year, 12};
  if (years == Years::calendar) return {.period = whole};
  const auto but = kind.empty()
                       ? std::string()
                       : " The file calls them " + kit::quoted(kind) + ", which does not say in which month they end.";
  auto made = said(
      whole,
      kind.empty() ? "Years written as a plain number" : "Years written as a plain number (" + std::string(kind) + ")",
      such + " were read as calendar years." + but);
  made.is_in_doubt = true;
  return made;
}

}  // namespace

std::string_view code(Years years) { return std::ranges::find(rows, years, &YearsRow::years)->code; }
std::string_view words(Years years) { return std::ranges::find(rows, years, &YearsRow::years)->words; }

std::optional<Years> read_years(std::string_view text) {
  const auto asked = lower(text);
  for (const auto& row : rows)
    if (asked == row.code || (!asked.empty() && asked == row.in_files)) return row.years;
  return std::nullopt;
}

PublishedPeriod read_published_period(std::string_view text, std::string_view kind, Years years) {
  const auto own = read_years(kind);
  const auto known = own.value_or(years);
  if (is_digits(text, 4)) {
    const auto word = lower(kind);
    if (!own && !kind.empty() && word.find("year") == word.npos && !word.starts_with("annual")) {  // "March", "Week 5": part of the year
      const auto part = calendar::read_period(std::string(kind) + ' ' + std::string(text));
      return part ? PublishedPeriod{.period = part->period} : PublishedPeriod{};
    }
    return plain_year(text, own ? std::string_view() : kind, known);
  }
  if (text.find("(Q") != text.npos)
    if (const auto quarter = calendar::read_period(text, calendar::Frequency::quarterly))
      return said(quarter->period, "Days with a quarter in brackets",
                  ", such as " + kit::quoted(text) +
                      ", were read as the quarter that holds the day: " + quarter->period.words() + ".");
  auto read = calendar::read_period(year_across_two(text));
  PublishedPeriod found;
  if (!read && (read = calendar::read_period(text, calendar::Frequency::annual))) {
    found.may_be_month = true;
    found.remark = "Years are written as " + kit::quoted(text) + ", and were read as financial years.";
    found.alike = std::string_view("Years are written as").size();
  }
  if (!read) return {};
  found.period = read->period;
  found.is_month = read->period.months == 1 && text.size() == 7 && text[4] == '-';
  if (found.remark.empty()) found.remark = read->assumption;
  if (found.remark.find("begins within a month") != found.remark.npos)
    return said(read->period, "Periods that begin within a month",
                ", such as " + kit::quoted(text) + ", were read by their months: " + read->period.words() + ".");
  if (known == Years::academic && read->period.fits(calendar::Frequency::annual)) {
    const int begins = read->period.start / 12;
    return said(academic(begins), "Years across two that are academic years",
                ", such as " + std::string(text) + ", were read as September to August.");
  }
  return found;
}

}  // namespace compare
