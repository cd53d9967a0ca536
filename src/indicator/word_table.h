// One of several kinds, its code in files and the database, its words on a page, and how else people write it.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace indicator {

template <class Kind>
struct WordRow {
  Kind kind;
  std::string_view code;
  std::string_view words;
};

template <class Kind>
struct Synonym {
  std::string_view text;  // in plain form
  Kind kind;
};

// Lower case; blanks and hyphens as in codes: "Higher is better" is "higher_is_better".
inline std::string plain_word(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  std::string made(text);
  for (char& c : made) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if ((c == ' ' || c == '-') && made.size() > 1) c = '_';
  }
  return made;
}

template <class Kind>
std::optional<Kind> read_word(std::string_view text, std::span<const WordRow<Kind>> rows,
                              std::span<const Synonym<Kind>> synonyms = {}) {
  const std::string plain = plain_word(text);
  for (const auto& row : rows)
    if (plain == row.code || plain == plain_word(row.words)) return row.kind;
  for (const auto& synonym : synonyms)
    if (plain == synonym.text) return synonym.kind;
  return std::nullopt;
}

}  // namespace indicator
