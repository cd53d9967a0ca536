// What the record tells: who did what, when, from where, on whose authority, and what was before and after.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "council/council.h"
#include "council/record.h"

namespace council {

struct RecordLineView {
  RecordId number = 0;
  kit::Moment at;
  std::string who, name, job, what, subject, detail, place, authority, was, became;
  bool erased = false;  // its particulars were
  std::string hash;
};
template <class Teller>
void describe(Teller& t, const RecordLineView& line) {
  t.field("number", line.number);
  t.field("at", line.at);
  t.field("who", line.who);
  t.field("name", line.name);
  t.field("job", line.job);
  t.field("what", line.what);
  t.field("subject", line.subject);
  t.field("detail", line.detail);
  t.field("place", line.place);
  t.field("authority", line.authority);
  t.field("was", line.was);
  t.field("became", line.became);
  t.field("erased", line.erased);
  t.field("hash", line.hash);
}

struct RecordListView {
  std::vector<RecordLineView> records;  // newest first
  RecordId older_than = 0;              // where the next page begins; 0 when this is the last
};
template <class Teller>
void describe(Teller& t, const RecordListView& view) {
  t.rows("records", view.records);
  t.field("older_than", view.older_than);
}

// One record with its place in the chain.
struct RecordView {
  RecordLineView line;
  std::string previous;                 // the hash of the one before
  std::string sealed;
  std::optional<RecordId> before, after;
  bool holds = false;
  std::string why_not;                  // the first thing that does not
};
template <class Teller>
void describe(Teller& t, const RecordView& view) {
  t.part("record", view.line);
  t.field("previous", view.previous);
  t.field("sealed", view.sealed);
  t.field("before", view.before);
  t.field("after", view.after);
  t.field("holds", view.holds);
  t.field("why_not", view.why_not);
}

RecordLineView line_view(const Record& record, const KeptParticulars& kept, const Council& council);
// With its neighbours, where they are: the chain holds when each carries the hash of the one before.
RecordView record_view(const Record& record, const KeptParticulars& kept, const Record* before, const Record* after,
                       const std::vector<kit::Moment>& erasures, const Council& council);

}  // namespace council
