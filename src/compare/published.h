// Published figures of many councils, as one file brought them: what it counts, of whom, when. What could not be taken is counted under
// its reason and never dropped in silence.
#pragma once
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "calendar/period.h"
#include "compare/authority.h"
#include "indicator/indicator.h"
#include "kit/verdict.h"

namespace compare {

struct PublishedIndicator {
  std::string title;  // "Household waste recycled: Percentage"
  std::string unit;
  std::optional<indicator::Polarity> polarity;  // none: the file does not say
  bool operator==(const PublishedIndicator&) const = default;
};

struct PublishedFigure {
  std::uint32_t indicator, area, period;  // places in the lists below; of the area: in the register
  std::uint32_t row;                      // of the file
  std::optional<double> value, low, high;
  std::string mark;  // "[c]" where there is no value; "p" beside one that is provisional
};

struct LeftOut {
  std::string reason;  // a sentence
  std::int64_t values = 0;
  std::size_t first_row = 0;
  std::string example;
};

struct PublishedFile {
  std::vector<PublishedIndicator> indicators;
  std::vector<calendar::Period> periods;
  std::vector<PublishedFigure> figures;  // by indicator, then by period, then by area
  std::vector<LeftOut> left_out;    // most first
  std::vector<std::string> remarks; // what was taken for granted, each once
  std::int64_t found = 0;           // values in the file: those kept and those left out
};

// Takes what councils and departments publish: one value a row, or a column for each indicator; with lines of words above the names
// of the columns. Refuses a file in which no area, period and value can be told.
kit::Verdict<PublishedFile> read_published(std::istream& in, const Authorities& authorities);

}  // namespace compare
