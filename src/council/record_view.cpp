#include "council/record_view.h"

namespace council {

RecordLineView line_view(const Record& record, const KeptParticulars& kept, const Council& council) {
  const auto* person = council.person(record.deed.who);
  return {.number = record.id,
          .at = record.deed.at,
          .who = record.deed.who,
          .name = person ? person->name : "",
          .job = person ? person->job : "",
          .what = record.deed.what,
          .subject = record.deed.subject,
          .detail = record.deed.detail,
          .place = kept.particulars.place,
          .authority = kept.particulars.authority,
          .was = kept.particulars.was,
          .became = kept.particulars.became,
          .erased = kept.erased.has_value(),
          .hash = record.hash};
}

RecordView record_view(const Record& record, const KeptParticulars& kept, const Record* before, const Record* after,
                       const std::vector<kit::Moment>& erasures, const Council& council) {
  RecordView view;
  view.line = line_view(record, kept, council);
  view.previous = record.previous;
  view.sealed = record.sealed;
  if (before) view.before = before->id;
  if (after) view.after = after->id;

  auto broken = broken_link(before, record);
  const bool has_particulars = !record.sealed.empty() || kept.are_there;
  if (!broken && has_particulars) broken = broken_seal(kept, erasures);
  if (!broken && after) broken = broken_link(&record, *after);
  view.holds = !broken;
  view.why_not = broken.value_or("");
  return view;
}

}  // namespace council
