#include "work/workbook_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "kit/number.h"
#include "kit/secret.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/entry_view.h"
#include "work/many_store.h"
#include "work/workbook.h"

namespace work {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Column;

constexpr std::string_view workbook_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::size_t most_rows = 5'000;

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  auto words = kit::in_words(static_cast<int>(count));
  words[0] = static_cast<char>(words[0] >= 'a' && words[0] <= 'z' ? words[0] - 32 : words[0]);
  return words + " " + std::string(count == 1 ? one : many);
}

parts::Page page(std::string title) {
  parts::Page made;
  made.title = std::move(title);
  made.section = parts::Section::work;
  made.has_data = false;
  parts::thread(made.body, {{"My figures", "/my-figures"}, {"Workbook", ""}}, "Where you are");
  return made;
}

// Taking it, and bringing it back.

void downloads(Html& html, const std::vector<collect::Due>& dues) {
  std::vector<calendar::Period> periods;
  for (const auto& due : dues)
    if (std::ranges::find(periods, due.period) == periods.end()) periods.push_back(due.period);
  std::ranges::sort(periods);
  parts::heading(html, "1. Take it");
  if (dues.empty()) return parts::paragraph(html, "Nothing waits to be entered by you, so the workbook would be empty.");
  parts::paragraph(html, [&] {
    parts::link(html, "/my-figures/workbook.xlsx",
                "Download the workbook (" + kit::in_words(static_cast<int>(dues.size())) +
                    (dues.size() == 1 ? " figure)" : " figures)"));
  });
  if (periods.size() < 2) return;
  parts::paragraph(html, "Or of one period alone:");
  parts::list(html, [&] {
    for (const auto& period : periods)
      parts::item(html,
                  [&] { parts::link(html, "/my-figures/workbook.xlsx?period=" + period.slug(), period.words()); });
  });
}

void upload(Html& html, const Desk& desk, const kit::Refusals& no) {
  parts::heading(html, "3. Bring it back");
  parts::form(html, "/my-figures/workbook", desk.token, parts::Carries::files, [&] {
    parts::file_upload(
        html, {"files", "Choose the workbook", "As you saved it: .xlsx, .ods or .csv.", parts::error_of("files", no)},
        ".xlsx,.ods,.csv,.txt,.tsv");
    parts::button(html, "Show what would change");
  });
}

parts::Page start_page(const Desk& desk, const std::vector<collect::Due>& dues, const kit::Refusals& no) {
  auto made = page(no.any() ? "Error: Workbook" : "Workbook of my figures");
  made.status = no.any() ? 422 : 200;
  auto& html = made.body;
  parts::error_summary(html, no);
  parts::title(html, "Enter figures by a workbook");
  downloads(html, dues);
  parts::heading(html, "2. Fill it in");
  parts::list(html, [&] {
    parts::item(html, "Numerator and denominator for a proportion or rate; the figure for all others.");
    parts::item(html, "Always what happened, and why.");
    parts::item(html, "No figure yet? Leave it empty and give the day when it is expected.");
    parts::item(html, "Rows that you leave as they are stay as they are.");
  });
  upload(html, desk, no);
  return made;
}

parts::Reply show_start(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for(asked, desk);
  auto tx = desk.db.read();
  return start_page(desk, mine_to_enter(tx, *picture, desk.asker, std::nullopt, desk.now), {});
}

parts::Reply download(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for(asked, desk);
  const auto period = calendar::read_slug(asked.asked("period"));
  auto tx = desk.db.read();
  const auto dues = mine_to_enter(tx, *picture, desk.asker, period, desk.now);
  return kit::Response::file(workbook_of(dues, desk.now), workbook_type,
                             period ? "my-figures-" + period->slug() + ".xlsx" : "my-figures.xlsx");
}

// What it would change.

struct Brought {
  WorkbookRead read;
  Gathered gathered;
  Many many;
};

std::string text_of(const collect::Entry& entry, const indicator::Definition& d) {
  if (entry.edition == 0) return "Nothing yet";
  const auto number = collect::number_of(collect::figure_of(entry), d);
  if (number) return indicator::written(*number, d);
  return entry.expected_on ? "Expected on " + entry.expected_on->words() : std::string(collect::words(entry.state));
}

// Each fault under its row and column. Where someone else saved meanwhile, both are told.
kit::Refusals faults_of(const Brought& brought, const council::Council& council) {
  auto all = brought.read.faults;
  for (const auto& refusal : brought.many.refusals) {
    const auto& line = brought.read.lines[refusal.row];
    const auto column = column_title(refusal.field);
    auto sentence = refusal.sentence;
    const bool is_conflict =
        refusal.field.empty() && std::ranges::find(brought.many.conflicts, refusal.row) != brought.many.conflicts.end();
    if (is_conflict) {
      const auto& due = *brought.gathered.dues[refusal.row];
      sentence = "Saved meanwhile by " + by_words(council, due.entry.by, due.entry.at) + ": " +
                 text_of(due.entry, *due.definition) + ", “" + due.entry.note +
                 "”. If yours is to stand in its place, type " + std::to_string(due.entry.edition) +
                 " as its edition; if not, take this row out.";
    }
    all.add(line.place + (column.empty() ? is_conflict ? ", Edition" : ", " + line.code : ", " + column), sentence);
  }
  return all;
}

