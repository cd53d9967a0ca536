#include "report/distribution_store.h"

#include "council/letter_store.h"
#include "council/may.h"
#include "kit/failure.h"
#include "kit/html.h"
#include "report/distribution_list_store.h"
#include "report/document_told.h"
#include "report/enclosure_store.h"

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

// `key`: without the address of an outsider, since it is kept when the letter is erased.
struct Reader {
  std::string key, person, address;
};

council::Letter letter_of(const Pack& pack, const EditionKey& key, const Reader& reader, const std::string& answer,
                          const std::string& link) {
  const auto title = pack.title + ", " + key.words();
  council::Letter letter{"report " + key.path() + " " + reader.key,
                         reader.person,
                         reader.address,
                         "Published: " + title,
                         title + " is published.\n\n" + answer + "\n\n" + link + "\n",
                         {}};
  kit::Html html;
  html.el("p", title + " is published.").el("p", answer).open("p").el("a", {{"href", link}}, "Read it").close("p");
  letter.html = std::move(html).take();
  return letter;
}

}  // namespace

int tell_readers(kit::Transaction& tx, const Pack& pack, const Edition& edition, const council::Council& council,
                 const std::string& address, kit::Moment now) {
  const auto& key = edition.key;
  const auto who = recipients(pack, load_lists(tx), council);
  const std::string answers[] = {answer_of(tx, key, Form::full), answer_of(tx, key, Form::open)};
  const bool encloses = most_enclosed(council) > 0;
  const auto tell = [&](const Reader& reader, Form form) {
    const auto link = address + key.path() + (form == Form::full ? "" : "/public");
    auto letter = letter_of(pack, key, reader, answers[static_cast<std::size_t>(form)], link);
    if (encloses) letter.attached = EnclosedForm{key, form}.address();
    return council::queue(tx, letter, now) ? 1 : 0;
  };
  int told = 0;
  for (const auto* person : who.people) told += tell({person->code, person->code, person->email}, form_for(*person));
  for (std::size_t i = 0; i < who.outside.size(); ++i) told += tell({"outside " + std::to_string(i + 1), "", who.outside[i]}, Form::open);
  return told;
}

}  // namespace report
