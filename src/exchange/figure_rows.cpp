#include "exchange/figure_rows.h"

namespace exchange {
namespace {

enum Has : std::uint8_t { value = 1, numerator = 2, denominator = 4, published_on = 8, percent = 16, money = 32, rounded = 64 };

template <class T>
std::uint8_t pack_maybe(T& to, const std::optional<T>& from, Has bit) {
  to = from.value_or(T());
  return from ? bit : 0;
}

template <class T>
void take_maybe(std::optional<T>& to, const T& from, std::uint8_t has, Has bit) {
  if (has & bit) to = from;
  else to.reset();
}

}  // namespace

void FigureRows::pack(Packed& to, FigureRow& row) {
  to.indicator = row.indicator;
  to.at = row.at;
  to.place = row.place;
  to.period = row.period;
  to.code = row.code;
  to.edition = row.edition;
  to.state = row.state;
  to.standing = row.standing;
  to.added_up = row.added_up;
  to.has = static_cast<std::uint8_t>(pack_maybe(to.value, row.value, value) | pack_maybe(to.numerator, row.numerator, numerator) |
                                     pack_maybe(to.denominator, row.denominator, denominator) |
                                     pack_maybe(to.published_on, row.published_on, published_on) | (row.percent ? percent : 0) |
                                     (row.money ? money : 0) | (row.rounded ? rounded : 0));
  if (row.note.empty() && row.reason.empty() && row.entered_by.empty() && !row.expected_on && !row.deviation) {
    to.words = no_words;
    return;
  }
  if (to.words == no_words) {
    to.words = static_cast<std::uint32_t>(said_.size());
    said_.emplace_back();
  }
  said_[to.words] = {std::move(row.note), std::move(row.reason), std::move(row.entered_by), row.expected_on, row.deviation};
}

void FigureRows::add(FigureRow row) { pack(rows_.emplace_back(), row); }
void FigureRows::put(std::size_t i, FigureRow row) { pack(rows_[i], row); }

void FigureRows::take(std::size_t i, FigureRow& into) const {
  const auto& from = rows_[i];
  into.indicator = from.indicator;
  into.at = from.at;
  into.place = from.place;
  into.period = from.period;
  into.code = from.code;
  into.edition = from.edition;
  into.state = from.state;
  into.standing = from.standing;
  into.added_up = from.added_up;
  take_maybe(into.value, from.value, from.has, value);
  take_maybe(into.numerator, from.numerator, from.has, numerator);
  take_maybe(into.denominator, from.denominator, from.has, denominator);
  take_maybe(into.published_on, from.published_on, from.has, published_on);
  into.percent = from.has & percent;
  into.money = from.has & money;
  into.rounded = from.has & rounded;
  static const Said nothing;
  const auto& said = from.words == no_words ? nothing : said_[from.words];
  into.note = said.note;
  into.reason = said.reason;
  into.entered_by = said.entered_by;
  into.expected_on = said.expected_on;
  into.deviation = said.deviation;
}

FigureRow FigureRows::operator[](std::size_t i) const {
  FigureRow row;
  take(i, row);
  return row;
}

}  // namespace exchange
