// The routes stand at the end: an edition as an Excel workbook, PDF or Word file, and of its public form; and the page on which one
// waits for a file that takes seconds to make.
#include "report/forms_pages.h"

#include <array>

#include "council/saying.h"
#include "kit/press.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "report/document_book.h"
#include "report/document_html.h"
#include "report/made_form.h"
#include "report/opened_store.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Request;
using parts::Page;
using parts::Reply;
using Is = kit::Standing::Is;

constexpr std::string_view excel_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

std::string file_name(const EditionKey& key, Form form, std::string_view ending) {
  return key.pack + "-" + key.slug() + (form == Form::open ? "-public" : "") + std::string(ending);
}

// -- what is asked for --------------------------------------------------------------------------------------------------

// A file that another program makes.
struct Sort {
  std::string_view code;     // in the address of its page: "pdf"; with "public-" before it for the public form
  std::string_view words;    // "PDF"
  std::string_view ending, type;
  std::string_view program, package;  // "Chromium", "chromium"
  std::string kit::PressSettings::*path;
  std::string_view option;
};
const std::array<Sort, 2> sorts = {{
    {"pdf", "PDF", ".pdf", "application/pdf", "Chromium", "chromium", &kit::PressSettings::browser, "--chromium"},
    {"word", "Word", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "pandoc", "pandoc", &kit::PressSettings::pandoc, "--pandoc"},
}};

struct Wanted {
  const Sort* sort = nullptr;
  Form form = Form::full;
  std::string code() const { return (form == Form::open ? "public-" : "") + std::string(sort->code); }
  std::string page(const EditionKey& key) const { return key.path() + "/files/" + code(); }
  std::string file(const EditionKey& key) const { return key.path() + (form == Form::open ? "/public" : "") + std::string(sort->ending); }
};
std::optional<Wanted> read_wanted(std::string_view code) {
  for (const auto form : {Form::full, Form::open})
    for (const auto& sort : sorts)
      if (const Wanted wanted{&sort, form}; wanted.code() == code) return wanted;
  return std::nullopt;
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

bool is_there(const Sort& sort, const Desk& desk) { return desk.press && !(desk.press->settings().*sort.path).empty(); }

Making making(const Wanted& wanted, const Document& document, const Desk& desk) {
  return wanted.sort->code == "pdf" ? as_pdf(document) : as_word(document, desk.press->settings());
}

// -- the page on which one waits ------------------------------------------------------------------------------------------

Page page_of(const Opened& edition, const Wanted& wanted) {
  Page page;
  page.title = std::string(wanted.sort->words) + " of " + full_title(edition.document);
  page.section = parts::Section::reports;
  page.has_data = false;
  parts::thread(page.body, {{"Reports", "/reports"}, {full_title(edition.document), edition.key.path() + (wanted.form == Form::open ? "/public" : "")}, {std::string(wanted.sort->words), ""}}, "Where you are");
  parts::title(page.body, full_title(edition.document) + " as " + (wanted.sort->code == "pdf" ? "PDF" : "a Word file"));
  return page;
}

void other_forms(kit::Html& html, const Opened& edition, Form form) {
  const auto address = edition.key.path() + (form == Form::open ? "/public" : "");
  parts::paragraph(html, [&] {
    html.text("The same figures: ");
    parts::link(html, address, "the report as a page");
    html.text(", ");
    parts::link(html, address + ".xlsx", "Excel workbook");
    html.text(", ");
    parts::link(html, address + ".csv", "CSV");
  });
}

Page missing_page(const Opened& edition, const Wanted& wanted) {
  auto page = page_of(edition, wanted);
  const auto& sort = *wanted.sort;
  parts::lede(page.body, std::string(sort.words) + " files cannot be made on this server yet: the program " + std::string(sort.program) + " is not installed.");
  parts::paragraph(page.body, "Whoever looks after the server installs the package " + std::string(sort.package) + " and starts Goldenthread again, or names the program with " + std::string(sort.option) + ".");
  other_forms(page.body, edition, wanted.form);
  return page;
}

std::string count_words(int before) { return before == 1 ? "one other file is made" : std::to_string(before) + " other files are made"; }

std::string standing_words(const kit::Standing& standing) {
  if (standing.is == Is::being_made) return standing.seconds < 2 ? "The file is being made." : "The file is being made. It has taken " + std::to_string(standing.seconds) + " seconds so far.";
  return standing.before < 1 ? "The file is next." : "The file waits for its turn: " + count_words(standing.before) + " first.";
}

void deed_form(kit::Html& html, const std::string& address, const Desk& desk, std::string_view deed, std::string_view button) {
  parts::form(html, address, desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "deed", deed);
    parts::second_button(html, button);
  });
}

