// The record: who did what, when. Every change writes one row in its own transaction; each row carries the hash of the
// one before, so that nobody changes, removes or slips in a row unseen. Its number is the version of everything stored.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kit/moment.h"

namespace council {

using RecordId = std::int64_t;

// What is to be recorded. The key is the writer's own: a repeated request carries the same one and is done only once.
struct Deed {
  kit::Moment at;
  std::string who;      // "goldenthread import", later an officer's code
  std::string what;     // "import", "entry"
  std::string subject;  // "figures.csv", "BBF07 2025-04-01/P3M"
  std::string detail;   // "1,204 figures, 3 targets"
  std::string key;
};

struct Record {
  RecordId id = 0;
  Deed deed;
  std::string previous;  // hash of the row before; empty on the first
  std::string hash;
};

std::string hash_of(const Record& record);  // SHA-256 over number, deed and previous hash, each with its length
Record next_record(const Record* newest, Deed deed);

// Why `record` cannot stand after `before` (null for the first), in a sentence; nothing when the chain holds.
std::optional<std::string> broken_link(const Record* before, const Record& record);

}  // namespace council
