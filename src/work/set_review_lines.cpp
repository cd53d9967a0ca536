// The lines of a review in a table, and who may go on with it.
#include <algorithm>

#include "parts/table.h"
#include "parts/text.h"
#include "work/set_review_view.h"

namespace work {

using assess::Review;
using Stage = assess::ReviewChange::Stage;
using council::Desk;
using council::May;
using kit::Html;
using parts::Column;

bool is_open(const Review& review, const Desk& desk) { return !review.seal && review.year == assess::year_to_review(desk.now.date()); }
bool may_seal(const Desk& desk) {
  return council::spans_the_council(desk.asker.role) && !council::why_not(May::agree_change, desk.asker).any();
}

std::vector<const ReviewLine*> at_stage(const ReviewView& view, std::initializer_list<Stage> stages) {
  std::vector<const ReviewLine*> found;
  for (const auto& line : view.lines)
    if (std::ranges::find(stages, line.change.stage) != stages.end()) found.push_back(&line);
  return found;
}

void lines_table(Html& html, std::string_view caption, const std::vector<const ReviewLine*>& lines) {
  if (lines.empty()) return;
  parts::heading(html, std::string(caption) + ": " + std::to_string(lines.size()));
  parts::Table table(html, caption, {{"Change", Column::Holds::words, Column::Width::wide}, {"Why", Column::Holds::long_words}, {"Step"}});
  for (const auto* line : lines) {
    const auto& change = line->change;
    table.row().head([&] {
      parts::link(html, review_address(change), line->title);
      parts::small(html, std::string(words(change.kind)) + " · " + line->code + (line->what.empty() ? "" : " " + line->what));
    });
    table.cell([&] {
      html.text(change.reason);
      for (const auto& warning : line->warnings) parts::small(html, "Take care: " + warning);
      if (!change.said.empty()) parts::small(html, line->decided_by + ": " + change.said);
    });
    table.cell([&] {
      html.text(change.stage == Stage::proposed ? "Proposed" : words(change.stage));
      parts::small(html, (change.stage == Stage::proposed ? line->proposed_by : line->decided_by) + ", " + change.at.date().words());
    });
  }
}

}  // namespace work
