#include "report/document_csv.h"

#include <charconv>
#include <vector>

#include "kit/csv.h"
#include "kit/tell.h"
#include "report/document_html.h"

namespace report {
namespace {

std::string joined(const std::vector<std::string>& all) {
  std::string text;
  for (const auto& one : all) text += (text.empty() ? "" : "; ") + one;
  return text;
}

// The shortest digits that read back as the same number; nothing where there is no figure.
std::string digits(const std::optional<double>& value) {
  if (!value) return {};
  char text[400];
  const auto end = std::to_chars(text, text + sizeof text, *value, std::chars_format::fixed).ptr;
  return {text, end};
}

// One column: its name in the first row, what a person calls it, its type in XML Schema, what it means, and its cell.
struct CsvColumn {
  std::string_view name, title, type, meaning;
  std::string (*cell)(const Document&, const Fact&);
};
constexpr CsvColumn columns[] = {
    {"areacd", "Area code", "string", "GSS code of the area that the figures are of",
     [](const Document& d, const Fact&) { return d.area; }},
    {"areanm", "Area", "string", "Name of the council", [](const Document& d, const Fact&) { return d.council; }},
    {"indicator", "Reference", "string", "Reference of the indicator",
     [](const Document&, const Fact& f) { return f.indicator; }},
    {"title", "Indicator", "string", "What the indicator is called",
     [](const Document&, const Fact& f) { return f.title; }},
    {"kind", "Kind", "string", "Core, service, organisational health, contextual, place-based or management",
     [](const Document&, const Fact& f) { return f.kind; }},
    {"priority", "Priority", "string", "The line of the plan that it is counted for",
     [](const Document&, const Fact& f) { return f.priority; }},
    {"directorate", "Directorate", "string", "The directorate that answers for it",
     [](const Document&, const Fact& f) { return f.directorate; }},
    {"service", "Service", "string", "The service that it belongs to",
     [](const Document&, const Fact& f) { return f.service; }},
    {"period", "Period", "string", "The period of the figure: its first day and its length, as ISO 8601 writes it",
     [](const Document&, const Fact& f) { return f.period; }},
    {"value", "Figure", "decimal", "The figure, not rounded; empty where there is none",
     [](const Document&, const Fact& f) { return digits(f.value); }},
    {"shown", "As shown", "string", "The figure as the report shows it, or why there is none",
     [](const Document&, const Fact& f) { return f.shown; }},
    {"unit", "Unit", "string", "What the figure is counted in; empty for a count",
     [](const Document&, const Fact& f) { return f.unit; }},
    {"target", "Target", "string", "The target of the period, as shown",
     [](const Document&, const Fact& f) { return f.target; }},
    {"status", "Status", "string", "Code of the status", [](const Document&, const Fact& f) { return f.status; }},
    {"status_words", "Status in words", "string", "Status against the target, in words",
     [](const Document&, const Fact& f) { return f.status_words; }},
    {"direction", "Direction", "string", "Code of the direction of travel",
     [](const Document&, const Fact& f) { return f.direction; }},
    {"direction_words", "Direction in words", "string", "Direction of travel, in words",
     [](const Document&, const Fact& f) { return f.direction_words; }},
    {"mark", "Mark", "string",
     "p provisional, r revised, u not checked, c suppressed, x not available, z not applicable",
     [](const Document&, const Fact& f) { return f.mark; }},
    {"note", "Note", "string", "What its officer says about the figure",
     [](const Document&, const Fact& f) { return f.note; }},
    {"warnings", "Early warnings", "string", "Codes of the early warnings that hold, separated by semicolons",
     [](const Document&, const Fact& f) { return joined(f.warnings); }},
    {"why", "Why it was revised", "string", "Reason of the revision, where there was one",
     [](const Document&, const Fact& f) { return f.why; }},
    {"figure_edition", "Edition of the figure", "integer", "Which edition of the figure the report shows",
     [](const Document&, const Fact& f) { return std::to_string(f.figure_edition); }},
    {"definition_edition", "Edition of the definition", "integer", "Which edition of the definition held",
     [](const Document&, const Fact& f) { return std::to_string(f.definition_edition); }},
};

// -- what the columns mean ----------------------------------------------------------------------------------------------

void describe(kit::Teller& t, const CsvColumn& column) {
  t.field("name", column.name);
  t.field("titles", column.title);
  t.field("datatype", column.type);
  t.field("dc:description", column.meaning);
}

struct Schema {};
void describe(kit::Teller& t, const Schema&) {
  t.list("columns", std::vector<CsvColumn>(std::begin(columns), std::end(columns)));
  t.field("primaryKey", "indicator");
}

struct OneTable {
  std::string url;
};
void describe(kit::Teller& t, const OneTable& table) {
  t.field("url", table.url);
  t.part("tableSchema", Schema{});
}

struct Metadata {
  const Document& document;
  std::string file;
};
void describe(kit::Teller& t, const Metadata& about) {
  const auto& document = about.document;
  t.field("@context", "http://www.w3.org/ns/csvw");
  t.field("dc:title", full_title(document));
  t.field("dc:description", looks_back_sentence(document) + (document.counting.empty() ? "" : " " + document.counting));
  t.field("dc:publisher", document.council);
  t.field("dc:issued", document.as_at);
  t.field("dc:modified", document.as_at);
  t.list("tables", std::vector<OneTable>{{about.file}});
}

}  // namespace

std::string as_csv(const Document& document) {
  std::string text;
  kit::CsvWriter csv(text, kit::For::people);
  for (const auto& column : columns) csv.cell(column.name);
  csv.end_row();
  for (const auto& fact : document.facts) {
    for (const auto& column : columns) csv.cell(column.cell(document, fact));
    csv.end_row();
  }
  return text;
}

// A number has its words in a column of its own: they say why there is none.
std::string as_csv(const Table& table) {
  std::string text;
  kit::CsvWriter csv(text, kit::For::people);
  for (const auto& column : table.columns) {
    csv.cell(column.name);
    if (column.holds == Cell::Holds::number) csv.cell(column.name + "_shown");
  }
  csv.end_row();
  for (const auto& row : table.rows) {
    for (const auto& cell : row) {
      csv.cell(cell.holds == Cell::Holds::number ? digits(cell.number) : cell.text);
      if (cell.holds == Cell::Holds::number) csv.cell(cell.below.empty() ? cell.text : cell.text + ", " + cell.below);
    }
    csv.end_row();
  }
  return text;
}

std::string as_csvw(const Document& document, std::string_view file) { return kit::told_as_json(Metadata{document, std::string(file)}); }

}  // namespace report
