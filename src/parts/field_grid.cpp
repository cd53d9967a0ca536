#include "parts/field_grid.h"

#include "kit/number.h"
#include "kit/static_files.h"

namespace parts {

FieldGrid::FieldGrid(kit::Html& html, std::string_view caption, std::string_view first, std::vector<Column> columns)
    : html_(html), columns_(std::move(columns)) {
  static constexpr std::string_view widths[] = {"narrow", "middle", "wide"};
  html_.open("table", {{"class", "field-grid"}, {"role", "table"}});
  html_.el("caption", {{"class", "govuk-visually-hidden"}}, caption);
  html_.literal("<thead role=\"rowgroup\"><tr role=\"row\">").el("th", {{"scope", "col"}, {"role", "columnheader"}}, first);
  for (const auto& column : columns_)
    html_.el("th",
             {{"scope", "col"},
              {"role", "columnheader"},
              {"id", "col-" + column.name},
              {"class", widths[static_cast<std::size_t>(column.width)]}},
             column.title);
  html_.literal("</tr></thead><tbody role=\"rowgroup\">");
}

FieldGrid::~FieldGrid() {
  end_row();
  html_.literal("</tbody></table>");
}

void FieldGrid::end_row() {
  if (in_row_) html_.close("tr");
  in_row_ = false;
}

void FieldGrid::open_row(std::string_view id, Row kind) {
  end_row();
  row_ = id;
  column_ = 0;
  in_row_ = true;
  html_.open("tr", {{"role", "row"}, {"class", kind == Row::with_fault ? "row-fault" : "", kind == Row::with_fault}});
  html_.open("th", {{"scope", "row"}, {"role", "rowheader"}});
}

void FieldGrid::row_title(std::string_view address, std::string_view text) {
  html_.el("a", {{"class", "govuk-link"}, {"id", row_}, {"href", address}}, text);
}

void FieldGrid::row_error(std::string_view sentence) {
  html_.open("p", {{"class", "govuk-error-message"}}).el("span", {{"class", "govuk-visually-hidden"}}, "Error: ").text(sentence).close("p");
}

void FieldGrid::cell(const Cell& cell) {
  const auto& column = columns_[column_++];
  const auto error_id = cell.name + "-error";
  const auto named_by = row_ + " col-" + column.name;
  const bool has_error = !cell.error.empty();
  html_.open("td", {{"role", "cell"}, {"data-label", column.title}});
  if (has_error)
    html_.open("p", {{"class", "govuk-error-message"}, {"id", error_id}})
        .el("span", {{"class", "govuk-visually-hidden"}}, "Error: ")
        .text(cell.error)
        .close("p");
  if (cell.takes == Cell::Takes::text) {
    html_.open("textarea", {{"class", has_error ? "govuk-textarea govuk-textarea--error" : "govuk-textarea"},
                            {"id", cell.name},
                            {"name", cell.name},
                            {"rows", "2"},
                            {"aria-labelledby", named_by},
                            {"aria-describedby", error_id, has_error}});
    html_.text(cell.value).close("textarea");
  } else if (cell.takes == Cell::Takes::tick) {
    html_.empty("input", {{"id", cell.name},
                          {"name", cell.name},
                          {"type", "checkbox"},
                          {"value", "yes"},
                          {"checked", "", cell.value == "yes"},
                          {"aria-labelledby", named_by}});
  } else {
    html_.empty("input", {{"class", has_error ? "govuk-input govuk-input--error" : "govuk-input"},
                          {"id", cell.name},
                          {"name", cell.name},
                          {"type", "text"},
                          {"value", cell.value, !cell.value.empty()},
                          {"inputmode", "decimal", cell.takes == Cell::Takes::number},
                          {"autocomplete", "off"},
                          {"spellcheck", "false"},
                          {"aria-labelledby", named_by},
                          {"aria-describedby", error_id, has_error}});
  }
  html_.close("td");
}

void FieldGrid::no_cell() {
  ++column_;
  html_.literal("<td role=\"cell\"></td>");
}

void FieldGrid::made_cell(const Made& made, std::string_view written) {
  const auto& column = columns_[column_++];
  html_.open("td", {{"role", "cell"},
                    {"class", "made"},
                    {"data-label", column.title},
                    {"data-numerator", made.numerator},
                    {"data-denominator", made.denominator},
                    {"data-times", kit::shortest(made.times)},
                    {"data-decimals", std::to_string(made.decimals)},
                    {"data-unit", made.unit}});
  html_.text(written).close("td");
}

void FieldGrid::open_under() {
  end_row();
  html_.open("tr", {{"role", "row"}, {"class", "under"}}).open("td", {{"role", "cell"}, {"colspan", std::to_string(columns_.size() + 1)}});
}

void FieldGrid::close_under() { html_.close("td").close("tr"); }

void narrowings(kit::Html& html, std::string_view label, const std::vector<Narrowing>& all) {
  html.open("ul", {{"class", "chips"}, {"aria-label", label}});
  for (const auto& one : all) {
    html.open("li");
    if (one.address.empty()) html.el("span", {{"class", "chip chip-on"}, {"aria-current", "true"}}, one.text);
    else html.el("a", {{"class", "chip chip-off"}, {"href", one.address}}, one.text);
    html.close("li");
  }
  html.close("ul");
}

void grid_said(kit::Html& html) { html.literal("<p class=\"small grid-said\" id=\"grid-said\" role=\"status\"></p>"); }

void grid_hint(kit::Html& html, std::string_view sentence) {
  html.el("p", {{"class", "small muted"}, {"id", "grid-hint"}, {"hidden", ""}}, sentence);
}

void script(kit::Html& html, std::string_view file) {
  html.open("script", {{"src", kit::static_address(file)}, {"defer", ""}}).close("script");
}

}  // namespace parts
