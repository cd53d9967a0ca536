// What LG Inform Plus answers: JSON, in rows that say of which area, period and metric type each value is.
#include <algorithm>
#include <optional>

#include "compare/lg_inform.h"
#include "kit/csv.h"

namespace compare {
namespace {

using kit::Json;

constexpr std::string_view not_understood = "LG Inform Plus answered in a form that is not understood. ";

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return made;
}

// A word stands alone, or under "label" or "identifier" of an object.
std::string word(const Json* json, std::string_view in = "label") {
  if (!json) return {};
  if (json->is_plain()) return json->text;
  const auto* found = json->find(in);
  return found && found->is_plain() ? found->text : std::string();
}

const Json* list_in(const Json& json, std::string_view name) {
  if (json.kind == Json::Kind::list) return &json;
  if (const auto* named = json.find(name)) return named->kind == Json::Kind::list ? named : nullptr;
  for (const auto& field : json.fields)
    if (field.value.kind == Json::Kind::list) return &field.value;
  return nullptr;
}

kit::Refusals fault(std::string_view why) {
  kit::Refusals no;
  no.add("", std::string(not_understood) + std::string(why));
  return no;
}

// Why there is no value, as it is shown; what is none of these is left to whoever reads the file.
std::string mark_of(const std::string& shown) {
  static const std::map<std::string, std::string_view, std::less<>> marks = {
      {"", "[x]"}, {"missing", "[x]"}, {"no data", "[x]"}, {"no value", "[x]"}, {"not available", "[x]"}, {"n/a", "[x]"},
      {"suppressed", "[c]"}, {"confidential", "[c]"}, {"redacted", "[c]"}, {"*", "[c]"}, {"not applicable", "[z]"}};
  const auto found = marks.find(lower(shown));
  return found == marks.end() ? shown : std::string(found->second);
}

std::string_view status_of(const std::string& said) {
  const auto word = lower(said);
  const auto holds = [&](std::string_view part) { return word.find(part) != word.npos; };
  return holds("provisional") ? "p" : holds("revised") ? "r" : holds("estimate") ? "e" : "";
}

// "2022/23 (academic)": the period, and the kind of its year.
struct PeriodWords {
  std::string period, kind;
};
PeriodWords period_words(std::string label) {
  for (const std::string_view kind : {"academic", "financial", "calendar"}) {
    const auto ending = " (" + std::string(kind) + ")";
    if (!label.ends_with(ending)) continue;
    label.resize(label.size() - ending.size());
    return {label, std::string(kind) + " year"};
  }
  return {std::move(label), {}};
}

std::optional<std::string> number_in(const Json* value) {
  if (!value || value->kind == Json::Kind::nothing || !value->is_plain() || value->text.empty()) return std::nullopt;
  return value->text;
}

void write_row(std::ostream& csv, const std::vector<std::string>& cells) {
  std::string line;
  kit::CsvWriter writer(line, kit::For::machines);
  for (const auto& each : cells) writer.cell(each);
  writer.end_row();
  csv << line;
}

}  // namespace

kit::Verdict<MetricTypes> read_metric_types(std::string_view answer) {
  const auto json = kit::read_json(answer);
  if (!json) return fault(json.refusals().all().front().sentence);
  const auto* list = list_in(*json, "metricType-array");
  if (!list) return fault("It holds no list of metric types.");
  MetricTypes all;
  for (const auto& each : list->items) {
    MetricType one{word(each.find("identifier")), word(each.find("label")), word(each.find("polarity")), word(each.find("securityType"))};
    if (!one.number.empty() && !one.label.empty()) all.emplace(one.number, one);
  }
  if (all.empty()) return fault("Its list of metric types is empty.");
  return all;
}

LgFile::LgFile(std::ostream& csv, const MetricTypes& known) : csv_(csv), known_(known) {
  write_row(csv_, {"area_code", "area_name", "period", "year_type", "indicator", "value", "lci", "uci", "status", "polarity"});
}

kit::Refusals LgFile::add(std::string_view answer) {
  const auto json = kit::read_json(answer);
  if (!json) return fault(json.refusals().all().front().sentence);
  const auto* rows = json->find("rows");
  if (!rows || rows->kind != Json::Kind::list) return fault("It holds no rows.");
  const auto* columns = json->find("columns");
  for (const auto& row : rows->items) {
    const auto* values = row.find("values");
    if (!values || values->kind != Json::Kind::list) return fault("A row holds no values.");
    for (std::size_t i = 0; i < values->items.size(); ++i)
      if (!take(row, columns && i < columns->items.size() ? &columns->items[i] : nullptr, values->items[i]))
        return fault("A value does not say of which area, period and metric type it is.");
  }
  return {};
}

// What a value is of stands in its row, or above it in its column.
bool LgFile::take(const Json& row, const Json* column, const Json& value) {
  const auto of = [&](std::string_view name) {
    const auto* in_row = row.find(name);
    return in_row || !column ? in_row : column->find(name);
  };
  const auto kind_of_value = lower(word(of("valueType"), "identifier"));
  if (!kind_of_value.empty() && kind_of_value != "raw") return true;
  const auto number = word(of("metricType"), "identifier"), area = word(of("area"), "identifier");
  const auto known = known_.find(number);
  const auto title = known == known_.end() ? word(of("metricType")) : known->second.label;
  const auto [period, kind] = period_words(word(of("period")));
  if (title.empty() || area.empty() || period.empty()) return false;
  const auto figure = number_in(value.find("value"));
  const auto interval = [&](std::string_view name) { return number_in(value.find(name)).value_or(""); };
  write_row(csv_,
            {area, word(of("area")), period, kind, title, figure ? *figure : mark_of(word(value.find("formatted"))),
             interval("confidenceIntervalLower"), interval("confidenceIntervalUpper"),
             figure ? std::string(status_of(word(value.find("publicationStatus")))) : std::string(),
             known == known_.end() ? std::string() : known->second.polarity});
  if (auto source = word(value.find("source")); !source.empty() && sources_.size() < 40) sources_.insert(std::move(source));
  ++rows_;
  return true;
}

}  // namespace compare
