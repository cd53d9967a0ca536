#include "kit/workbook_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

#include "kit/failure.h"
#include "kit/sheet_xlsx.h"

namespace kit {

void must(lxw_error error) {
  if (error != LXW_NO_ERROR)
    throw Failure(std::string("The workbook could not be written: ") + lxw_strerror(error) + ".");
}

WorkbookFile::WorkbookFile() : file_(memfd_create("workbook", MFD_CLOEXEC)) {
  if (file_ < 0) throw Failure("There is not enough memory to write a workbook.");
  book_ = workbook_new(("/proc/self/fd/" + std::to_string(file_)).c_str());
  if (!book_) throw Failure("There is not enough memory to write a workbook.");
}

WorkbookFile::~WorkbookFile() {
  if (book_) lxw_workbook_free(book_);
  if (file_ >= 0) close(file_);
}

std::string WorkbookFile::table_name(const std::string& wanted) {
  std::string name = "T_";
  for (const char c : wanted) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    name += plain ? c : '_';
  }
  // A spreadsheet does not tell capitals from small letters in a name.
  const auto is_new = [&](std::string each) {
    std::ranges::transform(each, each.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return names_.insert(each).second;
  };
  std::string unique = name;
  for (int number = 2; !is_new(unique); ++number) unique = name + "_" + std::to_string(number);
  return unique;
}

std::string WorkbookFile::finish() {
  const lxw_error error = workbook_close(book_);
  book_ = nullptr;  // freed by closing, well or badly
  must(error);
  std::string bytes(static_cast<std::size_t>(lseek(file_, 0, SEEK_END)), '\0');
  const ssize_t got = pread(file_, bytes.data(), bytes.size(), 0);
  if (got != static_cast<ssize_t>(bytes.size())) throw Failure("The workbook could not be read back after writing.");
  return bytes;
}

std::string cell_text(const std::string& text) {
  if (text.find("_x") == std::string::npos) return text;
  std::string safe;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool like_escape = text[i] == '_' && without_x_escapes(std::string_view(text).substr(i, 7)).size() <
                                                   std::min<std::size_t>(text.size() - i, 7);
    safe += like_escape ? "_x005F_" : std::string(1, text[i]);
  }
  return safe;
}

bool is_formula_like(const std::string& text) { return !text.empty() && std::string_view("=+-@").find(text[0]) != std::string_view::npos; }

}  // namespace kit
