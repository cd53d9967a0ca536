// What the page of exceptions tells: which indicators need attention, worst first, each with its warnings and its thread.
#pragma once
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "assess/board_view.h"
#include "report/audience.h"

namespace report {

// All of a period, found once for a version of the data.
struct Exceptions {
  std::shared_ptr<const assess::Judged> judged;
  std::vector<assess::Exception> all;  // worst first
};

struct ExceptionView {
  int place = 0;  // 1 is worst
  assess::StandingView standing;
  const assess::Exception* exception = nullptr;
  std::vector<const plan::Priority*> thread;  // from the top down

  std::string thread_words() const;
  bool is_seen_in_own() const;         // a warning rests on the council's own figures
  bool is_seen_beside_others() const;  // a warning rests on what other councils publish
  std::string_view seen() const;       // "own", "others" or "both"
};
template <class Teller>
void describe(Teller& t, const ExceptionView& view) {
  t.field("place", view.place);
  std::vector<std::string_view> signs, warnings;  // one sentence for each sign
  if (view.exception)
    for (const auto& each : view.exception->warnings) {
      signs.push_back(assess::sign(each.trigger).code);
      warnings.push_back(each.said);
    }
  t.list("signs", signs);
  t.list("warnings", warnings);
  t.field("seen_in", view.seen());
  t.field("thread", view.thread_words());
  describe(t, view.standing);
}

// How many indicators one sign stands beside, and how many are listed under it.
struct SignCount {
  const assess::Sign* sign = nullptr;
  int indicators = 0, listed = 0;
};
template <class Teller>
void describe(Teller& t, const SignCount& count) {
  t.field("sign", count.sign->code);
  t.field("words", count.sign->words);
  t.field("meaning", count.sign->meaning);
  t.field("indicators", count.indicators);
  t.field("listed_first", count.listed);
}

struct ExceptionsView {
  std::string period;
  std::string answer;  // the sentence on top
  const Audience* audience = nullptr;
  int looked_at = 0;  // indicators within the filters
  assess::Ratings ratings = assess::Ratings::shown;
  int off_without_warning = 0;  // off target, and no sign holds: ordinary variation about a miss
  int in_own = 0, beside_others = 0, in_both = 0;  // whose figures the warnings rest on
  std::vector<SignCount> signs;
  std::vector<ExceptionView> exceptions;
};
template <class Teller>
void describe(Teller& t, const ExceptionsView& view) {
  t.field("period", view.period);
  t.field("answer", view.answer);
  t.field("audience", view.audience->code);
  t.field("looked_at", view.looked_at);
  t.field("off_target_without_warning", view.off_without_warning);
  t.field("seen_in_own_figures", view.in_own);
  t.field("seen_beside_other_councils", view.beside_others);
  t.field("seen_in_both", view.in_both);
  t.list("signs", view.signs);
  t.rows("exceptions", view.exceptions);
}

struct Wanted {
  const Audience* audience = nullptr;
  std::optional<assess::Trigger> sign;
};
// Of the judgements that the filters leave.
ExceptionsView exceptions_view(const Exceptions& found, const std::vector<const assess::Judgement*>& narrowed, const Wanted& wanted);

}  // namespace report
