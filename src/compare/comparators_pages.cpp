// GET /comparators, POST /comparators, GET /comparators/{number}: files of published figures, and what became of each value in them.
#include "compare/comparators_pages.h"

#include <charconv>
#include <sstream>

#include "compare/published_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/number.h"
#include "kit/secret.h"
#include "kit/tell.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace compare {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;
using parts::Column;

std::string commas(std::int64_t count) { return kit::with_commas(static_cast<double>(count), 0); }

struct LoadView {
  Load load;
};
template <class Teller>
void describe(Teller& t, const LoadView& view) {
  const auto& load = view.load;
  t.field("number", load.number);
  t.field("data_set", load.data_set);
  t.field("publisher", load.publisher);
  t.field("licence", load.licence);
  t.field("published", load.published);
  t.field("file", load.file);
  t.field("values_found", load.found);
  t.field("values_kept", load.taken);
  t.field("brought_in", load.at);
}

struct LoadsView {
  std::vector<LoadView> loads;
};
template <class Teller>
void describe(Teller& t, const LoadsView& view) {
  t.rows("loads", view.loads);
}

struct LeftOutView {
  LeftOut left;
};
template <class Teller>
void describe(Teller& t, const LeftOutView& view) {
  t.field("reason", view.left.reason);
  t.field("values", view.left.values);
  t.field("first_row", static_cast<std::int64_t>(view.left.first_row));
  t.field("example", view.left.example);
}

struct OneLoadView {
  Load load;
  std::vector<PublishedIndicator> indicators;
  std::vector<LeftOutView> left_out;
};
template <class Teller>
void describe(Teller& t, const OneLoadView& view) {
  t.part("load", LoadView{view.load});
  t.list("remarks", view.load.remarks);
  std::vector<std::string> titles;
  for (const auto& each : view.indicators) titles.push_back(each.title);
  t.list("indicators", titles);
  t.rows("left_out", view.left_out);
}

parts::Page page(std::string title) {
  parts::Page made;
  made.title = std::move(title);
  made.section = parts::Section::compare;
  return made;
}

void upload(Html& html, const Request& asked, const Desk& desk, const kit::Refusals& no) {
  parts::form(html, "/comparators", desk.token, parts::Carries::files, [&] {
    parts::file_upload(html, {"file", "Choose a CSV file", "As it was published. One value a row, or a column for each indicator; words above the names of the columns do no harm.", parts::error_of("file", no)}, ".csv,.txt");
    parts::input(html, {"data_set", "Data set", "A name that stays, such as Waste and recycling. A file of the same name replaces what is read; the earlier one is kept.", parts::error_of("data_set", no)}, asked.typed("data_set"));
    parts::input(html, {"publisher", "Who publishes it", {}, parts::error_of("publisher", no)}, asked.typed("publisher"));
    parts::input(html, {"licence", "Licence", "Under which it may be used, such as Open Government Licence v3.0.", parts::error_of("licence", no)}, asked.typed("licence"));
    parts::input(html, {"published", "Published on", "A day such as 2025-07-31. Leave it empty if it is not known.", parts::error_of("published", no)}, asked.typed("published"));
    parts::button(html, "Bring it in");
  });
}

parts::Page list_page(const std::vector<Load>& all, const Request& asked, const Desk& desk, const kit::Refusals& no) {
  auto made = page(no.any() ? "Error: Published figures" : "Published figures");
  made.status = no.any() ? 400 : 200;
  auto& html = made.body;
  parts::error_summary(html, no);
  parts::title(html, "Which published figures are here?");
  const auto sets = newest_loads(all).size();
  parts::lede(html, all.empty() ? "None yet. Bring in a file as the Office for National Statistics, a department or another council publishes it."
                                : std::to_string(sets) + (sets == 1 ? " data set, from " : " data sets, from ") + std::to_string(all.size()) + (all.size() == 1 ? " file." : " files."));
  if (!all.empty()) {
    parts::Table table(html, "Files of published figures", {{"Data set"}, {"Publisher"}, {"Licence"}, {"Published"}, {"Brought in"}, {"Values kept", Column::Holds::number}, {"Left out", Column::Holds::number}});
    for (const auto& load : all)
      table.row().head([&] { parts::link(html, "/comparators/" + std::to_string(load.number), load.data_set); }).cell(load.publisher).cell(load.licence).cell(load.published ? load.published->words() : "").cell(load.at.date().words()).cell(commas(load.taken)).cell(commas(load.found - load.taken));
  }
  parts::heading(html, "Bring in a file");
  upload(html, asked, desk, no);
  parts::paragraph(html, [&] { parts::link(html, "/compare", "Compare"); html.text(" · "); parts::link(html, "/areas", "The register of authorities"); html.text(" · "); parts::link(html, "/help/compare", "How files are read"); });
  return made;
}

std::vector<Load> all_loads(Desk& desk) {
  auto tx = desk.db.read();
  return loads(tx, desk.now);
}

parts::Reply show_comparators(const Request& asked, Desk& desk) {
  const auto all = all_loads(desk);
  LoadsView view;
  for (const auto& each : all) view.loads.push_back({each});
  if (asked.format == "json") return kit::Response::json(kit::told_as_json(view));
  if (asked.format == "csv") return kit::Response::csv(kit::told_as_csv(view, kit::For::people), "comparators.csv");
  return list_page(all, asked, desk, {});
}

