#include "compare/against_others.h"

#include "assess/picture.h"

namespace compare {
namespace {

bool says_which_is_better(indicator::Polarity polarity) {
  return polarity == indicator::Polarity::high_good || polarity == indicator::Polarity::low_good;
}

std::string stands_words(const AgainstOthers& made, const Comparison& found, indicator::Polarity polarity) {
  if (made.is_context) return "context only";
  return found.stands.quartile ? quarter_words(*found.stands.quartile, polarity) : "no other has a figure";
}

}  // namespace

AgainstOthers told(const Comparison& found, const Group& group, indicator::Polarity polarity, const Writing& writing,
                   bool is_like_with_like) {
  AgainstOthers made;
  made.period = found.period;
  made.ours = *found.own.figure->value;
  made.middle = found.stands.others_median;
  made.writing = writing;
  made.group = std::to_string(found.councils()) + ' ' + group.words(*found.own.authority);
  made.is_context = found.is_context || !is_like_with_like;
  made.notes = found.context_only;
  made.stands = stands_words(made, found, polarity);
  if (!made.is_context && says_which_is_better(polarity)) made.quarter = found.stands.quartile;
  return made;
}

AgainstOthers against_others(const Mapped& mapped, const Authorities& authorities, const Authority& own,
                             const assess::Kept& kept, const calendar::Period& until) {
  AgainstOthers made{.indicator = mapped.mapping.indicator, .series = mapped.mapping.series};
  const auto polarity = kept.now().polarity;
  const auto newest = newest_of(mapped.figures, own, until);
  if (!newest) return made;
  const auto found = comparison(mapped.figures, authorities, own, mapped.group, polarity, newest);
  if (!found) return made;
  made = told(*found, mapped.group, polarity, writing_of(mapped.published, mapped.figures), mapped.mapping.is_like_with_like());
  made.indicator = mapped.mapping.indicator;
  made.series = mapped.mapping.series;
  made.notes = doubts(mapped, *found, own_figures(kept, own.code), made.writing);
  return made;
}

}  // namespace compare
