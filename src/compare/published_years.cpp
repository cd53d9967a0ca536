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

// "202324" and "Financial year Q1" is April to June 2023; "2024" and "Calendar year Q1" is January to March 2024.
PublishedPeriod part_of_year(std::string_view text, std::string_view kind, const KindOfYear& of, Years years) {
  const auto known = of.years.value_or(years);
  if (known == Years::as_written) return {};
  const bool is_one_number = is_digits(text, 4);
  const auto across = calendar::read_period(is_one_number ? std::string(text) : year_across_two(text));
  if (!across || across->period.months != 12) return {};
  const int year = is_one_number ? std::stoi(std::string(text)) : across->period.start / 12;
  const int begins = known == Years::calendar || !is_one_number ? year : year - 1;
  const auto whole = known == Years::calendar    ? calendar::Period{12 * begins, 12}
                     : known == Years::financial ? calendar::Period::year({begins})
                                                 : academic(begins);
  const calendar::Period part{whole.start + of.first_month, of.months};
  return said(part, "Parts of years that the file calls " + kit::quoted(kind),
              ", such as " + std::string(text) + ", were read by their months: " + part.words() + ".");
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

KindOfYear read_kind_of_year(std::string_view text) {
  auto said = lower(text);
  KindOfYear kind;
  kind.is_term = said.find("term") != said.npos;
  if (said.starts_with("part 1") || said.starts_with("part 2"))  // (April to September), (October to March)
    return {Years::financial, said[5] == '1' ? 0 : 6, 6, false};
  if (said.starts_with("tax year")) said.replace(0, 3, "financial");
  if (said.starts_with("school year")) said.replace(0, 6, "academic");
  const auto quarter = said.find(" q");
  const auto whole = said.substr(0, quarter);
  kind.years = read_years(whole);
  if (quarter == said.npos || (!kind.years && whole != "reporting year")) return kind;
  const char first = quarter + 2 < said.size() ? said[quarter + 2] : '0', last = said.back();
  if (first < '1' || last > '4' || last < first) return kind;
  kind.first_month = 3 * (first - '1'), kind.months = 3 * (last - first + 1);
  return kind;
}

PublishedPeriod read_published_period(std::string_view text, std::string_view kind, Years years) {
  const auto of = read_kind_of_year(kind);
  if (of.is_term) return {};
  if (of.months < 12) return part_of_year(text, kind, of, years);
  const auto own = of.years;
  const auto known = own.value_or(years);
  const auto word = lower(kind);
  const bool is_part = !own && !kind.empty() && word.find("year") == word.npos && !word.starts_with("annual");  // "March", "Week 5"
  if (is_part && is_digits(text, 6)) return {};
  if (is_digits(text, 4)) {
    if (is_part) {
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
  if (found.remark.empty() && known != Years::academic && !own && !kind.empty() && is_digits(text, 6))
    return said(read->period, "Years across two that the file calls " + kit::quoted(kind),
                ", such as " + std::string(text) + ", were read as April to March: " + read->period.words() + ".");
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
