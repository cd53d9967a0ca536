#include "exchange/predecessor_example.h"

#include <algorithm>
#include <array>

#include "kit/csv.h"

namespace exchange {
namespace {

using assess::Kept;
using indicator::Aggregation;

struct Row {
  std::string_view predecessor, tier, numerator, denominator;
};

// Two districts came whole, three fifths of the county came here. One of the districts lacks a count of the later period.
struct Sort {
  Aggregation aggregation;
  std::string_view code;  // where the council has no such indicator yet
  std::array<Row, 4> rows;  // two of an earlier period, two of a later
};
constexpr std::array sorts = {
    Sort{Aggregation::ratio, "REC1",
         {Row{"Eastford", "district", "48", "60"}, Row{"Westford", "district", "90", "120"}, Row{"Eastford", "district", "51", "60"},
          Row{"Westford", "district", "96", "120"}}},
    Sort{Aggregation::sum, "HOM1",
         {Row{"Eastford", "district", "14", ""}, Row{"Westford", "district", "22", ""}, Row{"Eastford", "district", "17", ""},
          Row{"Westford", "district", "", ""}}},
    Sort{Aggregation::weighted_mean, "DAY1",
         {Row{"Amber County", "county", "1200", "60"}, Row{}, Row{"Amber County", "county", "1150", "58"}, Row{}}},
    Sort{Aggregation::median, "MED1",
         {Row{"Eastford", "district", "12", ""}, Row{"Westford", "district", "15", ""}, Row{"Eastford", "district", "11", ""},
          Row{"Westford", "district", "14", ""}}}};

const Kept* first_of(const assess::Picture& picture, Aggregation aggregation) {
  const auto found = std::ranges::find_if(picture.indicators, [&](const Kept& each) {
    const auto& d = each.now();
    return d.aggregation == aggregation && d.submitted == indicator::Submitted::in_period && !indicator::is_computed(d) && !d.ends;
  });
  return found == picture.indicators.end() ? nullptr : &*found;
}

// The two periods before its first figure.
std::array<std::string, 2> periods_before(const Kept* kept) {
  if (!kept) return {"2019/20", "2020/21"};
  const auto& d = kept->now();
  const auto first = kept->figures.empty() ? calendar::Period::containing(d.applies_from, d.frequency)
                                           : std::ranges::min_element(kept->figures, {}, &collect::Figure::period)->period;
  return {first.previous().previous().words(), first.previous().words()};
}

std::string of(const assess::Picture& picture) {
  const std::string name(picture.council.setting("name"));
  return name.empty() ? "This council" : name;
}

}  // namespace

std::string example_predecessors(const assess::Picture& picture) {
  std::string text;
  kit::CsvWriter csv(text, kit::For::people);
  const auto line = [&](std::initializer_list<std::string_view> cells) {
    for (const auto cell : cells) csv.cell(cell);
    csv.end_row();
  };
  line({"predecessor", "tier", "year", "measure", "aggregation", "multiplier", "numerator_or_value", "denominator"});
  for (const auto& sort : sorts) {
    const auto* kept = first_of(picture, sort.aggregation);
    if (!kept && !picture.empty()) continue;
    const auto periods = periods_before(kept);
    const auto code = kept ? kept->now().code : std::string(sort.code);
    const auto multiplier = kept && indicator::has_parts(sort.aggregation) ? kept->now().multiplier.text() : std::string();
    for (std::size_t i = 0; i < sort.rows.size(); ++i)
      if (const auto& row = sort.rows[i]; !row.predecessor.empty())
        line({row.predecessor, row.tier, periods[i / 2], code, indicator::code(sort.aggregation), multiplier,
              row.numerator, row.denominator});
  }
  return text;
}

std::string example_mapping(const assess::Picture& picture) {
  std::string text;
  kit::CsvWriter csv(text, kit::For::people);
  const auto line = [&](std::string_view from, std::string_view to, std::string_view share) {
    for (const auto cell : {from, to, share, std::string_view(), std::string_view(), std::string_view()}) csv.cell(cell);
    csv.end_row();
  };
  for (const auto* column : {"predecessor", "successor", "share", "measure", "from", "until"}) csv.cell(column);
  csv.end_row();
  const auto here = of(picture);
  line("Eastford", here, "1");
  line("Westford", here, "1");
  line("Amber County", here, "0.6");
  line("Amber County", "Its other successor", "0.4");
  return text;
}

}  // namespace exchange
