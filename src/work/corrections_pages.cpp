#include "work/corrections_pages.h"

#include "assess/picture_store.h"
#include "collect/entry_store.h"
#include "kit/as_data.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/corrections.h"

namespace work {
namespace {

using kit::Html;
using parts::Column;

struct CorrectionsView {
  std::string lede;
  std::vector<AfterTheRun> all;
};
template <class Teller>
void describe(Teller& t, const CorrectionsView& view) {
  t.field("in_short", view.lede);
  t.rows("changes", view.all);
}

std::string_view stage_words(collect::Stage stage) {
  switch (stage) {
    case collect::Stage::entered: return "Waits for approval";
    case collect::Stage::returned: return "Came back";
    default: return "Reported";
  }
}

void changes(Html& html, const CorrectionsView& view) {
  parts::Table table(html, "Corrections and late figures",
                     {{"Indicator", Column::Holds::words, Column::Width::wide},
                      {"Was"},
                      {"Is"},
                      {"Why", Column::Holds::long_words},
                      {"Step"}});
  for (const auto& one : view.all) {
    table.row().head([&] {
      parts::link(html, one.address, one.title);
      parts::small(html, one.indicator + " · " + one.period);
    });
    table.cell(one.was.empty() ? "–" : one.was).cell(one.now);
    table.cell([&] {
      html.text(one.kind == collect::EntryKind::late ? "It came after the reports had run." : one.reason);
      parts::small(html, one.entered_by + (one.approved_by.empty() ? "" : ", approved by " + one.approved_by));
    });
    table.cell([&] {
      html.text(stage_words(one.stage));
      parts::small(html, one.at.date().words());
    });
  }
}

parts::Reply show_corrections(const kit::Request& asked, council::Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  CorrectionsView view;
  {
    auto tx = desk.db.read();
    view.all = after_the_run(*picture, collect::entries_after_the_run(tx), desk.asker);
  }
  view.lede = in_short(view.all);
  if (auto data = kit::as_data(asked, view, "corrections.csv")) return *std::move(data);

  parts::Page page;
  page.title = "Corrections and late figures";
  page.section = parts::Section::cycle;
  auto& html = page.body;
  parts::title(html, page.title);
  parts::lede(html, view.lede);
  if (!view.all.empty()) changes(html, view);
  parts::paragraph(
      html,
      "A reported figure is corrected on its own page under My figures, by the people who enter it, with a reason. Its checker approves it. Both values are kept.");
  return page;
}

}  // namespace

const council::Routes& corrections_routes() {
  static const council::Routes all = {
      {kit::Method::get, "/corrections", council::May::see_completion, show_corrections,
       "Corrections and late figures: what changed after the reports ran, with both values"},
  };
  return all;
}

}  // namespace work
