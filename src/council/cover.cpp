#include "council/cover.h"

#include <algorithm>

#include "kit/quote.h"

namespace council {
namespace {

std::string name_of(const Council& council, std::string_view code) {
  const auto* person = council.person(code);
  return person ? person->name : std::string(code);
}

// Two of the same pair in the same days would be one too many.
bool is_there_already(const std::vector<Cover>& covers, const Cover& cover) {
  return std::ranges::any_of(covers, [&](const Cover& other) {
    return !other.gone && other.person == cover.person && other.deputy == cover.deputy && other.first_day <= cover.last_day &&
           cover.first_day <= other.last_day;
  });
}

kit::Refusals day_faults(const CoverTyped& typed, kit::Date today) {
  kit::Refusals no;
  const auto first = kit::Date::parse(typed.first_day), last = kit::Date::parse(typed.last_day);
  const auto found = [](const std::string& text) { return text.empty() ? std::string() : kit::quoted(text) + " is not a day. "; };
  no.unless(first.has_value(), "first_day", found(typed.first_day) + "Give the first day, as in 2025-07-31.");
  no.unless(last.has_value(), "last_day", found(typed.last_day) + "Give the last day, as in 2025-07-31.");
  if (!first || !last) return no;
  no.unless(*first <= *last, "last_day", "The last day is before the first. Choose a later one.");
  no.unless(*last >= today, "last_day", "The last day is over. Choose today or a later day.");
  no.unless(*last < first->plus(longest_cover), "last_day",
            "A deputy is named for at most a year. Choose an earlier last day; you can name the deputy again then.");
  return no;
}

kit::Refusals deputy_faults(const CoverTyped& typed, const Council& council) {
  kit::Refusals no;
  const auto* deputy = council.person(typed.deputy);
  no.unless(!typed.deputy.empty(), "deputy", "Choose a deputy.");
  if (typed.deputy.empty()) return no;
  no.unless(typed.deputy != typed.person, "deputy", "Nobody is one’s own deputy. Choose someone else.");
  no.unless(deputy && !deputy->gone, "deputy", "This person is not there, or has left. Choose someone else.");
  no.unless(!deputy || may_be_deputy(*deputy) || deputy->gone, "deputy",
            (deputy ? deputy->name : std::string()) + " does not enter figures in any role. Choose someone who does.");
  return no;
}

}  // namespace

bool may_be_deputy(const Person& person) {
  Asker as;
  as.person = person.code;
  as.role = person.role;
  return !person.gone && !why_not(May::enter_figures, as).any();
}

kit::Refusals why_not_cover(const Council& council, std::string_view code, const Asker& by) {
  if (by.is_signed_in() && by.person == code) return {};
  const auto* person = council.person(code);
  return why_not(May::hand_over, by, Subject{.service = person ? person->unit : ""});
}

kit::Verdict<Cover> name_deputy(const CoverTyped& typed, const Council& council, const std::vector<Cover>& covers,
                                const Asker& by, kit::Moment now) {
  kit::Refusals no = why_not_cover(council, typed.person, by);
  if (no.any()) return no;
  const auto* person = council.person(typed.person);
  no.unless(person && !person->gone, "person", "This person is not there, or has left. Hand over what they own instead.");
  no.add(deputy_faults(typed, council));
  no.add(day_faults(typed, now.date()));
  no.unless(typed.reason.size() <= 200, "reason", "Use at most 200 characters.");
  if (no.any()) return no;

  Cover cover{.person = typed.person, .deputy = typed.deputy, .first_day = *kit::Date::parse(typed.first_day),
              .last_day = *kit::Date::parse(typed.last_day), .reason = typed.reason, .at = now};
  no.unless(!is_there_already(covers, cover), "deputy",
            name_of(council, typed.deputy) + " covers for " + name_of(council, typed.person) +
                " on some of these days already.");
  if (no.any()) return no;
  return cover;
}

kit::Verdict<Cover> end_cover(const Cover& cover, const Council& council, const Asker& by, kit::Moment now) {
  auto no = why_not_cover(council, cover.person, by);
  if (no.any()) return no;
  no.unless(!cover.is_over(now.date()), "", "This is over already.");
  if (no.any()) return no;
  auto ended = cover;
  ended.gone = true;
  ended.at = now;
  return ended;
}

std::string words(const Cover& cover, const Council& council) {
  return name_of(council, cover.deputy) + " covers for " + name_of(council, cover.person) + " from " +
         cover.first_day.words() + " to " + cover.last_day.words();
}

}  // namespace council
