// The rows of the sheet Figures, of which there may be millions: kept close together, with their words apart, since most
// figures of a long history have none.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "exchange/sheets.h"

namespace exchange {

class FigureRows {
 public:
  void reserve(std::size_t rows) { rows_.reserve(rows); }
  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }

  void add(const FigureRow& row);
  void put(std::size_t i, const FigureRow& row);    // in place of what was there
  void take(std::size_t i, FigureRow& into) const;  // reuses the memory of `into`
  FigureRow operator[](std::size_t i) const;

  // What stands in every row, without taking it out.
  std::uint32_t code(std::size_t i) const { return rows_[i].code; }
  const calendar::Period& period(std::size_t i) const { return rows_[i].period; }
  Place place(std::size_t i) const { return rows_[i].place; }

 private:
  static constexpr std::uint32_t no_words = ~std::uint32_t{0};
  struct Said {
    std::size_t from = 0;  // in words_: note, reason and who entered it, one behind the other
    std::uint32_t note = 0, reason = 0, entered_by = 0;  // bytes
    std::optional<kit::Date> expected_on;
    std::optional<kit::Decimal> deviation;
  };
  struct Packed {
    indicator::IndicatorId indicator = 0;
    kit::Decimal value, numerator, denominator;
    kit::Moment published_on, at;
    Place place;
    calendar::Period period;
    std::uint32_t code = 0, words = no_words;
    std::int32_t edition = 1;
    collect::State state = collect::State::given;
    collect::Standing standing = collect::Standing::final;
    collect::AddedUp added_up = collect::AddedUp::no;
    std::uint8_t has = 0;
  };
  void pack(Packed& to, const FigureRow& row);
  bool says(const Said& said, const FigureRow& row) const;
  void say(Said& said, const FigureRow& row);
  void take_words(const Packed& from, FigureRow& into) const;

  std::vector<Packed> rows_;
  std::vector<Said> said_;
  std::string words_;
};

}  // namespace exchange
