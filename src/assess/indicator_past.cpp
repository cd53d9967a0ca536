#include "assess/indicator_past.h"

#include <algorithm>

#include "assess/judgement.h"

namespace assess {
namespace {

using calendar::Period;
using indicator::Submitted;

constexpr std::size_t longest_gap = 2;  // periods in a row that may be filled in

struct Piece {
  double figure = 0;
  std::optional<double> denominator;
};

std::optional<Piece> alone(const Part& part, double multiplier) {
  if (!part.has_parts()) return part.value ? std::optional(Piece{*part.value, {}}) : std::nullopt;
  if (*part.denominator == 0) return std::nullopt;
  return Piece{multiplier * *part.numerator / *part.denominator, part.denominator};
}

// The year to date less the year to date before.
std::optional<Piece> difference(const Part& now, const Part& before, double multiplier) {
  if (now.has_parts() && before.has_parts())
    return alone({{}, *now.numerator - *before.numerator, *now.denominator - *before.denominator}, multiplier);
  if (now.value && before.value) return Piece{*now.value - *before.value, {}};
  return std::nullopt;
}

class Pieces {
 public:
  explicit Pieces(const Kept& kept) : series_(series_of(kept)), method_(method(kept.now())) {}

  std::optional<Piece> of(const Period& period) const {
    const Part& part = series_.at(period.start);
    const bool opens_year = period.start == Period::year(period.financial_year()).start;
    if (method_.submitted == Submitted::cumulative && !opens_year)
      return difference(part, series_.at(period.start - series_.step()), method_.multiplier);
    const auto whole = alone(part, method_.multiplier);
    if (method_.submitted != Submitted::cumulative_over_annual || !whole) return whole;
    if (opens_year) return Piece{whole->figure, {}};
    const auto before = alone(series_.at(period.start - series_.step()), method_.multiplier);
    return before ? std::optional(Piece{whole->figure - before->figure, {}}) : std::nullopt;
  }

 private:
  Series series_;
  Method method_;
};

std::optional<kit::Date> last_break(const Kept& kept) {
  for (auto each = kept.definitions.rbegin(); each + 1 != kept.definitions.rend(); ++each)
    if (each->breaks_series) return each->applies_from;
  return std::nullopt;
}

struct Row {
  std::vector<std::optional<Piece>> pieces;  // the first and the last are known
  Period newest;
  bool is_cut = false;  // older figures lie before the break
};

Row row_of(const Kept& kept, const std::optional<kit::Date>& since) {
  Row row;
  const Pieces pieces(kept);
  std::optional<Period> last;
  for (const collect::Figure* figure : collect::newest(kept.figures)) {
    if (!figure->period.fits(kept.now().frequency)) continue;
    if (since && figure->period.last() < *since) {
      row.is_cut = true;
      continue;
    }
    const auto piece = pieces.of(figure->period);
    if (!piece) continue;
    for (Period gap = last ? last->next() : figure->period; gap.start < figure->period.start; gap = gap.next())
      row.pieces.push_back({});
    row.pieces.push_back(piece);
    last = row.newest = figure->period;
  }
  return row;
}

// From the first piece after the last gap that is too long.
std::size_t start_of(const std::vector<std::optional<Piece>>& pieces) {
  std::size_t missing = 0;
  for (std::size_t i = pieces.size(); i-- > 0;) {
    missing = pieces[i] ? 0 : missing + 1;
    if (missing > longest_gap) return i + missing;
  }
  return 0;
}

double between(double before, double after, std::size_t place, std::size_t of) {
  return before + (after - before) * static_cast<double>(place) / static_cast<double>(of);
}

void take(IndicatorPast& past, const std::vector<std::optional<Piece>>& pieces, std::size_t from) {
  const bool parts = std::ranges::all_of(pieces, [](const auto& piece) { return !piece || piece->denominator; });
  std::size_t known = from;
  for (std::size_t i = from; i < pieces.size(); ++i) {
    if (!pieces[i]) continue;
    for (std::size_t gap = known + 1; gap < i; ++gap, ++past.filled) {
      past.figures.push_back(between(pieces[known]->figure, pieces[i]->figure, gap - known, i - known));
      if (parts)
        past.denominators.push_back(
            between(*pieces[known]->denominator, *pieces[i]->denominator, gap - known, i - known));
    }
    past.figures.push_back(pieces[i]->figure);
    if (parts) past.denominators.push_back(*pieces[i]->denominator);
    known = i;
  }
}

}  // namespace

Past IndicatorPast::past(const Kept& kept) const {
  const auto& definition = kept.now();
  return {figures, 12 / calendar::months_in(definition.frequency), bounds_of(definition, figures)};
}

Period IndicatorPast::first() const {
  const int back = (static_cast<int>(figures.size()) - 1) * newest.months;
  return {newest.start - back, newest.months};
}

kit::Verdict<IndicatorPast> indicator_past(const Kept& kept) {
  const auto since = last_break(kept);
  const Row row = row_of(kept, since);
  IndicatorPast past;
  const std::size_t from = start_of(row.pieces);
  take(past, row.pieces, from);
  past.newest = row.newest;
  past.older_left_out = from > 0;
  if (row.is_cut) past.since = since;

  kit::Refusals no;
  const std::string since_words = past.since ? " since the definition changed on " + past.since->words() : "";
  no.unless(past.figures.size() != 1, "",
            "A forecast needs two figures at least, and there is one" + since_words + ".");
  no.unless(!past.figures.empty(), "", "A forecast needs two figures at least, and there is none" + since_words + ".");
  if (no.any()) return no;
  return past;
}

indicator::Aggregation aggregation_to_year(const indicator::Definition& d) {
  if (d.submitted == Submitted::cumulative_over_annual) return indicator::Aggregation::sum;
  return d.submitted == Submitted::rolling_12 ? indicator::Aggregation::snapshot : d.aggregation;
}

Bounds bounds_of(const indicator::Definition& d, std::span<const double> figures) {
  const auto number = [](const auto& decimal) { return decimal ? std::optional(decimal->number()) : std::nullopt; };
  Bounds bounds{number(d.least), number(d.most)};
  const bool never_below = std::ranges::all_of(figures, [](double each) { return each >= 0; });
  const bool never_above = std::ranges::all_of(figures, [](double each) { return each <= 100; });
  if (!bounds.least && never_below) bounds.least = 0;
  if (!bounds.most && d.unit == "%" && never_above) bounds.most = 100;
  return bounds;
}

}  // namespace assess
