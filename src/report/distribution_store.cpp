#include "report/distribution_store.h"

#include <algorithm>

#include "council/letter_store.h"
#include "council/may.h"
#include "kit/failure.h"
#include "kit/html.h"
#include "report/document_told.h"

namespace report {
namespace {

Form form_for(const council::Person& person) {
  council::Asker asker;
  asker.person = person.code;
  asker.role = person.role;
  return council::why_not(council::May::read_reports_in_full, asker).any() ? Form::open : Form::full;
}

std::string answer_of(kit::Transaction& tx, const EditionKey& key, Form form) {
  const auto kept = load_document(tx, key, form);
  const auto document = read_document(kept ? kept->json : "");
  if (!document) throw kit::Failure("The report " + key.path() + " cannot be read. Run goldenthread check.");
  return document->answer;
}

council::Letter letter_of(const Pack& pack, const EditionKey& key, const council::Person& person, const std::string& answer, const std::string& link) {
  const auto title = pack.title + ", " + key.words();
  council::Letter letter{"report " + key.path() + " " + person.code, person.code, person.email, "Published: " + title, title + " is published.\n\n" + answer + "\n\n" + link + "\n", {}};
  kit::Html html;
  html.el("p", title + " is published.").el("p", answer).open("p").el("a", {{"href", link}}, "Read it").close("p");
  letter.html = std::move(html).take();
  return letter;
}

}  // namespace

int tell_readers(kit::Transaction& tx, const Pack& pack, const Edition& edition, const council::Council& council, const std::string& address, kit::Moment now) {
  const std::string answers[] = {answer_of(tx, edition.key, Form::full), answer_of(tx, edition.key, Form::open)};
  int told = 0;
  for (const auto& person : council.people) {
    if (person.gone || person.email.empty() || std::ranges::find(pack.readers, person.role) == pack.readers.end()) continue;
    const auto form = form_for(person);
    const auto link = address + edition.key.path() + (form == Form::full ? "" : "/public");
    told += council::queue(tx, letter_of(pack, edition.key, person, answers[static_cast<std::size_t>(form)], link), now);
  }
  return told;
}

}  // namespace report
