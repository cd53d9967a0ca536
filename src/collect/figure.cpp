#include "collect/figure.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "indicator/word_table.h"
#include "kit/number.h"

namespace collect {
namespace {

using indicator::Definition;
using indicator::Synonym;
using indicator::WordRow;

constexpr std::array states = {
    WordRow<State>{State::given, "given", "given"},
    WordRow<State>{State::delayed, "delayed", "delayed"},
    WordRow<State>{State::not_applicable, "not_applicable", "not applicable"},
    WordRow<State>{State::suppressed, "suppressed", "suppressed"},
};
// The symbols of published tables; "not available" is a figure that is still to come.
constexpr std::array symbols = {
    Synonym<State>{"", State::given},
    Synonym<State>{"[x]", State::delayed},
    Synonym<State>{"x", State::delayed},
    Synonym<State>{":", State::delayed},
    Synonym<State>{"..", State::delayed},
    Synonym<State>{"-", State::delayed},
    Synonym<State>{"__", State::delayed},
    Synonym<State>{"na", State::delayed},
    Synonym<State>{"n/a", State::delayed},
    Synonym<State>{"unavailable", State::delayed},
    Synonym<State>{"not_available", State::delayed},
    Synonym<State>{"[z]", State::not_applicable},
    Synonym<State>{"z", State::not_applicable},
    Synonym<State>{"[c]", State::suppressed},
    Synonym<State>{"c", State::suppressed},
};
constexpr std::array standings = {
    WordRow<Standing>{Standing::provisional, "provisional", "provisional"},
    WordRow<Standing>{Standing::revised, "revised", "revised"},
    WordRow<Standing>{Standing::final, "final", "final"},
    WordRow<Standing>{Standing::unchecked, "unchecked", "unchecked"},
};
constexpr std::array standing_symbols = {
    Synonym<Standing>{"", Standing::final},        Synonym<Standing>{"[p]", Standing::provisional},
    Synonym<Standing>{"p", Standing::provisional}, Synonym<Standing>{"prov", Standing::provisional},
    Synonym<Standing>{"[r]", Standing::revised},   Synonym<Standing>{"r", Standing::revised},
    Synonym<Standing>{"[u]", Standing::unchecked}, Synonym<Standing>{"u", Standing::unchecked},
};

constexpr std::array ways_added_up = {
    WordRow<AddedUp>{AddedUp::no, "", ""},
    WordRow<AddedUp>{AddedUp::exact, "exact", "added up"},
    WordRow<AddedUp>{AddedUp::apportioned, "apportioned", "apportioned"},
    WordRow<AddedUp>{AddedUp::incomplete, "incomplete", "incomplete"},
    WordRow<AddedUp>{AddedUp::not_reaggregable, "not_reaggregable", "cannot be added up"},
};

bool has_both_parts(const Figure& f) { return f.numerator && f.denominator; }

double quotient(const Figure& f, const Definition& d) {
  return d.multiplier.number() * f.numerator->number() / f.denominator->number();
}

// Of whole years any is taken, since published files have calendar and other years; shorter ones must be of the April
// year.
bool fits(const calendar::Period& period, calendar::Frequency frequency) {
  if (frequency == calendar::Frequency::annual) return period.months % 12 == 0;
  return period.fits(frequency);
}

// A million rows of an import pass these: a sentence is put together only when it is said.
void check_period(const Figure& f, const Definition& d, kit::Refusals& no) {
  if (fits(f.period, d.frequency)) return;
  no.add("period",
         d.code + " is " + std::string(calendar::words(d.frequency)) + ", and " + f.period.words() + " is not such a period.");
}

void check_absence(const Figure& f, kit::Refusals& no) {
  no.unless(!f.value && !f.numerator && !f.denominator, "value",
            "The figure is " + std::string(words(f.state)) + ", so leave value, numerator and denominator empty.");
  no.unless(f.state != State::delayed || !f.note.empty(), "note", "Say why the figure is delayed.");
}

bool needs_parts(const Definition& d) {
  return indicator::has_parts(d.aggregation) && d.judged != indicator::Judged::in_period &&
         d.frequency != calendar::Frequency::annual && d.submitted == indicator::Submitted::in_period;
}

void check_parts(const Figure& f, const Definition& d, kit::Refusals& no) {
  no.unless(!f.numerator || f.denominator, "denominator", "Give the denominator too.");
  no.unless(!f.denominator || f.numerator, "numerator", "Give the numerator too.");
  no.unless(!f.denominator || f.denominator->units() >= 0, "denominator", "A denominator is zero or more.");
  no.unless(f.value || has_both_parts(f) || f.numerator || f.denominator, "value",
            indicator::has_parts(d.aggregation) ? "Give numerator and denominator, or say in state why there is none."
                                                : "Give the value, or say in state why there is none.");
  if (f.value && !has_both_parts(f) && needs_parts(d))
    no.add("numerator", "Several periods of " + d.code + " are put together from their parts. Give numerator and denominator.");
  if (!has_both_parts(f)) return;
  const bool share =
      d.aggregation == indicator::Aggregation::ratio && d.unit == "%" && !(d.most && d.most->number() > 100);
  if (share && *f.numerator > *f.denominator)
    no.add("numerator",
           "The numerator, " + f.numerator->text() + ", is above the denominator, " + f.denominator->text() + ".");
  if (!f.value || f.denominator->units() == 0) return;
  const double made = quotient(f, d);
  const bool same = std::fabs(kit::rounded(made, d.decimals) - kit::rounded(f.value->number(), d.decimals)) < 1e-9 ||
                    std::fabs(made - f.value->number()) <= 0.5001 * std::pow(10, -d.decimals);
  if (!same)
    no.add("value", "The value is " + f.value->text() + ", but numerator and denominator make " +
                        kit::with_commas(made, d.decimals) + ". Correct one of them, or leave the value out.");
}

// How far the cases of an average lie apart says nothing without their number.
void check_deviation(const Figure& f, const Definition& d, kit::Refusals& no) {
  if (!f.deviation) return;
  no.unless(d.aggregation == indicator::Aggregation::weighted_mean, "deviation",
            "Only an average, such as days to decide, has a standard deviation. Leave it empty.");
  no.unless(f.deviation->units() >= 0, "deviation", "A standard deviation is zero or more.");
  no.unless(has_both_parts(f), "deviation", "A standard deviation needs the numerator and the denominator beside it.");
}

void check_bounds(const Figure& f, const Definition& d, kit::Refusals& no) {
  const auto number = number_of(f, d);
  if (!number) return;
  const auto refuse = [&](const std::string& side, const kit::Decimal& bound) {
    no.add("value", indicator::written(*number, d) + " is " + side + " it can be, " + indicator::written(bound.number(), d) + ".");
  };
  if (d.least && *number < d.least->number() - 1e-9) refuse("below the least", *d.least);
  if (d.most && *number > d.most->number() + 1e-9) refuse("above the most", *d.most);
}

}  // namespace

std::string_view code(State state) { return states[static_cast<std::size_t>(state)].code; }
std::string_view words(State state) { return states[static_cast<std::size_t>(state)].words; }
std::string_view code(Standing standing) { return standings[static_cast<std::size_t>(standing)].code; }
std::string_view words(Standing standing) { return standings[static_cast<std::size_t>(standing)].words; }

std::string_view code(AddedUp how) { return ways_added_up[static_cast<std::size_t>(how)].code; }
std::string_view words(AddedUp how) { return ways_added_up[static_cast<std::size_t>(how)].words; }

std::optional<AddedUp> read_added_up(std::string_view text) {
  return indicator::read_word<AddedUp>(text, std::span<const WordRow<AddedUp>>(ways_added_up));
}

std::optional<State> read_state(std::string_view text) {
  return indicator::read_word<State>(text, std::span<const WordRow<State>>(states),
                                     std::span<const Synonym<State>>(symbols));
}

std::optional<Standing> read_standing(std::string_view text) {
  return indicator::read_word<Standing>(text, std::span<const WordRow<Standing>>(standings),
                                        std::span<const Synonym<Standing>>(standing_symbols));
}

std::vector<const Figure*> newest(const Figures& figures) {
  std::vector<const Figure*> found;
  for (const auto& figure : figures) {
    if (!found.empty() && found.back()->period == figure.period) found.pop_back();
    found.push_back(&figure);
  }
  return found;
}

std::optional<double> number_of(const Figure& figure, const Definition& definition) {
  if (figure.state != State::given) return std::nullopt;
  if (has_both_parts(figure)) {
    if (figure.denominator->units() == 0) return std::nullopt;
    return quotient(figure, definition);
  }
  return figure.value ? std::optional(figure.value->number()) : std::nullopt;
}

kit::Refusals faults(const Figure& figure, const Definition& definition) {
  kit::Refusals no;
  check_period(figure, definition, no);
  if (figure.state == State::given) {
    check_parts(figure, definition, no);
    check_bounds(figure, definition, no);
  } else {
    check_absence(figure, no);
  }
  check_deviation(figure, definition, no);
  const bool has_none = figure.added_up == AddedUp::incomplete || figure.added_up == AddedUp::not_reaggregable;
  no.unless(!has_none || figure.state != State::given, "added_up",
            "A figure that could not be added up has no number. Leave it empty and say in state why, or take the mark out.");
  no.unless(figure.state == State::delayed || !figure.expected_on, "expected_on",
            "Only a delayed figure has a day on which it is expected.");
  return no;
}

}  // namespace collect
