#include "assess/rule_recount.h"

#include <algorithm>

#include "kit/number.h"

namespace assess {
namespace {

using Kind = Condition::Kind;

constexpr int quarters = 4;
constexpr std::size_t named_at_most = 5;

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  return words;
}

// In the set in the quarter, and of a kind that is judged.
bool counts(const Judgement& j, const calendar::Period& quarter) {
  const auto& now = j.kept->now();
  return indicator::takes_target(j.definition->kind) && (!now.ends || *now.ends >= quarter.first());
}

bool changes(const Judgement& now, const Judgement& would) { return mark_of(now.rating) != mark_of(would.rating); }

QuarterRecount counted(const calendar::Period& quarter, const std::vector<Judgement>& now, const std::vector<Judgement>& would) {
  QuarterRecount made{quarter};
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (!counts(now[i], quarter)) continue;
    ++made.now[mark_of(now[i].rating)];
    ++made.would[mark_of(would[i].rating)];
    made.changes += changes(now[i], would[i]);
  }
  return made;
}

// Those that would be off target first, then by what they are now.
std::vector<std::size_t> changed(const calendar::Period& quarter, const std::vector<Judgement>& now, const std::vector<Judgement>& would) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < now.size(); ++i)
    if (counts(now[i], quarter) && changes(now[i], would[i])) places.push_back(i);
  const auto worst = [&](std::size_t i) {
    return std::pair(is_rated(would[i].rating) ? -static_cast<int>(would[i].rating) : 1,
                     -static_cast<int>(now[i].rating));
  };
  std::ranges::stable_sort(places, {}, worst);
  return places;
}

// Which of the indicators under the rule lack something that it asks for.
class Lacking {
 public:
  Lacking(const Picture& picture, const calendar::Period& quarter, const std::vector<Judgement>& would, const RatingRule& tried)
      : picture_(picture), quarter_(quarter), would_(would), tried_(tried) {}

  std::vector<std::string> all() {
    using J = const Judgement&;
    const bool percent = asks({Kind::within_percent, Kind::under_percent, Kind::better_by_percent}),
               tolerance = asks({Kind::within_tolerance});
    if (percent || tolerance)
      say([&](J j) { return j.expected.value && *j.expected.value == 0 && (percent || is_relative(j)); },
          "a target of zero, of which every percentage is nothing: for them only the target itself counts");
    if (asks({Kind::minimum_met}))
      say([](J j) { return has_target(j) && !j.target->minimum; },
          "no minimum for the year: for them it counts as missed whenever the target is");
    if (asks({Kind::stretch_met}))
      say([](J j) { return has_target(j) && !j.target->stretch; },
          "no stretch target for the year: they cannot meet it");
    if (asks({Kind::better_than_before, Kind::not_worse_than_before, Kind::worse_than_before}))
      say([](J j) { return is_judged(j) && j.beside.before.direction == Direction::not_comparable; },
          "no period before that they can be compared with: for them no such comparison holds");
    if (asks({Kind::better_than_year, Kind::not_worse_than_year, Kind::worse_than_year, Kind::near_year}))
      say([](J j) { return is_judged(j) && j.beside.year.direction == Direction::not_comparable; },
          "no figure a year before that they can be compared with: for them no such comparison holds");
    return std::move(said_);
  }

 private:
  bool is_relative(const Judgement& j) const { return tolerance_for(j, picture_).kind == indicator::Tolerance::Kind::relative; }
  static bool has_target(const Judgement& j) { return j.expected.value.has_value(); }
  static bool is_judged(const Judgement& j) { return j.step >= 0 && j.variance; }

  bool asks(std::initializer_list<Kind> kinds) const {
    return std::ranges::any_of(kinds, [&](Kind kind) { return tried_.asks(kind); });
  }

  template <class Lacks>
  void say(Lacks lacks, std::string_view what) {
    int count = 0;
    std::string names;
    for (const auto& j : would_) {
      if (!counts(j, quarter_) || j.rule->steps != tried_.steps || !lacks(j)) continue;
      if (++count <= static_cast<int>(named_at_most)) names += (names.empty() ? "" : ", ") + j.definition->code;
    }
    if (count == 0) return;
    if (count > static_cast<int>(named_at_most)) names += " and " + std::to_string(count - static_cast<int>(named_at_most)) + " more";
    said_.push_back(capital(kit::in_words(count)) + (count == 1 ? " indicator has " : " indicators have ") +
                    std::string(what) + " (" + names + ").");
  }

  const Picture& picture_;
  const calendar::Period& quarter_;
  const std::vector<Judgement>& would_;
  const RatingRule& tried_;
  std::vector<std::string> said_;
};

}  // namespace

RuleEditions with_tried(const RuleEditions& rules, Scope scope, RatingRule tried) {
  auto all = rules;
  RuleEdition edition{scope};
  edition.rule = std::move(tried);
  edition.applies_from = kit::Date::of(1900, 1, 1);
  all.push_back(std::move(edition));
  return all;
}

Recount recount(const Picture& picture, const calendar::Period& newest, Scope scope, const RatingRule& tried) {
  const auto rules = with_tried(picture.rules, scope, tried);
  Recount made;
  auto quarter = newest;
  for (int i = 0; i < quarters; ++i, quarter = quarter.previous()) {
    auto now = judge_all(picture, quarter), would = judge_all(picture, quarter, rules);
    made.quarters.push_back(counted(quarter, now, would));
    if (i == 0) made.now = std::move(now), made.would = std::move(would);
  }
  made.changed = changed(newest, made.now, made.would);
  made.cautions = Lacking(picture, newest, made.would, tried).all();
  for (auto& j : made.would) j.rule = nullptr;  // the rules that were tried end here
  return made;
}

}  // namespace assess