Page waiting_page(const Request& asked, const Opened& edition, const Wanted& wanted, const kit::Standing& standing, const Desk& desk) {
  auto page = page_of(edition, wanted);
  const bool by_hand = asked.asked("look") == "by-hand";
  const auto address = wanted.page(edition.key);
  page.again_after = by_hand ? 0 : 2;
  parts::lede(page.body, standing_words(standing));
  parts::paragraph(page.body, "A large report takes about ten seconds. You may leave this page: the file is kept, and whoever asks for it next has it at once.");
  parts::paragraph(page.body, [&] {
    page.body.text(by_hand ? "" : "This page looks again every two seconds. ");
    parts::link(page.body, address + "?look=by-hand", by_hand ? "Look again" : "Look again only when I ask");
  });
  deed_form(page.body, address, desk, "stop", "Stop making it");
  return page;
}

std::string size_words(std::size_t bytes) {
  return bytes < 1'000'000 ? std::to_string((bytes + 999) / 1000) + " KB" : std::to_string(bytes / 1'000'000) + "." + std::to_string(bytes / 100'000 % 10) + " MB";
}

Page ready_page(const Opened& edition, const Wanted& wanted, std::size_t bytes) {
  auto page = page_of(edition, wanted);
  parts::lede(page.body, "The file is ready.");
  parts::paragraph(page.body, [&] { parts::button_link(page.body, wanted.file(edition.key), "Download " + std::string(wanted.sort->words) + " (" + size_words(bytes) + ")"); });
  other_forms(page.body, edition, wanted.form);
  return page;
}

Page failed_page(const Opened& edition, const Wanted& wanted, const kit::Standing& standing, const Desk& desk) {
  auto page = page_of(edition, wanted);
  if (standing.is == Is::too_many) {
    parts::lede(page.body, "Too many files wait to be made: " + std::to_string(standing.before) + ". Try again in a few minutes.");
  } else {
    parts::lede(page.body, "The file could not be made. " + standing.why);
    parts::paragraph(page.body, "Try again. If it fails again, tell whoever looks after the server: the log says more.");
    deed_form(page.body, wanted.page(edition.key), desk, "again", "Try again");
  }
  other_forms(page.body, edition, wanted.form);
  return page;
}

Reply show_making(const Request& asked, Desk& desk) {
  const auto wanted = read_wanted(asked.value("file"));
  if (!wanted) return parts::error_page(404, "There is no such form of a report.", {"All reports", "/reports"});
  auto found = opened(asked, desk, wanted->form, "/files/public-" + std::string(wanted->sort->code));
  if (auto* no = std::get_if<Reply>(&found)) return std::move(*no);
  const auto& edition = std::get<Opened>(found);
  if (!is_there(*wanted->sort, desk)) return missing_page(edition, *wanted);
  auto work = making(*wanted, edition.document, desk);
  if (const auto made = desk.press->find(work.name)) return ready_page(edition, *wanted, made->size());
  const auto standing = desk.press->ask(work.name, desk.session, std::move(work.make));
  if (standing.is == Is::failed || standing.is == Is::too_many) return failed_page(edition, *wanted, standing, desk);
  return waiting_page(asked, edition, *wanted, standing, desk);
}

// Stops waiting for a file, or has another try at one that failed.
Reply change_making(const Request& asked, Desk& desk) {
  const auto wanted = read_wanted(asked.value("file"));
  if (!wanted) return parts::error_page(404, "There is no such form of a report.", {"All reports", "/reports"});
  auto found = opened(asked, desk, wanted->form, "/files/public-" + std::string(wanted->sort->code));
  if (auto* no = std::get_if<Reply>(&found)) return std::move(*no);
  const auto& edition = std::get<Opened>(found);
  if (!is_there(*wanted->sort, desk)) return missing_page(edition, *wanted);
  const auto work = making(*wanted, edition.document, desk);
  if (asked.typed("deed") != "stop") {
    desk.press->forget(work.name);
    return kit::Response::see_other(wanted->page(edition.key));
  }
  desk.press->leave(work.name, desk.session);
  return council::see_other(desk, edition.key.path() + (wanted->form == Form::open ? "/public" : ""), "Stopped. The " + std::string(wanted->sort->words) + " file is not made for you.");
}

// -- the files ------------------------------------------------------------------------------------------------------------

Reply excel(const Request& asked, Desk& desk, Form form) {
  constexpr std::string_view ending = ".xlsx";
  auto found = opened(asked, desk, form, "/public.xlsx");
  if (auto* no = std::get_if<Reply>(&found)) return std::move(*no);
  const auto& edition = std::get<Opened>(found);
  return kit::Response::file(as_workbook(edition.document), excel_type, file_name(edition.key, form, ending));
}

// At once when it has been made; otherwise the page on which one waits for it.
Reply made(const Request& asked, Desk& desk, const Wanted& wanted) {
  auto found = opened(asked, desk, wanted.form, "/public" + std::string(wanted.sort->ending));
  if (auto* no = std::get_if<Reply>(&found)) return std::move(*no);
  const auto& edition = std::get<Opened>(found);
  if (is_there(*wanted.sort, desk))
    if (auto bytes = desk.press->find(making(wanted, edition.document, desk).name)) return kit::Response::file(std::move(*bytes), wanted.sort->type, file_name(edition.key, wanted.form, wanted.sort->ending));
  return kit::Response::see_other(wanted.page(edition.key));
}

Reply full_excel(const Request& asked, Desk& desk) { return excel(asked, desk, Form::full); }
Reply open_excel(const Request& asked, Desk& desk) { return excel(asked, desk, Form::open); }
Reply full_pdf(const Request& asked, Desk& desk) { return made(asked, desk, {&sorts[0], Form::full}); }
Reply open_pdf(const Request& asked, Desk& desk) { return made(asked, desk, {&sorts[0], Form::open}); }
Reply full_word(const Request& asked, Desk& desk) { return made(asked, desk, {&sorts[1], Form::full}); }
Reply open_word(const Request& asked, Desk& desk) { return made(asked, desk, {&sorts[1], Form::open}); }

}  // namespace

