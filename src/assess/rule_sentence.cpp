#include "assess/rule_sentence.h"

#include <algorithm>

#include "assess/shipped_rules.h"

namespace assess {
namespace {

using Kind = Condition::Kind;

bool is_off(const Judgement& j) { return j.favourable && *j.favourable < 0; }

// "86.0% in June 2025", "412 at the same point last year".
std::string then_words(const Judgement& j, const Beside::Compared& then) {
  const auto& d = *j.definition;
  const auto value = indicator::written(*then.value, d);
  if (d.frequency == calendar::Frequency::annual || d.judged == indicator::Judged::in_period) return value + " in " + then.period.words();
  if (d.judged == indicator::Judged::year_to_date) return value + " at the same point last year";
  return value + " over the twelve months to " + calendar::Period{then.period.end() - 1, 1}.words();
}

std::string compared_words(const Judgement& j, const Beside::Compared& then) {
  switch (then.direction) {
    case Direction::improving: return "better than " + then_words(j, then);
    case Direction::worsening: return "worse than " + then_words(j, then);
    case Direction::no_change: return "no change on " + then_words(j, then);
    default: break;
  }
  return "with no figure for " + then.period.words() + " that it can be compared with";
}

std::string near_words(const Condition& asked, const Judgement& j, bool held) {
  const auto& then = j.beside.year;
  if (then.direction != Direction::worsening) return compared_words(j, then);
  return (held ? "no more than " : "more than ") + asked.by.text() + "% worse than " + then_words(j, then);
}

std::string limit_words(std::string_view name, const std::optional<double>& limit, const Judgement& j, bool held) {
  if (!limit) return "and no " + std::string(name) + " is set";
  return "with the " + std::string(name) + " of " + round_words(indicator::written(*limit, *j.definition)) + (held ? " met" : " missed");
}

std::string tolerance_phrase(const Judgement& j, const indicator::Tolerance& t, bool held) {
  if (t.kind != indicator::Tolerance::Kind::threshold)
    return (held ? "within the " : "more than the ") + size_words(t, *j.definition) + (held ? "" : " allows");
  const bool floor = j.definition->polarity == indicator::Polarity::high_good;
  return std::string(held ? "but not " : "and ") + (floor ? "under the floor of " : "over the ceiling of ") +
         round_words(indicator::written(t.size.number(), *j.definition));
}

std::string row_words(const Condition& asked, const Judgement& j, bool held) {
  const auto text = "off target for " + asked.by.text() + " periods in a row";
  return held ? text : "not yet " + text + " (" + std::to_string(j.beside.off_in_a_row) + " so far)";
}

// Why a condition held, or did not; nothing where figure and target have said it already.
std::string phrase(const Condition& asked, const Judgement& j, const Circumstances& c, bool held) {
  const auto percent = asked.by.text() + '%';
  switch (asked.kind) {
    case Kind::on_target:
    case Kind::off_target:
    case Kind::range_target:
    case Kind::overdue: return {};
    case Kind::within_tolerance: return is_off(j) ? tolerance_phrase(j, c.tolerance, held) : "";
    case Kind::within_percent: return is_off(j) ? (held ? "within " : "more than ") + percent + (held ? " of it" : " off it") : "";
    case Kind::under_percent: return is_off(j) ? (held ? "less than " + percent : percent + " or more") + " off it" : "";
    case Kind::within_amount:
      return is_off(j) ? (held ? "within " : "more than ") +
                             round_words(indicator::written_difference(asked.by.number(), *j.definition)) +
                             (held ? " of it" : " off it")
                       : "";
    case Kind::minimum_met: return is_off(j) ? limit_words("minimum", j.beside.minimum, j, held) : "";
    case Kind::stretch_met: return is_off(j) ? "" : limit_words("stretch target", j.beside.stretch, j, held);
    case Kind::well_above: return held && c.tolerance.well_above ? "at least " + c.tolerance.well_above->text() + "% better" : "";
    case Kind::better_by_percent: return is_off(j) ? "" : (held ? "at least " : "less than ") + percent + " better";
    case Kind::better_than_before:
    case Kind::not_worse_than_before:
    case Kind::worse_than_before: return compared_words(j, j.beside.before);
    case Kind::better_than_year:
    case Kind::not_worse_than_year:
    case Kind::worse_than_year: return compared_words(j, j.beside.year);
    case Kind::near_year: return near_words(asked, j, held);
    case Kind::off_in_a_row: return is_off(j) ? row_words(asked, j, held) : "";
    case Kind::provisional: return held ? "still provisional" : "";
  }
  return {};
}

// The first condition of an earlier step that did not hold: that is why the step did not decide.
const Condition* failed(const RuleStep& step, const Situation& s) {
  const auto found = std::ranges::find_if(step.when, [&](const Condition& one) { return !holds(one, s); });
  return found == step.when.end() ? nullptr : &*found;
}

}  // namespace

bool is_usual(const RatingRule& rule) { return rule.steps == usual_rule().steps; }

std::string reasons(const Judgement& j, const Circumstances& c) {
  const auto& d = *j.definition;
  const auto situation = situation_of(*j.value, standard(j.expected, c.tolerance), d.polarity, d.decimals, j.beside);
  if (!situation) return {};
  std::vector<std::string> all;
  const auto say = [&](std::string words) {
    if (!words.empty() && std::ranges::find(all, words) == all.end()) all.push_back(std::move(words));
  };
  for (int i = 0; i < j.step; ++i)
    if (const auto* one = failed(j.rule->steps[static_cast<std::size_t>(i)], *situation)) say(phrase(*one, j, c, false));
  for (const auto& one : j.rule->steps[static_cast<std::size_t>(j.step)].when) say(phrase(one, j, c, true));
  std::string text;
  for (const auto& words : all) text += ", " + words;
  return text;
}

std::string step_words(const Judgement& j) { return "step " + std::to_string(j.step + 1) + " of " + named(*j.rule); }

}  // namespace assess
