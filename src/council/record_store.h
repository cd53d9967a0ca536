// The record in the database.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "council/record.h"
#include "kit/db.h"

namespace council {

// What became of a deed: it was written, or its key shows that an earlier request has done it already.
struct Recorded {
  enum class How { written, already_done };
  RecordId id = 0;
  How how = How::written;
  bool is_new() const { return how == How::written; }
};

// First in a writing transaction: the facts that follow carry the number. When it was already done, write nothing more.
Recorded record(kit::Transaction& tx, Deed deed);

std::optional<RecordId> find_record(kit::Transaction& tx, const std::string& key);  // resolves an unknown outcome
RecordId version(kit::Transaction& tx);  // the newest record with which moved what everybody reads; 0 when there is none
RecordId newest_record(kit::Transaction& tx);  // of any sort: what is on its way moves with it
std::optional<kit::Moment> newest_moment(kit::Transaction& tx);
void each_record(kit::Transaction& tx, const std::function<void(const Record&)>& each);  // in order

// In order, of every record that has particulars or says that it had.
void each_kept_particulars(kit::Transaction& tx, const std::function<void(const KeptParticulars&)>& each);
std::vector<kit::Moment> erasures(kit::Transaction& tx);  // when particulars were erased, as the record says

// What of the record is looked for: all of it, unless something is named.
struct RecordSearch {
  std::string who, what;
  std::string subject;               // an indicator's code, or the whole of another subject
  std::optional<kit::Date> from, to; // both days are in it
  RecordId before = 0;               // only records before this one; 0: from the newest
};
struct FoundRecord {
  Record record;
  KeptParticulars kept;              // not there when the record has none
};
std::vector<FoundRecord> find_records(kit::Transaction& tx, const RecordSearch& search, std::int64_t most);  // newest first
std::optional<FoundRecord> find_one_record(kit::Transaction& tx, RecordId id);
std::vector<std::string> people_in_record(kit::Transaction& tx);  // codes, and what else did something
std::vector<std::string> sorts_in_record(kit::Transaction& tx);   // "entry", "import" …

}  // namespace council
