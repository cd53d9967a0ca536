// An analyst's CSV file as a table: columns by name in any order, cells read as what they should be. Every fault is
// kept with its row and column, so that all can be told at once.
#pragma once
#include <istream>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "calendar/period.h"
#include "kit/csv.h"
#include "kit/decimal.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace assess {

inline constexpr double unbounded = -std::numeric_limits<double>::infinity();

class Table {
 public:
  struct Row {
    std::size_t number;  // in the file, the first line is 1
    kit::Cells cells;
  };

  // `name` stands before each fault when there are several files: "measures".
  Table(std::istream& in, const std::vector<std::string_view>& needed, std::string name = {});

  bool has(std::string_view column) const { return columns_.contains(std::string(column)); }
  void needs(const std::vector<std::string_view>& columns);  // a fault for each that is missing

  const std::vector<Row>& rows() const { return rows_; }
  bool good() const { return !faults_.any(); }
  const kit::Refusals& faults() const { return faults_; }
  void fault(const Row& row, std::string_view column, std::string_view sentence);
  void fault(std::string_view sentence);  // of the whole file

  std::vector<std::string> columns_but(const std::vector<std::string_view>& known) const;  // in the order of the file

  std::string_view text(const Row& row, std::string_view column) const;  // empty when there is no such column
  std::string_view needed_text(const Row& row, std::string_view column);
  std::optional<double> number(const Row& row, std::string_view column);  // "NA", as R writes it, is none
  double needed_number(const Row& row, std::string_view column, double least = unbounded);
  std::optional<kit::Decimal> decimal(const Row& row, std::string_view column);
  std::optional<int> whole(const Row& row, std::string_view column, int least, int most);
  std::optional<calendar::Period> month(const Row& row, std::string_view column);
  std::optional<kit::Date> date(const Row& row, std::string_view column);
  std::vector<kit::Decimal> list(const Row& row, std::string_view column);              // "4;5;6"
  std::vector<std::optional<double>> numbers(const Row& row, std::string_view column);  // "4;;6" has a gap
  bool yes(const Row& row, std::string_view column, bool usually);                      // TRUE or FALSE

  // One of several words, read by `read`; `choices` is told when it is none of them.
  template <class Kind>
  Kind one_of(const Row& row, std::string_view column, std::optional<Kind> (*read)(std::string_view),
              std::string_view choices) {
    const auto found = read(text(row, column));
    if (!found) fault_of(row, column, choices);
    return found.value_or(Kind{});
  }

 private:
  std::string in_file() const;
  void read(std::istream& in);
  void take_header(const kit::Cells& cells);
  void fault_of(const Row& row, std::string_view column, std::string_view choices);

  std::string name_;
  bool has_header_ = false;
  std::unordered_map<std::string, std::size_t> columns_;
  std::vector<Row> rows_;
  kit::Refusals faults_;
};

std::string plain_name(std::string_view column);  // as columns are found: "Area Type" is area_type

std::string cell(const std::optional<double>& number);  // shortest text that reads back as the same number
std::string cell_or(std::string_view missing, const std::optional<double>& number);

// The lines of an answer, its columns first.
class Lines {
 public:
  explicit Lines(const std::vector<std::string>& columns) { add(columns); }
  void add(const std::vector<std::string>& cells);
  std::string text() && { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace assess
