// Reads the figures of the councils before this one, and the mapping that says which of them went where.
#include <algorithm>
#include <array>
#include <span>

#include "exchange/sheet_reading.h"
#include "kit/number.h"
#include "kit/quote.h"

namespace exchange {
namespace {

struct Named {
  std::string_view name, also;  // two names for one column
  Need need = Need::may;
};

enum Figure { predecessor, tier, year, measure, aggregation, multiplier, numerator, denominator, age_band };
constexpr std::array figure_columns = {Named{"predecessor", "council", Need::must},
                                       Named{"tier", "tier"},
                                       Named{"year", "period", Need::must},
                                       Named{"measure", "indicator", Need::must},
                                       Named{"aggregation", "aggregation"},
                                       Named{"multiplier", "multiplier"},
                                       Named{"numerator_or_value", "value", Need::must},
                                       Named{"denominator", "denominator"},
                                       Named{"ageband", "ageband"}};

enum Map { from_council, to_council, share, of_measure, from, until };
constexpr std::array mapping_columns = {Named{"predecessor", "predecessor", Need::must},
                                        Named{"successor", "successor", Need::must},
                                        Named{"share", "part", Need::must},
                                        Named{"measure", "indicator"},
                                        Named{"from", "from"},
                                        Named{"until", "until"}};

std::span<const Named> columns_of(PredecessorFile::Is is) {
  if (is == PredecessorFile::Is::mapping) return mapping_columns;
  return figure_columns;
}

bool is_named(const Named& column, std::string_view normal) {
  return normal == normal_name(column.name) || normal == normal_name(column.also);
}

std::string names_of(std::span<const Named> columns) {
  std::string all;
  for (const auto& column : columns) all += (all.empty() ? "" : ", ") + std::string(column.name);
  return all;
}

PredecessorFile fitted(PredecessorFile::Is is, const std::vector<std::string>& names) {
  const auto columns = columns_of(is);
  PredecessorFile file{is, std::vector<int>(columns.size(), -1), {}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto normal = normal_name(names[i]);
    const auto found = std::ranges::find_if(columns, [&](const Named& column) { return is_named(column, normal); });
    if (normal.empty()) continue;
    if (found == columns.end()) {
      file.faults.push_back("There is no column " + kit::quoted(names[i]) + " here. The columns are " + names_of(columns) + ".");
      continue;
    }
    int& place = file.places[static_cast<std::size_t>(found - columns.begin())];
    if (place >= 0) file.faults.push_back("The column " + kit::quoted(names[i]) + " stands here twice. Take one out.");
    place = static_cast<int>(i);
  }
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].need == Need::must && file.places[i] < 0)
      file.faults.push_back("The column " + std::string(columns[i].name) + " is missing. Add it.");
  return file;
}

class PredecessorReader : public RowReader {
 public:
  PredecessorReader(PredecessorFile file, std::uint32_t source, Intake& intake)
      : file_(std::move(file)), columns_(columns_of(file_.is)), source_(source), intake_(intake) {}

  void read(std::uint32_t number, const kit::CellViews& cells) override {
    cells_ = &cells;
    place_ = {source_, number};
    read_row();
  }

 protected:
  virtual void read_row() = 0;

  std::string_view cell(std::size_t column) const {
    const int at = file_.places[column];
    return at >= 0 && static_cast<std::size_t>(at) < cells_->size() ? trimmed((*cells_)[static_cast<std::size_t>(at)]) : std::string_view();
  }
  void fault(std::size_t column, std::string_view what_to_do) {
    intake_.faults.at(intake_.sources, place_, columns_[column].name, found(cell(column), what_to_do));
  }
  std::string needed(std::size_t column, std::string_view what_to_do) {
    if (cell(column).empty()) fault(column, what_to_do);
    return std::string(cell(column));
  }
  std::optional<double> number(std::size_t column) {
    const auto text = cell(column);
    if (text.empty() || text == "NA") return std::nullopt;
    if (const auto plain = kit::read_double(text)) return plain;
    if (const auto typed = kit::read_number(text)) return typed->number.number();
    fault(column, "Type a number such as 92.5, or leave it empty where there is none.");
    return std::nullopt;
  }
  std::optional<kit::Date> day(std::size_t column) {
    if (cell(column).empty()) return std::nullopt;
    const auto read = kit::Date::parse(cell(column));
    if (!read) fault(column, "Write the date as 2021-04-01.");
    return read;
  }

