#include "exchange/column_makers.h"

namespace exchange {
namespace {

using Row = IndicatorRow;

// Fields that a definition always has but a row may leave to what is usual.
template <auto Field, auto Asked>
std::string written_usual(const Row& row) {
  return std::string(code(row.*Asked ? *(row.*Asked) : row.*Field));
}

std::string read_decimals(Row& row, std::string_view cell) {
  row.decimals = 0;
  if (cell.empty()) return {};
  if (cell.size() != 1 || cell[0] < '0' || cell[0] > '4') return "Type a whole number from 0 to 4.";
  row.decimals = cell[0] - '0';
  return {};
}

std::string read_published(Row& row, std::string_view cell) {
  row.published = true;
  return cell.empty() ? std::string() : read_yes(row.published, cell);
}

std::string read_threshold(Row& row, std::string_view cell) {
  std::optional<kit::Decimal> number;
  auto what = make::read_number_cell(number, cell);
  row.no_change_within = number.value_or(kit::Decimal());
  return what;
}

std::string read_applies_from(Row& row, std::string_view cell) {
  auto what = read_day(row.first_day, cell);
  if (row.first_day) row.applies_from = *row.first_day;
  return what;
}

std::string read_multiplier(Row& row, std::string_view cell) { return make::read_number_cell(row.multiplied_by, cell); }
std::string read_own_tolerance(Row& row, std::string_view cell) { return read_tolerance_cell(row.tolerance, cell); }

}  // namespace

template <>
const std::vector<Column<Row>>& columns<Row>() {
  using namespace make;
  namespace in = indicator;
  static const std::vector<Column<Row>> all = {
      make::code<Row, &Row::code>("indicator", "reference: BBF07").must(),
      make::code<Row, &Row::formerly>("formerly", "the reference before, where this row renumbers it").beside(),
      text<Row, &Row::title>("title", "as pages show it").must().wide(48),
      choice<Row, &Row::kind, in::read_kind>(
          "kind", "core, service, organisational_health, contextual, place_based, management").must().wide(20),
      text<Row, &Row::health_theme>("health_theme", "financial, customer, workforce: for organisational health only"),
      codes<Row, &Row::priorities>("priorities", "codes of the priorities it stands on, in any framework: BBF; OUT3").beside(),
      make::code<Row, &Row::service>("service", "code of its service"),
      text<Row, &Row::portfolio>("portfolio", "the cabinet portfolio").wide(24),
      make::code<Row, &Row::owner>("owner", "code of the person who enters the figures"),
      make::code<Row, &Row::checker>("checker", "code of the person who checks them"),
      make::code<Row, &Row::deputy>("deputy", "code of the person who stands in"),
      choice<Row, &Row::frequency, calendar::read_frequency>("frequency", "monthly, quarterly, half_yearly, annual").must(),
      choice<Row, &Row::polarity, in::read_polarity>("good_direction", "high_good, low_good, in_range, neutral").must(),
      text<Row, &Row::unit>("unit", "%, £, days, per 1,000 residents; empty for a count"),
      column<Row>("decimals", read_decimals, [](const Row& row) { return std::to_string(row.decimals); }, "0 to 4"),
      choice<Row, &Row::aggregation, in::read_aggregation>(
          "aggregation", "sum, ratio, weighted_mean, snapshot, mean_of_snapshots, max, min, median, percentile").must().wide(18),
      column<Row>("submitted", choice<Row, &Row::submitted_as, in::read_submitted>("", "").read,
                  written_usual<&Row::submitted, &Row::submitted_as>,
                  "in_period (usual), cumulative, rolling_12, cumulative_over_annual"),
      column<Row>("judged", choice<Row, &Row::judged_by, in::read_judged>("", "").read,
                  written_usual<&Row::judged, &Row::judged_by>,
                  "in_period, year_to_date, rolling_12; empty: what is usual for the aggregation"),
      column<Row>("multiplier", read_multiplier,
                  [](const Row& row) { return row.multiplied_by.value_or(row.multiplier).text(); },
                  "100 for a percentage; 1000 for a rate per 1,000; empty: 100 when the unit is %, else 1"),
      column<Row>("comparator", choice<Row, &Row::compared_with, in::read_comparator>("", "").read,
                  written_usual<&Row::comparator, &Row::compared_with>,
                  "previous, same_period_last_year, same_point_last_year, baseline; empty: what is usual").wide(24),
      column<Row>("direction_method", choice<Row, &Row::direction_by, in::read_direction_method>("", "").read,
                  written_usual<&Row::direction_method, &Row::direction_by>,
                  "two_point (usual), spc (process chart), regression, trend_marker (five years)").wide(18),
      column<Row>("no_change_within", read_threshold,
                  [](const Row& row) { return row.no_change_within == kit::Decimal() ? std::string() : row.no_change_within.text(); },
                  "a change up to this, in its own unit, is no change"),
      number<Row, &Row::least>("least", "the least a figure can be"),
      number<Row, &Row::most>("most", "the most a figure can be"),
      column<Row>("tolerance", read_own_tolerance,
                  [](const Row& row) { return row.tolerance ? in::written(*row.tolerance) : std::string(); },
                  "relative 5, absolute 2 or explicit 85, then perhaps blue 10; empty: the council's"),
      number<Row, &Row::baseline>("baseline", "the figure to compare with from the start"),
      text<Row, &Row::baseline_note>("baseline_note", "where the baseline comes from: 2023/24 outturn").wide(24),
      text<Row, &Row::meaning>("meaning", "the definition in plain English").wide(60),
      text<Row, &Row::why_it_matters>("why_it_matters", "why the council watches it").wide(60),
      text<Row, &Row::formula>("formula", "how it is worked out, in words").wide(40),
      text<Row, &Row::computed_from>("computed_from", "how it follows from other indicators: ([BBF01].numerator + [BBF02].numerator) / "
                                     "([BBF01].denominator + [BBF02].denominator); empty: its figures are entered").wide(40),
      text<Row, &Row::numerator_label>("numerator_label", "what the numerator counts").wide(30),
      text<Row, &Row::denominator_label>("denominator_label", "what the denominator counts").wide(30),
      text<Row, &Row::source>("source", "the system or return the figures come from").wide(30),
      text<Row, &Row::caveats>("caveats", "what a reader must know").wide(40),
      text<Row, &Row::statutory_return>("statutory_return", "the return that asks for it"),
      text<Row, &Row::tags>("tags", "economy, efficiency, quality, effectiveness, impact, equity").wide(24),
      text<Row, &Row::perspective>("perspective", "its place on a balanced scorecard"),
      column<Row>("published", read_published, [](const Row& row) { return std::string(row.published ? "yes" : "no"); },
                  "yes (usual) or no: licence to publish"),
      column<Row>("applies_from", read_applies_from, [](const Row& row) { return row.applies_from.iso(); },
                  "the first day it applies to").must(),
      day<Row, &Row::ends>("ends", "the last day, when it has been removed from the set"),
      yes<Row, &Row::breaks_series>("breaks_series", "yes when figures before applies_from are a separate line"),
      text<Row, &Row::reason>("reason", "why this edition differs from the one before").wide(40),
      choice<Row, &Row::from_kind, in::read_lineage_kind>("from_kind", "split_from, merged_from, replaces, moved").beside(),
      codes<Row, &Row::from_indicator>("from_indicator", "the references it comes from").beside(),
      when<Row, &Row::agreed_on>("agreed_on", "when it was agreed; empty: the first edition counts from applies_from").beside(),
  };
  return all;
}

}  // namespace exchange
