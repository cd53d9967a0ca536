// The routes stand at the end: /indicators/{indicator}/report and /services/{directorate}/report, each as a page, JSON, CSV, Excel, PDF
// and Word. Nothing of it is kept as an edition: asked for as at a moment, it is the same again.
#include "report/single_pages.h"

#include "assess/picture_store.h"
#include "council/address.h"
#include "parts/error_page.h"
#include "parts/text.h"
#include "report/document_book.h"
#include "report/document_csv.h"
#include "report/document_html.h"
#include "report/document_told.h"
#include "report/making_pages.h"
#include "report/run_store.h"
#include "report/single_pack.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Reply;

bool may(const Desk& desk, May what) { return !council::why_not(what, desk.asker).any(); }

// Where things of a sort stand, and how an address names one.
struct Sort {
  std::string_view folder, value, list;  // "indicators", "indicator", "Indicators"
};
constexpr Sort indicators = {"indicators", "indicator", "Indicators"},
               directorates = {"services", "directorate", "Directorates and services"};

struct Single {
  const Sort& sort;
  std::string code;
  Form form = Form::full;
  std::shared_ptr<const Document> document;

  std::string thing() const { return council::path_to(sort.folder, code); }
  std::string about() const { return std::string(sort.value) + ":" + code; }
};

// In full for those who may read reports in full, unless they want what the public may read.
Form form_for(const Request& asked, const Desk& desk) {
  return may(desk, May::read_reports_in_full) && asked.asked("form") != code(Form::open) ? Form::full : Form::open;
}

// Composed once while the data stay, for all of its forms.
std::optional<Single> found(const Request& asked, Desk& desk, const Sort& sort) {
  const auto picture = assess::picture_for(asked, desk);
  const auto pack = pack_about(std::string(sort.value) + ":" + asked.value(sort.value), *picture);
  if (!pack) return std::nullopt;
  Single single{sort, asked.value(sort.value), form_for(asked, desk), nullptr};
  const auto name = pack->code + ' ' + std::string(sort.value) + ' ' + picture->as_at.iso() + ' ' + std::string(code(single.form));
  single.document = desk.memory.get<Document>(
      picture->version, name,
      [&] {
        return std::make_shared<Document>(
            composed(desk.db, *pack, picture, newest_period(*picture, *pack), desk.data_folder, single.form));
      },
      [](const Document& document) { return as_json(document).size() * 3; });
  if (&sort == &indicators && single.document->facts.empty()) return std::nullopt;  // what has no licence to be published
  return single;
}

// As it was asked for: of its form, and as at its moment.
std::string address(const Request& asked, const Single& single, std::string_view ending) {
  const auto path = single.thing() + "/report" + std::string(ending);
  return asked.asked("form") == code(Form::open) ? council::link(asked, path, {{"form", std::string(code(Form::open))}})
                                                 : council::link(asked, path);
}

const Table* every_period(const Document& document) {
  for (const auto& part : document.parts)
    if (part.name == "history")
      for (const auto& block : part.blocks)
        if (const auto* table = std::get_if<Table>(&block)) return table;
  return nullptr;
}

// Of an indicator every period; of a directorate a row for each of its indicators.
std::string as_data(const Document& document) {
  const auto* table = every_period(document);
  return table ? as_csv(*table) : as_csv(document);
}

std::string file_name(const Single& single, std::string_view ending) {
  return single.document->pack + "-" + single.document->period.slug() + (single.form == Form::open ? "-public" : "") +
         std::string(ending);
}

// -- the page -----------------------------------------------------------------------------------------------------------

void ways_on(Html& html, const Request& asked, const Single& single, const Desk& desk) {
  parts::plain_list(html, [&] {
    if (may(desk, May::read_reports_in_full))
      parts::item(html, [&] {
        if (single.form == Form::open) parts::link(html, council::link(asked, single.thing() + "/report"), "In full");
        else
          parts::link(html, council::link(asked, single.thing() + "/report", {{"form", std::string(code(Form::open))}}),
                      "As the public may read it");
      });
    if (may(desk, May::prepare_reports))
      parts::item(html, [&] {
        parts::link(html, "/reports/new?from=" + kit::url_encoded(single.about()),
                    "Let it run by itself, with editions that are kept");
      });
  });
  parts::paragraph(html, [&] {
    html.text("Download: ");
    const std::pair<const char*, const char*> all[] = {{".pdf", "PDF"}, {".docx", "Word"}, {".xlsx", "Excel workbook"}, {".csv", "CSV"}};
    for (const auto& [ending, words] : all) {
      if (ending != all[0].first) html.text(", ");
      parts::link(html, address(asked, single, ending), words);
    }
  });
}

