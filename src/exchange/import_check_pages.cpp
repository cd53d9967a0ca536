#include "exchange/import_check_pages.h"

#include "exchange/added_up_tables.h"
#include "exchange/preview.h"
#include "kit/number.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace exchange {
namespace {

using council::Desk;
using kit::Html;
using parts::Page;

std::string commas(std::size_t count) { return kit::with_commas(static_cast<double>(count), 0); }

void first_lines(Html& html, std::string_view heading, const std::vector<std::string>& lines, std::size_t all) {
  if (lines.empty()) return;
  parts::small_heading(html, heading);
  parts::list(html, [&] {
    for (const auto& line : lines) parts::item(html, line);
    if (all > lines.size()) parts::item(html, "and " + commas(all - lines.size()) + " more");
  });
}

// Back to the page on which they were chosen.
void other_files(Html& html, const Import& import) {
  const bool of_predecessors = !import.succession.reason.empty();
  parts::paragraph(html, [&] { parts::link(html, of_predecessors ? "/import/predecessors" : "/import", "Choose other files"); });
}

void preview_tables(Html& html, const Changes& changes) {
  using Column = parts::Column;
  {
    parts::Table table(html, "What the files would change",
                       {{"Sheet"},
                        {"New", Column::Holds::number},
                        {"Changed", Column::Holds::number},
                        {"Unchanged", Column::Holds::number}});
    for (const auto& [name, tally] : counted(changes))
      table.row().head(name).cell(commas(tally->added)).cell(commas(tally->changed)).cell(commas(tally->unchanged));
  }
  if (!changes.notices.empty()) {
    parts::heading(html, "What you should know");
    parts::list(html, [&] {
      for (const auto& notice : changes.notices) parts::item(html, notice);
    });
  }
  for (const auto& [name, tally] : counted(changes)) {
    if (tally->first_added.empty() && tally->first_changed.empty()) continue;
    if (name == "Figures" && changes.added_up.size() == tally->rows()) continue;  // each stands above already
    parts::heading(html, name);
    first_lines(html, "New", tally->first_added, tally->added);
    first_lines(html, "Changed", tally->first_changed, tally->changed);
  }
}

}  // namespace

Page page_of_import(std::string title) {
  Page made;
  made.title = std::move(title);
  made.section = parts::Section::import;
  made.has_data = false;
  return made;
}

Page refused_page(const kit::Refusals& refusals, const Import& import) {
  auto made = page_of_import("Error: the files cannot be saved as they are");
  auto& html = made.body;
  const auto& all = refusals.all();
  kit::Refusals summary;
  summary.add("faults", all.size() == 1 ? "The files have one fault. Put it right and bring them in again."
                                        : "The files have " + commas(all.size()) +
                                              " faults. Put them right and bring them in again.");
  parts::error_summary(html, summary);
  parts::title(html, "The files cannot be saved as they are");
  parts::lede(html, "Nothing was saved.");
  html.open("div", {{"id", "faults"}});
  {
    parts::Table table(html, "What is wrong, and what to do", {{"Place"}, {"What to do"}}, parts::Table::Caption::shown);
    for (const auto& refusal : all) {
      auto sentence = refusal.sentence;
      if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] = static_cast<char>(sentence[0] - 32);
      table.row().head(refusal.field.empty() ? "All files" : refusal.field).cell(sentence);
    }
  }
  html.close("div");
  other_files(html, import);
  return made;
}

Page preview_page(const Desk& desk, const Upload& upload, const std::string& ticket) {
  const bool nothing = upload.nothing;
  auto made = page_of_import(nothing ? "Nothing would change" : "What would change");
  auto& html = made.body;
  parts::title(html, nothing ? "Nothing would change" : "What would change");
  parts::lede(html, upload.said + (nothing ? "" : " Nothing is saved yet."));
  if (!nothing)
    parts::form(html, "/import/save", desk.token, parts::Carries::fields, [&] {
      parts::carried(html, "upload", ticket);
      parts::button(html, "Save these changes");
    });
  added_up_tables(html, upload.changes.added_up);
  preview_tables(html, upload.changes);
  other_files(html, upload.import);
  return made;
}

// The browser asks again by itself while this page is still in view; each time the answer waits a moment for news.
Page waiting_page(const std::string& reading) {
  auto made = page_of_import("Reading the files");
  auto& html = made.body;
  html.empty("meta", {{"http-equiv", "refresh"}, {"content", "0"}});
  parts::title(html, "Reading the files");
  parts::lede(html, reading.empty() ? "The files wait for others to be read first." : reading + " read.");
  parts::paragraph(html, "This page goes on by itself. Nothing is saved yet.");
  return made;
}

}  // namespace exchange
