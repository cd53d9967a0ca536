#include "report/making_pages.h"

#include <array>

#include "council/saying.h"
#include "parts/form.h"
#include "parts/text.h"
#include "report/document_html.h"
#include "report/made_form.h"

namespace report {
namespace {

using council::Desk;
using kit::Request;
using parts::Page;
using parts::Reply;
using Is = kit::Standing::Is;

const std::array<FileSort, 2> sorts = {{
    {"pdf", "PDF", ".pdf", "application/pdf", "Chromium", "chromium", &kit::PressSettings::browser, "--chromium"},
    {"word", "Word", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "pandoc",
     "pandoc", &kit::PressSettings::pandoc, "--pandoc"},
}};

bool is_there(const FileSort& sort, const Desk& desk) { return desk.press && !(desk.press->settings().*sort.path).empty(); }

Making making(const Wanted& wanted, const Desk& desk) {
  return wanted.sort.code == "pdf" ? as_pdf(wanted.document) : as_word(wanted.document, desk.press->settings());
}

Page page_of(const Wanted& wanted) {
  Page page;
  const auto title = full_title(wanted.document);
  page.title = std::string(wanted.sort.words) + " of " + title;
  page.section = parts::Section::reports;
  page.has_data = false;
  parts::thread(page.body, {{"Reports", "/reports"}, {title, wanted.report}, {std::string(wanted.sort.words), ""}}, "Where you are");
  parts::title(page.body, title + " as " + (wanted.sort.code == "pdf" ? "PDF" : "a Word file"));
  return page;
}

void other_forms(kit::Html& html, const Wanted& wanted) {
  parts::paragraph(html, [&] {
    html.text("The same figures: ");
    parts::link(html, wanted.report, "the report as a page");
    html.text(", ");
    parts::link(html, wanted.workbook, "Excel workbook");
    html.text(", ");
    parts::link(html, wanted.data, "CSV");
  });
}

Page missing_page(const Wanted& wanted) {
  auto page = page_of(wanted);
  const auto& sort = wanted.sort;
  parts::lede(page.body, std::string(sort.words) + " files cannot be made on this server yet: the program " +
                             std::string(sort.program) + " is not installed.");
  parts::paragraph(page.body, "Whoever looks after the server installs the package " + std::string(sort.package) +
                                  " and starts Goldenthread again, or names the program with " +
                                  std::string(sort.option) + ".");
  other_forms(page.body, wanted);
  return page;
}

std::string count_words(int before) { return before == 1 ? "one other file is made" : std::to_string(before) + " other files are made"; }

std::string standing_words(const kit::Standing& standing) {
  if (standing.is == Is::being_made)
    return standing.seconds < 2
               ? "The file is being made."
               : "The file is being made. It has taken " + std::to_string(standing.seconds) + " seconds so far.";
  return standing.before < 1 ? "The file is next." : "The file waits for its turn: " + count_words(standing.before) + " first.";
}

void deed_form(kit::Html& html, const std::string& address, const Desk& desk, std::string_view deed, std::string_view button) {
  parts::form(html, address, desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "deed", deed);
    parts::second_button(html, button);
  });
}

Page waiting_page(const Request& asked, const Wanted& wanted, const kit::Standing& standing, const Desk& desk) {
  auto page = page_of(wanted);
  const bool by_hand = asked.asked("look") == "by-hand";
  const auto again = wanted.page + (wanted.page.find('?') == std::string::npos ? "?" : "&") + "look=by-hand";
  page.again_after = by_hand ? 0 : 2;
  parts::lede(page.body, standing_words(standing));
  parts::paragraph(
      page.body,
      "A large report takes about ten seconds. You may leave this page: the file is kept, and whoever asks for it next has it at once.");
  parts::paragraph(page.body, [&] {
    page.body.text(by_hand ? "" : "This page looks again every two seconds. ");
    parts::link(page.body, again, by_hand ? "Look again" : "Look again only when I ask");
  });
  deed_form(page.body, wanted.page, desk, "stop", "Stop making it");
  return page;
}

std::string size_words(std::size_t bytes) {
  return bytes < 1'000'000 ? std::to_string((bytes + 999) / 1000) + " KB"
                           : std::to_string(bytes / 1'000'000) + "." + std::to_string(bytes / 100'000 % 10) + " MB";
}

Page ready_page(const Wanted& wanted, std::size_t bytes) {
  auto page = page_of(wanted);
  parts::lede(page.body, "The file is ready.");
  parts::paragraph(page.body, [&] {
    parts::button_link(page.body, wanted.file,
                       "Download " + std::string(wanted.sort.words) + " (" + size_words(bytes) + ")");
  });
  other_forms(page.body, wanted);
  return page;
}

Page failed_page(const Wanted& wanted, const kit::Standing& standing, const Desk& desk) {
  auto page = page_of(wanted);
  if (standing.is == Is::too_many) {
    parts::lede(page.body, "Too many files wait to be made: " + std::to_string(standing.before) + ". Try again in a few minutes.");
  } else {
    parts::lede(page.body, "The file could not be made. " + standing.why);
    parts::paragraph(page.body, "Try again. If it fails again, tell whoever looks after the server: the log says more.");
    deed_form(page.body, wanted.page, desk, "again", "Try again");
  }
  other_forms(page.body, wanted);
  return page;
}

}  // namespace

const FileSort& pdf_file() { return sorts[0]; }
const FileSort& word_file() { return sorts[1]; }
const FileSort* find_file_sort(std::string_view code) {
  for (const auto& sort : sorts)
    if (sort.code == code) return &sort;
  return nullptr;
}

Reply made_file(const Wanted& wanted, Desk& desk) {
  if (is_there(wanted.sort, desk))
    if (auto bytes = desk.press->find(making(wanted, desk).name))
      return kit::Response::file(std::move(*bytes), wanted.sort.type, wanted.name);
  return kit::Response::see_other(wanted.page);
}

Reply show_making(const Request& asked, const Wanted& wanted, Desk& desk) {
  if (!is_there(wanted.sort, desk)) return missing_page(wanted);
  auto work = making(wanted, desk);
  if (const auto made = desk.press->find(work.name)) return ready_page(wanted, made->size());
  const auto standing = desk.press->ask(work.name, desk.session, std::move(work.make));
  if (standing.is == Is::failed || standing.is == Is::too_many) return failed_page(wanted, standing, desk);
  return waiting_page(asked, wanted, standing, desk);
}

Reply change_making(const Request& asked, const Wanted& wanted, Desk& desk) {
  if (!is_there(wanted.sort, desk)) return missing_page(wanted);
  const auto work = making(wanted, desk);
  if (asked.typed("deed") != "stop") {
    desk.press->forget(work.name);
    return kit::Response::see_other(wanted.page);
  }
  desk.press->leave(work.name, desk.session);
  return council::see_other(desk, wanted.report, "Stopped. The " + std::string(wanted.sort.words) + " file is not made for you.");
}

}  // namespace report
