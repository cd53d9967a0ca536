// A load: a file of published figures that was brought in, and where the council stands in what it counts.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/period.h"
#include "compare/published_years.h"
#include "council/record.h"
#include "kit/moment.h"

namespace compare {

struct Load {
  std::int64_t number = 0;
  std::string data_set, publisher, licence;
  std::optional<kit::Date> published;
  std::string file;               // as its owner named it
  std::string kept, fingerprint;  // the Parquet file and its SHA-256
  std::int64_t found = 0, taken = 0;
  std::vector<std::string> remarks;
  Years years = Years::as_written;        // how its years were read, where the file does not say
  std::optional<calendar::Period> whole;  // of all its figures, where it names none
  std::string dictionary;                 // its publisher's, as its owner named it
  std::string plain_year;                 // "2024", of which nobody said what it means; empty: there is none
  bool are_small = false;                 // its figures are of wards or other small areas alone
  kit::Moment at;
  council::RecordId record = 0;
};

// How the council stands in one indicator among the areas named, in the newest period in which it has a figure.
struct Place {
  std::string title;
  calendar::Period period;
  double own = 0;
  int areas = 0;  // with the council itself
  double median = 0, mad = 0;  // of all of them
  double others_median = 0;    // without the council itself; its own when it is alone
  int higher = 0, lower = 0;
};

}  // namespace compare
