// `goldenthread assess forecast`: the next figures of each series, by every method or by one.
#include "assess/assess_rules.h"
#include "assess/assess_table.h"
#include "assess/forecast.h"
#include "kit/number.h"
#include "kit/quote.h"

namespace assess {
namespace {

using Row = Table::Row;

constexpr int longest_year = 366, furthest = 366;

std::vector<double> read_train(Table& table, const Row& row) {
  std::vector<double> figures;
  auto rest = table.needed_text(row, "train");
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    const auto word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word.empty()) continue;
    if (const auto number = kit::read_double(word)) {
      figures.push_back(*number);
    } else {
      table.fault(row, "train", "found " + kit::quoted(word) + ". Type numbers with blanks between, oldest first.");
      return {};
    }
  }
  if (figures.size() == 1) table.fault(row, "train", "a forecast needs two figures at least.");
  return figures;
}

int needed_whole(Table& table, const Row& row, std::string_view column, int most) {
  table.needed_text(row, column);
  return table.whole(row, column, 1, most).value_or(1);
}

void add(Lines& lines, std::string_view series, const Forecast& forecast, ForecastMethod asked) {
  const auto end = [](const std::optional<Interval>& range, double Interval::*which) {
    return range ? cell((*range).*which) : std::string();
  };
  for (std::size_t i = 0; i < forecast.steps.size(); ++i) {
    const Step& step = forecast.steps[i];
    lines.add({std::string(series), std::to_string(i + 1), std::string(code(asked)), cell(step.point),
               end(step.likely, &Interval::low), end(step.likely, &Interval::high),
               end(step.nearly_certain, &Interval::low), end(step.nearly_certain, &Interval::high)});
  }
}

std::vector<ForecastMethod> read_methods(std::string_view method, kit::Refusals& no) {
  if (method.empty()) return {forecast_methods.begin() + 1, forecast_methods.end()};
  if (const auto found = read_forecast_method(method)) return {*found};
  std::string known;
  for (const auto each : forecast_methods) known += (known.empty() ? "" : ", ") + std::string(code(each));
  no.add("", "There is no method " + kit::quoted(method) + ". The methods are " + known + ".");
  return {};
}

}  // namespace

kit::Verdict<std::string> assess_forecast(std::istream& in, std::string_view method) {
  Table table(in, {"series_id", "horizon", "m", "train"});
  kit::Refusals no;
  const auto methods = read_methods(method, no);
  no.add(table.faults());
  if (no.any()) return no;
  Lines lines({"series_id", "h", "method", "point", "lo80", "hi80", "lo95", "hi95"});
  for (const auto& row : table.rows()) {
    const auto series = table.needed_text(row, "series_id");
    const auto figures = read_train(table, row);
    const int steps = needed_whole(table, row, "horizon", furthest),
              season = needed_whole(table, row, "m", longest_year);
    const Past past{figures, season, {table.number(row, "least"), table.number(row, "most")}};
    if (!table.good()) continue;
    for (const auto each : methods) add(lines, series, *forecast(past, steps, each), each);
  }
  if (!table.good()) return table.faults();
  return std::move(lines).text();
}

}  // namespace assess