std::string answer(const Load& load) {
  const auto left = load.found - load.taken;
  return commas(load.taken) + " of the " + commas(load.found) + " values in " + load.file + " were kept" + (left == 0 ? ": all of them." : "; " + commas(left) + " were left out, for the reasons below.");
}

parts::Page one_page(const OneLoadView& view) {
  auto made = page(view.load.data_set);
  auto& html = made.body;
  parts::title(html, view.load.data_set);
  parts::lede(html, answer(view.load));
  parts::aside_line(html, (view.load.publisher.empty() ? "" : view.load.publisher + " · ") + view.load.licence + (view.load.published ? " · published " + view.load.published->words() : "") + " · brought in " + view.load.at.date().words());
  if (!view.left_out.empty()) {
    parts::heading(html, "What was left out, and why");
    parts::Table table(html, "What was left out, and why", {{"Reason", Column::Holds::long_words}, {"Values", Column::Holds::number}, {"First in row", Column::Holds::number}, {"For example"}});
    for (const auto& [left] : view.left_out) table.row().head([&] { html.text(left.reason); }).cell(commas(left.values)).cell(commas(static_cast<std::int64_t>(left.first_row))).cell(left.example);
  }
  if (!view.load.remarks.empty()) {
    parts::heading(html, "What was taken for granted");
    parts::list(html, [&] {
      for (const auto& remark : view.load.remarks) parts::item(html, remark);
    });
  }
  parts::heading(html, "What it counts");
  parts::list(html, [&] {
    for (const auto& each : view.indicators)
      parts::item(html, [&] { parts::link(html, "/compare?set=" + kit::url_encoded(view.load.data_set) + "&of=" + kit::url_encoded(each.title), each.title); });
  });
  return made;
}

parts::Reply show_one(const Request& asked, Desk& desk) {
  const auto number = asked.value("number");
  for (const auto& load : all_loads(desk)) {
    if (std::to_string(load.number) != number) continue;
    auto tx = desk.db.read();
    OneLoadView view{load, indicators_of(tx, load.number), {}};
    for (const auto& each : left_out_of(tx, load.number)) view.left_out.push_back({each});
    if (asked.format == "json") return kit::Response::json(kit::told_as_json(view));
    if (asked.format == "csv") return kit::Response::csv(kit::told_as_csv(view, kit::For::people), "left-out.csv");
    return one_page(view);
  }
  return parts::error_page(404, "There is no file of published figures with this number.");
}

kit::Refusals faults(const Request& asked, const kit::UploadedFile* file) {
  kit::Refusals no;
  no.unless(file && !file->bytes.empty(), "file", "Choose a file.");
  no.unless(!asked.typed("data_set").empty() && asked.typed("data_set").size() <= 120, "data_set", "Give the data set a name of at most 120 letters.");
  no.unless(!asked.typed("licence").empty(), "licence", "Say under which licence the figures may be used.");
  no.unless(asked.typed("published").empty() || kit::Date::parse(asked.typed("published")), "published", "Type a date such as 2025-07-31, or leave it empty.");
  return no;
}

parts::Reply take_file(const Request& asked, Desk& desk) {
  const auto at = std::ranges::find(asked.files, "file", &kit::UploadedFile::field);
  const auto* file = at == asked.files.end() ? nullptr : &*at;
  kit::Refusals no = faults(asked, file);
  if (no.any()) return list_page(all_loads(desk), asked, desk, no);

  Authorities authorities;
  {
    auto tx = desk.db.read();
    authorities = load_authorities(tx, desk.now);
  }
  no.unless(!authorities.all().empty(), "file", "Bring in the register of authorities first: without it no council can be told from another.");
  if (no.any()) return list_page(all_loads(desk), asked, desk, no);
  std::istringstream in(file->bytes);
  const auto read = read_published(in, authorities);
  if (!read) return list_page(all_loads(desk), asked, desk, read.refusals());

  Load load{.data_set = asked.typed("data_set"), .publisher = asked.typed("publisher"), .licence = asked.typed("licence"), .published = kit::Date::parse(asked.typed("published")), .file = file->name, .at = desk.now};
  keep_figures(duck_in(desk.data_folder), *read, authorities, load);
  auto tx = desk.db.write();
  const auto recorded = council::record(tx, council::deed_of(desk, "published figures", load.data_set, commas(static_cast<std::int64_t>(read->figures.size())) + " of " + commas(read->found) + " values of " + file->name, "published " + load.kept));
  const auto number = add_load(tx, load, *read, recorded.id);
  tx.commit();

  return council::see_other(desk, "/comparators/" + std::to_string(number), "Brought in.");
}

}  // namespace

const council::Routes& comparators_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/comparators", May::bring_in_files, show_comparators, "Published figures of all councils: files that were brought in, and the next"},
      {Method::post, "/comparators", May::bring_in_files, take_file, "Brings in a file of published figures"},
      {Method::get, "/comparators/{number}", May::read, show_one, "One file of published figures: what was kept, what was left out and why"},
  };
  return all;
}

}  // namespace compare
