// The routes stand at the end: GET /quality, GET /quality/{indicator}.
#include "work/quality_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "collect/entry.h"
#include "council/address.h"
#include "kit/as_data.h"
#include "parts/error_page.h"
#include "parts/narrow_form.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/quality_store.h"
#include "work/quality_view.h"

namespace work {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Column;
using parts::Reply;

std::vector<QualityFacts> gather(Desk& desk, const assess::Picture& picture) {
  auto tx = desk.db.read();
  return load_quality(tx, picture, desk.now);
}

std::string count_words(int count) { return count == 0 ? "" : std::to_string(count); }

// What has no column of its own.
std::string also(const Quality& quality) {
  std::string text;
  for (const auto concern : {Concern::control, Concern::alike, Concern::broken, Concern::bounds})
    if (quality.has(concern)) text += (text.empty() ? "" : ". ") + std::string(words(concern));
  return text;
}

void narrow(Html& html, const QualityView& view, const QualityNarrowing& to) {
  parts::narrow_form(html, "/quality", "Narrow the list", "Show these", to.any() ? "/quality" : "", [&] {
    std::vector<parts::Choice> services{{"", "All services"}};
    for (const auto& [code, name] : view.services) services.push_back({code, name});
    if (view.services.size() > 1) parts::select(html, {"service", "Service"}, services, to.service);
    std::vector<parts::Choice> what{{"", "Anything"}};
    for (const auto concern : concerns) what.push_back({std::string(code(concern)), std::string(words(concern))});
    what.push_back({"nothing", "Nothing to look at"});
    parts::select(html, {"what", "What there is to look at"}, what, to.what);
  });
}

void lines_table(Html& html, const QualityView& view) {
  parts::Table table(html, "Indicators and the quality of their figures, the worst first",
                     {{"Indicator", Column::Holds::words, Column::Width::wide},
                      {"Figures", Column::Holds::number},
                      {"Late", Column::Holds::number},
                      {"Changed", Column::Holds::number},
                      {"Returned", Column::Holds::number},
                      {"Also"}});
  for (const auto& line : view.lines) {
    const auto& q = line.quality;
    table.row().head([&] {
      parts::link(html, council::path_to("quality", line.code), line.title);
      parts::small(html, line.code + (line.service_name.empty() ? "" : " · " + line.service_name));
    });
    table.cell(q.periods == 0 ? "None due" : std::to_string(q.there) + " of " + std::to_string(q.periods));
    table.cell(count_words(q.late)).cell(count_words(q.changed)).cell(count_words(q.returned)).cell(also(q));
  }
}

Reply show_list(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  const QualityNarrowing to{asked.asked("service"), asked.asked("what")};
  const auto view = quality_view(*picture, gather(desk, *picture), desk.asker, to, desk.now.date());
  if (auto data = kit::as_data(asked, view, "quality.csv")) return *std::move(data);

  parts::Page page;
  page.title = "Quality of figures";
  page.section = parts::Section::cycle;
  auto& html = page.body;
  html.reserve(160 * 1024);
  parts::title(html, "How far can we trust our figures?");
  parts::lede(html, view.lede);
  if (!view.beside.empty()) parts::paragraph(html, view.beside);
  if (view.all == 0) return page;
  parts::paragraph(html, [&] {
    html.text(
        "Each indicator’s last eight periods whose due day has passed. First come those with something to look at under the most of six headings, then those where it concerns the most figures. ");
    parts::link(html, "/help/quality", "How each heading is found");
  });
  narrow(html, view, to);
  if (view.lines.empty()) return parts::paragraph(html, "No indicator fits. Choose another service, or anything."), page;
  if (to.any())
    parts::paragraph(html, std::to_string(view.lines.size()) + " of " + std::to_string(view.all) +
                               (view.all == 1 ? " indicator." : " indicators."));
  lines_table(html, view);
  return page;
}

void statements_table(Html& html, const Quality& quality) {
  parts::Table table(html, "Quality under six headings", {{"Heading"}, {"What we find", Column::Holds::long_words}, {"To look at"}});
  for (const auto& statement : quality.statements) {
    table.row().head(words(statement.dimension)).cell(statement.sentence);
    table.cell([&] {
      if (statement.to_look_at) parts::tag(html, "Yes");
    });
  }
}

void periods_table(Html& html, const OneQualityView& view) {
  parts::heading(html, "Period by period");
  parts::Table table(html, "The periods looked at, newest first",
                     {{"Period"},
                      {"Due by"},
                      {"Figure", Column::Holds::number},
                      {"Came"},
                      {"Changed after the report", Column::Holds::long_words},
                      {"Returned", Column::Holds::number},
                      {"Warnings", Column::Holds::number}});
  for (const auto& line : view.periods) {
    const auto& facts = line.facts;
    table.row().head([&] {
      parts::link(html, council::path_to("my-figures", view.code) + "/" + facts.period.slug(), facts.period.words());
    });
    table.cell(facts.due.words())
        .cell(line.figure)
        .cell(line.came)
        .cell(line.changed)
        .cell(count_words(facts.returned))
        .cell(count_words(facts.unusual + facts.other_warnings));
  }
}

parts::Page one_page(const OneQualityView& view) {
  parts::Page page;
  page.title = "Quality of figures: " + view.code;
  page.section = parts::Section::cycle;
  auto& html = page.body;
  parts::thread(html, {{"Quality of figures", "/quality"}, {view.code, ""}}, "Where you are");
  parts::title(html, view.title);
  parts::lede(html, view.lede);
  statements_table(html, view.quality);
  if (!view.periods.empty()) periods_table(html, view);
  parts::list(html, [&] {
    parts::item(html, [&] { parts::link(html, council::path_to("indicators", view.code), "Definition and figures of " + view.code); });
    parts::item(html, [&] { parts::link(html, council::path_to("controls", view.code), "Its control checks"); });
    parts::item(html, [&] { parts::link(html, "/help/quality", "How each heading is found"); });
  });
  return page;
}

Reply show_one(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  const auto* kept = picture->find(asked.value("indicator"));
  if (!kept || council::why_not(May::see_completion, desk.asker, collect::subject_of(kept->now())).any())
    return parts::error_page(404, "There is no such indicator among those you may see. Start from Quality of figures.");
  const auto all = gather(desk, *picture);
  const auto facts = std::ranges::find(all, kept->id, [](const QualityFacts& one) { return one.definition->indicator; });
  if (facts == all.end())
    return parts::error_page(404,
                             "This indicator has left the set. Its figures and their editions stand on its own page.");
  const auto view = one_quality_view(*picture, *facts, desk.now.date());
  if (auto data = kit::as_data(asked, view, "quality-" + view.code + ".csv")) return *std::move(data);
  return one_page(view);
}

}  // namespace

const council::Routes& quality_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/quality", May::see_completion, show_list,
       "Quality of figures: lateness, gaps, changes and returns of each indicator, the worst first"},
      {Method::get, "/quality/{indicator}", May::see_completion, show_one,
       "The quality of one indicator’s figures, under six headings"},
  };
  return all;
}

}  // namespace work
