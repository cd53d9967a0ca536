// Reads one sheet, row by row: the first row says which columns there are, every other becomes a row of the intake or a
// fault. The same for a CSV file, a sheet of a workbook and a tidy published file.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/header.h"
#include "exchange/intake.h"
#include "kit/csv.h"

namespace exchange {

class RowReader {
 public:
  virtual ~RowReader() = default;
  virtual void read(std::uint32_t row, const kit::CellViews& cells) = 0;
  virtual void refused(const kit::CellViews&) {}  // a row that was refused before it could be read: what it names is not missing
};

// One for a sheet whose header fits; `source` is its place in intake.sources. About as many rows as may come are told, so that
// a million of them find their place at once.
std::unique_ptr<RowReader> reader_of(Sheet sheet, Header header, std::uint32_t source, Intake& intake, std::size_t rows_at_most);

// The columns area_code, area_name, period, indicator, measure, unit (or units) and value; none when these are not they.
bool looks_tidy(const std::vector<std::string>& names);
std::unique_ptr<RowReader> tidy_reader(const std::vector<std::string>& names, std::uint32_t source, Intake& intake);

// Figures of the councils before this one, or the mapping that says which went where; none when the columns are neither's.
struct PredecessorFile {
  enum class Is : std::uint8_t { figures, mapping } is = Is::figures;
  std::vector<int> places;           // of its columns, -1 for one that is not there
  std::vector<std::string> faults;   // of the row of names
};
std::optional<PredecessorFile> predecessor_file(const std::vector<std::string>& names);
bool is_predecessor_sheet(std::string_view name);  // of a workbook: Predecessors, Mapping
std::unique_ptr<RowReader> predecessor_reader(PredecessorFile file, std::uint32_t source, Intake& intake);

// Says once a source what was taken for granted about its periods.
void assumed(Intake& intake, std::uint32_t source, std::string_view assumption);

// Which sheet a row of names is: by what the file or sheet is called where that helps, otherwise by the columns themselves.
std::optional<Sheet> sheet_of(std::string_view called, const std::vector<std::string>& names);

}  // namespace exchange
