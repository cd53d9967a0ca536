#include "exchange/export.h"

#include <algorithm>

#include "exchange/council_rows.h"
#include "exchange/header.h"
#include "exchange/indicator_row.h"

namespace exchange {
namespace {

// Rows go out through the same columns by which they come in.
template <class Row>
kit::Cells cells_of(const Row& row) {
  kit::Cells cells;
  const auto& all = columns<Row>();
  cells.reserve(all.size() + 1);
  for (const auto& column : all) cells.push_back(column.write(row));
  return cells;
}

void add_rows(const auto& things, std::vector<kit::Cells>& rows) {
  for (const auto& thing : things) {
    auto row = row_of(thing);
    row.from = thing.at;
    rows.push_back(cells_of(row));
  }
}

void add_council(const assess::Picture& picture, std::vector<kit::Cells>& rows) {
  auto settings = picture.council.settings;
  std::sort(settings.begin(), settings.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  for (const auto& setting : settings) {
    CouncilRow row;
    row.code = setting.name;
    row.name = setting.value;
    row.from = setting.at;
    rows.push_back(cells_of(row));
  }
  add_rows(picture.council.units, rows);
}

void add_plan(const assess::Picture& picture, std::vector<kit::Cells>& rows) {
  add_rows(picture.plan.frameworks, rows);
  add_rows(picture.plan.priorities, rows);
}

std::vector<const assess::Kept*> by_code(const assess::Picture& picture) {
  std::vector<const assess::Kept*> all;
  for (const auto& kept : picture.indicators) all.push_back(&kept);
  std::sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->now().code < b->now().code; });
  return all;
}

// The priorities that an edition stands on: what was so by then, and on the newest edition what is so now.
std::vector<std::string> priorities_of(const assess::Picture& picture, const assess::Kept& kept, const indicator::Definition& definition) {
  std::vector<std::string> codes;
  const bool newest = &definition == &kept.definitions.back();
  const auto stood = [&](const plan::Line& line) {
    return line.from ? line.holds_on(definition.applies_from) : !line.gone && line.at <= definition.at;
  };
  for (const auto& line : picture.plan.lines)
    if (line.indicator == kept.id && (newest ? !line.gone : stood(line))) codes.push_back(line.priority);
  std::sort(codes.begin(), codes.end());
  return codes;
}

// Each line of descent stands on the edition from whose first day it counts, otherwise on the first.
void add_lineage(const assess::Picture& picture, const assess::Kept& kept, std::size_t edition, IndicatorRow& row) {
  for (const auto& lineage : kept.lineage) {
    std::size_t on = 0;
    for (std::size_t i = 0; i < kept.definitions.size(); ++i)
      if (kept.definitions[i].applies_from == lineage.on) on = i;
    const auto* from = picture.find(lineage.from);
    if (on != edition || !from) continue;
    row.from_kind = lineage.kind;
    row.from_indicator.push_back(from->now().code);
  }
  std::sort(row.from_indicator.begin(), row.from_indicator.end());
}

void add_indicators(const assess::Picture& picture, std::vector<kit::Cells>& rows) {
  for (const auto* kept : by_code(picture))
    for (std::size_t i = 0; i < kept->definitions.size(); ++i) {
      const auto& definition = kept->definitions[i];
      auto row = row_of(definition);
      if (i > 0 && kept->definitions[i - 1].code != definition.code) row.formerly = kept->definitions[i - 1].code;
      row.priorities = priorities_of(picture, *kept, definition);
      row.agreed_on = definition.at;
      add_lineage(picture, *kept, i, row);
      rows.push_back(cells_of(row));
    }
}

void add_targets(const assess::Picture& picture, std::vector<kit::Cells>& rows) {
  for (const auto* kept : by_code(picture))
    for (const auto& target : kept->target_history) {
      TargetRow row;
      static_cast<indicator::Target&>(row) = target;
      row.code = kept->now().code;
      row.agreed_on = target.at;
      rows.push_back(cells_of(row));
    }
}

void add_figures(const assess::Picture& picture, std::vector<kit::Cells>& rows) {
  std::size_t count = 0;
  for (const auto& kept : picture.indicators) count += kept.figures.size();
  rows.reserve(count);
  for (const auto* kept : by_code(picture))
    for (const auto& figure : kept->figures) {
      FigureRow row;
      static_cast<collect::Figure&>(row) = figure;
      row.published_on = figure.at;
      auto cells = cells_of(row);
      cells.insert(cells.begin(), kept->now().code);
      rows.push_back(std::move(cells));
    }
}

void add_people(const assess::Picture& picture, std::vector<kit::Cells>& rows) {
  auto people = picture.council.people;
  std::sort(people.begin(), people.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  for (const auto& person : people) {
    PersonRow row;
    static_cast<council::Person&>(row) = person;
    row.from = person.at;
    rows.push_back(cells_of(row));
  }
}

void add_rebases(const assess::Picture& picture, std::vector<kit::Cells>& rows) {
  for (const auto* kept : by_code(picture))
    for (const auto& rebase : kept->rebases) {
      RebaseRow row;
      static_cast<indicator::Rebase&>(row) = rebase;
      row.code = kept->now().code;
      row.first_day = rebase.starts_on;
      row.agreed_on = rebase.at;
      rows.push_back(cells_of(row));
    }
}

void add_rules(const assess::Picture& picture, std::vector<kit::Cells>& rows) {
  for (const auto& edition : picture.rules) {
    RuleRow row;
    static_cast<assess::RuleEdition&>(row) = edition;
    row.recorded_on = edition.at;
    rows.push_back(cells_of(row));
  }
}

void add_money(const assess::Picture& picture, std::vector<kit::Cells>& rows) {
  for (const auto& month : picture.money) {
    MoneyRow row;
    static_cast<money::Month&>(row) = month;
    row.recorded_on = month.at;
    rows.push_back(cells_of(row));
  }
}

std::string guidance(Sheet sheet) {
  std::string text = std::string(about(sheet)) + " Columns marked * must be filled; the others may be left out.\n";
  for (const auto& column : column_names(sheet))
    text += "\n" + std::string(column.name) + (column.need == Need::must ? "*" : "") + ": " + std::string(column.meaning);
  return text;
}

void append_json(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\', out += c;
    else if (c == '\n') out += "\\n";
    else if (c == '\t') out += "\\t";
    else if (byte < 0x20) out += "\\u00", out += hex[byte >> 4], out += hex[byte & 15];
    else out += c;
  }
  out += '"';
}

}  // namespace

