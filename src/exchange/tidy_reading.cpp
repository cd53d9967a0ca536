// Tidy published files: one row an area and period, as councils publish them for anyone to read.
#include <array>
#include <unordered_map>

#include "exchange/sheet_reading.h"
#include "kit/number.h"
#include "kit/quote.h"

namespace exchange {
namespace {

enum Field { area_code, area_name, period, indicator, measure, unit, value, fields };
constexpr std::array<std::string_view, fields> field_names = {"area_code", "area_name", "period", "indicator",
                                                              "measure",   "unit",      "value"};

std::array<int, fields> places_of(const std::vector<std::string>& names) {
  std::array<int, fields> places;
  places.fill(-1);
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto name = normal_name(names[i]);
    if (name == "units") name = "unit";
    for (std::size_t f = 0; f < fields; ++f)
      if (normal_name(field_names[f]) == name) places[f] = static_cast<int>(i);
  }
  return places;
}

class TidyRows : public RowReader {
 public:
  TidyRows(const std::vector<std::string>& names, std::uint32_t source, Intake& intake)
      : places_(places_of(names)), source_(source), intake_(intake), faults_(intake.faults) {}

  void read(std::uint32_t number, const kit::CellViews& cells) override {
    cells_ = &cells;
    TidyRow row;
    row.place = {source_, number};
    const auto before = faults_.count();
    for (const auto field : {area_code, period, indicator})
      if (cell(field).empty())
        faults_.at(intake_.sources, row.place, field_names[field], found("", "Every row of a tidy file has one. Fill it in."));
    if (faults_.count() != before) return;
    read_area(row);
    row.series = series();
    read_period(row);
    read_value(row);
    if (faults_.count() == before) intake_.tidy.push_back(std::move(row));
  }

 private:
  std::string_view cell(Field field) const {
    const int at = places_[field];
    return at >= 0 && static_cast<std::size_t>(at) < cells_->size() ? trimmed((*cells_)[static_cast<std::size_t>(at)]) : std::string_view();
  }

  void read_area(TidyRow& row) {
    std::string code;
    if (!read_code(code, cell(area_code)).empty())
      return faults_.at(intake_.sources, row.place, "area_code", found(cell(area_code), "Type a GSS code such as E06000061."));
    row.area = intake_.areas.place_of(upper(code));
    if (row.area == intake_.area_names.size()) intake_.area_names.emplace_back(cell(area_name));
  }

  std::uint32_t series() {
    asked_.assign(cell(indicator)).append("\n").append(cell(measure)).append("\n").append(cell(unit));
    const auto next = static_cast<std::uint32_t>(intake_.series.size());
    const auto [known, is_new] = series_.try_emplace(asked_, next);
    if (!is_new) return known->second;
    TidySeries made{std::string(cell(indicator)), std::string(cell(measure)), std::string(cell(unit))};
    for (std::uint32_t i = 0; i < next; ++i)
      if (intake_.series[i] == made) return known->second = i;
    intake_.series.push_back(std::move(made));
    return next;
  }

  void read_period(TidyRow& row) {
    asked_.assign(cell(period));
    if (const auto known = periods_.find(asked_); known != periods_.end()) {
      row.period = known->second;
      return;
    }
    const auto read = calendar::read_period(asked_);
    if (!read) return faults_.at(intake_.sources, row.place, "period", read.refusals().all().front().sentence);
    assumed(intake_, source_, read->assumption);
    row.period = periods_[asked_] = read->period;
  }

  void read_value(TidyRow& row) {
    const auto text = cell(value);
    if ((row.value = kit::read_double(text))) {
      row.exact = kit::Decimal::parse(text);
      row.rounded = !row.exact;
      if (!row.exact) row.exact = kit::Decimal::nearest(*row.value);
      return;
    }
    if (const auto typed = kit::read_number(text)) {
      row.value = typed->number.number();
      row.exact = typed->number;
      row.rounded = typed->rounded;
      return;
    }
    row.symbol = text;
    if (!text.empty() && !collect::read_state(text))
      faults_.at(intake_.sources, row.place, "value", found(text, "Type a number such as 92.5, or a symbol such as [c] or [x]."));
  }

  std::array<int, fields> places_;
  std::uint32_t source_;
  Intake& intake_;
  Faults& faults_;
  const kit::CellViews* cells_ = nullptr;
  std::unordered_map<std::string, std::uint32_t> series_;
  std::unordered_map<std::string, calendar::Period> periods_;
  std::string asked_;
};

}  // namespace

bool looks_tidy(const std::vector<std::string>& names) {
  const auto places = places_of(names);
  return places[area_code] >= 0 && places[period] >= 0 && places[indicator] >= 0 && places[value] >= 0;
}

std::unique_ptr<RowReader> tidy_reader(const std::vector<std::string>& names, std::uint32_t source, Intake& intake) {
  return std::make_unique<TidyRows>(names, source, intake);
}

}  // namespace exchange
