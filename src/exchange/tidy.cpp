#include "exchange/tidy.h"

#include <algorithm>
#include <array>

namespace exchange {
namespace {

using calendar::Frequency;

std::string lower(std::string_view text) {
  std::string low(text);
  for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return low;
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "NEET" in "… training (NEET)(16-17 years old)", "CO2" in "… carbon dioxide (CO2) …".
std::string abbreviation(std::string_view title) {
  for (auto open = title.find('('); open != std::string_view::npos; open = title.find('(', open + 1)) {
    const auto word = title.substr(open + 1, title.find(')', open) - open - 1);
    const bool all = std::all_of(word.begin(), word.end(), [](char c) { return is_capital(c) || is_digit(c); });
    if (all && word.size() >= 2 && word.size() <= 8 && is_capital(word.front())) return std::string(word);
  }
  return {};
}

constexpr std::array<std::string_view, 34> saying_little = {
    "a",   "an",   "the",  "of",   "all",   "and",  "or",    "in",     "for",        "to",     "at",    "by",
    "per", "with", "who",  "are",  "is",    "as",   "their", "from",   "percentage", "number", "share", "proportion",
    "on",  "sent", "aged", "that", "which", "good", "under", "within", "level",      "total"};

// The part of a title before what only explains it: "School readiness" in "School readiness: percentage of …".
std::string_view main_part(std::string_view title) {
  for (const std::string_view mark : {": ", " - ", ", ", " ("})
    if (const auto at = title.find(mark); at != std::string_view::npos && at > 8) title = title.substr(0, at);
  return title;
}

bool says_something(std::string_view word) {
  const bool letters = std::any_of(word.begin(), word.end(), is_letter);
  return letters && std::find(saying_little.begin(), saying_little.end(), lower(word)) == saying_little.end();
}

int shortest_gap(const std::vector<calendar::Period>& periods) {
  int least = 12;
  for (std::size_t i = 1; i < periods.size(); ++i) least = std::min(least, periods[i].end() - periods[i - 1].end());
  return least;
}

std::optional<Frequency> frequency_of_months(int months) {
  for (const auto frequency : {Frequency::monthly, Frequency::quarterly, Frequency::half_yearly, Frequency::annual})
    if (calendar::months_in(frequency) == months) return frequency;
  return std::nullopt;
}

}  // namespace

std::string unit_of(const TidySeries& series) {
  const auto measure = lower(series.measure);
  if (measure.starts_with("percent") || measure == "%" || series.unit == "%") return "%";
  if (measure.starts_with("rate per ")) return series.measure.substr(5);
  if (measure == "count" || measure == "number") return {};
  const auto unit = series.unit.find('(') == std::string::npos ? lower(series.unit) : series.unit;
  return unit == "persons" || unit == "number" ? std::string() : unit;
}

std::string code_from(std::string_view title) {
  if (auto short_form = abbreviation(title); !short_form.empty()) return short_form;
  std::string code, word;
  int words = 0;
  const auto end_word = [&] {
    if (says_something(word) && words < 3) {
      code += (code.empty() ? "" : "-") + upper(word);
      ++words;
    }
    word.clear();
  };
  for (const char c : main_part(title)) {
    if (is_letter(c) || is_digit(c) || (c == '-' && !word.empty())) word.push_back(c);
    else end_word();
  }
  end_word();
  if (code.size() > 36) code.resize(36);
  return code.empty() ? "INDICATOR" : code;
}

std::optional<Rhythm> rhythm_of(std::vector<calendar::Period> periods) {
  if (periods.empty()) return std::nullopt;
  std::sort(periods.begin(), periods.end());
  periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
  const int months = periods.front().months;
  if (std::any_of(periods.begin(), periods.end(), [&](const auto& p) { return p.months != months; })) return std::nullopt;
  if (months % 12 == 0) {
    const auto frequency = frequency_of_months(shortest_gap(periods));
    if (!frequency || *frequency == Frequency::annual) return Rhythm{};
    return months == 12 ? std::optional(Rhythm{*frequency, indicator::Submitted::rolling_12}) : std::nullopt;
  }
  const auto frequency = frequency_of_months(months);
  if (!frequency || !std::all_of(periods.begin(), periods.end(), [&](const auto& p) { return p.fits(*frequency); })) return std::nullopt;
  return Rhythm{*frequency, indicator::Submitted::in_period};
}

calendar::Period stands_at(const calendar::Period& published, Frequency frequency, indicator::Submitted submitted) {
  const int months = calendar::months_in(frequency);
  if (submitted != indicator::Submitted::rolling_12 || published.months != 12 || months == 12) return published;
  return {published.end() - months, months};
}

int decimals_in(std::span<const kit::Decimal> numbers) {
  int most = 0;
  for (const auto number : numbers) {
    const auto text = number.text();
    const auto point = text.find('.');
    if (point != std::string::npos) most = std::max(most, static_cast<int>(text.size() - point - 1));
  }
  return most > 2 ? 1 : most;
}

}  // namespace exchange
