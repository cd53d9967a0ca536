#include "report/screens.h"

#include <algorithm>
#include <unordered_map>

namespace report {
namespace {

constexpr std::string_view before_code = "/indicators/";

std::string code_of(const Cell& cell) {
  return cell.address.starts_with(before_code) ? cell.address.substr(before_code.size()) : std::string();
}

class Order {
 public:
  explicit Order(const Document& document) {
    for (const auto& fact : document.facts)
      if (fact.kind != published_kind) facts_.emplace(fact.indicator, &fact);
  }

  // The screen of an indicator, made when it is first met; null for what is no fact of the report.
  Screen* of(const std::string& code) {
    const auto fact = facts_.find(code);
    if (fact == facts_.end()) return nullptr;
    const auto [place, is_new] = places_.emplace(code, all.size());
    if (is_new) all.push_back({.fact = fact->second});
    return &all[place->second];
  }

  std::vector<Screen> all;

 private:
  std::unordered_map<std::string, const Fact*> facts_;
  std::unordered_map<std::string, std::size_t> places_;
};

void take(Order& order, const Card& card) {
  auto* screen = order.of(card.indicator);
  if (!screen) return;
  if (screen->reasons.empty()) screen->reasons = card.reasons;
  if (screen->note_by.empty()) screen->note_by = card.note.by;
  if (!screen->line && !card.line.line.empty()) screen->line = &card.line;
}

void take(Order& order, const Table& table) {
  for (const auto& row : table.rows) {
    auto* screen = row.empty() ? nullptr : order.of(code_of(row.front()));
    if (!screen || screen->line) continue;
    const auto line = std::ranges::find(row, Cell::Holds::line, &Cell::holds);
    if (line != row.end()) screen->line = &*line;
  }
}

}  // namespace

std::vector<Screen> screens(const Document& document) {
  Order order(document);
  for (const auto& part : document.parts)
    for (const auto& block : part.blocks)
      if (const auto* card = std::get_if<Card>(&block)) take(order, *card);
  for (const auto& part : document.parts)
    for (const auto& block : part.blocks) {
      if (const auto* table = std::get_if<Table>(&block)) take(order, *table);
      if (const auto* chart = std::get_if<Chart>(&block))
        if (auto* screen = order.of(chart->name)) screen->chart = chart;
    }
  for (const auto& fact : document.facts) order.of(fact.indicator);
  return std::move(order.all);
}

}  // namespace report
