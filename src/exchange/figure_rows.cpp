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

void FigureRows::pack(Packed& to, const FigureRow& row) {
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
  auto& said = said_[to.words];
  if (!says(said, row)) say(said, row);
  said.expected_on = row.expected_on;
  said.deviation = row.deviation;
}

bool FigureRows::says(const Said& said, const FigureRow& row) const {
  const auto words = std::string_view(words_).substr(said.from);
  return words.substr(0, said.note) == row.note && words.substr(said.note, said.reason) == row.reason &&
         words.substr(said.note + said.reason, said.entered_by) == row.entered_by;
}

void FigureRows::say(Said& said, const FigureRow& row) {
  const auto bytes = [](const std::string& text) { return static_cast<std::uint32_t>(text.size()); };
  said.from = words_.size();
  said.note = bytes(row.note), said.reason = bytes(row.reason), said.entered_by = bytes(row.entered_by);
  words_.append(row.note).append(row.reason).append(row.entered_by);
}

void FigureRows::add(const FigureRow& row) { pack(rows_.emplace_back(), row); }
void FigureRows::put(std::size_t i, const FigureRow& row) { pack(rows_[i], row); }

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
  take_words(from, into);
}

void FigureRows::take_words(const Packed& from, FigureRow& into) const {
  static const Said nothing;
  const auto& said = from.words == no_words ? nothing : said_[from.words];
  into.note.assign(words_, said.from, said.note);
  into.reason.assign(words_, said.from + said.note, said.reason);
  into.entered_by.assign(words_, said.from + said.note + said.reason, said.entered_by);
  into.expected_on = said.expected_on;
  into.deviation = said.deviation;
}

FigureRow FigureRows::operator[](std::size_t i) const {
  FigureRow row;
  take(i, row);
  return row;
}

}  // namespace exchange