SheetText export_sheet(const assess::Picture& picture, Sheet sheet) {
  SheetText text{sheet, {}};
  switch (sheet) {
    case Sheet::council: add_council(picture, text.rows); break;
    case Sheet::plan: add_plan(picture, text.rows); break;
    case Sheet::indicators: add_indicators(picture, text.rows); break;
    case Sheet::targets: add_targets(picture, text.rows); break;
    case Sheet::figures: add_figures(picture, text.rows); break;
    case Sheet::people: add_people(picture, text.rows); break;
    case Sheet::rebases: add_rebases(picture, text.rows); break;
    case Sheet::rules: add_rules(picture, text.rows); break;
    case Sheet::money: add_money(picture, text.rows); break;
  }
  return text;
}

std::vector<SheetText> export_all(const assess::Picture& picture) {
  std::vector<SheetText> all;
  for (const auto sheet : all_sheets) all.push_back(export_sheet(picture, sheet));
  return all;
}

std::vector<SheetText> empty_sheets() {
  std::vector<SheetText> all;
  for (const auto sheet : all_sheets) all.push_back({sheet, {}});
  return all;
}

std::string as_csv(const SheetText& text) {
  std::string out;
  kit::CsvWriter writer(out, kit::For::people);
  for (const auto& column : column_names(text.sheet)) writer.cell(column.name);
  writer.end_row();
  for (const auto& row : text.rows) {
    for (const auto& cell : row) writer.cell(cell);
    writer.end_row();
  }
  return out;
}

std::string as_workbook(const std::vector<SheetText>& sheets) {
  std::vector<kit::SheetOut> out;
  for (const auto& text : sheets) {
    kit::SheetOut sheet{std::string(name(text.sheet)), {}, text.rows, guidance(text.sheet)};
    for (const auto& column : column_names(text.sheet)) sheet.columns.push_back({std::string(column.name), column.number, column.width});
    out.push_back(std::move(sheet));
  }
  return kit::write_workbook(out);
}

// Numbers travel as their exact text, as in the other forms.
std::string as_json(const std::vector<SheetText>& sheets) {
  std::string out = "{";
  for (const auto& text : sheets) {
    const auto names = column_names(text.sheet);
    out += out.size() > 1 ? ",\n" : "\n";
    append_json(out, normal_name(name(text.sheet)));
    out += ": [";
    bool first = true;
    for (const auto& row : text.rows) {
      out += first ? "\n  {" : ",\n  {";
      first = false;
      bool first_cell = true;
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i].empty()) continue;
        if (!first_cell) out += ", ";
        first_cell = false;
        append_json(out, names[i].name);
        out += ": ";
        append_json(out, row[i]);
      }
      out += "}";
    }
    out += first ? "]" : "\n]";
  }
  return out + "\n}\n";
}

}  // namespace exchange
