#include "exchange/preview.h"

#include "kit/number.h"

namespace exchange {
namespace {

std::string commas(std::size_t count) { return kit::with_commas(static_cast<double>(count), 0); }

struct Name {
  std::string_view one, several;
};
constexpr Name names[] = {{"row of the council", "rows of the council"},
                          {"row of the plan", "rows of the plan"},
                          {"indicator", "indicators"},
                          {"target", "targets"},
                          {"figure", "figures"},
                          {"person", "people"},
                          {"fresh start of a chart", "fresh starts of charts"},
                          {"status rule", "status rules"},
                          {"month of money", "months of money"}};
constexpr Name comparators = {"comparator figure", "comparator figures"};

void add(std::vector<std::string>& said, std::size_t count, const Name& name) {
  if (count > 0) said.push_back(commas(count) + " " + std::string(count == 1 ? name.one : name.several));
}

std::vector<std::string> counts(const Changes& changes, std::size_t Tally::*which) {
  std::vector<std::string> said;
  for (std::size_t i = 0; i < all_sheets.size(); ++i) add(said, changes.sheets[i].*which, names[i]);
  add(said, changes.comparators.*which, comparators);
  return said;
}

std::string padded(std::string text, std::size_t width, bool right = false) {
  const std::string blank(text.size() < width ? width - text.size() : 0, ' ');
  return right ? blank + text : text + blank;
}

void list(std::string& text, std::string_view mark, const std::vector<std::string>& lines, std::size_t all) {
  for (const auto& line : lines) text += "    " + std::string(mark) + " " + line + "\n";
  if (all > lines.size()) text += "    " + std::string(mark) + " and " + commas(all - lines.size()) + " more\n";
}

}  // namespace

std::string list_of(const std::vector<std::string>& things) {
  std::string all;
  for (std::size_t i = 0; i < things.size(); ++i) all += (i == 0 ? "" : i + 1 == things.size() ? " and " : ", ") + things[i];
  return all;
}

std::vector<Counted> counted(const Changes& changes) {
  std::vector<Counted> all;
  for (const auto sheet : all_sheets)
    if (changes[sheet].rows() > 0) all.push_back({std::string(name(sheet)), &changes[sheet]});
  if (changes.comparators.rows() > 0) all.push_back({"Comparator figures", &changes.comparators});
  return all;
}

std::string summary(const Changes& changes) {
  const auto added = counts(changes, &Tally::added), changed = counts(changes, &Tally::changed);
  if (added.empty() && changed.empty())
    return changes.facts() == 0 ? "Everything in the files is known already. Nothing changes."
                                : "Names of areas change.";
  std::string said;
  if (!added.empty()) said = "New: " + list_of(added) + ".";
  if (!changed.empty()) said += (said.empty() ? "" : " ") + std::string("Changed: ") + list_of(changed) + ".";
  return said;
}

std::string as_text(const Changes& changes) {
  std::string text;
  for (const auto& [name, tally] : counted(changes)) {
    text += padded(name, 20) + padded(commas(tally->added), 10, true) + " new" + padded(commas(tally->changed), 10, true) + " changed" +
            padded(commas(tally->unchanged), 10, true) + " unchanged\n";
    list(text, "+", tally->first_added, tally->added);
    list(text, "~", tally->first_changed, tally->changed);
  }
  for (const auto& notice : changes.notices) text += "Note: " + notice + "\n";
  return text;
}

}  // namespace exchange
