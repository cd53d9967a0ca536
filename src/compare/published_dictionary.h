// A dictionary of published measures, as a department gives it beside the figures: what is counted in what, which way is better, and
// what kind of year it is counted by.
#pragma once
#include <istream>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "compare/published_years.h"
#include "indicator/indicator.h"
#include "kit/csv.h"
#include "kit/verdict.h"

namespace compare {

struct DictionaryEntry {
  std::string title, unit;
  std::optional<indicator::Polarity> polarity;
  std::string kind_of_year;  // "Financial Year"
};

class Dictionary {
 public:
  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  void add(const std::string& name, DictionaryEntry entry) { entries_.try_emplace(name, std::move(entry)); }
  const DictionaryEntry* find(std::string_view short_name, std::string_view title) const;

 private:
  std::map<std::string, DictionaryEntry, std::less<>> entries_;  // by the short name, and by the title
};

// Refuses a file that names no measures with their polarity, unit or kind of year.
kit::Verdict<Dictionary> read_dictionary(std::istream& in);

bool names_a_dictionary(const kit::CellViews& names);  // the names of its columns

// "High", "asc", "low good" … as publishers write it.
std::optional<indicator::Polarity> read_published_polarity(std::string_view word);

}  // namespace compare
