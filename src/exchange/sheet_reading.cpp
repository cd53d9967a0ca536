#include "exchange/sheet_reading.h"

#include <unordered_map>

namespace exchange {
namespace {

std::string what_to_do(const std::string& sentence, std::string_view cell, std::string_view meaning) {
  return found(cell, sentence.ends_with(": ") ? sentence + std::string(meaning) + "." : sentence);
}

template <class Row>
class SheetRows : public RowReader {
 public:
  SheetRows(Sheet sheet, Header header, std::uint32_t source, Intake& intake)
      : sheet_(sheet), header_(std::move(header)), source_(source), intake_(intake), faults_(intake.faults) {
    const auto names = column_names(sheet);
    for (std::size_t i = 0; i < names.size(); ++i)
      if (names[i].name == "code" || names[i].name == "indicator" || names[i].name == "person") key_ = static_cast<int>(i);
  }

  void read(std::uint32_t number, const kit::CellViews& cells) override {
    Row row;
    row.place = {source_, number};
    const auto before = faults_.count();
    bool any = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto cell = trimmed(cells[i]);
      if (cell.empty()) continue;
      any = true;
      read_cell(row, i, cell);
    }
    if (!any) return;
    check_needed(row.place, cells);
    if (faults_.count() == before) return add(intake_, std::move(row));
    refused(cells);
  }

  void refused(const kit::CellViews& cells) override {
    if (const auto key = key_of(cells); !key.empty()) intake_.named_in_refused_rows[static_cast<std::size_t>(sheet_)].emplace_back(key);
  }

 protected:
  virtual void read_cell(Row& row, std::size_t i, std::string_view cell) {
    const int at = i < header_.columns.size() ? header_.columns[i] : Header::no_column;
    if (at == Header::no_column)
      return faults_.at(intake_.sources, row.place, std::to_string(i + 1),
                        found(cell, "This column has no name. Name it in the first row, or empty it."));
    read_named(row, columns_[static_cast<std::size_t>(at)], cell);
  }

  void read_named(Row& row, const Column<Row>& column, std::string_view cell) {
    const auto wrong = column.read(row, cell);
    if (!wrong.empty()) faults_.at(intake_.sources, row.place, column.name, what_to_do(wrong, cell, column.meaning));
  }

  void check_needed(Place place, const kit::CellViews& cells) {
    for (std::size_t i = 0; i < header_.columns.size(); ++i)
      if (header_.columns[i] != Header::no_column && (i >= cells.size() || trimmed(cells[i]).empty()))
        check_needed_column(place, header_.columns[i]);
  }

  virtual void check_needed_column(Place place, int at) {
    const auto& column = columns_[static_cast<std::size_t>(at)];
    if (column.need == Need::must)
      faults_.at(intake_.sources, place, column.name, found("", "Fill it in: " + std::string(column.meaning) + "."));
  }

  // The code in a row that cannot be read as a whole.
  std::string_view key_of(const kit::CellViews& cells) const {
    for (std::size_t i = 0; i < cells.size() && i < header_.columns.size(); ++i)
      if (header_.columns[i] == key_) return trimmed(cells[i]);
    return {};
  }

  const std::vector<Column<Row>>& columns_ = columns<Row>();
  Sheet sheet_;
  int key_ = 0;
  Header header_;
  std::uint32_t source_;
  Intake& intake_;
  Faults& faults_;
};

// Figures come in millions: their codes and periods are read once each and remembered.
class FigureSheet : public SheetRows<FigureRow> {
 public:
  using SheetRows::SheetRows;

 protected:
  void read_cell(FigureRow& row, std::size_t i, std::string_view cell) override {
    const int at = i < header_.columns.size() ? header_.columns[i] : Header::no_column;
    if (at == Header::no_column) return SheetRows::read_cell(row, i, cell);
    if (at == 0) row.code = intake_.figure_codes.place_of(cell);
    else if (at == 1) read_period(row, cell);
    else read_named(row, columns_[static_cast<std::size_t>(at - 1)], cell);
  }

  void check_needed_column(Place place, int at) override {
    if (at == 0) faults_.at(intake_.sources, place, "indicator", found("", "Fill it in: a reference such as BBF07."));
    else SheetRows::check_needed_column(place, at - 1);
  }

 private:
  void read_period(FigureRow& row, std::string_view cell) {
    asked_.assign(cell);
    auto known = periods_.find(asked_);
    if (known == periods_.end()) known = periods_.emplace(asked_, read(cell)).first;
    row.period = known->second.period;
    if (!known->second.wrong.empty()) faults_.at(intake_.sources, row.place, "period", known->second.wrong);
  }

  struct Known {
    calendar::Period period;
    std::string wrong;
  };

  Known read(std::string_view cell) {
    const auto read = calendar::read_period(cell);
    if (!read) return {{}, read.refusals().all().front().sentence};
    assumed(intake_, source_, read->assumption);
    return {read->period, {}};
  }

  using SheetRows::read;
  std::unordered_map<std::string, Known> periods_;
  std::string asked_;
};

template <class Row>
std::unique_ptr<RowReader> rows(Sheet sheet, Header header, std::uint32_t source, Intake& intake) {
  intake.sources[source].has = header.has;
  return std::make_unique<SheetRows<Row>>(sheet, std::move(header), source, intake);
}

}  // namespace

std::unique_ptr<RowReader> reader_of(Sheet sheet, Header header, std::uint32_t source, Intake& intake, std::size_t rows_at_most) {
  switch (sheet) {
    case Sheet::council: return rows<CouncilRow>(sheet, std::move(header), source, intake);
    case Sheet::plan: return rows<PlanRow>(sheet, std::move(header), source, intake);
    case Sheet::indicators: return rows<IndicatorRow>(sheet, std::move(header), source, intake);
    case Sheet::targets: return rows<TargetRow>(sheet, std::move(header), source, intake);
    case Sheet::people: return rows<PersonRow>(sheet, std::move(header), source, intake);
    case Sheet::rebases: return rows<RebaseRow>(sheet, std::move(header), source, intake);
    case Sheet::rules: return rows<RuleRow>(sheet, std::move(header), source, intake);
    case Sheet::money: return rows<MoneyRow>(sheet, std::move(header), source, intake);
    case Sheet::figures: break;
  }
  // The first column, `indicator`, is not among the figure's own.
  intake.figures.reserve(intake.figures.size() + std::min<std::size_t>(rows_at_most, 1'500'000));
  intake.sources[source].has.assign(header.has.begin() + 1, header.has.end());
  return std::make_unique<FigureSheet>(sheet, std::move(header), source, intake);
}

void assumed(Intake& intake, std::uint32_t source, std::string_view assumption) {
  auto& from = intake.sources[source];
  if (assumption.empty() || from.assumed) return;
  from.assumed = true;
  intake.notices.push_back(from.file + ": the period " + std::string(assumption) + " Others like it were read likewise.");
}

// A misspelt column does not hide which sheet is meant: the one that knows most of the names, and at least half of them.
std::optional<Sheet> sheet_of(std::string_view called, const std::vector<std::string>& names) {
  if (const auto by_name = sheet_named(called)) return by_name;
  std::optional<Sheet> best;
  std::pair<bool, std::size_t> most{false, 0};
  for (const auto sheet : all_sheets) {
    const auto tried = fit(names, sheet);
    const auto known = names.size() - tried.unknown.size();
    const std::pair<bool, std::size_t> now{tried.missing.empty(), known};
    if (known * 2 < names.size() || known < 2 || now <= most) continue;
    best = sheet;
    most = now;
  }
  return best;
}

}  // namespace exchange
