// The part of the reader that keeps a value, or leaves it out with the reason.
#include "compare/published_cell.h"
#include "compare/published_reader.h"
#include "kit/quote.h"

namespace compare {

std::uint32_t PublishedReader::indicator(std::string_view title, std::string_view unit) {
  if (last_indicator_ < made_.indicators.size() && made_.indicators[last_indicator_].title == title) return last_indicator_;
  const auto [known, is_new] = indicators_.try_emplace(std::string(title), static_cast<std::uint32_t>(made_.indicators.size()));
  if (is_new) made_.indicators.push_back({std::string(title), std::string(unit), std::nullopt});
  return last_indicator_ = known->second;
}

void PublishedReader::keep(const Where& where, std::string_view title, const Cell& cell) {
  ++made_.found;
  const FoundAt here{where.row, cell.column, cell.text};
  if (!where.why.reason.empty()) return notes_.leave(where.why, {where.row, where.column, where.example});
  if (title.empty()) return notes_.leave(why::no_title, here);
  if (const auto* doubt = doubt_of_comma(cell.text, where.row)) return notes_.leave(*doubt, here);
  const auto value = published_number(cell.text);
  if (!value && !is_published_mark(cell.text))
    return notes_.leave(why::no_number, here);
  const auto before = last_indicator_;
  const auto count = made_.indicators.size();
  const auto of = indicator(title, cell.unit);
  if (made_.indicators[of].unit.empty()) made_.indicators[of].unit = cell.unit;
  PublishedFigure figure{
      of,    *where.area, *where.period, static_cast<std::uint32_t>(where.row),
      value, cell.low,    cell.high,     std::string(cell.status.empty() && !value ? cell.text : cell.status)};
  if (figure.mark.empty() && !value) figure.mark = "[x]";
  if (!is_first(figure))
    return notes_.leave(why::stands_twice, {where.row, cell.column, title});
  if (of != before && of < count) made_.is_grouped = false;
  ++made_.taken;
  pass_on_(figure, made_);
}

// Where semicolons separate, commas are decimal as often as not; where one number has a decimal comma, others may.
const WhyLeft* PublishedReader::doubt_of_comma(std::string_view text, std::size_t row) {
  if (text.find(',') == text.npos) return nullptr;
  const auto comma = kit::comma_in(text);
  auto& first = comma == kit::Comma::decimal ? decimal_comma_ : either_comma_;
  if (comma != kit::Comma::none && first.empty()) first = kit::quoted(text) + " in row " + std::to_string(row);
  if (comma == kit::Comma::decimal) return &why::decimal_comma;
  return comma == kit::Comma::either && found_.separator == ';' ? &why::either_comma : nullptr;
}

bool PublishedReader::is_first(const PublishedFigure& figure) {
  auto& together = seen_[std::uint64_t{figure.indicator} << 32 | figure.period];
  const auto part = figure.area / areas_together;
  if (together.size() <= part) together.resize(part + 1);
  auto bit = together[part][figure.area % areas_together];
  if (bit) return false;
  return bit = true;
}

}  // namespace compare
