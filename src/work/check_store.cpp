#include "work/check_store.h"

#include "collect/entry_store.h"
#include "council/letter_store.h"
#include "council/record_store.h"
#include "kit/html.h"
#include "kit/http.h"
#include "work/check_view.h"
#include "work/entry_view.h"
#include "work/run_store.h"

namespace work {
namespace {

using collect::Entry;
using collect::EntryKind;
using collect::Stage;

std::string address_of(const council::Desk& desk, const collect::Due& due) {
  return desk.address + "/my-figures/" + kit::url_encoded(due.definition->code) + "/" + due.period.slug();
}

// The officer hears at once that a figure came back, and why.
void tell_the_officer(kit::Transaction& tx, const council::Desk& desk, const assess::Picture& picture, const collect::Due& due, const Entry& next) {
  const auto* officer = picture.council.person(next.entered_by);
  if (!officer || officer->gone || officer->email.empty()) return;
  const auto& d = *due.definition;
  const auto where = address_of(desk, due);
  council::Letter letter{"returned " + d.code + " " + due.period.iso() + " " + std::to_string(next.edition), officer->code, officer->email,
                         "Came back: " + d.title + ", " + due.period.words(), {}, {}};
  letter.plain = d.title + " (" + d.code + "), " + due.period.words() + ", came back.\n\n" + next.said + "\n\nPut it right: " + where + "\n";
  kit::Html html;
  html.el("p", d.title + " (" + d.code + "), " + due.period.words() + ", came back.").el("p", next.said);
  html.open("p").el("a", {{"href", where}}, "Put it right").close("p");
  letter.html = std::move(html).take();
  council::queue(tx, letter, desk.now);
}

std::string authority(const council::Desk& desk, const collect::Due& due) {
  return desk.asker.person == due.definition->checker ? "checker" : "covers for " + due.definition->checker;
}

}  // namespace

void add_step(kit::Transaction& tx, const council::Desk& desk, const assess::Picture& picture, const assess::Kept& kept, const collect::Due& due, const Entry& next,
              const std::string& key) {
  const bool reports = next.stage == Stage::checked && next.kind != EntryKind::figure;
  auto deed = council::deed_of(desk, next.stage == Stage::checked ? "check" : "return", due.definition->code + " " + due.period.iso(), std::string(collect::words(next.kind)), key);
  deed.moves = reports ? council::Moves::what_is_read : council::Moves::nothing;
  deed.particulars.authority = authority(desk, due);
  deed.particulars.became = next.said;
  if (const auto* told = due.reported(); reports && told) {
    const auto number = collect::number_of(*told, *due.definition);
    deed.particulars.was = number ? indicator::written(*number, *due.definition) : std::string(collect::words(told->state));
    deed.particulars.became = colour_change(picture, kept, next);
  }
  const auto recorded = council::record(tx, deed);
  if (!recorded.is_new()) return;
  collect::add_entries(tx, std::span(&next, 1), recorded.id);
  if (reports) report_one(tx, kept, next, desk.now, recorded.id);
  if (next.stage == Stage::returned) tell_the_officer(tx, desk, picture, due, next);
}

}  // namespace work
