// What the board tells: how many indicators stand how under each priority, and which need attention first.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "assess/attention.h"
#include "assess/judged.h"
#include "assess/marks.h"
#include "assess/narrowing.h"
#include "parts/status.h"

namespace assess {

// One indicator, as the board and the list of indicators tell it.
const Judgement& no_judgement();  // of an empty definition: its row names the columns of an empty table

struct StandingView {
  const Judgement* judgement = &no_judgement();
  const Judged* judged = nullptr;
  const plan::Priority* priority = nullptr;  // by which the board counts it; null: none

  std::string value() const;   // "61.2%", "Delayed", "Not yet"
  std::string target() const;  // "75%", or empty
  std::string_view note() const { return judgement->figure ? std::string_view(judgement->figure->note) : std::string_view(); }
  std::string owner() const;   // by job
  std::string directorate() const;
};

template <class Teller>
void describe(Teller& t, const StandingView& view) {
  const auto& j = *view.judgement;
  t.field("indicator", j.definition->code);
  t.field("title", j.definition->title);
  t.field("kind", indicator::code(j.definition->kind));
  t.field("priority", view.priority ? view.priority->code : std::string());
  t.field("directorate", view.directorate());
  t.field("service", j.definition->service);
  t.field("owner", view.owner());
  t.field("period", j.period.iso());
  t.field("value", j.value);
  t.field("shown", view.value());
  t.field("unit", j.definition->unit);
  t.field("target", j.expected.value);
  t.field("target_low", j.expected.low);
  t.field("target_high", j.expected.high);
  t.field("status", code(j.rating));
  t.field("rule", j.step >= 0 ? j.rule->name : std::string());
  t.field("direction", code(j.direction));
  t.field("direction_method", indicator::code(j.definition->direction_method));
  t.field("provisional", j.provisional);
  t.field("unchecked", j.unchecked);
  t.field("overdue", j.overdue);
  t.field("why", j.why);
  t.field("direction_why", j.direction_why);
  t.field("note", view.note());
}

struct PriorityLine {
  const plan::Priority* priority = nullptr;  // null: indicators without a line in the main framework
  Counts counts;
  parts::StatusCounts standing;
};
template <class Teller>
void describe(Teller& t, const PriorityLine& line) {
  t.field("priority", line.priority ? line.priority->code : std::string());
  t.field("title", line.priority ? line.priority->title : std::string("No priority"));
  t.field("director", line.priority ? line.priority->director : std::string());
  t.field("indicators", line.counts.total());
  for (Rating rating : all_ratings) t.field(code(rating), line.counts[rating]);
  t.field("improving", line.counts.improving);
  t.field("worsening", line.counts.worsening);
}

struct BoardView {
  std::string period;
  std::string lede;
  Ratings ratings = Ratings::shown;
  Counts counts;
  std::vector<PriorityLine> priorities;
  std::vector<StandingView> indicators;
  std::vector<StandingView> attention;  // worst first
};
template <class Teller>
void describe(Teller& t, const BoardView& view) {
  t.field("period", view.period);
  t.field("answer", view.lede);
  t.list("priorities", view.priorities);
  std::vector<std::string> attention;
  for (const auto& each : view.attention) attention.push_back(each.judgement->definition->code);
  t.list("needs_attention", attention);
  t.rows("indicators", view.indicators);
}

// `under` tells for each indicator of the picture, in its order, by which priority the board counts it.
using Under = std::vector<const plan::Priority*>;
Under under(const Picture& picture);
BoardView board_view(const Judged& judged, const std::vector<const Judgement*>& narrowed, const Under& under);

}  // namespace assess
