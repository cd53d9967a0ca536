#include "compare/published_cell.h"

#include "collect/figure.h"
#include "kit/number.h"

namespace compare {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

std::optional<double> published_number(std::string_view text) {
  if (const auto plain = kit::read_double(text)) return plain;
  if (text.empty() || text.size() > 40) return std::nullopt;
  const auto typed = kit::read_number(text);
  return typed ? std::optional(typed->number.number()) : std::nullopt;
}

bool is_published_mark(std::string_view text) {
  return text.empty() || text == "low" || text == "[low]" || text == "u" || text == "k" ||
         collect::read_state(text).has_value();
}

}  // namespace compare
