#include "exchange/ambleford_seed.h"

#include <cstdio>
#include <sstream>

#include "kit/carried.h"
#include "kit/csv.h"
#include "kit/decimal.h"

namespace exchange::demo {
namespace {

constexpr const char* folder = "seeds/ambleford/";

Units units(std::string_view text) {
  const auto number = kit::Decimal::parse(text);
  return number ? number->units() : 0;
}

std::optional<kit::Decimal> decimal(const Row& row, std::string_view column) {
  return kit::Decimal::parse(cell(row, column));
}

std::pair<std::string, std::string> split(std::string_view text, char at) {
  const auto place = text.find(at);
  if (place == text.npos) return {std::string(text), ""};
  return {std::string(text.substr(0, place)), std::string(text.substr(place + 1))};
}

Parts parts(std::string_view text) {
  const auto [top, bottom] = split(text, '/');
  return {units(top), units(bottom)};
}

std::set<int> months(const std::string& text) {
  std::set<int> found;
  for (const auto& each : listed(text)) found.insert(month_of(each));
  return found;
}

std::map<std::string, Season, std::less<>> seasons() {
  std::map<std::string, Season, std::less<>> found;
  for (const auto& row : table("seasons.csv")) {
    Season season;
    const auto& on = cell(row, "acts_on");
    season.on = on == "size" ? Season::On::size : on == "share" ? Season::On::share : Season::On::figure;
    for (const auto& each : listed(cell(row, "months"))) season.permille.push_back(std::stoi(each));
    found.emplace(cell(row, "season"), std::move(season));
  }
  return found;
}

void read_story(const Row& row, Recipe& recipe) {
  for (const auto& each : listed(cell(row, "steps"))) {
    const auto [month, change] = split(each, ':');
    recipe.steps[month_of(month)] = units(change);
  }
  for (const auto& each : listed(cell(row, "fixed"))) {
    const auto [month, figure] = split(each, '=');
    recipe.fixed[month_of(month)] = parts(figure);
  }
  for (const auto& each : listed(cell(row, "delayed"))) {
    const auto [month, day] = split(each, ':');
    recipe.delayed[month_of(month)] = day;
  }
  for (const auto& each : listed(cell(row, "revised"))) {
    const auto [what, why] = split(each, ':');
    const auto [month, rest] = split(what, '=');
    const auto [figure, day] = split(rest, '@');
    recipe.revised[month_of(month)] = {parts(figure), day, why};
  }
}

Recipe recipe_of(const Row& row, const std::map<std::string, Season, std::less<>>& seasons) {
  Recipe recipe;
  recipe.theme = cell(row, "theme");
  recipe.things = cell(row, "things");
  recipe.start = units(cell(row, "start"));
  recipe.now = units(cell(row, "now"));
  recipe.noise = units(cell(row, "noise"));
  recipe.size = units(cell(row, "size")) / 10000;
  recipe.size_noise = units(cell(row, "size_noise")) / 1000;
  recipe.spread = units(cell(row, "spread")) / 10000;
  if (const auto found = seasons.find(cell(row, "season")); found != seasons.end()) recipe.season = found->second;
  read_story(row, recipe);
  recipe.missing = months(cell(row, "missing"));
  recipe.not_applicable = months(cell(row, "not_applicable"));
  recipe.suppressed = months(cell(row, "suppressed"));
  recipe.empty = months(cell(row, "empty"));
  recipe.provisional_first = cell(row, "habit") == "revised";
  recipe.ahead = cell(row, "ahead") == "yes";
  return recipe;
}

indicator::Definition definition_of(const Row& row) {
  indicator::Definition d;
  d.code = cell(row, "indicator");
  d.unit = cell(row, "unit");
  d.decimals = cell(row, "decimals").empty() ? 0 : std::stoi(cell(row, "decimals"));
  d.kind = indicator::read_kind(cell(row, "kind")).value_or(d.kind);
  d.polarity = indicator::read_polarity(cell(row, "good_direction")).value_or(d.polarity);
  d.frequency = calendar::read_frequency(cell(row, "frequency")).value_or(d.frequency);
  d.aggregation = indicator::read_aggregation(cell(row, "aggregation")).value_or(d.aggregation);
  d.submitted = indicator::read_submitted(cell(row, "submitted")).value_or(indicator::Submitted::in_period);
  d.judged = indicator::read_judged(cell(row, "judged")).value_or(indicator::Judged::in_period);
  d.comparator = indicator::read_comparator(cell(row, "comparator")).value_or(indicator::Comparator::previous);
  const auto usual = kit::Decimal::whole(d.unit == "%" && indicator::has_parts(d.aggregation) ? 100 : 1);
  d.multiplier = decimal(row, "multiplier").value_or(usual);
  d.least = decimal(row, "least");
  d.most = decimal(row, "most");
  d.applies_from = *kit::Date::parse(cell(row, "applies_from"));
  if (const auto& ends = cell(row, "ends"); !ends.empty()) d.ends = kit::Date::parse(ends);
  return d;
}

indicator::Target target_of(const Row& row) {
  indicator::Target target;
  target.year = *calendar::FinancialYear::read(cell(row, "year"));
  target.kind = indicator::read_target_kind(cell(row, "kind")).value_or(indicator::TargetKind::flat);
  target.value = decimal(row, "target");
  target.low = decimal(row, "low");
  target.high = decimal(row, "high");
  target.baseline = decimal(row, "baseline");
  for (const auto& each : listed(cell(row, "periods"))) target.periods.push_back(*kit::Decimal::parse(each));
  if (auto tolerance = indicator::read_tolerance(cell(row, "tolerance"))) target.tolerance = *tolerance;
  return target;
}

// A later row of the same indicator is a later edition: what it says counts, but its figures begin with the first.
void take(const Row& row, std::map<std::string, Seed, std::less<>>& found) {
  auto definition = definition_of(row);
  const auto& before = cell(row, "formerly").empty() ? definition.code : cell(row, "formerly");
  if (const auto earlier = found.find(before); earlier != found.end()) {
    definition.applies_from = earlier->second.definition.applies_from;
    found.erase(earlier);
  }
  Seed seed;
  seed.code = definition.code;
  seed.entered_by = cell(row, "owner").empty() ? "j.makepeace" : cell(row, "owner");
  if (const auto tolerance = indicator::read_tolerance(cell(row, "tolerance"))) seed.tolerance = *tolerance;
  seed.definition = std::move(definition);
  found.insert_or_assign(seed.code, std::move(seed));
}

}  // namespace

std::vector<Row> table(std::string_view name) {
  std::istringstream in{std::string(kit::carried(folder + std::string(name)))};
  std::vector<Row> rows;
  kit::Cells columns;
  kit::read_csv(in, [&](std::size_t, const kit::Cells& cells) {
    if (columns.empty()) {
      columns = cells;
      return true;
    }
    Row row;
    for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) row[columns[i]] = cells[i];
    rows.push_back(std::move(row));
    return true;
  });
  return rows;
}