parts::Page refused_page(const kit::Refusals& faults) {
  auto made = page("Error: the workbook cannot be entered as it is");
  made.status = 422;
  auto& html = made.body;
  const auto count = faults.all().size();
  kit::Refusals summary;
  summary.add("faults", count == 1 ? "The workbook has one fault. Put it right and bring it in again."
                                   : "The workbook has " + std::to_string(count) +
                                         " faults. Put them right and bring it in again.");
  parts::error_summary(html, summary);
  parts::title(html, "The workbook cannot be entered as it is");
  parts::lede(html, "No figure was entered.");
  parts::section(html, "faults", [&] {
    parts::heading(html, "What is wrong, and what to do", "faults");
    parts::Table table(html, "What is wrong, and what to do", {{"Place"}, {"What to do", Column::Holds::long_words}});
    for (const auto& fault : faults.all()) table.row().head(fault.field.empty() ? "The file" : fault.field).cell(fault.sentence);
  });
  parts::paragraph(html, [&] { parts::link(html, "/my-figures/workbook", "Choose the workbook again"); });
  return made;
}

void carry(Html& html, const Brought& brought) {
  parts::carried(html, "key", kit::random_name());
  for (std::size_t i = 0; i < brought.many.entries.size(); ++i) {
    const auto& row = brought.gathered.rows[brought.many.rows[i]];
    ManyLine line{*row.due, row.typed, {}, false};
    line.typed.reasons.clear();
    for (const auto& answer : brought.many.entries[i].answers) line.typed.reasons.emplace_back(answer.warning, answer.reason);
    carry_line(html, i, line);
  }
}

void preview_table(Html& html, const Brought& brought) {
  parts::Table table(html, "What would change",
                     {{"Indicator", Column::Holds::words, Column::Width::wide},
                      {"Period"},
                      {"Stands now", Column::Holds::number},
                      {"Would be", Column::Holds::number},
                      {"Note", Column::Holds::long_words}});
  for (std::size_t i = 0; i < brought.many.entries.size(); ++i) {
    const auto& entry = brought.many.entries[i];
    const auto& due = *brought.gathered.rows[brought.many.rows[i]].due;
    table.row().head([&] {
      html.text(due.definition->title);
      parts::small(html, due.definition->code);
    });
    table.cell(due.period.words())
        .cell(text_of(due.entry, *due.definition))
        .cell(text_of(entry, *due.definition))
        .cell(collect::whole_note(entry));
  }
}

parts::Page preview_page(const Desk& desk, const Brought& brought) {
  const auto count = brought.many.entries.size(), unchanged = brought.read.lines.size() - count;
  auto made = page(count == 0 ? "Nothing would change" : "What would change");
  auto& html = made.body;
  parts::title(html, count == 0 ? "Nothing would change" : "What would change");
  parts::lede(
      html, (count == 0
                 ? "Every row is as it stands here."
                 : counted(count, "figure would be entered.", "figures would be entered.") + " Nothing is saved yet.") +
                (unchanged > 0 && count > 0 ? " " + counted(unchanged, "row stays as it is.", "rows stay as they are.")
                                            : ""));
  if (count > 0)
    parts::form(html, "/my-figures/many", desk.token, parts::Carries::fields, [&] {
      carry(html, brought);
      parts::buttons(html, [&] {
        parts::button(html, count == 1 ? "Enter this figure" : "Enter these figures");
        parts::quiet_link(html, "/my-figures/workbook", "Choose another file");
      });
    });
  if (count > 0) preview_table(html, brought);
  else parts::paragraph(html, [&] { parts::link(html, "/my-figures/workbook", "Choose another file"); });
  return made;
}

kit::Refusals read_files(const Request& asked, WorkbookRead& into) {
  std::vector<const kit::UploadedFile*> files;
  for (const auto& file : asked.files)
    if (file.field == "files" && !file.bytes.empty()) files.push_back(&file);
  kit::Refusals no;
  no.unless(!files.empty(), "files", "Choose the workbook that you filled in.");
  if (no.any()) return no;
  for (const auto* file : files) read_workbook(files.size() > 1 ? file->name : "", file->bytes, into);
  if (into.lines.size() > most_rows) no.add("files", "There are more than 5,000 rows. Bring only those of your own figures.");
  return no;
}

// One reason stands for each warning of its row.
void give_reasons(Brought& brought) {
  for (std::size_t i = 0; i < brought.read.lines.size(); ++i) brought.gathered.rows[i].reason = brought.read.lines[i].reason;
}

parts::Reply bring_back(const Request& asked, Desk& desk) {
  const Request now;
  const auto picture = assess::picture_for(now, desk);
  Brought brought;
  const auto no = read_files(asked, brought.read);
  auto tx = desk.db.read();
  if (no.any()) return start_page(desk, mine_to_enter(tx, *picture, desk.asker, std::nullopt, desk.now), no);
  std::vector<TypedLine> lines;
  for (auto& line : brought.read.lines) {
    const auto* kept = picture->find(line.code);
    line.typed.period = period_typed(line.period, kept ? std::optional(kept->now().frequency) : std::nullopt);
    lines.push_back(line.typed);
  }
  brought.gathered = gather_lines(tx, *picture, std::move(lines), desk);
  give_reasons(brought);

  brought.many = enter_many(brought.gathered.rows, desk.asker, desk.now);

  const auto faults = faults_of(brought, picture->council);
  return faults.any() ? refused_page(faults) : preview_page(desk, brought);
}

}  // namespace

const council::Routes& workbook_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/my-figures/workbook", May::enter_figures, show_start,
       "Entering figures by a workbook: take it, and bring it back"},
      {Method::get, "/my-figures/workbook.xlsx", May::enter_figures, download,
       "A workbook with a row for each figure that is due from whoever asks"},
      {Method::post, "/my-figures/workbook", May::enter_figures, bring_back,
       "Reads the workbook that was filled in, and shows what would change"},
  };
  return all;
}

}  // namespace work
