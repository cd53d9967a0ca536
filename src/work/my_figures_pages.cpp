#include "work/my_figures_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "collect/cycle_store.h"
#include "council/address.h"
#include "kit/as_data.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/gather_store.h"
#include "work/my_figures_view.h"

namespace work {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Column;

struct PileWords {
  Pile pile;
  std::string_view heading, what;
};
constexpr PileWords piles[] = {
    {Pile::came_back, "Came back", "Your checker asks for something to be put right."},
    {Pile::late, "Late", "These were due already. They are still accepted."},
    {Pile::to_enter, "To enter", ""},
    {Pile::to_check, "To check", "Entered by others. Open each, then approve it or give it back."},
    {Pile::with_the_checker, "Entered", "With the checker, or checked and waiting for the run. You can still change them."},
    {Pile::done, "Reported", "Change one by a correction, which needs a reason."},
};

std::string address(const MyFigure& figure, Pile pile) {
  const auto folder = pile == Pile::to_check ? "check" : "my-figures";
  return council::path_to(folder, figure.due.definition->code) + "/" + figure.due.period.slug();
}

std::string status_words(const MyFigure& figure, Pile pile) {
  if (pile == Pile::came_back) return figure.due.entry.said;
  if (pile == Pile::with_the_checker) return figure.waits == collect::Waits::for_check ? "With the checker" : "Checked";
  if (pile == Pile::late || pile == Pile::to_enter) return "By " + day_words(figure.due.window.enter_by);
  if (pile == Pile::to_check) return "Entered " + figure.due.entry.at.date().words();
  return std::string(collect::words(figure.waits));
}

void list_of(Html& html, const MyFigures& view, const PileWords& words, const council::Asker& asker) {
  const auto stands_here = [&](const MyFigure& figure) { return pile(figure, asker) == words.pile; };
  const auto count = std::ranges::count_if(view.figures, stands_here);
  if (count == 0) return;
  parts::heading(html, std::string(words.heading) + " (" + std::to_string(count) + ")");
  if (!words.what.empty()) parts::paragraph(html, words.what);
  parts::Table table(html, words.heading,
                     {{"Indicator", Column::Holds::words, Column::Width::wide},
                      {"Period"},
                      {"Last figure"},
                      {words.pile == Pile::came_back ? "What the checker says" : "When", Column::Holds::long_words}});
  for (const auto& figure : view.figures) {
    if (!stands_here(figure)) continue;
    table.row().head([&] {
      parts::link(html, address(figure, words.pile), figure.due.definition->title);
      parts::small(html, figure.due.definition->code);
    });
    table.cell(figure.due.period.words()).cell(figure.last).cell(status_words(figure, words.pile));
  }
}

// Where more than one waits, they need not be opened one by one.
void ways_for_many(Html& html, const MyFigures& view, const council::Asker& asker) {
  const auto count = std::ranges::count_if(view.figures, [&](const auto& figure) {
    const auto where = pile(figure, asker);
    return where == Pile::came_back || where == Pile::late || where == Pile::to_enter || where == Pile::with_the_checker;
  });
  if (count < 2 || council::why_not(May::enter_figures, asker).any()) return;
  parts::paragraph(html, [&] {
    parts::link(html, "/my-figures/many", "Enter many at once");
    html.text(" · ");
    parts::link(html, "/my-figures/workbook", "Download a workbook");
  });
}

parts::Reply show_my_figures(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for(asked, desk);
  MyFigures view;
  {
    auto tx = desk.db.read();
    view = my_figures(gather_all(tx, *picture, desk.now), desk.asker, collect::load_cycles(tx), desk.now);
  }
  if (auto data = kit::as_data(asked, view, "my-figures.csv")) return *std::move(data);

  parts::Page page;
  page.title = "My figures";
  page.section = parts::Section::work;
  auto& html = page.body;
  parts::title(html, "My figures");
  parts::lede(html, view.lede);
  ways_for_many(html, view, desk.asker);
  for (const auto& words : piles) list_of(html, view, words, desk.asker);
  if (view.figures.empty())
    parts::paragraph(html, [&] {
      html.text("You are named as owner, deputy or checker of no indicator. See ");
      parts::link(html, "/", "how the plan is doing");
      html.text(", or ");
      parts::link(html, "/cycle", "what else you may do");
      html.text(".");
    });
  return page;
}

}  // namespace

const council::Routes& my_figures_routes() {
  static const council::Routes all = {
      {kit::Method::get, "/my-figures", May::own_account, show_my_figures,
       "My figures: what is due from whoever asks, late, came back, or waits for a check"},
  };
  return all;
}

}  // namespace work
