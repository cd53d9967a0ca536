#include "exchange/ambleford_money.h"

#include "exchange/ambleford_seed.h"
#include "kit/csv.h"

namespace exchange::demo {
namespace {

using calendar::Period;

constexpr std::string_view newest = "2025-11-20";  // nothing was told after this day
constexpr Units penny = 100;

Units to_pennies(Units units) { return units / penny * penny; }
Units permille(Units units, std::int64_t share) { return to_pennies(units / 1000 * share); }

struct Budget {
  std::string unit;
  Units year = 0;
  std::int64_t pressure = 0, noise = 0;  // thousandths of the size of the budget: more than planned, and by chance
};

class MoneySheet {
 public:
  explicit MoneySheet(std::string& out) : csv_(out, kit::For::machines) {
    for (const auto* column : {"unit", "month", "budget", "actual", "committed", "forecast", "reason", "recorded_on"}) csv_.cell(column);
    csv_.end_row();
  }

  void add(const Budget& budget, int year) {
    for (int of_year = 0; of_year < 12; ++of_year) add(budget, year, of_year);
  }

 private:
  struct Told {
    std::optional<Units> actual, committed;
    Units forecast = 0;
    std::string reason;
  };

  void add(const Budget& budget, int year, int of_year) {
    const Period month{year * 12 + 3 + of_year, 1};
    const auto twelfth = to_pennies(budget.year / 12);
    const auto planned = of_year == 11 ? budget.year - 11 * twelfth : twelfth;
    const auto size = planned < 0 ? -planned : planned;
    const auto write = [&](const std::string& day, const Told& told) { this->write(budget.unit, month, planned, told, day); };
    write(day_in(year * 12 + 3, 1), {{}, {}, planned, ""});
    if (of_year >= 4)
      write(day_in(year * 12 + 6, 16),
            {{}, permille(size, 180), planned + permille(size, budget.pressure), "First quarter: forecast reviewed."});
    if (of_year >= 7)
      write(day_in(year * 12 + 9, 16), {{},
                                        permille(size, 310),
                                        planned + permille(size, budget.pressure * 4 / 5),
                                        "Second quarter: recovery plans agreed."});
    const auto spent = spent_in(budget, month, planned, size);
    write(day_in(month.end(), 14), {spent, Units{0}, spent, ""});
  }

  static Units spent_in(const Budget& budget, const Period& month, Units planned, Units size) {
    Chance chance("money " + budget.unit + month.iso());
    const auto by_chance = size / 1'000'000 * budget.noise * chance.bell();
    return to_pennies(planned + permille(size, budget.pressure) + by_chance) + chance.below(9000) * penny;
  }

  void write(const std::string& unit, const Period& month, Units planned, const Told& told, const std::string& day) {
    if (day > newest) return;
    const auto text = [](std::optional<Units> units) { return units ? kit::Decimal::of_units(*units).text() : std::string(); };
    csv_.cell(unit)
        .cell(month.words())
        .cell(text(planned))
        .cell(text(told.actual))
        .cell(text(told.committed))
        .cell(text(told.forecast))
        .cell(told.reason)
        .cell(day);
    csv_.end_row();
  }

  kit::CsvWriter csv_;
};

}  // namespace

std::string money_sheet() {
  std::string bytes;
  MoneySheet sheet(bytes);
  for (const auto& row : table("budgets.csv")) {
    Budget budget{cell(row, "unit"), std::stoll(cell(row, "year_2025")) * 10'000, std::stoll(cell(row, "pressure")),
                  std::stoll(cell(row, "noise"))};
    const auto whole = budget.year;
    budget.year = permille(whole, 962);
    sheet.add(budget, 2024);
    budget.year = whole;
    sheet.add(budget, 2025);
  }
  return bytes;
}

}  // namespace exchange::demo
