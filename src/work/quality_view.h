// What the pages about the quality of figures tell: a line an indicator, and one indicator in full.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "assess/picture.h"
#include "council/may.h"
#include "work/quality.h"

namespace work {

struct QualityLine {
  std::string code, title, service, service_name;
  Quality quality;
  std::string control;  // "improve", or empty
};
template <class Teller>
void describe(Teller& t, const QualityLine& line) {
  const auto& q = line.quality;
  t.field("indicator", line.code);
  t.field("title", line.title);
  t.field("service", line.service);
  t.field("periods", q.periods);
  t.field("figures", q.there);
  t.field("on_time", q.on_time);
  t.field("late", q.late);
  t.field("median_days_late", q.days_late);
  t.field("from_file", q.from_file);
  t.field("changed", q.changed);
  t.field("changes_of_status", q.changed_status);
  t.field("returned", q.returned);
  t.field("control_check", line.control);
  t.field("headings_to_look_at", q.headings());
  std::vector<std::string> codes;
  for (const auto concern : q.concerns) codes.emplace_back(code(concern));
  t.list("to_look_at", codes);
}

// To what the list is narrowed: a service, and a concern's code or "nothing".
struct QualityNarrowing {
  std::string service, what;
  bool any() const { return !service.empty() || !what.empty(); }
};
struct QualityView {
  std::string lede, beside;        // of everything within reach
  std::vector<QualityLine> lines;  // the worst first
  std::size_t all = 0;             // indicators within reach
  std::vector<std::pair<std::string, std::string>> services;  // codes and names, to choose from
};
template <class Teller>
void describe(Teller& t, const QualityView& view) {
  t.field("in_short", view.lede);
  t.field("indicators_within_reach", static_cast<std::int64_t>(view.all));
  t.rows("indicators", view.lines);
}
QualityView quality_view(const assess::Picture& picture, const std::vector<QualityFacts>& all,
                         const council::Asker& asker, const QualityNarrowing& to, kit::Date today);

template <class Teller>
void describe(Teller& t, const Statement& statement) {
  t.field("heading", code(statement.dimension));
  t.field("says", statement.sentence);
  t.field("to_look_at", statement.to_look_at);
}

struct PeriodLine {
  PeriodFacts facts;
  std::string figure;   // "61.2%", "Delayed", "On its way"
  std::string came;     // "3 days late", "on time", "brought in from a file"
  std::string changed;  // "was 60.9% until 9 June 2025"
  std::optional<int> days_late;
};
template <class Teller>
void describe(Teller& t, const PeriodLine& line) {
  t.field("period", line.facts.period.iso());
  t.field("due", line.facts.due);
  t.field("figure", line.figure);
  t.field("came", line.came);
  t.field("days_late", line.days_late);
  t.field("changed", line.changed);
  t.field("returned", line.facts.returned);
  t.field("warnings", line.facts.unusual + line.facts.other_warnings);
}
struct OneQualityView {
  std::string code, title, service_name, lede;
  Quality quality;
  std::vector<PeriodLine> periods;  // the newest first
};
template <class Teller>
void describe(Teller& t, const OneQualityView& view) {
  t.field("indicator", view.code);
  t.field("title", view.title);
  t.field("in_short", view.lede);
  t.list("statements", view.quality.statements);
  t.rows("periods", view.periods);
}
OneQualityView one_quality_view(const assess::Picture& picture, const QualityFacts& facts, kit::Date today);

}  // namespace work
