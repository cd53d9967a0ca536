// How people and published files write a period. What is written is cut into pieces, the pieces give a shape such as
// "QY/2" (a quarter, a year, a stroke, two digits), and a table says what each shape means. A shape that is not there
// is refused.
#include <algorithm>
#include <array>

#include "calendar/period.h"
#include "calendar/period_pieces.h"
#include "kit/quote.h"

namespace calendar {
namespace {

constexpr std::string_view what_to_type = "Type a period such as April 2025, 2025/26 Q1 or 2025/26.";

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

struct Meaning {
  std::optional<Period> period;
  std::string assumption;  // when there is no period: why it is refused
};
using Numbers = const std::vector<int>&;

bool follows(int year, int next) { return next == (next < 100 ? (year + 1) % 100 : year + 1); }
int full(int year, int short_year) { return short_year >= 100 ? short_year : year / 100 * 100 + short_year; }
Period span(Period from, Period to) { return {from.start, to.end() - from.start}; }
Period calendar_years(int first, int last) { return span(Period::month(first, 1), Period::month(last, 12)); }

Meaning nothing() { return {}; }

Meaning refused_because(std::string why) { return {std::nullopt, std::move(why)}; }

Meaning read_as(Period period) { return {period, "was read as " + period.words() + "."}; }

Meaning financial(int year, int next) {
  if (!follows(year, next)) return refused_because("the second year does not follow the first");
  return {Period::year({year}), {}};
}

Meaning month_in_year(int month, int year, int next) {
  if (!follows(year, next)) return refused_because("the second year does not follow the first");
  return {Period::month(month >= 4 ? year : year + 1, month), {}};
}

Meaning part_of_year(int part, int parts, int year, int next) {
  if (part < 1 || part > parts)
    return refused_because(parts == 4 ? "a year has quarters 1 to 4" : "a year has halves 1 and 2");
  if (!follows(year, next)) return refused_because("the second year does not follow the first");
  return {parts == 4 ? Period::quarter({year}, part) : Period::half({year}, part), {}};
}

Meaning part_of_calendar_year(int part, int parts, int year) {
  if (part < 1 || part > parts)
    return refused_because(parts == 4 ? "a year has quarters 1 to 4" : "a year has halves 1 and 2");
  const int length = 12 / parts;
  const Period period{12 * year + length * (part - 1), length};
  const auto first = Period{period.start, 1}.words();
  return {period, "was read as " + first.substr(0, first.find(' ')) + " to " + Period{period.end() - 1, 1}.words() +
                      ". For a quarter of the financial year write both years, such as 2025/26 Q1."};
}

Meaning two_months(int month, int year, int last_month, int last_year) {
  const Period from = Period::month(year, month), to = Period::month(last_year, last_month);
  if (to.end() <= from.start || to.end() - from.start > 1200) return refused_because("it ends before it begins");
  return {span(from, to), {}};
}

Meaning two_years(int year, int other) {
  const int last = full(year, other);
  if (last <= year || last - year > 20) return refused_because("the second year is not shortly after the first");
  const Period period = calendar_years(year, last);
  return {period, "was read as January " + std::to_string(year) + " to December " + std::to_string(last) + "."};
}

Meaning calendar_year(int year) {
  return {calendar_years(year, year), "was read as the calendar year, January to December " + std::to_string(year) +
                                          ". For a financial year write both years, such as 2025/26."};
}

// "2011-12" may be a year or a month; the indicator's frequency decides, or nobody does.
Meaning year_and_two_digits(int year, int second, bool spaced, std::optional<Frequency> usual) {
  const bool may_be_month = !spaced && second >= 1 && second <= 12;
  if (follows(year, second)) {
    if (!may_be_month || usual == Frequency::annual) return {Period::year({year}), {}};
    const Period month = Period::month(year, second);
    if (usual == Frequency::monthly) return {month, "was read as " + month.words() + "."};
    return refused_because("it may be " + month.words() + " or the financial year " + FinancialYear{year}.words());
  }
  if (may_be_month) return {Period::month(year, second), {}};
  return two_years(year, second);
}

Meaning day(int year, int month, int day_of_month, std::optional<Frequency> usual) {
  const std::chrono::year_month_day found{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                          std::chrono::day(static_cast<unsigned>(day_of_month))};
  if (!found.ok()) return refused_because("there is no such day");
  const Period period = Period::containing({std::chrono::sys_days(found)}, usual.value_or(Frequency::monthly));
  return {period, "is a day, and was read as the period that holds it, " + period.words() + "."};
}

Meaning short_month(int month, int two_digits) {
  return read_as(Period::month(2000 + two_digits, month));
}

struct Shape {
  std::string_view shape;
  Meaning (*mean)(Numbers, bool spaced, std::optional<Frequency>);
};
#define SHAPE(shape, answer)                                                                                         \
  Shape {                                                                                                            \
    shape, [](Numbers n, [[maybe_unused]] bool spaced, [[maybe_unused]] std::optional<Frequency> usual) -> Meaning { \
      return answer;                                                                                                 \
    }                                                                                                                \
  }
const std::array shapes = {
    SHAPE("Y", calendar_year(n[0])),
    SHAPE("CY", (Meaning{calendar_years(n[0], n[0]), {}})),
    SHAPE("Y/2", financial(n[0], n[1])),
    SHAPE("Y/Y", financial(n[0], n[1])),
    SHAPE("FY/2", financial(n[0], n[1])),
    SHAPE("FY/Y", financial(n[0], n[1])),
    SHAPE("FY-2", financial(n[0], n[1])),
    SHAPE("FY-Y", financial(n[0], n[1])),
    SHAPE("Y-2", year_and_two_digits(n[0], n[1], spaced, usual)),
    SHAPE("Y-Y", (follows(n[0], n[1]) && !spaced ? financial(n[0], n[1]) : two_years(n[0], n[1]))),
    SHAPE("AY/2", (follows(n[0], n[1]) ? two_months(9, n[0], 8, n[0] + 1)
                                       : refused_because("the second year does not follow the first"))),
    SHAPE("AY-2", (follows(n[0], n[1]) ? two_months(9, n[0], 8, n[0] + 1)
                                       : refused_because("the second year does not follow the first"))),
    SHAPE("MY", (Meaning{Period::month(n[1], n[0]), {}})),
    SHAPE("M-Y", (Meaning{Period::month(n[1], n[0]), {}})),
    SHAPE("YM", (Meaning{Period::month(n[0], n[1]), {}})),
    SHAPE("M2", short_month(n[0], n[1])),
    SHAPE("M-2", short_month(n[0], n[1])),
    SHAPE("2/Y", (n[0] >= 1 && n[0] <= 12 ? Meaning{Period::month(n[1], n[0]), {}}
                                          : refused_because("a year has months 1 to 12"))),
    SHAPE("1/Y", (n[0] >= 1 ? Meaning{Period::month(n[1], n[0]), {}} : refused_because("a year has months 1 to 12"))),
    SHAPE("MY/2", month_in_year(n[0], n[1], n[2])),
    SHAPE("MY-2", month_in_year(n[0], n[1], n[2])),
    SHAPE("MY/Y", month_in_year(n[0], n[1], n[2])),
    SHAPE("MY-MY", two_months(n[0], n[1], n[2], n[3])),
    SHAPE("M-MY", two_months(n[0], n[2], n[1], n[2])),
    SHAPE("EMY", two_months(n[0] % 12 + 1, n[0] == 12 ? n[1] : n[1] - 1, n[0], n[1])),
    SHAPE("E2MY", two_months(n[1] % 12 + 1, n[1] == 12 ? n[2] : n[2] - 1, n[1], n[2])),
    SHAPE("QY/2", part_of_year(n[0], 4, n[1], n[2])),
    SHAPE("QY-2", part_of_year(n[0], 4, n[1], n[2])),
    SHAPE("QY/Y", part_of_year(n[0], 4, n[1], n[2])),
    SHAPE("Y/2Q", part_of_year(n[2], 4, n[0], n[1])),
    SHAPE("Y-2Q", part_of_year(n[2], 4, n[0], n[1])),
    SHAPE("Y/YQ", part_of_year(n[2], 4, n[0], n[1])),
    SHAPE("Y-2-Q", part_of_year(n[2], 4, n[0], n[1])),
    SHAPE("Y-Y-Q", part_of_year(n[2], 4, n[0], n[1])),
    SHAPE("Y-Y-H", part_of_year(n[2], 2, n[0], n[1])),
    SHAPE("QY", part_of_calendar_year(n[0], 4, n[1])),
    SHAPE("YQ", part_of_calendar_year(n[1], 4, n[0])),
    SHAPE("Q-Y", part_of_calendar_year(n[0], 4, n[1])),
    SHAPE("Y-Q", part_of_calendar_year(n[1], 4, n[0])),
    SHAPE("HY/2", part_of_year(n[0], 2, n[1], n[2])),
    SHAPE("HY-2", part_of_year(n[0], 2, n[1], n[2])),
    SHAPE("Y/2H", part_of_year(n[2], 2, n[0], n[1])),
    SHAPE("Y-2H", part_of_year(n[2], 2, n[0], n[1])),
    SHAPE("Y-2-H", part_of_year(n[2], 2, n[0], n[1])),
    SHAPE("HY", part_of_calendar_year(n[0], 2, n[1])),
    SHAPE("YH", part_of_calendar_year(n[1], 2, n[0])),
    SHAPE("1MY", day(n[2], n[1], n[0], usual)),
    SHAPE("2MY", day(n[2], n[1], n[0], usual)),
    SHAPE("D1MY", day(n[2], n[1], n[0], usual)),
    SHAPE("D2MY", day(n[2], n[1], n[0], usual)),
    SHAPE("Y-2-2", day(n[0], n[1], n[2], usual)),
    SHAPE("2/2/Y", day(n[2], n[1], n[0], usual)),
    SHAPE("1/2/Y", day(n[2], n[1], n[0], usual)),
    SHAPE("2/1/Y", day(n[2], n[1], n[0], usual)),
    SHAPE("1/1/Y", day(n[2], n[1], n[0], usual)),
};
#undef SHAPE

// "2015-11-16/P1Y": the standard's own form; one that begins within a month is read by its months.
Meaning with_duration(std::string_view text) {
  const auto slash = text.find('/');
  std::string iso(text.substr(0, std::min<std::size_t>(10, slash)));
  std::string rest(text.substr(slash));
  for (char& c : rest) c = is_letter(c) ? static_cast<char>(c - 32) : c;
  const auto begins = kit::Date::parse(iso);
  const auto period = begins ? Period::parse(iso.substr(0, 8) + "01" + rest) : std::nullopt;
  if (!period) return refused_because("a start and a length look like 2025-04-01/P3M");
  if (begins->day_of_month() == 1) return {period, {}};
  return {period, "begins within a month, and was read as " + period->words() + "."};
}

// What stands in brackets or after the day is set aside, and said: "April 2023/24 (as restated)",
// "2017-03-01T00:00:00".
std::string without_aside(std::string_view text, std::string& aside) {
  std::string kept(text);
  const auto open = kept.find(" (");
  if (open != kept.npos && kept.ends_with(')')) {
    aside = kept.substr(open + 2, kept.size() - open - 3);
    kept.resize(open);
  }
  for (const std::string_view midnight : {"t00:00:00.000z", "t00:00:00z", "t00:00:00", " 00:00:00", "t00:00", " 00:00"})
    if (const auto at = kept.find(midnight); at == 10) kept.erase(at, midnight.size());
  return kept;
}

kit::Refusals refused(std::string_view text, std::string_view why) {
  kit::Refusals no;
  const std::string found =
      text.find_first_not_of(" \t") == text.npos ? "No period was found" : "Found " + kit::quoted(text);
  no.add("period", found + (why.empty() ? "" : ": " + std::string(why)) + ". " + std::string(what_to_type));
  return no;
}

Meaning meaning_of(std::string_view text, std::optional<Frequency> usual) {
  if (text.find("/p") != text.npos) return with_duration(text);
  const auto pieces = cut(text);
  if (!pieces) return nothing();
  const std::size_t needed =
      static_cast<std::size_t>(std::count_if(pieces->shape.begin(), pieces->shape.end(), [](char c) {
        return c == 'Y' || c == 'M' || c == 'Q' || c == 'H' || c == '1' || c == '2';
      }));
  const auto found =
      std::find_if(shapes.begin(), shapes.end(), [&](const Shape& s) { return s.shape == pieces->shape; });
  if (found == shapes.end() || pieces->numbers.size() != needed) return nothing();
  return found->mean(pieces->numbers, pieces->spaced, usual);
}

}  // namespace

kit::Verdict<ReadPeriod> read_period(std::string_view text, std::optional<Frequency> usual) {
  if (text.size() > 120) return refused(text, "it is too long for a period");
  std::string aside;
  const std::string kept = without_aside(plain(text), aside);
  const Meaning meaning = meaning_of(kept, usual);
  if (!meaning.period) return refused(text, meaning.assumption);

  ReadPeriod read{*meaning.period, {}};
  if (!meaning.assumption.empty()) read.assumption = kit::quoted(text) + ' ' + meaning.assumption;
  if (!aside.empty())
    read.assumption +=
        (read.assumption.empty() ? "" : " ") + ("The words in brackets were set aside: " + kit::quoted(aside) + ".");
  return read;
}

std::optional<Period> read_slug(std::string_view slug) {
  if (slug.size() > 9 && slug.substr(7, 2) == "-p" && slug.back() == 'm') {
    std::string length(slug.substr(9));
    length.back() = 'M';
    return Period::parse(std::string(slug.substr(0, 7)) + "-01/P" + length);
  }
  const bool month = slug.size() == 7;
  const auto read = read_period(slug, month ? std::optional(Frequency::monthly) : std::nullopt);
  if (!read || read->period.slug() != slug) return std::nullopt;
  return read->period;
}

}  // namespace calendar
