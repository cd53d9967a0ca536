// The routes stand at the end: GET /reports/{pack}/{edition}.xlsx and the same of its public form.
#include "report/forms_pages.h"

#include "parts/error_page.h"
#include "report/document_book.h"
#include "report/opened_store.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Request;
using parts::Reply;

std::string file_name(const EditionKey& key, Form form, std::string_view ending) {
  return key.pack + "-" + key.slug() + (form == Form::open ? "-public" : "") + std::string(ending);
}

// What is asked for, opened; or why not. Whoever may not read the full form is led to the public one.
struct Opened {
  EditionKey key;
  Document document;
};
std::variant<Opened, Reply> opened(const Request& asked, Desk& desk, Form form, std::string_view ending) {
  auto tx = desk.db.read();
  const auto found = find_asked(tx, asked, desk.asker);
  if (!found) return Reply(parts::error_page(404, "There is no such edition that you may read.", {"All reports", "/reports"}));
  const auto& edition = found->edition();
  if (!may_read(edition, form, desk.asker)) return Reply(kit::Response::see_other(edition.key.path() + "/public" + std::string(ending)));
  return Opened{edition.key, open_document(tx, edition, form, desk)};
}

Reply excel(const Request& asked, Desk& desk, Form form) {
  constexpr std::string_view ending = ".xlsx";
  auto found = opened(asked, desk, form, ending);
  if (auto* no = std::get_if<Reply>(&found)) return std::move(*no);
  const auto& edition = std::get<Opened>(found);
  return kit::Response::file(as_workbook(edition.document), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file_name(edition.key, form, ending));
}

Reply full_excel(const Request& asked, Desk& desk) { return excel(asked, desk, Form::full); }
Reply open_excel(const Request& asked, Desk& desk) { return excel(asked, desk, Form::open); }

}  // namespace

const council::Routes& forms_routes() {
  using kit::Method;
  static const council::Routes routes = {
      {Method::get, "/reports/{pack}/{edition}.xlsx", May::read, full_excel, "One edition as an Excel workbook"},
      {Method::get, "/reports/{pack}/{edition}/public.xlsx", May::read, open_excel, "The public form of one edition as an Excel workbook"},
  };
  return routes;
}

}  // namespace report
