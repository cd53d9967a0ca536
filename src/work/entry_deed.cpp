#include "work/entry_deed.h"

namespace work {
namespace {

std::string authority(const council::Asker& asker, const council::Subject& subject) {
  if (asker.person == subject.owner) return "owner";
  if (asker.person == subject.deputy) return "deputy";
  if (asker.is_or_covers(subject.owner)) return "covers for " + subject.owner;
  return asker.is_or_covers(subject.deputy) ? "covers for " + subject.deputy : "performance team";
}

std::string in_words(const collect::Entry& entry, const indicator::Definition& d) {
  if (entry.edition == 0) return {};
  const auto number = collect::number_of(collect::figure_of(entry), d);
  return (number ? indicator::written(*number, d) : std::string(collect::words(entry.state))) + ": " + collect::whole_note(entry);
}

}  // namespace

council::Deed entry_deed(const council::Desk& desk, const collect::Due& due, const collect::Entry& entry, std::string key) {
  const auto& d = *due.definition;
  auto deed = council::deed_of(desk, "entry", d.code + " " + due.period.iso(), std::string(collect::words(entry.kind)), std::move(key));
  deed.moves = council::Moves::nothing;
  deed.particulars.authority = authority(desk.asker, due.subject());
  deed.particulars.was = in_words(due.entry, d);
  deed.particulars.became = in_words(entry, d);
  return deed;
}

}  // namespace work
