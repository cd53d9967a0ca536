#include "indicator/tolerance.h"

#include <array>
#include <vector>

#include "indicator/word_table.h"
#include "kit/number.h"
#include "kit/quote.h"

namespace indicator {
namespace {

using Kind = Tolerance::Kind;

constexpr std::array kinds = {
    WordRow<Kind>{Kind::relative, "relative", "per cent of the target"},
    WordRow<Kind>{Kind::absolute, "absolute", "in its own unit"},
    WordRow<Kind>{Kind::threshold, "explicit", "an own limit"},
};
constexpr std::array synonyms = {
    Synonym<Kind>{"threshold", Kind::threshold},
    Synonym<Kind>{"floor", Kind::threshold},
    Synonym<Kind>{"ceiling", Kind::threshold},
};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = text.find_first_not_of(' '); at != text.npos; at = text.find_first_not_of(' ', at)) {
    const auto end = std::min(text.find(' ', at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

kit::Refusals refused(std::string_view text) {
  kit::Refusals no;
  no.add("tolerance", "Found " + kit::quoted(text) +
                          ". Type a tolerance such as relative 5, absolute 2 or explicit 85, then optionally blue 10.");
  return no;
}

std::optional<kit::Decimal> number_in(std::string_view text) {
  const auto typed = kit::read_number(text);
  if (!typed) return std::nullopt;
  return typed->number;
}

// "relative 5", "5%", "2 points": two words, or one with its per cent sign.
std::optional<Tolerance> kind_and_size(const std::vector<std::string>& words) {
  if (words.size() == 1 && words[0].ends_with('%')) {
    const auto size = number_in(words[0]);
    return size ? std::optional(Tolerance{Kind::relative, *size, {}}) : std::nullopt;
  }
  if (words.size() != 2) return std::nullopt;
  const bool points = words[1] == "points" || words[1] == "point";
  const auto kind = points ? Kind::absolute : read_tolerance_kind(words[0]);
  const auto size = number_in(points ? words[0] : words[1]);
  if (!kind || !size) return std::nullopt;
  return Tolerance{*kind, *size, {}};
}

}  // namespace

std::string_view code(Tolerance::Kind kind) { return kinds[static_cast<std::size_t>(kind)].code; }

std::optional<Tolerance::Kind> read_tolerance_kind(std::string_view text) {
  return read_word<Kind>(text, std::span<const WordRow<Kind>>(kinds), std::span<const Synonym<Kind>>(synonyms));
}

std::string written(const Tolerance& tolerance) {
  std::string text = std::string(code(tolerance.kind)) + ' ' + tolerance.size.text();
  if (tolerance.well_above) text += " blue " + tolerance.well_above->text();
  return text;
}

kit::Verdict<Tolerance> read_tolerance(std::string_view text) {
  auto words = words_of(text);
  std::optional<kit::Decimal> well_above;
  if (words.size() > 2 && plain_word(words[words.size() - 2]) == "blue") {
    well_above = number_in(words.back());
    if (!well_above || well_above->units() < 0) return refused(text);
    words.resize(words.size() - 2);
  }
  auto tolerance = kind_and_size(words);
  if (!tolerance || (tolerance->kind != Kind::threshold && tolerance->size.units() < 0)) return refused(text);
  tolerance->well_above = well_above;
  return *tolerance;
}

}  // namespace indicator