parts::Page page_of(const Request& asked, const Single& single, const Desk& desk) {
  const auto& document = *single.document;
  parts::Page page;
  page.title = full_title(document);
  page.section = parts::Section::reports;
  auto& html = page.body;
  parts::thread(html,
                {{std::string(single.sort.list), council::link(asked, "/" + std::string(single.sort.folder))},
                 {single.code, council::link(asked, single.thing())},
                 {"Report", ""}},
                "Where you are");
  parts::title(html, full_title(document));
  parts::aside_line(html, looks_back_words(document));
  parts::lede(html, document.answer);
  ways_on(html, asked, single, desk);
  tell(html, document, {address(asked, single, ".csv"), {}});
  return page;
}

Reply not_there(const Sort& sort) {
  return parts::error_page(
      404, "There is no report of it that you may read: it is not there, or the council does not publish it.",
      {std::string(sort.list), "/" + std::string(sort.folder)});
}

template <const Sort& sort>
Reply show(const Request& asked, Desk& desk) {
  const auto single = found(asked, desk, sort);
  if (!single) return not_there(sort);
  if (asked.format == "json") return kit::Response::json(as_json(*single->document));
  if (asked.format == "csv") return kit::Response::csv(as_data(*single->document), file_name(*single, ".csv"));
  return page_of(asked, *single, desk);
}

// -- the files ----------------------------------------------------------------------------------------------------------

template <const Sort& sort>
Reply excel(const Request& asked, Desk& desk) {
  const auto single = found(asked, desk, sort);
  return single ? Reply(kit::Response::file(as_workbook(*single->document), workbook_type, file_name(*single, ".xlsx"))) : not_there(sort);
}

Wanted wanted(const Request& asked, const Single& single, const FileSort& file) {
  const auto page = "/files/" + std::string(file.code);
  return {file,
          *single.document,
          address(asked, single, ""),
          address(asked, single, ".xlsx"),
          address(asked, single, ".csv"),
          address(asked, single, page),
          address(asked, single, file.ending),
          file_name(single, file.ending)};
}

Reply made(const Request& asked, Desk& desk, const Sort& sort, const FileSort& file) {
  const auto single = found(asked, desk, sort);
  return single ? made_file(wanted(asked, *single, file), desk) : not_there(sort);
}

template <class Answer>
Reply making_of(const Request& asked, Desk& desk, const Sort& sort, const Answer& answer) {
  const auto* file = find_file_sort(asked.value("file"));
  const auto single = file ? found(asked, desk, sort) : std::nullopt;
  return single ? answer(asked, wanted(asked, *single, *file), desk) : not_there(sort);
}

template <const Sort& sort>
Reply pdf(const Request& asked, Desk& desk) { return made(asked, desk, sort, pdf_file()); }
template <const Sort& sort>
Reply word(const Request& asked, Desk& desk) { return made(asked, desk, sort, word_file()); }
template <const Sort& sort>
Reply show_file_page(const Request& asked, Desk& desk) { return making_of(asked, desk, sort, show_making); }
template <const Sort& sort>
Reply change_file_page(const Request& asked, Desk& desk) { return making_of(asked, desk, sort, change_making); }

}  // namespace

const council::Routes& single_routes() {
  using kit::Method;
  using council::Lasts;
  static const council::Routes routes = {
      {Method::get, "/indicators/{indicator}/report", May::read, show<indicators>,
       "Report of one indicator: how it stands, its thread, targets and definition; as CSV every period"},
      {Method::get, "/indicators/{indicator}/report.xlsx", May::read, excel<indicators>,
       "Report of one indicator as an Excel workbook"},
      {Method::get, "/indicators/{indicator}/report.pdf", May::read, pdf<indicators>,
       "Report of one indicator as a tagged PDF, once it has been made", Lasts::not_at_all},
      {Method::get, "/indicators/{indicator}/report.docx", May::read, word<indicators>,
       "Report of one indicator as a Word file, once it has been made", Lasts::not_at_all},
      {Method::get, "/indicators/{indicator}/report/files/{file}", May::read, show_file_page<indicators>,
       "Has its PDF or Word file made, and says how far it is", Lasts::not_at_all},
      {Method::post, "/indicators/{indicator}/report/files/{file}", May::read, change_file_page<indicators>,
       "Stops that, or tries again"},
      {Method::get, "/services/{directorate}/report", May::read, show<directorates>,
       "Finance and performance of one directorate"},
      {Method::get, "/services/{directorate}/report.xlsx", May::read, excel<directorates>,
       "Finance and performance of one directorate as an Excel workbook"},
      {Method::get, "/services/{directorate}/report.pdf", May::read, pdf<directorates>,
       "Finance and performance of one directorate as a tagged PDF", Lasts::not_at_all},
      {Method::get, "/services/{directorate}/report.docx", May::read, word<directorates>,
       "Finance and performance of one directorate as a Word file", Lasts::not_at_all},
      {Method::get, "/services/{directorate}/report/files/{file}", May::read, show_file_page<directorates>,
       "Has its PDF or Word file made, and says how far it is", Lasts::not_at_all},
      {Method::post, "/services/{directorate}/report/files/{file}", May::read, change_file_page<directorates>,
       "Stops that, or tries again"},
  };
  return routes;
}

}  // namespace report
