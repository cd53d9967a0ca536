// Excel's workbooks: which sheets there are and in what order, what their number formats mean, and their cells, one row
// at a time.
#pragma once
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "kit/sheet_format.h"
#include "kit/sheet_teller.h"
#include "kit/sheet_xml.h"

namespace kit {

// Texts that many cells share: kept in blocks, so that millions of them neither move nor cost much more than their
// bytes.
class SharedTexts {
 public:
  bool add(std::string_view text);  // false: there is no more room
  std::string_view at(std::uint64_t index) const;
  std::uint64_t size() const { return places_.size(); }

 private:
  struct Place {
    std::uint32_t block, begin, length;
  };
  std::deque<std::string> blocks_;
  std::deque<Place> places_;
  std::uint64_t bytes_ = 0;
};

struct XlsxSheet {
  std::string name, part;
  bool hidden = false;
};

struct XlsxBook {
  std::vector<XlsxSheet> sheets;
  std::vector<Shown> styles;  // by a cell's style
  SharedTexts texts;
  DayZero zero = DayZero::end_of_1899;
};

// What stands around the sheets. A sentence when it cannot be read, else empty.
std::string read_book(Package& package, XlsxBook& book, SheetTeller& teller, const SheetLimits& limits);
std::string read_xlsx_sheet(Package& package, const XlsxBook& book, const XlsxSheet& sheet, SheetTeller& teller,
                            const SheetLimits& limits);
std::string read_xlsx(Package& package, SheetTeller& teller, const SheetLimits& limits);

// "A_x000D_B": a character that XML cannot hold, as Excel writes it.
std::string without_x_escapes(std::string_view text);

}  // namespace kit
