#include "parts/table.h"

namespace parts {

// The roles stand in the markup because a browser forgets that a table is one once a phone shows it as a list.
Table::Table(kit::Html& html, std::string_view caption, std::vector<Column> columns, Caption shown)
    : html_(html), columns_(std::move(columns)) {
  html_.open("table", {{"class", "govuk-table"}, {"role", "table"}});
  html_.el("caption", {{"class", shown == Caption::shown ? "govuk-table__caption" : "govuk-table__caption govuk-visually-hidden"}},
           caption);
  html_.literal("<thead class=\"govuk-table__head\" role=\"rowgroup\"><tr role=\"row\">");
  for (const auto& column : columns_) {
    const bool number = column.holds == Column::Holds::number;
    html_.el("th", {{"scope", "col"}, {"role", "columnheader"},
                    {"class", number ? "govuk-table__header govuk-table__header--numeric"
                              : column.width == Column::Width::wide ? "govuk-table__header wide" : "govuk-table__header"}}, column.title);
  }
  html_.literal("</tr></thead><tbody class=\"govuk-table__body\" role=\"rowgroup\">");
}

Table::~Table() {
  if (in_row_) html_.close("tr");
  html_.literal("</tbody></table>");
}

Table& Table::row() {
  if (in_row_) html_.close("tr");
  html_.literal("<tr class=\"govuk-table__row\" role=\"row\">");
  in_row_ = true;
  column_ = 0;
  return *this;
}

void Table::open_head() {
  html_.literal("<th scope=\"row\" role=\"rowheader\" class=\"govuk-table__header\">");
  ++column_;
}

void Table::open_cell(Lines lines) {
  static const Column none;
  const Column& column = column_ < columns_.size() ? columns_[column_] : none;
  constexpr std::string_view many[] = {"govuk-table__cell", "govuk-table__cell govuk-table__cell--numeric",
                                       "govuk-table__cell drawn", "govuk-table__cell long"};
  constexpr std::string_view one[] = {"govuk-table__cell one-line", "govuk-table__cell govuk-table__cell--numeric one-line",
                                      "govuk-table__cell drawn", "govuk-table__cell long"};
  const auto which = static_cast<std::size_t>(column.holds);
  html_.open("td", {{"role", "cell"}, {"class", lines == Lines::one ? one[which] : many[which]}, {"data-label", column.title}});
  ++column_;
}

Table& Table::head(std::string_view text) {
  return head([&] {
    if (text.size() <= 24) html_.el("span", {{"class", "one-line"}}, text);
    else html_.text(text);
  });
}

Table& Table::cell(std::string_view text) {
  constexpr std::size_t short_text = 15;
  open_cell(text.size() <= short_text ? Lines::one : Lines::many);
  html_.text(text).close("td");
  return *this;
}

}  // namespace parts
