#include "assess/board_pages.h"

#include <set>

#include "assess/board_view.h"
#include "assess/judged_store.h"
#include "assess/marks.h"
#include "assess/money_view.h"
#include "assess/series_line.h"
#include "assess/shipped_rules.h"
#include "assess/travel.h"
#include "council/address.h"
#include "kit/as_data.h"
#include "kit/number.h"
#include "parts/attention.h"
#include "parts/error_page.h"
#include "parts/filters.h"
#include "parts/table.h"
#include "parts/text.h"
#include "plan/counting.h"

namespace assess {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;
using parts::Column;

constexpr std::size_t shown_at_first = 10;

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  return words;
}

void priority_row(Html& html, parts::Table& table, const Request& asked, const PriorityLine& line, Ratings ratings) {
  table.row().head([&] {
    if (!line.priority) html.text("No line in the plan");
    else parts::link(html, with_value(asked, "priority", line.priority->code), line.priority->title);
    if (line.priority && !line.priority->director.empty()) parts::small(html, line.priority->director);
  });
  table.cell(std::to_string(line.counts.total()));
  if (ratings == Ratings::shown) table.cell([&] { parts::status_bar(html, line.standing); });
  table.cell([&] { parts::direction_count(html, parts::Direction::improving, line.counts.improving); });
  table.cell([&] { parts::direction_count(html, parts::Direction::worsening, line.counts.worsening); });
}

std::string words_of(const std::set<std::string>& rules) {
  if (rules.size() > 2) return kit::in_words(static_cast<int>(rules.size())) + " rules";
  return rules.size() == 1 ? *rules.begin() : *rules.begin() + " and " + *rules.rbegin();
}

// One rule for most councils; several where a kind of indicator has its own, or where some periods ended before the newest counted.
void by_which_rule(Html& html, const Request& asked, const Judged& judged) {
  std::set<std::string> names;
  for (const auto& j : judged.all)
    if (j.step >= 0) names.insert(named(*j.rule));
  if (names.empty()) return;
  parts::small(html, [&] {
    html.text("By ");
    parts::link(html, council::link(asked, "/rules"), words_of(names));
    html.text(" · ");
    parts::link(html, "/help/status", "What statuses mean");
    html.text(" · ");
    parts::link(html, "/help/direction", "How direction is found");
  });
}

void by_priority(Html& html, const Request& asked, const Judged& judged, const BoardView& view) {
  const auto word = judged.picture->council.setting("priority_word");
  parts::heading(html, "By " + word);
  const bool better = view.counts[Rating::blue] > 0;
  if (view.ratings == Ratings::shown) {
    parts::status_key(html, better ? parts::Shows::all : parts::Shows::without_better);
    by_which_rule(html, asked, judged);
  }
  std::vector<Column> columns = {{capital(word)}, {"Indicators", Column::Holds::number}};
  if (view.ratings == Ratings::shown) columns.push_back({"How they stand", Column::Holds::drawing});
  columns.insert(columns.end(), {{"Improving", Column::Holds::number}, {"Worsening", Column::Holds::number}});
  parts::Table table(html, "Indicators by " + word + ", " + view.period, std::move(columns));
  for (const auto& line : view.priorities)
    if (line.counts.total() > 0) priority_row(html, table, asked, line, view.ratings);
}

std::string reference(const StandingView& each) {
  auto text = each.judgement->definition->code + " · " + each.judgement->period.words();
  if (each.judgement->provisional) text += " · provisional";
  if (each.judgement->unchecked) text += " · unchecked";
  if (const auto job = each.owner(); !job.empty()) text += " · " + job;
  return text;
}

void exception(Html& html, const Request& asked, const StandingView& each, Ratings ratings) {
  const auto& j = *each.judgement;
  const auto address = council::link(asked, council::path_to("indicators", j.definition->code));
  const auto target = each.target();
  const auto value = each.value();
  std::string line_words;
  parts::Attention a{.address = address, .title = j.definition->title, .ref = reference(each), .why = j.why, .value = value};
  const auto said = parts::shortened(each.note(), 160);
  a.said = said;
  a.line = series_line(*each.judged->picture, j, line_words);
  if (!target.empty()) a.beside = "Target " + target;
  if (ratings == Ratings::shown) a.status = mark_of(j.rating);
  if (!is_rated(j.rating)) a.status_words = j.overdue ? "Overdue" : words(j.rating);
  a.direction = mark_of(j.direction);
  const auto direction = direction_words(j);
  a.direction_words = direction;
  parts::attention(html, a);
}

// Narrowed as the board is.
std::string exceptions_address(const Request& asked) {
  auto same = asked;
  same.path = "/exceptions";
  return with_value(same, "all", "");
}

