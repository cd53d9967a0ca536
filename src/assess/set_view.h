// The set of a year as pages tell it: counts by priority and section, how it came from the year before, and the appendix of changes.
#pragma once
#include <string>
#include <vector>

#include "assess/indicator_set.h"
#include "kit/html.h"
#include "kit/http.h"
#include "kit/tell.h"

namespace assess {

struct SetRowView {
  std::string code, title;
  int core = 0, service = 0, health = 0, total = 0;
  SetFlow flow;
};
template <class Teller>
void describe(Teller& t, const SetRowView& row) {
  t.field("code", row.code);
  t.field("title", row.title);
  t.field("core", row.core);
  t.field("service", row.service);
  t.field("organisational_health", row.health);
  t.field("total", row.total);
  t.field("year_before", row.flow.before);
  t.field("new", row.flow.added);
  t.field("from_splitting", row.flow.split);
  t.field("removed", row.flow.removed);
  t.field("merged", row.flow.merged);
  t.field("moved", row.flow.moved);
}

struct SetChangeView {
  SetChangeKind kind = SetChangeKind::added;
  std::string indicator, title, change, detail, reason;
  bool is_counted = true;
  std::string page;  // the reference under which the indicator has a page; empty while it has none
};
template <class Teller>
void describe(Teller& t, const SetChangeView& change) {
  t.field("indicator", change.indicator);
  t.field("title", change.title);
  t.field("change", change.change);
  t.field("detail", change.detail);
  t.field("reason", change.reason);
}

struct SetView {
  calendar::FinancialYear year;
  std::string word;  // "commitment"
  std::vector<SetRowView> rows;
  SetRowView total;
  std::array<SetFlow, 3> sections;
  int outside = 0;
  std::vector<SetChangeView> changes;
};
template <class Teller>
void describe(Teller& t, const SetView& view) {
  t.field("year", view.year.words());
  t.field("total", view.total.total);
  t.field("year_before", view.total.flow.before);
  t.field("added", view.total.flow.added);
  t.field("from_splitting", view.total.flow.split);
  t.field("removed", view.total.flow.removed + view.total.flow.merged);
  t.rows("rows", view.rows);
  t.list("changes", view.changes);
}
// `pages`: the council whose indicators have pages, which is not the one that is counted while a review is open.
SetView set_view(const Picture& picture, calendar::FinancialYear year, const Picture& pages);

void counts_table(kit::Html& html, const SetView& view);  // by priority and section
void flow_tables(kit::Html& html, const SetView& view);   // how each priority, and each section, came from the year before
// The appendix: a heading and a table for each kind of change that there is.
void changes_tables(kit::Html& html, const kit::Request& asked, const SetView& view);

}  // namespace assess
