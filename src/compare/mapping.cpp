#include "compare/mapping.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "assess/benchmark.h"
#include "kit/number.h"

namespace compare {
namespace {

using indicator::Polarity;

constexpr double another_scale = 8;  // times; own and published figures of one council never lie so far apart in earnest
constexpr std::array<std::string_view, 16> small_words = {"the", "and", "of", "in", "by", "with", "for",  "who",
                                                          "to",  "on",  "at", "a",  "or", "that", "from", "per"};

std::string plain_unit(std::string_view unit) {
  std::string made;
  for (const char c : unit) made += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const auto share : {"percentage", "percent", "per cent", "%"})
    if (made == share) return "%";
  return made == "gbp" || made == "pounds" ? "£" : made;
}

bool is_share(const PublishedIndicator& published) {
  return plain_unit(published.unit) == "%" || published.title.ends_with("ercentage") ||
         published.title.find('%') != std::string::npos;
}

std::string in_words(std::string_view unit) { return unit.empty() ? "a count" : "“" + std::string(unit) + "”"; }

bool are_opposite(Polarity one, Polarity other) {
  return (one == Polarity::high_good && other == Polarity::low_good) ||
         (one == Polarity::low_good && other == Polarity::high_good);
}

std::optional<Alike> read_alike(std::string_view text) {
  if (text == "same") return Alike::same;
  return text == "differs" ? std::optional(Alike::differs) : std::nullopt;
}

}  // namespace

std::vector<std::string> why_never(const Sides& sides) {
  std::vector<std::string> all;
  const auto own = plain_unit(sides.own.unit), published = plain_unit(sides.published.unit);
  const bool is_other_unit = (own == "%") != is_share(sides.published) && (own == "%" || !published.empty() || is_share(sides.published));
  if (is_other_unit)
    all.push_back("Ours is counted in " + in_words(sides.own.unit) + ", the published one in " +
                  in_words(sides.published.unit) +
                  ". Figures in different units are never put side by side: choose another published indicator.");
  if (sides.published.polarity && are_opposite(sides.own.polarity, *sides.published.polarity))
    all.push_back(
        "With us " + std::string(sides.own.polarity == Polarity::high_good ? "higher" : "lower") +
        " is better, in the published file " + (sides.own.polarity == Polarity::high_good ? "lower" : "higher") +
        ": one counts what went well and the other what did not. Choose another published indicator, or propose a new definition of ours.");
  if (sides.times && (*sides.times >= another_scale || *sides.times <= 1 / another_scale)) {
    const bool ours = *sides.times > 1;
    all.push_back(
        "For the same periods our own figures are about " +
        kit::with_commas(ours ? *sides.times : 1 / *sides.times, 0) + " times " + (ours ? "as large" : "as small") +
        " as the published ones for us: the two are written to different scales. Choose one that is written as ours is.");
  }
  return all;
}

kit::Verdict<Mapping> map(const Sides& sides, Mapping next, const TypedMapping& typed) {
  const auto definition = read_alike(typed.definition), years = read_alike(typed.years), unit = read_alike(typed.unit);
  kit::Refusals no;
  for (const auto& each : why_never(sides)) no.add("", each);
  no.unless(definition.has_value(), "definition", "Say whether both count the same thing in the same way.");
  no.unless(years.has_value(), "years", "Say whether both are of the same sort of year.");
  no.unless(unit.has_value(), "unit", "Say whether both are written in the same unit.");
  no.unless(unit != Alike::differs, "unit", "Figures in different units are never put side by side. Choose another published indicator.");
  const bool differs = definition == Alike::differs || years == Alike::differs;
  no.unless(!differs || !typed.differs.empty(), "differs", "Say how they differ: readers see it before the comparison.");
  no.unless(typed.differs.size() <= 1000, "differs", "Say it in at most 1,000 letters.");
  if (no.any()) return no;

  ++next.edition;
  next.gone = false;
  next.definition = *definition, next.years = *years;
  next.differs = differs ? typed.differs : "";
  next.compare_with = typed.compare_with.empty() ? "tier" : typed.compare_with;
  return next;
}

std::optional<double> times_of(std::span<const AreaFigure> own, std::span<const AreaFigure> published, const std::string& area) {
  std::vector<double> times;
  for (const auto& each : own)
    for (const auto& other : published)
      if (other.area == area && other.period == each.period && each.value && other.value && *other.value != 0 &&
          *each.value != 0)
        times.push_back(std::fabs(*each.value / *other.value));
  if (times.empty()) return std::nullopt;
  return assess::median_of(std::move(times));
}

TitleWords::TitleWords(std::string_view title) {
  std::string word;
  const auto keep = [&] {
    if (word.size() > 3 && word.ends_with('s')) word.pop_back();
    if (!word.empty() && std::ranges::find(small_words, word) == small_words.end()) words_.push_back(word);
    word.clear();
  };
  for (const char c : title) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_letter) word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    else keep();
  }
  keep();
  std::ranges::sort(words_);
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
}

double TitleWords::likeness(const TitleWords& other) const {
  if (words_.empty() || other.words_.empty()) return 0;
  const auto shared = std::ranges::count_if(words_, [&](const auto& word) { return std::ranges::binary_search(other.words_, word); });
  return 2.0 * static_cast<double>(shared) / static_cast<double>(words_.size() + other.words_.size());
}

}  // namespace compare
