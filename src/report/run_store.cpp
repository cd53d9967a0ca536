#include "report/run_store.h"

#include "compare/mapped_store.h"
#include "compare/published_standing_store.h"
#include "council/record_store.h"
#include "report/document_told.h"

namespace report {
namespace {

std::string detail_of(const Edition& edition) {
  auto said = "As at " + edition.as_at.iso();
  if (!edition.reason.empty()) said += ". " + edition.reason;
  return said;
}

std::vector<compare::PublishedStanding> about_the_place(kit::Transaction& tx, const std::string& data_folder,
                                                        const assess::Picture& picture, const calendar::Period& until,
                                                        const Section& section) {
  compare::ChosenSeries chosen{{}, section.compare_with};
  for (const auto& one : section.published) chosen.all.push_back(one.series);
  return compare::published_standings(tx, data_folder, picture, chosen, until);
}

// The newest edition of the newest period before.
std::optional<Document> last_time(kit::Transaction& tx, const std::string& pack, const calendar::Period& before, Form form) {
  std::optional<EditionKey> last;
  for (const auto& key : load_keys(tx))
    if (key.pack == pack && key.period < before &&
        (!last || std::pair(last->period, last->number) < std::pair(key.period, key.number)))
      last = key;
  const auto kept = last ? load_document(tx, *last, form) : std::nullopt;
  if (!kept) return std::nullopt;
  const auto read = read_document(kept->json);
  return read ? std::optional(*read) : std::nullopt;
}

}  // namespace

Document composed(kit::Database& db, const Pack& pack, const std::shared_ptr<const assess::Picture>& picture,
                  const calendar::Period& period, const std::string& data_folder, Form form) {
  auto tx = db.read();
  const Composing from{pack,
                       picture,
                       period,
                       [&](const assess::Picture& one, const calendar::Period& until) {
                         return compare::elsewhere(tx, data_folder, one, until);
                       },
                       [&](const assess::Picture& one, const calendar::Period& until, const Section& section) {
                         return about_the_place(tx, data_folder, one, until, section);
                       },
                       [&](Form of) { return last_time(tx, pack.code, period, of); }};
  return compose(from, form);
}

Frozen composed(kit::Database& db, const Pack& pack, const std::shared_ptr<const assess::Picture>& picture,
                const calendar::Period& period, const std::string& data_folder) {
  return {as_json(composed(db, pack, picture, period, data_folder, Form::full)),
          as_json(composed(db, pack, picture, period, data_folder, Form::open))};
}

bool keep(kit::Transaction& tx, const Edition& edition, const Frozen& frozen, const std::string& who, kit::Moment now) {
  const auto subject = edition.key.pack + " " + edition.key.period.iso() + " " + std::to_string(edition.key.number);
  council::Deed deed{now, who, "report run", subject, detail_of(edition), "report " + subject};
  deed.particulars.authority = edition.approved_by.empty()
                                   ? "the calendar"
                                   : "asked by " + edition.asked_by + ", approved by " + edition.approved_by;
  const auto recorded = council::record(tx, deed);
  if (!recorded.is_new()) return false;
  add_edition(tx, edition, frozen, recorded.id);
  return true;
}

}  // namespace report
