#include "exchange/indicator_groups.h"

#include <optional>
#include <string>
#include <unordered_map>

#include "exchange/deciding.h"

namespace exchange {
namespace {

bool in_order(const IndicatorRow& before, const IndicatorRow& after) {
  return !before.agreed_on || !after.agreed_on || *before.agreed_on <= *after.agreed_on;
}

}  // namespace

std::vector<RowsOfOne> grouped_by_indicator(std::vector<IndicatorRow>& rows) {
  std::vector<RowsOfOne> groups;
  std::unordered_map<std::string, std::vector<std::size_t>> by_code;
  for (auto& row : rows) {
    const auto& wanted = row.formerly.empty() ? row.code : row.formerly;
    std::optional<std::size_t> found;
    for (const auto place : by_code[upper(wanted)])
      if (upper(groups[place].rows.back()->code) == upper(wanted) && in_order(*groups[place].rows.back(), row)) found = place;
    if (!found) {
      found = groups.size();
      groups.emplace_back();
    }
    groups[*found].rows.push_back(&row);
    by_code[upper(row.code)].push_back(*found);
  }
  return groups;
}

}  // namespace exchange
