// Writing help: what a note may leave out or contradict. It is worked out from the figure and never stops anyone.
#include <algorithm>
#include <cctype>
#include <charconv>
#include <set>
#include <cmath>

#include "collect/entry.h"
#include "kit/number.h"

namespace collect {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t most_words = 120;

Words words_of(std::string_view text) {
  Words words;
  std::string word;
  for (const unsigned char c : text) {
    if (std::isalnum(c) || c >= 0x80 || c == '\'') word += static_cast<char>(std::tolower(c));
    else if (!word.empty()) words.push_back(std::exchange(word, {}));
  }
  if (!word.empty()) words.push_back(word);
  return words;
}

bool has_any(const Words& words, std::initializer_list<std::string_view> wanted) {
  return std::ranges::any_of(words, [&](const auto& word) { return std::ranges::find(wanted, word) != wanted.end(); });
}

// How much two notes share: words in common, of the words in either (Jaccard).
double likeness(std::string_view a, std::string_view b) {
  const auto wa = words_of(a), wb = words_of(b);
  const std::set<std::string> left(wa.begin(), wa.end()), right(wb.begin(), wb.end());
  if (left.size() < 4 || right.size() < 4) return a == b && !a.empty() ? 1 : 0;
  const auto common = std::ranges::count_if(left, [&](const auto& word) { return right.contains(word); });
  return static_cast<double>(common) / static_cast<double>(left.size() + right.size() - static_cast<std::size_t>(common));
}

// A number as it stands in running text, with what stands round it.
struct Quoted {
  std::string text;
  double number;
};

bool is_part_of_a_date(std::string_view text, std::size_t end) {
  static constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  auto rest = text.substr(end);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  std::string next;
  for (std::size_t i = 0; i < std::min<std::size_t>(rest.size(), 3); ++i)
    next += static_cast<char>(std::tolower(static_cast<unsigned char>(rest[i])));
  return std::ranges::find(months, next) != std::end(months) || text.substr(end).starts_with("/") || text.substr(end).starts_with("th ") ||
         text.substr(end).starts_with("st ") || text.substr(end).starts_with("nd ") || text.substr(end).starts_with("rd ");
}

std::vector<Quoted> numbers_in(std::string_view text) {
  std::vector<Quoted> found;
  for (std::size_t i = 0; i < text.size();) {
    const bool begins = std::isdigit(static_cast<unsigned char>(text[i])) &&
                        (i == 0 || !std::isalnum(static_cast<unsigned char>(text[i - 1])));
    if (!begins) {
      ++i;
      continue;
    }
    auto end = i;
    while (end < text.size() && (std::isdigit(static_cast<unsigned char>(text[end])) ||
                                 ((text[end] == '.' || text[end] == ',') && end + 1 < text.size() &&
                                  std::isdigit(static_cast<unsigned char>(text[end + 1])))))
      ++end;
    std::string digits(text.substr(i, end - i));
    const auto shown = digits;
    std::erase(digits, ',');
    double number = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool year = number >= 1990 && number <= 2100 && digits.size() == 4;
    const bool after_slash = i > 0 && (text[i - 1] == '/' || text[i - 1] == '-');
    const bool letter_follows = end < text.size() && std::isalpha(static_cast<unsigned char>(text[end]));
    if (error == std::errc() && stop == digits.data() + digits.size() && !year && !after_slash && !letter_follows &&
        !is_part_of_a_date(text, end))
      found.push_back({shown, number});
    i = end;
  }
  return found;
}

// Every number that a note may quote: the figure and its parts, the target, the figures before, and what lies between them.
std::vector<double> known_numbers(const Due& due, const Entry& entry) {
  std::vector<double> known;
  const auto& d = *due.definition;
  const auto take = [&](const Figure& figure) {
    if (const auto number = number_of(figure, d)) known.push_back(*number);
    for (const auto& part : {figure.value, figure.numerator, figure.denominator})
      if (part) known.push_back(part->number());
    if (figure.numerator && figure.denominator) known.push_back(figure.denominator->number() - figure.numerator->number());
  };
  take(figure_of(entry));
  if (due.figures)
    for (const auto* figure : newest(*due.figures))
      if (figure->period <= due.period && figure->period.start >= due.period.start - 24) take(*figure);
  if (due.target) {
    const auto expected = indicator::expected(*due.target, d, due.period);
    for (const auto& one : {expected.value, expected.low, expected.high})
      if (one) known.push_back(*one);
    if (due.target->value) known.push_back(due.target->value->number());
  }
  if (d.baseline) known.push_back(d.baseline->number());
  return known;
}

bool is_known(const Quoted& quoted, const std::vector<double>& known, int decimals) {
  if (quoted.number <= 20 && quoted.number == std::floor(quoted.number)) return true;  // "two crews", "3 weeks": not the figure
  const auto same = [&](double other) {
    for (int d = 0; d <= decimals; ++d)
      if (std::fabs(kit::rounded(std::fabs(other), d) - quoted.number) < 1e-9) return true;
    return false;
  };
  if (std::ranges::any_of(known, same)) return true;
  for (const double a : known)
    for (const double b : known)
      if (same(a - b)) return true;
  return false;
}

void about_the_last_note(const Due& due, const Entry& entry, std::vector<std::string>& said) {
  const auto* before = due.before();
  if (before && !before->note.empty() && likeness(whole_note(entry), before->note) > 0.8)
    said.push_back("The note repeats that of " + before->period.words() + ". Say what is new.");
}

// "Improved" when the figure got worse, and the other way round.
void about_the_direction(const Due& due, const Entry& entry, std::vector<std::string>& said) {
  using indicator::Polarity;
  const auto& d = *due.definition;
  const auto* before = due.before();
  const auto last = before ? number_of(*before, d) : std::nullopt;
  const auto value = number_of(figure_of(entry), d);
  if (!last || !value || (d.polarity != Polarity::high_good && d.polarity != Polarity::low_good)) return;
  const double change = kit::rounded(*value, d.decimals) - kit::rounded(*last, d.decimals);
  if (std::fabs(change) < 1e-9) return;
  const bool better = (change > 0) == (d.polarity == Polarity::high_good);
  const auto words = words_of(entry.note);
  const bool denied = has_any(words, {"not", "no", "despite", "although", "though", "however", "yet", "but"});
  if (denied) return;
  const auto moved = (change > 0 ? "rose from " : "fell from ") + indicator::written(*last, d) + " to " + indicator::written(*value, d);
  if (!better && has_any(words, {"improved", "improving", "improvement", "better"}))
    said.push_back("The note speaks of improvement, but the figure " + moved + ", which is worse.");
  if (better && has_any(words, {"worsened", "worse", "worsening", "deteriorated", "declined"}))
    said.push_back("The note says it got worse, but the figure " + moved + ", which is better.");
}

void about_numbers(const Due& due, const Entry& entry, std::vector<std::string>& said) {
  const auto known = known_numbers(due, entry);
  std::string strange;
  for (const auto& quoted : numbers_in(entry.note + "\n" + entry.next))
    if (!is_known(quoted, known, due.definition->decimals)) strange += (strange.empty() ? "" : ", ") + quoted.text;
  if (!strange.empty())
    said.push_back("The note quotes " + strange +
                   ", which is not in the figure, its parts, its target or the figures before. Is that right?");
}

void about_action(const Due& due, const Entry& entry, std::vector<std::string>& said) {
  if (due.status != "red" && due.status != "amber") return;
  if (entry.next.empty())
    said.push_back(std::string("The figure is ") + (due.status == "red" ? "off" : "close to") +
                   " target, and the note names no next step.");
  else if (due.status == "red" && !entry.back_on) said.push_back("Say when it will be back on track.");
}

void about_length(const Entry& entry, std::vector<std::string>& said) {
  const auto count = words_of(entry.note).size() + words_of(entry.next).size();
  if (count > most_words)
    said.push_back("The note has " + std::to_string(count) +
                   " words. Two or three sentences are read; put the rest into evidence.");
  if (entry.state == State::given && words_of(entry.note).size() < 4) said.push_back("The note is very short. Say what happened, and why.");
}

void about_phrases(const Entry& entry, std::vector<std::string>& said) {
  static constexpr std::string_view empty_phrases[] = {
      "as per last", "no change to report", "business as usual",       "see above", "as above",
      "n/a",         "nothing to add",      "will continue to monitor"};
  std::string lower(entry.note);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const auto phrase : empty_phrases)
    if (lower.find(phrase) != std::string::npos)
      return said.push_back("‘" + std::string(phrase) + "’ tells a reader nothing. Say what happened.");
}

}  // namespace

std::vector<std::string> writing_help(const Due& due, const Entry& entry) {
  std::vector<std::string> said;
  about_the_last_note(due, entry, said);
  about_the_direction(due, entry, said);
  about_numbers(due, entry, said);
  about_action(due, entry, said);
  about_length(entry, said);
  about_phrases(entry, said);
  return said;
}

}  // namespace collect
