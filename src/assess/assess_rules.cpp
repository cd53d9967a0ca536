#include "assess/assess_rules.h"

#include "assess/assess_table.h"
#include "assess/direction.h"
#include "assess/rating_decision.h"
#include "assess/rating_faults.h"
#include "assess/shipped_rules.h"

namespace assess {
namespace {

using indicator::Tolerance;
using Row = Table::Row;

constexpr std::string_view polarities = "high_good, low_good, in_range, neutral";

void write(kit::CsvWriter& out, std::initializer_list<std::string_view> cells) {
  for (const auto each : cells) out.cell(each);
  out.end_row();
}

// An empty kind is relative, and an empty size zero: no band at all.
Standard read_standard(Table& table, const Row& row) {
  Standard s{table.number(row, "target"),
             table.number(row, "range_low"),
             table.number(row, "range_high"),
             Tolerance::Kind::relative,
             0,
             {}};
  if (!table.text(row, "tolerance_type").empty())
    s.kind = table.one_of(row, "tolerance_type", indicator::read_tolerance_kind, "relative, absolute, explicit");
  const bool own_limit = s.kind == Tolerance::Kind::threshold;
  const auto size = table.number(row, own_limit ? "amber_threshold" : "tolerance");
  if (own_limit && !size) table.fault(row, "amber_threshold", "an explicit tolerance needs its limit here.");
  if (!own_limit && size.value_or(0) < 0) table.fault(row, "tolerance", "a tolerance is zero or more.");
  s.tolerance = size.value_or(0);
  s.well_above = table.number(row, "blue_pct");
  return s;
}

// The usual rule where a row names none.
RatingRule read_rule(Table& table, const Row& row) {
  const auto text = table.text(row, "rule");
  if (text.empty()) return usual_rule();
  auto steps = read_steps(text);
  const auto no = steps ? faults(RatingRule{"of the file", *steps}) : steps.refusals();
  for (const auto& one : no.all()) table.fault(row, "rule", one.sentence);
  return steps ? RatingRule{"of the file", *std::move(steps)} : usual_rule();
}

// A figure with what it stands against; each cell is read once, so that each fault is told once.
struct Case {
  std::optional<double> actual;
  Standard standard;
  indicator::Polarity polarity;
  std::optional<int> decimals;
};

Beside read_beside(Table& table, const Row& row, const Case& of) {
  const auto than = [&](std::string_view column) {
    return compared({of.actual, table.number(row, column), of.standard.low, of.standard.high}, of.polarity, {}, of.decimals);
  };
  Beside beside{than("before"), than("year_before"), table.number(row, "minimum"), table.number(row, "stretch")};
  beside.off_in_a_row = table.whole(row, "off_in_a_row", 0, 999).value_or(0);
  beside.provisional = table.text(row, "standing") == "provisional";
  return beside;
}

Threshold read_threshold(Table& table, const Row& row) {
  const auto kind = table.text(row, "threshold_type");
  if (!kind.empty() && kind != "absolute" && kind != "relative")
    table.fault(row, "threshold_type", "type absolute or relative.");
  return {kind == "relative" ? Threshold::Kind::relative : Threshold::Kind::absolute,
          table.number(row, "threshold").value_or(0)};
}

Comparable read_comparable(Table& table, const Row& row) {
  const auto word = table.text(row, "comparable");
  if (!word.empty() && word != "yes" && word != "no") table.fault(row, "comparable", "type yes or no.");
  return word == "no" ? Comparable::no : Comparable::yes;
}

}  // namespace

kit::Verdict<std::string> assess_rag(std::istream& in) {
  Table table(in, {"case_id", "polarity", "actual"});
  std::string text;
  kit::CsvWriter out(text, kit::For::machines);
  write(out, {"case_id", "expected_status", "variance", "variance_pct", "favourable_variance"});
  if (!table.good()) return table.faults();
  for (const auto& row : table.rows()) {
    const auto actual = table.number(row, "actual");
    const auto polarity = table.one_of(row, "polarity", indicator::read_polarity, polarities);
    const Case of{actual, read_standard(table, row), polarity, table.whole(row, "decimals", 0, 9)};
    const auto rated = rate(of.actual, of.standard, of.polarity, of.decimals, read_rule(table, row), read_beside(table, row, of));
    write(out, {table.text(row, "case_id"), code(rated.rating), cell(rated.variance), cell(rated.variance_percent),
                cell(rated.favourable)});
  }
  if (!table.good()) return table.faults();
  return text;
}

kit::Verdict<std::string> assess_direction(std::istream& in) {
  Table table(in, {"case_id", "polarity", "current", "comparator"});
  std::string text;
  kit::CsvWriter out(text, kit::For::machines);
  write(out, {"case_id", "expected"});
  if (!table.good()) return table.faults();
  for (const auto& row : table.rows()) {
    const auto polarity = table.one_of(row, "polarity", indicator::read_polarity, polarities);
    const Pair pair{table.number(row, "current"), table.number(row, "comparator"), table.number(row, "range_low"),
                    table.number(row, "range_high"), read_comparable(table, row)};
    const auto found = direction(pair, polarity, read_threshold(table, row), table.whole(row, "decimals", 0, 9));
    write(out, {table.text(row, "case_id"), code(found)});
  }
  if (!table.good()) return table.faults();
  return text;
}

}  // namespace assess
