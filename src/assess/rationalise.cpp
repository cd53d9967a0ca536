#include "assess/rationalise.h"

#include <algorithm>
#include <map>
#include <set>

#include "assess/indicator_set.h"
#include "assess/judgement.h"
#include "kit/quote.h"

namespace assess {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) > 127; }

// The words that tell titles apart: "The number of bins that were missed" and "Bins missed" come to the same.
std::set<std::string> telling_words(std::string_view title) {
  static const std::set<std::string> small = {"a",     "an",         "and",        "are",    "at",    "by",   "for",
                                              "from",  "in",         "is",         "number", "of",    "on",   "or",
                                              "per",   "percentage", "proportion", "rate",   "share", "that", "the",
                                              "their", "to",         "was",        "were",   "which", "who",  "with"};
  std::set<std::string> found;
  std::string word;
  for (const char c : std::string(title) + ' ') {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (is_letter(lower)) {
      word += lower;
    } else if (!word.empty()) {
      if (!small.contains(word)) found.insert(word);
      word.clear();
    }
  }
  return found;
}

// The figures that are given, as they were submitted, by period.
std::map<calendar::Period, std::string> figures_of(const Kept& kept) {
  std::map<calendar::Period, std::string> all;
  const auto part = [](const auto& number) { return number ? number->text() : std::string("-"); };
  for (const auto* figure : collect::newest(kept.figures))
    if (figure->state == collect::State::given)
      all[figure->period] = part(figure->value) + "/" + part(figure->numerator) + "/" + part(figure->denominator);
  return all;
}

using Figures = std::map<calendar::Period, std::string>;

// In how many periods two have the same figures; none when they ever differ. Figures that never move say nothing.
int same_periods(const Figures& a, const Figures& b) {
  int same = 0;
  std::set<std::string> different;
  for (const auto& [period, figure] : a) {
    const auto other = b.find(period);
    if (other == b.end()) continue;
    if (other->second != figure) return 0;
    ++same;
    different.insert(figure);
  }
  return different.size() > 1 ? same : 0;
}

class Looking {
 public:
  Looking(const Picture& picture, calendar::FinancialYear year, const PageDays& days)
      : picture_(picture), days_(days), today_(picture.as_at.date()) {
    for (const auto& kept : picture.indicators)
      if (in_set(kept, year) && !kept.now().ends) set_.push_back(&kept);
  }
  std::vector<Doubtful> all() {
    for (const auto* kept : set_) look_at(*kept);
    look_for_likes();
    std::ranges::stable_sort(found_, {}, &Doubtful::doubt);
    return std::move(found_);
  }

 private:
  void look_at(const Kept& kept) {
    std::vector<Rating> ratings;
    std::vector<calendar::Period> periods;
    for (const auto& point : points(picture_, kept))
      if (is_rated(point.rating)) ratings.push_back(point.rating), periods.push_back(point.period);
    if (const int run = on_target_in_a_row(ratings); run >= always)
      found_.push_back({&kept, Doubt::always_on_target,
                        "On target " + std::to_string(run) + " times in a row, since " +
                            periods[periods.size() - static_cast<std::size_t>(run)].words() + ".",
                        nullptr});
    look_at_days(kept);
    look_at_owner(kept);
    if (picture_.plan.of(kept.id).empty()) found_.push_back({&kept, Doubt::no_thread, "It stands on no line of the plan.", nullptr});
  }
  // One that is new has not had its time.
  void look_at_days(const Kept& kept) {
    if (!says_something(days_, today_) || days_.opened.contains(kept.id) ||
        today_ < kept.definitions.front().applies_from.plus(counted_long_enough))
      return;
    found_.push_back({&kept, Doubt::unopened, "Nobody signed in has opened its page " + since_words(days_, today_) + ".", nullptr});
  }
  void look_at_owner(const Kept& kept) {
    const auto& owner = kept.now().owner;
    const auto* person = picture_.council.person(owner);
    if (owner.empty()) found_.push_back({&kept, Doubt::no_owner, "Nobody is named to enter its figures.", nullptr});
    else if (!person || person->gone)
      found_.push_back(
          {&kept, Doubt::no_owner, (person ? person->name : owner) + " entered its figures and has left.", nullptr});
  }
  void look_for_likes() {
    std::vector<Figures> figures;
    for (const auto* kept : set_) figures.push_back(figures_of(*kept));
    for (std::size_t i = 0; i < set_.size(); ++i)
      for (std::size_t k = i + 1; k < set_.size(); ++k) {
        const auto* a = set_[i];
        const auto* b = set_[k];
        if (alike_in_title(a->now().title, b->now().title))
          found_.push_back({a, Doubt::same_title,
                            "Its title is like that of " + b->now().code + ", " + kit::quoted(b->now().title) + ".",
                            b});
        else if (const int same = same_periods(figures[i], figures[k]); same >= same_again)
          found_.push_back({a, Doubt::same_figures,
                            "The same figures as " + b->now().code + ", " + kit::quoted(b->now().title) + ", in all " +
                                std::to_string(same) + " periods that both have.",
                            b});
      }
  }

  const Picture& picture_;
  const PageDays& days_;
  kit::Date today_;
  std::vector<const Kept*> set_;
  std::vector<Doubtful> found_;
};

}  // namespace

int on_target_in_a_row(std::span<const Rating> ratings) {
  int run = 0;
  for (auto each = ratings.rbegin(); each != ratings.rend(); ++each) {
    if (!is_rated(*each)) continue;
    if (*each != Rating::green && *each != Rating::blue) break;
    ++run;
  }
  return run;
}

bool alike_in_title(std::string_view a, std::string_view b) {
  const auto one = telling_words(a), other = telling_words(b);
  std::vector<std::string> both;
  std::ranges::set_intersection(one, other, std::back_inserter(both));
  const auto denies = [](const auto& words) { return words.contains("non") || words.contains("not") || words.contains("without"); };
  if (denies(one) != denies(other)) return false;
  const auto either = one.size() + other.size() - both.size();
  return both.size() >= 2 && both.size() * 5 >= either * 4;
}

std::vector<Doubtful> doubtful(const Picture& picture, calendar::FinancialYear year, const PageDays& days) {
  return Looking(picture, year, days).all();
}

std::string since_words(const PageDays& days, kit::Date today) {
  const bool all_year = days.since->plus(366) < today;
  return all_year
             ? "in the last twelve months"
             : "since " + calendar::Period::month(days.since->year(), static_cast<int>(days.since->month())).words();
}

}  // namespace assess
