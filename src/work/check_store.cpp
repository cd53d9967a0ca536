#include "work/check_store.h"

#include "collect/entry_store.h"
#include "council/letter_store.h"
#include "council/record_store.h"
#include "kit/html.h"
#include "kit/http.h"
#include "work/check_view.h"
#include "work/entry_view.h"
#include "work/follow_store.h"
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
void tell_the_officer(kit::Transaction& tx, const council::Desk& desk, const assess::Picture& picture,
                      const collect::Due& due, const Entry& next) {
  const auto* officer = picture.council.person(next.entered_by);
  if (!officer || officer->gone || officer->email.empty()) return;
  const auto& d = *due.definition;
  const auto where = address_of(desk, due);
  council::Letter letter{"returned " + d.code + " " + due.period.iso() + " " + std::to_string(next.edition), officer->code, officer->email,
                         "Came back: " + d.title + ", " + due.period.words(), {}, {}};
  letter.plain = d.title + " (" + d.code + "), " + due.period.words() + ", came back.\n\n" + next.said +
                 "\n\nPut it right: " + where + "\n";
  kit::Html html;
  html.el("p", d.title + " (" + d.code + "), " + due.period.words() + ", came back.").el("p", next.said);
  html.open("p").el("a", {{"href", where}}, "Put it right").close("p");
  letter.html = std::move(html).take();
  council::queue(tx, letter, desk.now);
}

bool hears_of(const council::Person& person, const council::Council& council, const indicator::Definition& d, const Entry& next) {
  if (person.gone || person.email.empty()) return false;
  if (person.code == d.owner || person.code == next.entered_by || person.role == council::Role::performance_team) return true;
  const auto* above = council.directorate_of(d.service);
  return person.role == council::Role::head_of_service && (person.unit == d.service || (above && person.unit == above->code));
}

// A colour that people have read already has changed: whoever answers for it, and the performance team, hear of it at once.
void tell_of_the_colour(kit::Transaction& tx, const council::Desk& desk, const assess::Picture& picture,
                        const indicator::Definition& d, const Entry& next, const std::string& change) {
  const auto where = desk.address + "/indicators/" + kit::url_encoded(d.code);
  const auto named = d.title + " (" + d.code + ")";
  for (const auto& person : picture.council.people) {
    if (!hears_of(person, picture.council, d, next)) continue;
    council::Letter letter{
        "colour " + d.code + " " + next.period.iso() + " " + std::to_string(next.edition) + " " + person.code,
        person.code,
        person.email,
        "Status changed: " + d.title + ", " + next.period.words(),
        {},
        {}};
    letter.plain = named + " was corrected. " + change + "\n\n" +
                   (next.reason.empty() ? "" : "Why: " + next.reason + "\n\n") + "Both figures: " + where + "\n";
    kit::Html html;
    html.el("p", named + " was corrected. " + change);
    if (!next.reason.empty()) html.el("p", "Why: " + next.reason);
    html.open("p").el("a", {{"href", where}}, "Both figures").close("p");
    letter.html = std::move(html).take();
    council::queue(tx, letter, desk.now);
  }
}

// The same of a computed one that followed a correction.
void tell_of_a_computed_one(kit::Transaction& tx, const council::Desk& desk, const assess::Picture& picture, const Following::Step& step) {
  if (step.entry.stage != Stage::reported || step.entry.kind != EntryKind::correction) return;
  const auto change = colour_change(picture, *step.kept, step.entry);
  if (!change.empty()) tell_of_the_colour(tx, desk, picture, step.kept->in(step.entry.period), step.entry, change);
}

std::string in_words(const collect::Figure& figure, const indicator::Definition& d) {
  const auto number = collect::number_of(figure, d);
  return number ? indicator::written(*number, d) : std::string(collect::words(figure.state));
}

std::string authority(const council::Desk& desk, const collect::Due& due) {
  return desk.asker.person == due.definition->checker ? "checker" : "covers for " + due.definition->checker;
}

}  // namespace

void add_step(kit::Transaction& tx, const council::Desk& desk, const assess::Picture& picture, const assess::Kept& kept,
              const collect::Due& due, const Entry& next, const std::string& key) {
  // What is approved when the run is over is reported at once: a late figure, a correction, one of a window opened again.
  const bool reports = next.stage == Stage::checked && (next.kind != EntryKind::figure || due.window.runs <= desk.now);
  const auto change = reports && due.reported() ? colour_change(picture, kept, next) : std::string();
  auto deed =
      council::deed_of(desk, next.stage == Stage::checked ? "check" : "return",
                       due.definition->code + " " + due.period.iso(), std::string(collect::words(next.kind)), key);
  deed.moves = reports ? council::Moves::what_is_read : council::Moves::nothing;
  deed.particulars.authority = authority(desk, due);
  deed.particulars.became = next.said;
  if (const auto* told = due.reported(); reports && told) {
    deed.particulars.was = in_words(*told, *due.definition);
    deed.particulars.became = in_words(collect::figure_of(next), *due.definition) + (change.empty() ? "" : ". " + change);
  }
  const auto recorded = council::record(tx, deed);
  if (!recorded.is_new()) return;
  collect::add_entries(tx, std::span(&next, 1), recorded.id);
  const auto newest = reports ? report_one(tx, kept, next, desk.now, recorded.id) : next;
  const auto followed = follow(tx, picture, {newest}, desk.now);
  if (!change.empty()) tell_of_the_colour(tx, desk, picture, *due.definition, next, change);
  for (const auto& step : followed) tell_of_a_computed_one(tx, desk, picture, step);
  if (next.stage == Stage::returned) tell_the_officer(tx, desk, picture, due, next);
}

}  // namespace work
