// Columns read one after another and values bound one after another, for the stores of long rows.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicator/tolerance.h"
#include "kit/db.h"
#include "kit/decimal.h"
#include "kit/failure.h"
#include "kit/moment.h"

namespace indicator {

// What the database holds must be known to the program; if not, another program wrote it.
template <class T>
T known(const std::optional<T>& read, std::string_view text) {
  if (!read) throw kit::Failure("The database holds a word that this program does not know: " + std::string(text));
  return *read;
}

inline kit::Bound bound(const std::optional<kit::Decimal>& number) {
  return number ? kit::Bound(number->units()) : kit::Bound(nullptr);
}
inline kit::Bound bound(const std::optional<kit::Date>& day) {
  return day ? kit::Bound(day->iso()) : kit::Bound(nullptr);
}
inline kit::Bound bound(std::string_view text) { return std::string(text); }

class NextColumn {
 public:
  explicit NextColumn(const kit::Row& row) : row_(row) {}

  std::int64_t integer() { return row_.integer(at_++); }
  const std::string& text() { return row_.text(at_++); }
  bool yes() { return integer() != 0; }
  kit::Moment moment() { return {integer()}; }
  kit::Decimal decimal() { return kit::Decimal::of_units(integer()); }
  std::optional<kit::Decimal> maybe_decimal() {
    const auto units = row_.maybe_integer(at_++);
    return units ? std::optional(kit::Decimal::of_units(*units)) : std::nullopt;
  }
  kit::Date date() { return *maybe_date(); }
  std::optional<kit::Date> maybe_date() {
    const auto place = at_++;
    if (row_.is_null(place)) return std::nullopt;
    return known(kit::Date::parse(row_.text(place)), row_.text(place));
  }
  std::optional<Tolerance> maybe_tolerance() {
    const auto place = at_;
    at_ += 3;
    if (row_.is_null(place)) return std::nullopt;
    Tolerance tolerance{known(read_tolerance_kind(row_.text(place)), row_.text(place)),
                        kit::Decimal::of_units(row_.integer(place + 1)),
                        {}};
    if (const auto units = row_.maybe_integer(place + 2)) tolerance.well_above = kit::Decimal::of_units(*units);
    return tolerance;
  }

 private:
  const kit::Row& row_;
  std::size_t at_ = 0;
};

inline void append(std::vector<kit::Bound>& row, const std::optional<Tolerance>& tolerance) {
  if (!tolerance) return row.resize(row.size() + 3, nullptr);
  row.emplace_back(bound(code(tolerance->kind)));
  row.emplace_back(tolerance->size.units());
  row.emplace_back(bound(tolerance->well_above));
}

}  // namespace indicator
