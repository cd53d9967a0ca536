#include "report/difference.h"

#include <algorithm>
#include <array>
#include <map>

#include "assess/early_warning.h"
#include "kit/number.h"

namespace report {
namespace {

constexpr std::array<std::string_view, 10> all_words = {"In the report", "Title",     "Figure",   "Mark", "Target",
                                                        "Status",        "Direction", "Warnings", "Note", "Definition"};
constexpr std::array<std::string_view, 10> all_codes = {"presence", "title",     "figure",   "mark", "target",
                                                        "status",   "direction", "warnings", "note", "definition"};

std::string mark_words(const std::string& mark) { return mark.empty() ? "none" : "[" + mark + "]"; }
std::string edition_words(int edition) { return "edition " + std::to_string(edition); }
std::string or_none(const std::string& text) { return text.empty() ? "none" : text; }

// The figure with its period, since another period may speak for the report's.
std::string figure_words(const Fact& fact, bool with_period) {
  const auto period = calendar::Period::parse(fact.period);
  return fact.shown + (with_period && period ? ", " + period->words() : "");
}

std::string warnings_words(const Fact& fact) {
  std::string words;
  for (const auto& code : fact.warnings) {
    const auto trigger = assess::read_trigger(code);
    words += (words.empty() ? "" : "; ") + (trigger ? std::string(assess::sign(*trigger).words) : code);
  }
  return or_none(words);
}

void compare(std::vector<Change>& changes, const Fact& was, const Fact& is) {
  const auto differs = [&](Differs what, std::string before, std::string after) {
    changes.push_back({is.indicator, is.title, what, std::move(before), std::move(after),
                       what == Differs::figure ? is.why : std::string()});
  };
  const bool other_period = was.period != is.period;
  if (was.title != is.title) differs(Differs::title, was.title, is.title);
  if (was.value != is.value || was.shown != is.shown || other_period)
    differs(Differs::figure, figure_words(was, other_period), figure_words(is, other_period));
  if (was.mark != is.mark) differs(Differs::mark, mark_words(was.mark), mark_words(is.mark));
  if (was.target != is.target) differs(Differs::target, or_none(was.target), or_none(is.target));
  if (was.status != is.status || was.status_words != is.status_words) differs(Differs::status, was.status_words, is.status_words);
  if (was.direction_words != is.direction_words) differs(Differs::direction, or_none(was.direction_words), or_none(is.direction_words));
  if (was.warnings != is.warnings) differs(Differs::warnings, warnings_words(was), warnings_words(is));
  if (was.note != is.note) differs(Differs::note, or_none(was.note), or_none(is.note));
  if (was.definition_edition != is.definition_edition)
    differs(Differs::definition, edition_words(was.definition_edition), edition_words(is.definition_edition));
}

std::map<std::string, std::string> sentences_of(const Document& document) {
  std::map<std::string, std::string> all;
  for (const auto& part : document.parts)
    for (const auto& block : part.blocks)
      if (const auto* counted = std::get_if<Counted>(&block)) all[counted->name] = counted->text;
  return all;
}

std::vector<SentenceChange> compare_sentences(const Document& before, const Document& after) {
  std::vector<SentenceChange> changes;
  const auto was = sentences_of(before), is = sentences_of(after);
  for (const auto& [name, text] : is) {
    const auto found = was.find(name);
    if (found != was.end() && found->second != text) changes.push_back({name, found->second, text});
  }
  return changes;
}

std::string indicators_in_short(const Difference& difference) {
  const int count = difference.indicators();
  if (count > 5) return "They differ in " + kit::in_words(count) + " indicators.";
  std::string named;
  for (std::size_t i = 0; i < difference.changes.size(); ++i)
    if (i == 0 || difference.changes[i].indicator != difference.changes[i - 1].indicator)
      named += (named.empty() ? "" : ", ") + difference.changes[i].indicator;
  return "They differ in " + kit::in_words(count) + (count == 1 ? " indicator: " : " indicators: ") + named + ".";
}

std::string money_in_short(const std::vector<std::string>& lines) {
  const auto count = static_cast<int>(lines.size());
  auto said = "Money differs in " + kit::in_words(count) + (count == 1 ? " line" : " lines");
  if (count > 5) return said + ".";
  for (std::size_t i = 0; i < lines.size(); ++i) said += (i == 0 ? ": " : i + 1 == lines.size() ? " and " : ", ") + lines[i];
  return said + ".";
}

}  // namespace

std::string_view words(Differs what) { return all_words[static_cast<std::size_t>(what)]; }
std::string_view code(Differs what) { return all_codes[static_cast<std::size_t>(what)]; }

int Difference::indicators() const {
  int count = 0;
  for (std::size_t i = 0; i < changes.size(); ++i) count += i == 0 || changes[i].indicator != changes[i - 1].indicator;
  return count;
}

std::vector<std::string> Difference::lines_of_money() const {
  std::vector<std::string> lines;
  for (const auto& one : money)
    if (std::ranges::find(lines, one.line) == lines.end()) lines.push_back(one.line);
  return lines;
}

Difference difference(const Document& before, const Document& after) {
  std::map<std::string, std::pair<const Fact*, const Fact*>> facts;
  for (const auto& fact : before.facts) facts[fact.indicator].first = &fact;
  for (const auto& fact : after.facts) facts[fact.indicator].second = &fact;
  Difference found;
  for (const auto& [code, both] : facts) {
    const auto [was, is] = both;
    if (was && is) compare(found.changes, *was, *is);
    else if (is) found.changes.push_back({code, is->title, Differs::presence, "no", "yes", ""});
    else found.changes.push_back({code, was->title, Differs::presence, "yes", "no", ""});
  }
  found.sentences = compare_sentences(before, after);
  found.money = money_difference(before, after);
  return found;
}

std::string in_short(const Difference& difference) {
  if (!difference.any()) return "The two say the same.";
  std::string said;
  if (difference.indicators() > 0) said = indicators_in_short(difference);
  else said = difference.sentences.empty() ? "No indicator differs." : "No indicator differs, and yet sentences do.";
  return difference.money.empty() ? said : said + " " + money_in_short(difference.lines_of_money());
}

}  // namespace report
