// Published figures of many councils, as one file brought them: what it counts, of whom, when. What could not be taken is counted under
// its reason and never dropped in silence.
#pragma once
#include <cstdint>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "calendar/period.h"
#include "compare/authority.h"
#include "compare/published_dictionary.h"
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
  std::string example;       // what stands there
  std::string first_column;  // its name; empty: the whole row is meant
  std::string to_do;         // a sentence
};

struct PublishedFile {
  std::vector<PublishedIndicator> indicators;
  std::vector<calendar::Period> periods;
  std::vector<PublishedFigure> figures;  // by indicator, then by period, then by area; none when they were passed on as they were read
  std::vector<LeftOut> left_out;    // most first
  std::vector<std::string> remarks; // what was taken for granted, each once
  std::int64_t found = 0, taken = 0;  // values in the file: those kept and those left out; and those kept
  std::string plain_year;             // "2024", read as a calendar year since nobody said what it is; empty: there is none
  bool is_grouped = true;             // the figures of each indicator stand together
  bool are_small = false;             // its figures are of wards or other small areas alone
};

// What a file does not say and whoever brings it in does.
struct Reading {
  std::optional<calendar::Period> whole;  // the period of every figure
  Years years = Years::as_written;        // of years written as one number, where the file does not call them financial or academic
  std::string title;                      // what is counted, where only areas and periods are named
  Dictionary dictionary;                  // its publisher's words about each measure
};

// Takes what councils and departments publish: one value a row, a column for each indicator or a column for each period; with lines of
// words above the names of the columns. Refuses a file in which no area, period and value can be told.
kit::Verdict<PublishedFile> read_published(std::istream& in, const Authorities& authorities, const Reading& reading = {});

// The same with each figure passed on as it is read, in the order of the file: what is held does not grow with the figures. What a figure
// names stands in the lists of `so_far`. What was passed on counts only when the file is not refused.
using PassedOn = std::function<void(const PublishedFigure& figure, const PublishedFile& so_far)>;
kit::Verdict<PublishedFile> read_published(std::istream& in, const Authorities& authorities, const Reading& reading,
                                           const PassedOn& pass_on);

}  // namespace compare
