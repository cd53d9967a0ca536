// One council among others in one published indicator: first whether they can be compared at all, then where it stands, in words that ask
// and do not judge; and how that was in the years before.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "assess/benchmark.h"
#include "assess/rates.h"
#include "compare/published.h"

namespace compare {

enum class Among : std::uint8_t { same_tier, same_region, single_tier, everybody, listed, within };
std::string_view code(Among among);   // "tier", for the address
std::string_view words(Among among);  // "Councils of the same tier"
std::optional<Among> read_among(std::string_view text);

// With whom the council is compared.
struct Group {
  Among among = Among::same_tier;
  std::string list;                  // the name of a list of neighbours, where it is one; of small areas what they are: "wards"
  std::vector<std::string> members;  // codes, of a list
  std::optional<kit::Date> starts, ends;  // a list holds until the day before `ends`

  bool holds(const Authority& own, const Authority& other) const;
  std::string words(const Authority& own) const;  // "metropolitan boroughs", "councils in “CIPFA 2024”"
  std::string in_address() const;                 // "tier", "list:CIPFA 2024"
};

// One council's published figure in a period.
struct AreaFigure {
  std::string area;
  calendar::Period period;
  std::optional<double> value, low, high;
  std::string mark;
};

struct Compared {
  const Authority* authority = nullptr;
  const AreaFigure* figure = nullptr;
};

struct Then {
  calendar::Period period;
  double own = 0;
  std::optional<double> others_median;
  std::optional<int> quartile;
  std::optional<double> q1, q3;  // between which half of the group lay; none of fewer than five
  int councils = 0;
};

struct Comparison {
  calendar::Period period;
  Compared own;
  std::vector<Compared> others;   // of the group, with a figure; by name
  std::vector<Compared> without;  // of the group, with a mark in its place
  std::vector<Compared> outside;  // not of the group, with a figure
  assess::Spread spread{};
  assess::Benchmark stands{};
  std::vector<Then> past;         // oldest first, of the same length, with the period itself
  std::vector<std::string> context_only;  // why this is to be read as context, in sentences; empty: like with like
  bool is_context = false;        // the councils are too few, do other work, or are of a list that does not hold then

  int councils() const { return static_cast<int>(others.size()) + 1; }
};

// In the period asked for, or the newest in which the council has a figure. None when it has none.
std::optional<Comparison> comparison(std::span<const AreaFigure> figures, const Authorities& authorities,
                                     const Authority& own, const Group& group, indicator::Polarity polarity,
                                     const std::optional<calendar::Period>& period);

// The newest period until `until` in which a council has a figure.
std::optional<calendar::Period> newest_of(std::span<const AreaFigure> figures, const Authority& of, const calendar::Period& until);

// How a figure of an indicator is written: "52.1%", "1,234".
struct Writing {
  std::string unit;
  int decimals = 1;
  std::string number(double value) const;
  std::string gap(double value) const;  // "8.3 points", "1,234": without a sign
};
Writing writing_of(const PublishedIndicator& indicator, std::span<const AreaFigure> figures);

// What both lines of the past say: "Here it rose from 42.0% to 48.0%; the middle of the others fell from 45.0% to 44.1%, and is now below".
std::string past_words(const std::vector<Then>& past, const Writing& writing);

// "In the best quarter of 36 metropolitan boroughs", "Fourth of four" is never said.
std::string quarter_words(int quartile, indicator::Polarity polarity);
std::string answer(const Comparison& found, indicator::Polarity polarity, const std::string& group, const Writing& writing);
std::string chance_words(const Comparison& found, const assess::Interval& interval, const Writing& writing);
std::string chance_words(const Comparison& found, const Writing& writing);  // where an interval was published; empty otherwise

}  // namespace compare
