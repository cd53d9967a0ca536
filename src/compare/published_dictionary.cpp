#include "compare/published_dictionary.h"

#include <optional>

#include "compare/published_columns.h"

namespace compare {
namespace {

struct Places {
  std::optional<std::size_t> short_name, title, unit, polarity, kind;
};

std::optional<Places> places_of(const kit::CellViews& names) {
  Places found;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto name = plain_column(names[i]);
    if (name == "measure short" || name == "short desc") found.short_name = i;
    else if (name == "measure" || name == "indicator") found.title = i;
    else if (name == "y axis name" || name == "unit") found.unit = i;
    else if (name == "polarity") found.polarity = i;
    else if (name == "year type") found.kind = i;
  }
  return found.title && (found.polarity || found.kind) ? std::optional(found) : std::nullopt;
}

std::string_view cell(const kit::CellViews& cells, std::optional<std::size_t> place) {
  if (!place || *place >= cells.size()) return {};
  auto text = cells[*place];
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text == "NA" || text == "-" ? std::string_view() : text;
}

}  // namespace

const DictionaryEntry* Dictionary::find(std::string_view short_name, std::string_view title) const {
  auto found = short_name.empty() ? entries_.end() : entries_.find(short_name);
  if (found == entries_.end()) found = entries_.find(title);
  return found == entries_.end() ? nullptr : &found->second;
}

std::optional<indicator::Polarity> read_published_polarity(std::string_view word) {
  if (word == "desc" || word == "DESC" || word == "High" || word == "high") return indicator::Polarity::high_good;
  if (word == "asc" || word == "ASC" || word == "Low" || word == "low") return indicator::Polarity::low_good;
  if (word == "None" || word == "none") return indicator::Polarity::neutral;
  return indicator::read_polarity(word);
}

bool names_a_dictionary(const kit::CellViews& names) { return places_of(names).has_value(); }

kit::Verdict<Dictionary> read_dictionary(std::istream& in) {
  Dictionary made;
  std::optional<Places> places;
  kit::Refusals no = kit::read_csv_views(in, [&](std::size_t, const kit::CellViews& cells) {
    if (!places) return (places = places_of(cells)), true;
    const DictionaryEntry entry{std::string(cell(cells, places->title)), std::string(cell(cells, places->unit)),
                                read_published_polarity(cell(cells, places->polarity)),
                                std::string(cell(cells, places->kind))};
    if (entry.title.empty()) return true;
    if (const auto short_name = cell(cells, places->short_name); !short_name.empty()) made.add(std::string(short_name), entry);
    made.add(entry.title, entry);
    return true;
  });
  no.unless(places.has_value(), "dictionary", "The dictionary has no line that names Measure beside Polarity or Year_Type.");
  no.unless(!places || !made.empty(), "dictionary", "The dictionary names no measure.");
  if (no.any()) return no;
  return made;
}

}  // namespace compare
