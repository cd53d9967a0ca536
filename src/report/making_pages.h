// Files of a document that take seconds to make (PDF and Word), and the page on which one waits for them: the same for an edition and
// for a report that is made when it is asked for.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "council/desk.h"
#include "kit/http.h"
#include "kit/press.h"
#include "parts/page.h"
#include "report/document.h"

namespace report {

// A sort of file that another program makes.
struct FileSort {
  std::string_view code;     // in the address of its page: "pdf"
  std::string_view words;    // "PDF"
  std::string_view ending, type;
  std::string_view program, package;  // "Chromium", "chromium"
  std::string kit::PressSettings::*path;
  std::string_view option;
};
const FileSort& pdf_file();
const FileSort& word_file();
const FileSort* find_file_sort(std::string_view code);

// What is asked for, and where its forms stand.
struct Wanted {
  const FileSort& sort;
  Document document;
  std::string report, workbook, data;  // addresses of the page, of its Excel workbook and CSV
  std::string page;                    // on which one waits
  std::string file;                    // of the file
  std::string name;                    // as it is saved: "core-2025-09-edition-1-public.pdf"
};

// At once when it has been made; otherwise the page on which one waits for it.
parts::Reply made_file(const Wanted& wanted, council::Desk& desk);
parts::Reply show_making(const kit::Request& asked, const Wanted& wanted, council::Desk& desk);
// Stops waiting for a file, or has another try at one that failed.
parts::Reply change_making(const kit::Request& asked, const Wanted& wanted, council::Desk& desk);

}  // namespace report
