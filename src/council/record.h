// The record: who did what, when. Every change writes one row in its own transaction; each row carries the hash of the
// one before, so that nobody changes, removes or slips in a row unseen. Its number is the version of everything stored.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/moment.h"

namespace council {

using RecordId = std::int64_t;

// What is to be recorded. The key is the writer's own: a repeated request carries the same one and is done only once.
//
// Particulars say what may have to be erased one day (a person's words, the network address that someone came from). The chain
// covers only their seal, a salted hash: they can be taken away and the chain still holds.
struct Particulars {
  std::string place;      // from where: a network address, or "this machine"
  std::string authority;  // by which rule, or at whose word: "owner", "covers for o.madeley", "approved by d.lyle"
  std::string was, became;  // before and after, in words
  bool any() const { return !place.empty() || !authority.empty() || !was.empty() || !became.empty(); }
};
std::string seal_of(const Particulars& particulars, std::string_view salt);  // SHA-256, each text with its length

// Whether what everybody reads moves with a deed: a figure on its way or a password does not, a reported figure does.
enum class Moves : std::uint8_t { nothing, what_is_read };

struct Deed {
  kit::Moment at;
  std::string who;      // a person's code; "goldenthread import", "goldenthread" for what the clock does
  std::string what;     // "import", "entry"
  std::string subject;  // "figures.csv", "BBF07 2025-04-01/P3M"
  std::string detail;   // "1,204 figures, 3 targets"
  std::string key;
  Moves moves = Moves::what_is_read;
  Particulars particulars;
};

struct Record {
  RecordId id = 0;
  Deed deed;
  std::string previous;  // hash of the row before; empty on the first
  std::string hash;
  std::string sealed;    // of the particulars; empty when there are none
};

std::string hash_of(const Record& record);  // SHA-256 over number, deed, previous hash and seal, each with its length
Record next_record(const Record* newest, Deed deed, std::string sealed = {});

// What is kept of a record's particulars, beside the seal that its row carries.
struct KeptParticulars {
  RecordId record = 0;
  std::string sealed;  // as the record says; empty when it says that there are none
  bool are_there = true;
  Particulars particulars;
  std::string salt;
  std::optional<kit::Moment> erased;
};
// Why these are not the particulars that the record sealed, in a sentence; nothing when they are, or were erased by one of the
// recorded erasures.
std::optional<std::string> broken_seal(const KeptParticulars& kept, const std::vector<kit::Moment>& erasures);

// Why `record` cannot stand after `before` (null for the first), in a sentence; nothing when the chain holds.
std::optional<std::string> broken_link(const Record* before, const Record& record);

}  // namespace council
