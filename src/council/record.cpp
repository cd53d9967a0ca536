#include "council/record.h"

#include <algorithm>

#include "kit/secret.h"

namespace council {
namespace {

// With its length before it, no text can be cut elsewhere and mean the same.
void append(std::string& whole, std::string_view text) {
  whole += std::to_string(text.size());
  whole += ':';
  whole += text;
}

}  // namespace

std::string hash_of(const Record& record) {
  const Deed& deed = record.deed;
  std::string whole;
  append(whole, std::to_string(record.id));
  append(whole, std::to_string(deed.at.seconds));
  for (const auto* text : {&deed.who, &deed.what, &deed.subject, &deed.detail, &deed.key, &record.previous})
    append(whole, *text);
  // Records of before there were particulars have neither, and their hashes stay as they were.
  if (!record.sealed.empty() || deed.moves == Moves::nothing) {
    append(whole, deed.moves == Moves::nothing ? "work" : "moves");
    append(whole, record.sealed);
  }
  return kit::fingerprint(whole);
}

std::string seal_of(const Particulars& particulars, std::string_view salt) {
  std::string whole;
  append(whole, salt);
  for (const auto* text : {&particulars.place, &particulars.authority, &particulars.was, &particulars.became}) append(whole, *text);
  return kit::fingerprint(whole);
}

Record next_record(const Record* newest, Deed deed, std::string sealed) {
  Record record{newest ? newest->id + 1 : 1, std::move(deed), newest ? newest->hash : "", "", std::move(sealed)};
  record.hash = hash_of(record);
  return record;
}

std::optional<std::string> broken_seal(const KeptParticulars& kept, const std::vector<kit::Moment>& erasures) {
  const std::string number = std::to_string(kept.record);
  if (!kept.are_there) return "The particulars of record " + number + " were removed.";
  if (kept.sealed.empty()) return "Record " + number + " has particulars that were put there after it was written.";
  if (!kept.erased) {
    if (kept.sealed == seal_of(kept.particulars, kept.salt)) return std::nullopt;
    return "The particulars of record " + number + " were changed after it was written: its seal no longer fits.";
  }
  if (kept.particulars.any() || !kept.salt.empty()) return "The particulars of record " + number + " are said to be erased and are not.";
  if (std::ranges::find(erasures, *kept.erased) == erasures.end())
    return "The particulars of record " + number + " were erased, and no record says so.";
  return std::nullopt;
}

std::optional<std::string> broken_link(const Record* before, const Record& record) {
  const std::string number = std::to_string(record.id);
  const RecordId expected = before ? before->id + 1 : 1;
  if (record.id != expected)
    return "Record " + number + " follows where record " + std::to_string(expected) +
           " should stand: a row was removed or slipped in.";
  if (record.previous != (before ? before->hash : ""))
    return "Record " + number + " does not carry the hash of the record before it.";
  if (record.hash != hash_of(record))
    return "Record " + number + " was changed after it was written: its hash no longer fits.";
  return std::nullopt;
}

}  // namespace council
