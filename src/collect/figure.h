// A figure: what one indicator was in one period, with its note. Principle 1: no number without its story. A changed figure
// is a new edition; a missing one is a state with a reason, never 0.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/period.h"
#include "indicator/indicator.h"
#include "kit/decimal.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace collect {

enum class State : std::uint8_t { given, delayed, not_applicable, suppressed };
enum class Standing : std::uint8_t {
  provisional,
  revised,
  final,
  unchecked
};  // unchecked: reported before anybody but the officer had looked

// Whether a figure is that of the councils before this one, added up, and how well that could be done (assess/merge.h).
enum class AddedUp : std::uint8_t { no, exact, apportioned, incomplete, not_reaggregable };

std::string_view code(State), words(State), code(Standing), words(Standing), code(AddedUp), words(AddedUp);
std::optional<State> read_state(std::string_view text);  // also the symbols of conventions.md: [x] [z] [c] : .. - NA
std::optional<Standing> read_standing(std::string_view text);
std::optional<AddedUp> read_added_up(std::string_view text);

struct Figure {
  indicator::IndicatorId indicator = 0;
  calendar::Period period;
  std::int32_t edition = 1;
  State state = State::given;
  Standing standing = Standing::final;
  AddedUp added_up = AddedUp::no;
  std::optional<kit::Decimal> value;                   // as submitted; for a ratio with parts it may be left out
  std::optional<kit::Decimal> numerator, denominator;
  std::optional<kit::Decimal> deviation;               // of an average: the standard deviation of its single cases, in its unit
  std::string note;
  std::string reason;              // why it was revised
  std::string entered_by;          // code of a person
  std::optional<kit::Date> expected_on;  // when a delayed one is expected
  kit::Moment at;                  // published: as-at readings see it from this moment
};

// All editions known at a moment, of one indicator: ordered by period, then edition.
using Figures = std::vector<Figure>;
// The newest of each period, ordered by period.
std::vector<const Figure*> newest(const Figures& figures);

// The in-period number as submitted: the value, or multiplier * numerator / denominator. None when not given or over 0.
std::optional<double> number_of(const Figure& figure, const indicator::Definition& definition);

// Faults of a figure for this definition: no note is allowed only in imported history; numerator over denominator, wrong
// period for the frequency, outside the bounds, a value without parts where parts are needed … Fields as in the workbook.
kit::Refusals faults(const Figure& figure, const indicator::Definition& definition);

}  // namespace collect
