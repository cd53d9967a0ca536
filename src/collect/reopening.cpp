#include "collect/reopening.h"

#include <algorithm>

#include "kit/quote.h"

namespace collect {

using council::May;

std::string_view words(Reopening::Stage stage) {
  switch (stage) {
    case Reopening::Stage::asked: return "Asked for";
    case Reopening::Stage::open: return "Opened";
    case Reopening::Stage::refused: return "Refused";
  }
  return "";
}

kit::Verdict<Reopening> ask_to_reopen(const Due& due, const std::vector<Reopening>& known, const TypedReopening& typed,
                                      const council::Asker& by, kit::Moment now) {
  auto no = council::why_not(May::reopen, by, due.subject());
  if (no.any()) return no;
  const auto until = kit::Date::parse(typed.until);
  no.unless(!typed.reason.empty(), "reason", "Say why the window has to be opened again: the person who decides reads it.");
  no.unless(typed.reason.size() <= 2000, "reason", "Use at most 2,000 letters.");
  no.unless(until.has_value(), "until", "Choose the last day on which the figure can be entered.");
  if (until)
    no.unless(now.date() <= *until && *until <= now.date().plus(longest_reopening), "until",
              "Choose a day from today up to " + now.date().plus(longest_reopening).words() + ".");
  no.unless(!due.window.is_open(now), "period", "The window for " + due.period.words() + " is open: the figure can be entered now.");
  no.unless(due.window.opens <= now, "period", "The window for " + due.period.words() + " has not opened yet.");
  const bool is_there = std::ranges::any_of(known, [&](const Reopening& one) {
    return one.indicator == due.definition->indicator && one.period == due.period &&
           (one.stage == Reopening::Stage::asked || (one.stage == Reopening::Stage::open && now < one.ends));
  });
  no.unless(!is_there, "period", "For " + due.definition->code + ", " + due.period.words() + ", it is asked for already, or open.");
  if (no.any()) return no;

  Reopening made;
  made.indicator = due.definition->indicator;
  made.period = due.period;
  made.ends = kit::Moment::end_of(*until);
  made.reason = typed.reason;
  made.asked_by = by.person;
  made.at = now;
  return made;
}

kit::Verdict<Reopening> decide(const Reopening& asked, const Due& due, Decision decision, std::string_view said,
                               const council::Asker& by, kit::Moment now) {
  auto no = council::why_not(May::approve_reopening, by, due.subject());
  if (no.any()) return no;
  no.unless(by.person != asked.asked_by, "", "You asked for it yourself, so somebody else decides.");
  no.unless(asked.stage == Reopening::Stage::asked, "", "It is decided already.");
  no.unless(decision == Decision::open || !said.empty(), "said", "Say why not: whoever asked reads it.");
  no.unless(decision == Decision::refuse || now < asked.ends, "",
            "The day until which it was asked for is over. It can be asked for again.");
  if (no.any()) return no;

  auto decided = asked;
  decided.stage = decision == Decision::open ? Reopening::Stage::open : Reopening::Stage::refused;
  decided.decided_by = by.person;
  decided.said = said;
  decided.at = now;
  return decided;
}

}  // namespace collect
