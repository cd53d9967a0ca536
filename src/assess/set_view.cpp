#include "assess/set_view.h"

#include <algorithm>

#include "council/address.h"
#include "parts/table.h"
#include "parts/text.h"

namespace assess {
namespace {

using parts::Column;

SetRowView row_view(const SetRow& row) {
  SetRowView view{"", "Without a line to the plan", row.core, row.service, row.health, row.total(), row.flow};
  if (row.priority) view.code = row.priority->code, view.title = row.priority->title;
  return view;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

void counts_row(parts::Table& table, const SetRowView& row) {
  table.row().head(row.title);
  for (int count : {row.core, row.service, row.health, row.total}) table.cell(std::to_string(count));
}

// "+ 2", "− 1", and a dash where nothing changed: a table of noughts hides what matters.
std::string signed_count(int count) { return count == 0 ? "–" : (count > 0 ? "+" : "−") + std::to_string(std::abs(count)); }

void flow_row(parts::Table& table, std::string_view title, const SetFlow& flow) {
  table.row().head(title).cell(std::to_string(flow.before));
  for (int count : {flow.added, flow.split, -flow.removed, -flow.merged, flow.moved}) table.cell(signed_count(count));
  table.cell(std::to_string(flow.now));
}

void flow_table(kit::Html& html, const SetView& view, const std::string& by, const std::vector<std::pair<std::string, SetFlow>>& rows) {
  const auto number = Column::Holds::number;
  const auto before = calendar::FinancialYear{view.year.begins - 1}.words();
  parts::Table table(html, "From the set of " + before + " to that of " + view.year.words() + " by " + by,
                     {{capital(by), Column::Holds::words, Column::Width::wide},
                      {before, number},
                      {"New", number},
                      {"From splitting", number},
                      {"Removed", number},
                      {"Merged", number},
                      {"Moved", number},
                      {view.year.words(), number}});
  for (const auto& [title, flow] : rows) flow_row(table, title, flow);
  flow_row(table, view.total.title, view.total.flow);
}

// What each kind says above its list.
std::string_view heading_of(SetChangeKind kind) {
  static constexpr std::string_view all[] = {
      "New",    "Redefined", "New reference number", "Moved to another service, section or line of the plan", "Split",
      "Merged", "Removed"};
  return all[static_cast<std::size_t>(kind)];
}

}  // namespace

SetView set_view(const Picture& picture, calendar::FinancialYear year, const Picture& pages) {
  const auto set = indicator_set(picture, year);
  SetView view{year, picture.council.setting("priority_word"), {}, {}, {}, 0, {}};
  for (const auto& row : set.rows) view.rows.push_back(row_view(row));
  view.total = row_view(set.total);
  view.total.title = "Total";
  view.sections = set.sections;
  view.outside = set.outside;
  for (const auto& change : set.changes) {
    const auto* page = pages.find(change.kept->id);
    view.changes.push_back({change.kind, change.kept->now().code, change.kept->now().title,
                            std::string(words(change.kind)), change.detail, change.reason, change.is_counted,
                            page ? page->now().code : ""});
  }
  return view;
}

void counts_table(kit::Html& html, const SetView& view) {
  parts::Table table(html, "Indicators in the " + view.year.words() + " set by " + view.word + " and report section",
                     {{capital(view.word)},
                      {"Core, monthly", Column::Holds::number},
                      {"Service", Column::Holds::number},
                      {"Organisational health", Column::Holds::number},
                      {"Total", Column::Holds::number}});
  for (const auto& row : view.rows)
    if (!row.code.empty() || row.total > 0) counts_row(table, row);
  counts_row(table, view.total);
}

void flow_tables(kit::Html& html, const SetView& view) {
  std::vector<std::pair<std::string, SetFlow>> rows;
  for (const auto& row : view.rows) rows.emplace_back(row.title, row.flow);
  flow_table(html, view, view.word, rows);
  flow_table(html, view, "report section",
             {{"Core", view.sections[0]}, {"Service", view.sections[1]}, {"Organisational health", view.sections[2]}});
}

void changes_tables(kit::Html& html, const kit::Request& asked, const SetView& view) {
  for (const auto kind : all_set_changes) {
    const auto count = std::ranges::count(view.changes, kind, &SetChangeView::kind);
    if (count == 0) continue;
    parts::small_heading(html, std::string(heading_of(kind)) + ": " + std::to_string(count));
    parts::Table table(html, heading_of(kind),
                       {{"Indicator", Column::Holds::words, Column::Width::wide}, {"Why", Column::Holds::long_words}});
    for (const auto& change : view.changes) {
      if (change.kind != kind) continue;
      table.row().head([&] {
        parts::link(html, {change.title, change.page.empty() ? "" : council::link(asked, council::path_to("indicators", change.page))});
        parts::small(html, change.indicator + (change.is_counted ? "" : " · beside the set"));
      });
      table.cell([&] {
        html.text(change.reason);
        if (!change.detail.empty()) parts::small(html, change.detail);
      });
    }
  }
}

}  // namespace assess
