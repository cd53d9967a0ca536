// An XLSX file that is being written, in memory only. Inside the kit: sheet_write.cpp and workbook.cpp put sheets into it.
#pragma once
#include <xlsxwriter.h>

#include <ctime>
#include <set>
#include <string>

namespace kit {

void must(lxw_error error);  // throws Failure

class WorkbookFile {
 public:
  WorkbookFile();
  ~WorkbookFile();
  WorkbookFile(const WorkbookFile&) = delete;
  WorkbookFile& operator=(const WorkbookFile&) = delete;

  lxw_workbook* book() { return book_; }
  // A name that cannot be taken for a cell's, and that no other table has: "Service plan" -> "T_Service_plan".
  std::string table_name(const std::string& wanted);
  std::string finish();  // its bytes

 private:
  int file_;
  lxw_workbook* book_ = nullptr;
  std::set<std::string> names_;
};

constexpr std::time_t fixed_day = 1743465600;  // 1 April 2025: the same input gives the same bytes on any day

// As a cell holds it: "_x000D_" typed by a person would be read as a line end, so its first mark is written as an escape of its own.
std::string cell_text(const std::string& text);
bool is_formula_like(const std::string& text);  // begins with = + - @

}  // namespace kit
