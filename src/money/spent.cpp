#include "money/spent.h"

#include <algorithm>
#include <map>
#include <set>

namespace money {
namespace {

bool is_same(std::string_view a, std::string_view b) {
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
  return std::ranges::equal(a, b, {}, upper, upper);
}

class Spending {
 public:
  Spending(const council::Council& council, const Months& all, std::string_view unit) {
    for (const auto& month : all) {
      const auto* of = find_unit(council, month.unit);
      if (!is_same(month.unit, unit) && !(of && is_same(of->part_of, unit))) continue;
      told_[month.month].push_back(&month);
      units_[month.month.financial_year()].insert(month.unit);
    }
  }

  std::vector<Spent> all() const {
    std::vector<Spent> spent;
    for (const auto& [month, told] : told_) {
      std::set<kit::Moment> moments;
      for (const auto* one : told) moments.insert(one->at);
      std::int32_t edition = 0;
      for (const auto moment : moments) spent.push_back({month, ++edition, moment, sum(month, told, moment)});
    }
    return spent;
  }

 private:
  Pounds sum(const calendar::Period& month, const std::vector<const Month*>& told, kit::Moment moment) const {
    Pounds all = kit::Decimal();
    for (const auto& unit : units_.at(month.financial_year())) {
      const Month* newest = nullptr;
      for (const auto* one : told)
        if (one->unit == unit && one->at <= moment && (!newest || one->edition > newest->edition)) newest = one;
      if (!newest || !newest->actual || !all) return std::nullopt;
      all = kit::add(*all, *newest->actual);
    }
    return all;
  }

  std::map<calendar::Period, std::vector<const Month*>> told_;
  std::map<calendar::FinancialYear, std::set<std::string>> units_;  // with money in that year
};

}  // namespace

std::vector<Spent> spent_by(const council::Council& council, const Months& all, std::string_view unit) {
  return Spending(council, all, unit).all();
}

const council::Unit* find_unit(const council::Council& council, std::string_view code) {
  const auto found = std::ranges::find_if(council.units, [&](const council::Unit& one) { return is_same(one.code, code); });
  return found == council.units.end() ? nullptr : &*found;
}

std::vector<std::string> unit_codes(const council::Council& council) {
  std::vector<std::string> all;
  for (const auto& unit : council.units)
    if (!unit.gone) all.push_back(unit.code);
  return all;
}

}  // namespace money
