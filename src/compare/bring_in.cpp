#include "compare/bring_in.h"

#include "kit/number.h"

namespace compare {

kit::Refusals faults_of(const SaidOfFile& said) {
  kit::Refusals no;
  no.unless(!said.data_set.empty() && said.data_set.size() <= 120, "data_set", "Give the data set a name of at most 120 letters.");
  no.unless(!said.licence.empty(), "licence", "Say under which licence the figures may be used.");
  no.unless(said.published.empty() || kit::Date::parse(said.published), "published", "Type a date such as 2025-07-31, or leave it empty.");
  no.unless(said.years.empty() || read_years(said.years), "years", "Choose what a year written as one number is.");
  return no;
}

kit::Verdict<Reading> reading_of(const SaidOfFile& said, std::istream* dictionary) {
  kit::Refusals no;
  Reading reading;
  reading.title = said.data_set;
  reading.years = read_years(said.years).value_or(Years::as_written);
  if (!said.period.empty()) {
    reading.whole = read_published_period(said.period, {}, reading.years).period;
    no.unless(reading.whole.has_value(), "period", "Type a period such as 2019, 2024/25 or 2024/25 Q1.");
  }
  if (dictionary) {
    const auto read = read_dictionary(*dictionary);
    if (read) reading.dictionary = *read;
    else no.add("dictionary", read.refusals().all().front().sentence);
  }
  if (no.any()) return no;
  return reading;
}

Load load_of(const SaidOfFile& said, const Reading& reading, kit::Moment at) {
  return {.data_set = said.data_set, .publisher = said.publisher, .licence = said.licence, .published = kit::Date::parse(said.published),
          .file = said.file, .years = reading.years, .whole = reading.whole, .dictionary = said.dictionary, .at = at};
}

std::string taken_words(const PublishedFile& read, const Load& load) {
  const auto commas = [](std::int64_t count) { return kit::with_commas(static_cast<double>(count), 0); };
  return commas(read.taken) + " of " + commas(read.found) + " values of " + load.file;
}

}  // namespace compare
