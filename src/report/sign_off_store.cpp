#include "report/sign_off_store.h"

#include "kit/failure.h"
#include "report/document_told.h"
#include "report/paper.h"
#include "report/written_words.h"

namespace report {
namespace {

std::string exempt_words(const std::vector<Words>& all, int paragraph) {
  for (const auto& words : all)
    if (words.exempt == paragraph && !words.words.empty())
      return "Words written for this report are not for publication under " + paragraph_words(paragraph) +
             " of Part 1 of Schedule 12A to the Local Government Act 1972.";
  return {};
}

Document as_it_ran(kit::Transaction& tx, const EditionKey& key, Form form) {
  const auto kept = load_document_as_it_ran(tx, key, form);
  auto document = read_document(kept ? kept->json : "");
  if (!document) throw kit::Failure("The report " + key.path() + " cannot be read. Run goldenthread check.");
  return std::move(*document);
}

}  // namespace

void add_signed_documents(kit::Transaction& tx, const Edition& edition, const council::Council& council, council::RecordId record) {
  const auto words = load_words(tx, edition.key.pack, edition.key.period);
  const auto full = with_words(as_it_ran(tx, edition.key, Form::full), words, council, Unwritten::go);
  auto open = with_words(as_it_ran(tx, edition.key, Form::open), open_words(words), council, Unwritten::go);
  for (int paragraph = 1; paragraph <= last_paragraph; ++paragraph)
    if (auto said = exempt_words(words, paragraph); !said.empty()) {
      open.withheld.push_back(std::move(said));
      name_exempt(open, paragraph);
    }
  add_signed(tx, edition.key, {as_json(full), as_json(open)}, record);
}

}  // namespace report