void exceptions(Html& html, const Request& asked, const BoardView& view) {
  parts::heading(html, "Needs attention first", "attention");
  if (view.attention.empty()) {
    parts::paragraph(html, "Nothing is off target, close and worsening, or overdue.");
    return;
  }
  const bool all = asked.asked("all") == "yes" || view.attention.size() <= shown_at_first;
  parts::attention_list(html, [&] {
    for (std::size_t i = 0; i < (all ? view.attention.size() : shown_at_first); ++i)
      exception(html, asked, view.attention[i], view.ratings);
  });
  if (!all)
    parts::paragraph(html, [&] {
      parts::link(html, with_value(asked, "all", "yes") + "#attention",
                  "All " + std::to_string(view.attention.size()) + " that need attention");
    });
  parts::paragraph(html, [&] { parts::link(html, exceptions_address(asked), "Exceptions: every early warning, with its reasons"); });
}

void nothing_matches(Html& html, const parts::Filters& filters) {
  parts::inset(html, [&] {
    parts::paragraph(html, "No indicator matches these filters.");
    parts::link(html, filters.clear, "Clear all filters");
  });
}

// The answer itself stands out: "Of 131 indicators rated against a target, *85 (65%) are on it or better*. Twelve …"
void answer(Html& html, std::string_view lede) {
  const auto comma = lede.find(", "), stop = lede.find(". ", comma);
  const auto end = stop == std::string_view::npos ? lede.rfind('.') : stop;
  if (comma == std::string_view::npos || end == std::string_view::npos || end < comma + 2) return parts::lede(html, lede);
  parts::lede(html, [&] {
    html.text(lede.substr(0, comma + 2));
    parts::strong(html, lede.substr(comma + 2, end - comma - 2));
    html.text(lede.substr(end));
  });
}

void money_beside(Html& html, const Request& asked, const Judged& judged) {
  const auto line = money_line(*judged.picture, judged.period.financial_year());
  if (line.empty()) return;
  parts::paragraph(html, [&] {
    html.text(line + " ");
    parts::link(html, council::link(asked, "/money"), "Money by directorate and service");
  });
}

parts::Page board_page(const Request& asked, const Judged& judged, const BoardView& view, const Narrowing& to) {
  parts::Page page;
  page.title = "Board";
  page.section = parts::Section::board;
  auto& html = page.body;
  html.reserve(64 * 1024);
  auto filters = filters_of(asked, judged, to);
  if (to.any()) filters.clear = council::link(asked, "/");
  parts::title(html, "How is the plan doing?");
  if (!view.indicators.empty()) answer(html, view.lede);
  filters.csv = data_address(asked, "csv");
  filters.json = data_address(asked, "json");
  parts::filters(html, filters);
  if (view.indicators.empty()) {
    nothing_matches(html, filters);
    return page;
  }
  by_priority(html, asked, judged, view);
  if (!to.any()) money_beside(html, asked, judged);
  exceptions(html, asked, view);
  return page;
}

parts::Page empty_council() {
  parts::Page page;
  page.title = "Board";
  page.section = parts::Section::board;
  auto& html = page.body;
  parts::title(html, "How is the plan doing?");
  parts::lede(html, "Nothing is known of this council yet. Bring in its plan, indicators, targets and figures to see how it is doing.");
  parts::heading(html, "What to do next");
  parts::list(html, [&] {
    parts::item(html, [&] {
      parts::link(html, "/import", "Bring in your files");
      html.text(": a Goldenthread workbook, its sheets as CSV, or CSV files that are published already.");
    });
    parts::item(html, [&] {
      parts::link(html, "/import/template.xlsx", "Download the template");
      html.text(": an empty workbook that explains each column.");
    });
    parts::item(html, "To look round first, start the demo council with goldenthread demo --data followed by a folder of its own.");
  });
  return page;
}

std::shared_ptr<const Under> under_of(const Judged& judged, Desk& desk) {
  return desk.memory.get<Under>(
      judged.picture->version, "under " + judged.picture->as_at.iso(),
      [&] { return std::make_shared<Under>(under(*judged.picture)); }, [](const Under& all) { return all.size() * sizeof(void*); });
}

parts::Reply show_board(const Request& asked, Desk& desk) {
  const auto judged = judged_for(asked, desk);
  if (!judged) return parts::error_page(404, "There is no such period. Write it as in 2025-26-q2.");
  const auto to = narrowing(asked);
  const auto view = board_view(*judged, narrowed(*judged, to), *under_of(*judged, desk));
  if (auto data = kit::as_data(asked, view, "board.csv")) return *std::move(data);
  if (judged->picture->empty()) return empty_council();
  return board_page(asked, *judged, view, to);
}

}  // namespace

const council::Routes& board_routes() {
  static const council::Routes routes = {
      {kit::Method::get, "/", council::May::read, show_board, "The board: counts by priority and status, and what needs attention first"},
  };
  return routes;
}

}  // namespace assess
