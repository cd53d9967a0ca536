// `goldenthread assess target`: the chance of reaching each target. Its columns say which rule applies. (Tables read
// the names of columns in small letters, so H is h.)
#include "assess/assess_rules.h"
#include "assess/assess_table.h"
#include "assess/chance.h"

namespace assess {
namespace {

using Row = Table::Row;
using Cells = std::vector<std::string>;

Better better_in(Table& table, const Row& row) {
  return table.one_of(row, "polarity", read_better, "high_good, low_good");
}

Cells from_forecast(Table& table, const Row& row) {
  const Outturn outturn{table.needed_number(row, "mean"), table.needed_number(row, "se", 0)};
  return {cell(chance(outturn, table.needed_number(row, "target"), better_in(table, row)))};
}

std::optional<YearAs> read_as(std::string_view word) {
  if (word == "sum") return YearAs::sum;
  return word == "mean" ? std::optional(YearAs::mean) : std::nullopt;
}

Cells of_year_end(Table& table, const Row& row) {
  const auto months = [&](std::string_view column) {
    table.needed_text(row, column);
    return table.whole(row, column, 0, 12).value_or(0);
  };
  const YearSoFar year{table.one_of(row, "measure", read_as, "sum, mean"), table.needed_number(row, "actual_to_date"),
                       static_cast<double>(months("months_done")), static_cast<double>(months("h"))};
  if (year.done + year.left == 0) table.fault(row, "h", "a year has a month at least, done or left.");
  const Level level{table.needed_number(row, "level"), table.needed_number(row, "sigma", 0),
                    table.needed_number(row, "alpha", 0)};
  const double target = table.needed_number(row, "target");
  const auto found = year_end(year, level);
  const auto most = found.within(confidence_80), nearly_all = found.within(confidence_95);
  return {cell(found.mean),
          cell(found.error),
          cell(chance(found, target, better_in(table, row))),
          cell(most.low),
          cell(most.high),
          cell(nearly_all.low),
          cell(nearly_all.high),
          cell(required_per_month(year, target))};
}

Cells of_ratio(Table& table, const Row& row) {
  const RatioSoFar ratio{table.needed_number(row, "num_to_date", 0), table.needed_number(row, "den_to_date", 0),
                         table.needed_number(row, "den_remaining", 0), table.needed_number(row, "p", 0)};
  if (ratio.cases > ratio.of) table.fault(row, "num_to_date", "there cannot be more cases than there are in all.");
  if (ratio.rate > 1) table.fault(row, "p", "a chance is from 0 to 1.");
  const auto found = ratio_chance(ratio, table.needed_number(row, "target_pct") / 100, better_in(table, row));
  return {cell(found.chance), cell(found.required ? std::optional(100 * *found.required) : std::nullopt),
          std::string(code(found.reach))};
}

Cells of_count(Table& table, const Row& row) {
  const double expected = table.needed_number(row, "rate_per_month", 0) * table.needed_number(row, "h", 0);
  return {cell(count_chance(table.needed_number(row, "actual_to_date", 0), expected, table.needed_number(row, "target"),
                            better_in(table, row)))};
}

struct Way {
  std::string_view sign;  // a column that no other way has
  std::vector<std::string_view> needed;
  Cells columns;
  Cells (*answer)(Table&, const Row&);
};

const std::vector<Way>& ways() {
  static const std::vector<Way> all = {
      {"se", {"mean", "target"}, {"probability"}, from_forecast},
      {"alpha",
       {"measure", "level", "sigma", "months_done", "actual_to_date", "h", "target"},
       {"forecast_mean", "forecast_se", "probability", "lower80", "upper80", "lower95", "upper95",
        "required_per_month"},
       of_year_end},
      {"den_remaining",
       {"num_to_date", "den_to_date", "p", "target_pct"},
       {"probability", "required_rate_pct", "verdict"},
       of_ratio},
      {"rate_per_month", {"actual_to_date", "h", "target"}, {"probability"}, of_count}};
  return all;
}

std::string answers(Table& table, const Way& way) {
  Cells columns = {"case_id"};
  columns.insert(columns.end(), way.columns.begin(), way.columns.end());
  Lines lines(columns);
  for (const auto& row : table.rows()) {
    Cells cells = {std::string(table.text(row, "case_id"))};
    for (auto& each : way.answer(table, row)) cells.push_back(std::move(each));
    lines.add(cells);
  }
  return std::move(lines).text();
}

}  // namespace

kit::Verdict<std::string> assess_target(std::istream& in) {
  Table table(in, {"case_id", "polarity"});
  if (!table.good()) return table.faults();
  for (const auto& way : ways()) {
    if (!table.has(way.sign)) continue;
    table.needs(way.needed);
    const auto text = table.good() ? answers(table, way) : std::string();
    if (!table.good()) return table.faults();
    return text;
  }
  kit::Refusals no;
  no.add("", "One of the columns se, alpha, den_remaining or rate_per_month says what the chance comes from.");
  return no;
}

}  // namespace assess
