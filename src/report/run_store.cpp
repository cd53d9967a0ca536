#include "report/run_store.h"

#include "compare/mapped_store.h"
#include "council/record_store.h"
#include "report/document_told.h"

namespace report {
namespace {

std::string detail_of(const Edition& edition) {
  auto said = "As at " + edition.as_at.iso();
  if (!edition.reason.empty()) said += ". " + edition.reason;
  return said;
}

}  // namespace

Document composed(kit::Database& db, const Pack& pack, const std::shared_ptr<const assess::Picture>& picture, const calendar::Period& period, const std::string& data_folder, Form form) {
  auto tx = db.read();
  return compose({pack, picture, period, [&](const assess::Picture& one, const calendar::Period& until) { return compare::elsewhere(tx, data_folder, one, until); }}, form);
}

Frozen composed(kit::Database& db, const Pack& pack, const std::shared_ptr<const assess::Picture>& picture, const calendar::Period& period, const std::string& data_folder) {
  return {as_json(composed(db, pack, picture, period, data_folder, Form::full)), as_json(composed(db, pack, picture, period, data_folder, Form::open))};
}

bool keep(kit::Transaction& tx, const Edition& edition, const Frozen& frozen, const std::string& who, kit::Moment now) {
  const auto subject = edition.key.pack + " " + edition.key.period.iso() + " " + std::to_string(edition.key.number);
  council::Deed deed{now, who, "report run", subject, detail_of(edition), "report " + subject};
  deed.particulars.authority = edition.approved_by.empty() ? "the calendar" : "asked by " + edition.asked_by + ", approved by " + edition.approved_by;
  const auto recorded = council::record(tx, deed);
  if (!recorded.is_new()) return false;
  add_edition(tx, edition, frozen, recorded.id);
  return true;
}

}  // namespace report
