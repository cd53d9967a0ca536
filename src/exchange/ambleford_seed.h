// What seeds/ambleford/ says, read: each indicator with its targets and the recipe for its figures; and chance that is
// the same on every machine (whole numbers only, so that no rounding differs between compilers).
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/period.h"
#include "indicator/indicator.h"
#include "indicator/target.h"

namespace exchange::demo {

using Units = std::int64_t;  // ten-thousandths
using Row = std::map<std::string, std::string, std::less<>>;

// One of the carried sheets, as rows by column name.
std::vector<Row> table(std::string_view name);
const std::string& cell(const Row& row, std::string_view column);              // empty when there is none
std::vector<std::string> listed(std::string_view text, char separator = ';');  // trimmed, without empty parts

// splitmix64: small, well mixed, and ours, since the distributions of the standard library differ between libraries.
class Chance {
 public:
  explicit Chance(std::string_view seed);
  std::int64_t below(std::int64_t bound);
  std::int64_t bell();  // about normal: thousandths of a standard deviation, within 4.25 of them
  bool percent(int chance) { return below(100) < chance; }

 private:
  std::uint64_t next();
  std::uint64_t state_;
};

struct Parts {
  Units numerator = 0, denominator = 0;
};

struct Season {
  enum class On { figure, size, share } on = On::figure;
  std::vector<int> permille;  // April first: twelve months, or four quarters
};

struct Revision {  // what was published first, and the day and reason of the figure that replaced it
  Parts first;
  std::string day, reason;
};

// Months are counted as in calendar::Period.
struct Recipe {
  std::string theme;   // "plans": which sentences of notes.csv fit
  std::string things;  // "reviews": what is counted, for notes
  Units start = 0, now = 0, noise = 0;
  std::int64_t size = 0, size_noise = 0;  // of the denominator; the noise in tenths of a per cent
  std::int64_t spread = 0;                // of an average: how far its single cases lie apart, in per cent of it; 0: nobody knows
  std::optional<Season> season;
  std::map<int, Units> steps;  // a change that stays, from a month
  std::map<int, Parts> fixed;  // months that tell a story
  std::map<int, Revision> revised;
  std::map<int, std::string> delayed;  // period -> the day on which the figure came or is expected
  std::set<int> missing, not_applicable, suppressed, empty;
  bool provisional_first = false;  // first provisional, final or revised a quarter later
  bool ahead = false;              // October 2025 has come in
};

struct Seed {
  std::string code;
  std::string entered_by;
  indicator::Definition definition;          // only what arithmetic needs
  std::map<int, indicator::Target> targets;  // by the year in which the financial year begins
  indicator::Tolerance tolerance;
  Recipe recipe;
};

std::vector<Seed> seeds();

int month_of(std::string_view text);     // "2025-06" or "2025-06-30"
std::string day_in(int month, int day);  // "2025-06-09"

}  // namespace exchange::demo