  PredecessorFile file_;
  std::span<const Named> columns_;
  std::uint32_t source_;
  Intake& intake_;
  Place place_;

 private:
  const kit::CellViews* cells_ = nullptr;
};

class FiguresBefore : public PredecessorReader {
 public:
  using PredecessorReader::PredecessorReader;

 private:
  void read_row() override {
    const auto before = intake_.faults.count();
    PredecessorRow row;
    row.place = place_;
    row.predecessor = needed(predecessor, "Name the council that the row is of.");
    row.tier = lower(cell(tier));
    row.code = needed(measure, "Give the reference of this council’s indicator, such as BBF07.");
    row.aggregation = lower(cell(aggregation));
    row.multiplier = number(multiplier);
    row.numerator = number(numerator);
    row.denominator = number(denominator);
    row.age_band = number(age_band);
    read_period(row);
    if (intake_.faults.count() == before) intake_.predecessors.push_back(std::move(row));
  }

  void read_period(PredecessorRow& row) {
    const auto read = calendar::read_period(cell(year));
    if (!read) return intake_.faults.at(intake_.sources, place_, "year", read.refusals().all().front().sentence);
    assumed(intake_, source_, read->assumption);
    row.period = read->period;
  }

  static std::string lower(std::string_view text) {
    std::string low(text);
    for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return low;
  }
};

class MappingLines : public PredecessorReader {
 public:
  using PredecessorReader::PredecessorReader;

 private:
  void read_row() override {
    const auto before = intake_.faults.count();
    MappingRow row;
    row.place = place_;
    row.line.predecessor = needed(from_council, "Name the council that went.");
    row.line.successor = needed(to_council, "Name the council that it went to.");
    row.line.measure = cell(of_measure);
    const auto part = number(share);
    if (cell(share).empty() || (part && (*part < 0 || *part > 1)))
      fault(share, "Type the part that went there, from 0 to 1: 1 is the whole council.");
    row.line.share = part.value_or(0);
    row.line.holds = {day(from), day(until)};
    if (intake_.faults.count() == before) intake_.mapping.push_back(std::move(row));
  }
};

}  // namespace

bool is_predecessor_sheet(std::string_view name) {
  const auto normal = normal_name(name);
  return normal == "predecessors" || normal == "mapping";
}

std::optional<PredecessorFile> predecessor_file(const std::vector<std::string>& names) {
  const auto has = [&](std::string_view name) {
    return std::ranges::any_of(names, [&](const auto& each) { return normal_name(each) == normal_name(name); });
  };
  if (!has("predecessor")) return std::nullopt;
  return fitted(has("successor") ? PredecessorFile::Is::mapping : PredecessorFile::Is::figures, names);
}

std::unique_ptr<RowReader> predecessor_reader(PredecessorFile file, std::uint32_t source, Intake& intake) {
  // What a row becomes in the sheet Figures; whatever else is known of the figure stays.
  constexpr std::array<std::string_view, 7> become = {"period", "value", "numerator", "denominator", "state", "note", "added_up"};
  for (const auto& column : columns<FigureRow>())
    intake.sources[source].has.push_back(std::ranges::find(become, column.name) != become.end());
  if (file.is == PredecessorFile::Is::mapping) return std::make_unique<MappingLines>(std::move(file), source, intake);
  return std::make_unique<FiguresBefore>(std::move(file), source, intake);
}

}  // namespace exchange
