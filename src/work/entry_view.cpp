#include "work/entry_view.h"

#include "assess/marks.h"
#include "assess/sentences.h"
#include "work/seen_with.h"

namespace work {
namespace {

std::string text(const std::optional<kit::Decimal>& number) { return number ? number->text() : std::string(); }
std::string text(const std::optional<kit::Date>& day) { return day ? day->iso() : std::string(); }

std::string usual_words(const collect::Due& due, double value) {
  if (!due.usual_low || !due.usual_high) return {};
  const auto& d = *due.definition;
  const bool within = value >= *due.usual_low && value <= *due.usual_high;
  return std::string(within ? "Within" : "Outside") + " its usual variation, " + indicator::written(*due.usual_low, d) +
         " to " + indicator::written(*due.usual_high, d) + ", from " + std::to_string(due.usual_from) + " figures.";
}

std::string a_year_before(const assess::Kept& kept, const collect::Due& due) {
  const auto year_before = due.period.year_before();
  for (const auto* figure : collect::newest(kept.figures)) {
    if (figure->period != year_before) continue;
    if (const auto number = collect::number_of(*figure, kept.in(year_before)))
      return year_before.words() + ": " + indicator::written(*number, kept.in(year_before)) + ".";
  }
  return {};
}

}  // namespace

Preview preview(const assess::Picture& picture, const assess::Kept& kept, const collect::Due& due, const collect::Entry& entry) {
  Preview made;
  const SeenWith seen(picture, kept, entry);
  const auto& j = seen.judgement;
  const auto& d = *due.definition;
  const auto own = collect::number_of(collect::figure_of(entry), d);
  if (entry.state != collect::State::given) made.value = collect::words(entry.state);
  else made.value = own ? indicator::written(*own, d) : "No applicable cases";
  made.is_rated = assess::is_rated(j.rating) && assess::ratings(picture) == assess::Ratings::shown;
  made.status = assess::mark_of(j.rating);
  made.target = assess::target_words(j.expected, d);
  const auto say = [&](std::string sentence) {
    if (!sentence.empty()) made.sentences.push_back(std::move(sentence));
  };
  if (own && j.value && d.judged != indicator::Judged::in_period)
    say((d.judged == indicator::Judged::year_to_date ? "Year to date: " : "Twelve months: ") + indicator::written(*j.value, d) + ".");
  say(j.direction_why);
  if (own) say(usual_words(due, *own));
  say(a_year_before(kept, due));
  return made;
}

collect::Typed typed_of(const collect::Entry& entry, const indicator::Definition& definition) {
  collect::Typed typed;
  typed.seen = entry.edition;
  if (entry.edition == 0) return typed;
  typed.state = entry.state == collect::State::given ? "" : std::string(collect::code(entry.state));
  if (entry.value) typed.value = collect::as_typed(*entry.value, definition);
  typed.numerator = text(entry.numerator);
  typed.denominator = text(entry.denominator);
  typed.deviation = text(entry.deviation);
  typed.note = entry.note;
  typed.next = entry.next;
  typed.back_on = text(entry.back_on);
  typed.expected_on = text(entry.expected_on);
  typed.standing = entry.standing == collect::Standing::provisional ? "provisional" : "";
  typed.reason = entry.reason;
  for (const auto& answer : entry.answers) typed.reasons.emplace_back(answer.warning, answer.reason);
  return typed;
}

std::string by_words(const council::Council& council, const std::string& person, kit::Moment at) {
  const auto* known = council.person(person);
  const auto who = known ? known->name + ", " + known->job : person.empty() ? "Computed" : person == "goldenthread" ? "The run" : person;
  return who + ", " + at.words();
}

}  // namespace work
