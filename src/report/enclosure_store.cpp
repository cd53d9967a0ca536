#include "report/enclosure_store.h"

#include "council/council_store.h"
#include "report/document_told.h"
#include "report/edition_store.h"
#include "report/made_form.h"

namespace report {
namespace {

using Is = Enclosed::Is;

Enclosed left_out() { return {Is::left_out, {}, "The report as a PDF could not be made in time. Read it by the link."}; }

struct Facts {
  std::size_t most = 0;
  std::optional<Document> document;
};
Facts gathered(kit::Database& db, const EnclosedForm& wanted, kit::Moment now) {
  auto tx = db.read();
  Facts facts{most_enclosed(council::load_council(tx, now, db.version())), std::nullopt};
  if (const auto kept = load_document(tx, wanted.key, wanted.form))
    if (auto document = read_document(kept->json)) facts.document = std::move(*document);
  return facts;
}

}  // namespace

std::size_t most_enclosed(const council::Council& council) {
  return static_cast<std::size_t>(std::strtoul(council.setting("attach_mb").c_str(), nullptr, 10)) * 1'000'000;
}

Enclosed enclosed(kit::Database& db, kit::Press* press, const std::string& address, kit::Moment now) {
  const auto wanted = read_enclosed(address);
  if (!wanted) return {};
  const auto facts = gathered(db, *wanted, now);
  if (facts.most == 0) return {};  // the council has thought better of it
  if (!facts.document || !press || press->settings().browser.empty()) return left_out();

  auto making = as_pdf(*facts.document);
  if (auto bytes = press->find(making.name)) {
    const auto [goes, said] = enclosing(bytes->size(), facts.most);
    if (!goes) return {Is::left_out, {}, said};
    return {Is::there, {wanted->file_name(), "application/pdf", std::move(*bytes)}, said};
  }
  const auto standing = press->ask(making.name, "letters", std::move(making.make));
  if (standing.is == kit::Standing::Is::failed) return left_out();
  return {Is::being_made, {}, ""};
}

}  // namespace report