const std::string& cell(const Row& row, std::string_view column) {
  static const std::string none;
  const auto found = row.find(column);
  return found == row.end() ? none : found->second;
}

std::vector<std::string> listed(std::string_view text, char separator) {
  std::vector<std::string> found;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    auto part = text.substr(0, end);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) found.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

Chance::Chance(std::string_view seed) : state_(1469598103934665603ull) {
  for (const unsigned char c : seed) state_ = (state_ ^ c) * 1099511628211ull;
}

std::uint64_t Chance::next() {
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ull);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return z ^ (z >> 31);
}

std::int64_t Chance::below(std::int64_t bound) {
  return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(bound));
}

// Six even throws between -1000 and 1000 have a standard deviation of 1414.
std::int64_t Chance::bell() {
  std::int64_t sum = 0;
  for (int i = 0; i < 6; ++i) sum += below(2001) - 1000;
  return sum * 1000 / 1414;
}

std::vector<Seed> seeds() {
  std::map<std::string, Seed, std::less<>> found;
  for (const auto& row : table("indicators.csv")) take(row, found);
  for (const auto& row : table("targets.csv"))
    if (const auto it = found.find(cell(row, "indicator")); it != found.end()) {
      const auto target = target_of(row);
      it->second.targets.insert_or_assign(target.year.begins, target);
    }
  const auto all_seasons = seasons();
  std::vector<Seed> in_order;
  for (const auto& row : table("recipes.csv")) {
    auto& seed = found.at(cell(row, "indicator"));
    seed.recipe = recipe_of(row, all_seasons);
    in_order.push_back(seed);
  }
  return in_order;
}

int month_of(std::string_view text) {
  return std::stoi(std::string(text.substr(0, 4))) * 12 + std::stoi(std::string(text.substr(5, 2))) - 1;
}

std::string day_in(int month, int day) {
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", month / 12, month % 12 + 1, day);
  return text;
}

}  // namespace exchange::demo
