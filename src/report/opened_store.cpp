#include "report/opened_store.h"

#include "council/council_store.h"
#include "kit/failure.h"
#include "report/document_told.h"
#include "report/written_words.h"

namespace report {
namespace {

// What the database keeps is a document, or another program wrote it.
Document kept_document(kit::Transaction& tx, const Edition& edition, Form form) {
  const auto kept = load_document(tx, edition.key, form);
  if (!kept) throw kit::Failure("The report " + edition.key.path() + " has no document. Run goldenthread check.");
  auto document = read_document(kept->json);
  if (!document) throw kit::Failure("The report " + edition.key.path() + " cannot be read: " + document.refusals().all().front().sentence);
  return std::move(*document);
}

}  // namespace

Document open_document(kit::Transaction& tx, const Edition& edition, Form form, council::Desk& desk) {
  auto document = kept_document(tx, edition, form);
  if (edition.state() >= State::signed_off) return document;
  const auto written = load_words(tx, edition.key.pack, edition.key.period);
  const auto council = council::load_council(tx, desk.end_of_today(), desk.db.version());
  return with_words(std::move(document), form == Form::full ? written : open_words(written), council, Unwritten::stay);
}

}  // namespace report
