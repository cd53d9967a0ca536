// The routes stand at the end: an edition as an Excel workbook, PDF or Word file, and of its public form; and the page on which one
// waits for a file that takes seconds to make.
#include "report/forms_pages.h"

#include "parts/error_page.h"
#include "report/document_book.h"
#include "report/making_pages.h"
#include "report/opened_store.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Request;
using parts::Reply;

constexpr std::string_view of_the_public = "public-";

std::string file_name(const EditionKey& key, Form form, std::string_view ending) {
  return key.pack + "-" + key.slug() + (form == Form::open ? "-public" : "") + std::string(ending);
}

// What is asked for, opened; or why not. Whoever may not read the full form is led to `open_address`, under the edition's own.
struct Opened {
  EditionKey key;
  Document document;
};
std::variant<Opened, Reply> opened(const Request& asked, Desk& desk, Form form, std::string_view open_address) {
  auto tx = desk.db.read();
  const auto found = find_asked(tx, asked, desk.asker);
  if (!found) return Reply(parts::error_page(404, "There is no such edition that you may read.", {"All reports", "/reports"}));
  const auto& edition = found->edition();
  if (!may_read(edition, form, desk.asker)) return Reply(kit::Response::see_other(edition.key.path() + std::string(open_address)));
  return Opened{edition.key, open_document(tx, edition, form, desk)};
}

Wanted wanted(Opened edition, const FileSort& sort, Form form) {
  const auto& key = edition.key;
  const auto report = key.path() + (form == Form::open ? "/public" : "");
  const auto page = key.path() + "/files/" + (form == Form::open ? std::string(of_the_public) : "") + std::string(sort.code);
  return {sort,
          std::move(edition.document),
          report,
          report + ".xlsx",
          report + ".csv",
          page,
          report + std::string(sort.ending),
          file_name(key, form, sort.ending)};
}

// -- the page on which one waits ------------------------------------------------------------------------------------------

// "pdf", or "public-pdf" for the public form.
template <class Answer>
Reply making_of(const Request& asked, Desk& desk, const Answer& answer) {
  std::string_view code = asked.value("file");
  const auto form = code.starts_with(of_the_public) ? Form::open : Form::full;
  if (form == Form::open) code.remove_prefix(of_the_public.size());
  const auto* sort = find_file_sort(code);
  if (!sort) return parts::error_page(404, "There is no such form of a report.", {"All reports", "/reports"});
  auto found = opened(asked, desk, form, "/files/" + std::string(of_the_public) + std::string(sort->code));
  if (auto* no = std::get_if<Reply>(&found)) return std::move(*no);
  return answer(asked, wanted(std::move(std::get<Opened>(found)), *sort, form), desk);
}

Reply show_file_page(const Request& asked, Desk& desk) { return making_of(asked, desk, show_making); }
Reply change_file_page(const Request& asked, Desk& desk) { return making_of(asked, desk, change_making); }

// -- the files ------------------------------------------------------------------------------------------------------------

Reply excel(const Request& asked, Desk& desk, Form form) {
  auto found = opened(asked, desk, form, "/public.xlsx");
  if (auto* no = std::get_if<Reply>(&found)) return std::move(*no);
  const auto& edition = std::get<Opened>(found);
  return kit::Response::file(as_workbook(edition.document), workbook_type, file_name(edition.key, form, ".xlsx"));
}

Reply made(const Request& asked, Desk& desk, const FileSort& sort, Form form) {
  auto found = opened(asked, desk, form, "/public" + std::string(sort.ending));
  if (auto* no = std::get_if<Reply>(&found)) return std::move(*no);
  return made_file(wanted(std::move(std::get<Opened>(found)), sort, form), desk);
}

Reply full_excel(const Request& asked, Desk& desk) { return excel(asked, desk, Form::full); }
Reply open_excel(const Request& asked, Desk& desk) { return excel(asked, desk, Form::open); }
Reply full_pdf(const Request& asked, Desk& desk) { return made(asked, desk, pdf_file(), Form::full); }
Reply open_pdf(const Request& asked, Desk& desk) { return made(asked, desk, pdf_file(), Form::open); }
Reply full_word(const Request& asked, Desk& desk) { return made(asked, desk, word_file(), Form::full); }
Reply open_word(const Request& asked, Desk& desk) { return made(asked, desk, word_file(), Form::open); }

}  // namespace

const council::Routes& forms_routes() {
  using kit::Method;
  using council::Lasts;
  static const council::Routes routes = {
      {Method::get, "/reports/{pack}/{edition}.xlsx", May::read, full_excel, "One edition as an Excel workbook"},
      {Method::get, "/reports/{pack}/{edition}/public.xlsx", May::read, open_excel,
       "The public form of one edition as an Excel workbook"},
      {Method::get, "/reports/{pack}/{edition}.pdf", May::read, full_pdf,
       "One edition as a tagged PDF, once it has been made", Lasts::not_at_all},
      {Method::get, "/reports/{pack}/{edition}/public.pdf", May::read, open_pdf,
       "The public form of one edition as a tagged PDF", Lasts::not_at_all},
      {Method::get, "/reports/{pack}/{edition}.docx", May::read, full_word,
       "One edition as a Word file, once it has been made", Lasts::not_at_all},
      {Method::get, "/reports/{pack}/{edition}/public.docx", May::read, open_word,
       "The public form of one edition as a Word file", Lasts::not_at_all},
      {Method::get, "/reports/{pack}/{edition}/files/{file}", May::read, show_file_page,
       "Has a PDF or Word file made, and says how far it is", Lasts::not_at_all},
      {Method::post, "/reports/{pack}/{edition}/files/{file}", May::read, change_file_page,
       "Stops that, or tries again"},
  };
  return routes;
}

}  // namespace report
