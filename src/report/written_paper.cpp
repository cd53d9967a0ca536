#include "report/written_paper.h"

#include "kit/secret.h"

namespace report {
namespace {

// As write_words calls its fields, so that this form can point at its own.
std::string field_of(const Slot& slot, const std::string& field) {
  if (field == "words") return slot.name;
  return field == "exempt" ? exempt_field(slot) : field;
}

// Somebody else has written there, and so has whoever sends this.
constexpr const char* both_wrote =
    "Somebody has written here since you opened the form. Their text stands above; take yours in and save again.";

}  // namespace

std::string seen_mark(std::string_view words, int exempt) {
  return kit::fingerprint(std::to_string(exempt) + "\n" + std::string(words)).substr(0, 16);
}
std::string exempt_field(const Slot& slot) { return slot.name + "-exempt"; }
std::string seen_field(const Slot& slot) { return slot.name + "-seen"; }

kit::Verdict<std::vector<Words>> write_paper(const Edition* newest, const std::vector<TypedPart>& parts,
                                             const council::Asker& by, kit::Moment now) {
  kit::Refusals no;
  std::vector<Words> changed;
  for (const auto& part : parts) {
    auto written = write_words(newest, part.slot, part.words, part.exempt, by, now);
    const auto faults = written.refusals();
    for (const auto& fault : faults.all())
      if (!fault.field.empty() || !no.any()) no.add(field_of(part.slot, fault.field), fault.sentence);
    if (!written) continue;
    const auto mark = seen_mark(written->words, part.exempt), kept = seen_mark(part.now, part.now_exempt);
    if (mark == part.seen || mark == kept) continue;
    no.unless(part.seen == kept, part.slot.name, both_wrote);
    changed.push_back(std::move(*written));
  }
  if (no.any()) return no;
  return changed;
}

}  // namespace report
