#include "money/money.h"

namespace money {
namespace {

constexpr std::int64_t penny = 100, pound = 10'000;                    // in ten-thousandths
constexpr std::int64_t most = 10'000'000'000 * pound;                  // ten thousand million pounds in a month

void check(kit::Refusals& no, const char* field, const Pounds& sum) {
  if (!sum) return;
  no.unless(sum->units() % penny == 0, field, "found " + sum->text() + ". Give pounds and pence, with at most two decimals: 1250.75.");
  no.unless(sum->units() >= -most && sum->units() <= most, field,
            "found " + sum->text() +
                ", more than £10,000,000,000 in a month. Check the digits: sums are in pounds, not in thousands.");
}

std::string with_commas(std::string digits) {
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

// By digits, since a double would lose pennies of large sums.
std::string told(std::uint64_t units, bool below_zero, std::string_view pence) {
  return (below_zero ? "−£" : "£") + with_commas(std::to_string(units / pound)) + std::string(pence);
}

std::uint64_t size_of(std::int64_t units) { return units < 0 ? ~static_cast<std::uint64_t>(units) + 1 : static_cast<std::uint64_t>(units); }

}  // namespace

kit::Refusals faults(const Month& month) {
  kit::Refusals no;
  check(no, "budget", month.budget);
  check(no, "actual", month.actual);
  check(no, "committed", month.committed);
  check(no, "forecast", month.forecast);
  no.unless(month.budget || month.actual || month.committed || month.forecast, "budget",
            "found no sum. Give at least one of budget, actual, committed and forecast; a month in which nothing is spent has 0.");
  return no;
}

std::vector<const Month*> newest(const Months& all) {
  std::vector<const Month*> found;
  for (const auto& one : all) {
    if (!found.empty() && found.back()->unit == one.unit && found.back()->month == one.month) found.pop_back();
    found.push_back(&one);
  }
  return found;
}

std::string written(kit::Decimal pounds) {
  const auto units = size_of(pounds.units());
  const auto pence = std::to_string(units % pound / penny);
  return told(units, pounds.units() < 0, "." + std::string(pence.size() < 2 ? "0" : "") + pence);
}

std::string in_whole_pounds(kit::Decimal pounds) {
  const auto units = size_of(pounds.units());
  const auto whole = (units + pound / 2) / pound * pound;
  return told(whole, pounds.units() < 0 && whole > 0, "");
}

}  // namespace money