const council::Routes& forms_routes() {
  using kit::Method;
  using council::Lasts;
  static const council::Routes routes = {
      {Method::get, "/reports/{pack}/{edition}.xlsx", May::read, full_excel, "One edition as an Excel workbook"},
      {Method::get, "/reports/{pack}/{edition}/public.xlsx", May::read, open_excel, "The public form of one edition as an Excel workbook"},
      {Method::get, "/reports/{pack}/{edition}.pdf", May::read, full_pdf, "One edition as a tagged PDF, once it has been made", Lasts::not_at_all},
      {Method::get, "/reports/{pack}/{edition}/public.pdf", May::read, open_pdf, "The public form of one edition as a tagged PDF", Lasts::not_at_all},
      {Method::get, "/reports/{pack}/{edition}.docx", May::read, full_word, "One edition as a Word file, once it has been made", Lasts::not_at_all},
      {Method::get, "/reports/{pack}/{edition}/public.docx", May::read, open_word, "The public form of one edition as a Word file", Lasts::not_at_all},
      {Method::get, "/reports/{pack}/{edition}/files/{file}", May::read, show_making, "Has a PDF or Word file made, and says how far it is", Lasts::not_at_all},
      {Method::post, "/reports/{pack}/{edition}/files/{file}", May::read, change_making, "Stops that, or tries again"},
  };
  return routes;
}

}  // namespace report
