// Quality of an indicator's figures over its last eight periods, under the six headings that councils use. Each heading gets a
// sentence with the figures that it was made from; what cannot be worked out says so. No score is made of them.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collect/control.h"
#include "collect/figure.h"
#include "indicator/indicator.h"

namespace work {

constexpr std::size_t looked_at = 8;  // periods

// A reported figure that another replaced.
struct Replaced {
  kit::Date on{};
  double was = 0, is = 0;
  bool was_provisional = false;
  bool changed_status = false;
};

// What is known of one period whose due day has passed.
struct PeriodFacts {
  calendar::Period period;
  kit::Date due{};                   // the last day on time
  collect::State state = collect::State::given;
  bool is_there = false;             // reported or on its way: a figure, or why there is none
  std::optional<double> reported;    // the number that everybody reads
  bool lacks_parts = false;          // reported without the numerator or denominator that it should keep
  bool is_outside = false;           // of the bounds that hold today
  bool unchecked = false;
  std::optional<kit::Date> came;     // when a figure first came, where that is known
  bool from_file = false;            // brought in: the file does not say when it was entered
  std::vector<Replaced> replaced;
  int returned = 0;                  // by the checker
  int unusual = 0;                   // warnings that it was outside what the indicator usually shows
  int other_warnings = 0;            // ten times the figure before, less than last month's total, far from its target

  bool has_figure() const { return is_there && (state == collect::State::given || state == collect::State::suppressed); }
  bool is_due() const { return !(is_there && state == collect::State::not_applicable); }
  bool is_gap() const { return is_due() && !has_figure(); }
  std::optional<int> days_late(kit::Date today) const;  // so far, where none has come; none when it cannot be told
};

struct QualityFacts {
  const indicator::Definition* definition = nullptr;  // as it is now
  std::vector<PeriodFacts> periods;                   // oldest first, at most `looked_at`
  std::optional<collect::ControlCheck> control;       // the newest
  std::vector<kit::Date> breaks;                      // of the definition, within those periods
  std::vector<std::string> same_title, same_figures;  // references of other indicators
};

enum class Dimension : std::uint8_t { accuracy, completeness, uniqueness, consistency, timeliness, validity };
inline constexpr std::array dimensions = {Dimension::accuracy,    Dimension::completeness, Dimension::uniqueness,
                                          Dimension::consistency, Dimension::timeliness,   Dimension::validity};
std::string_view code(Dimension), words(Dimension);

// What there is to look at.
enum class Concern : std::uint8_t { late, gap, changed, returned, control, alike, broken, bounds };
inline constexpr std::array concerns = {Concern::late,    Concern::gap,   Concern::changed, Concern::returned,
                                        Concern::control, Concern::alike, Concern::broken,  Concern::bounds};
std::string_view code(Concern), words(Concern);
std::optional<Concern> read_concern(std::string_view code);
Dimension dimension_of(Concern concern);

struct Statement {
  Dimension dimension = Dimension::accuracy;
  std::string sentence;
  bool to_look_at = false;
};

struct Quality {
  int periods = 0, there = 0;  // due, and how many have a figure
  int on_time = 0, late = 0, from_file = 0;
  std::optional<double> days_late;  // the median of those that came late or have not come
  int changed = 0, changed_status = 0, returned = 0;
  std::vector<Concern> concerns;
  std::vector<Statement> statements;  // one a dimension

  bool has(Concern concern) const;
  int headings() const;  // how many of the six have something to look at
};
Quality quality(const QualityFacts& facts, kit::Date today);

// The worst first: by how many of the six headings have something to look at, then by how many figures it concerns.
bool is_worse(const Quality& a, const Quality& b);

}  // namespace work
