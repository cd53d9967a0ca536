// The routes stand at the end: GET /import, POST /import, GET /import/check, POST /import/save, GET /import/done.
#include "exchange/import_pages.h"

#include <charconv>
#include <chrono>
#include <thread>

#include "assess/picture_store.h"
#include "council/record_store.h"
#include "exchange/import_by_pages.h"
#include "exchange/import_check_pages.h"
#include "exchange/preview.h"
#include "exchange/sheets.h"
#include "exchange/uploads_store.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/text.h"

namespace exchange {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;
using kit::Response;
using parts::Page;
using parts::Reply;

constexpr std::string_view gone =
    "These files were saved already, or they waited for more than an hour. Choose them again on the import page.";

// Bringing files.

void upload_form(Html& html, const Desk& desk, const assess::Picture& picture, const kit::Refusals& refusals) {
  parts::form(html, "/import", desk.token, parts::Carries::files, [&] {
    parts::file_upload(html, {"files", "Choose files", "A workbook (.xlsx or .ods) or CSV. Several files together are one import.",
                              parts::error_of("files", refusals)}, ".xlsx,.ods,.csv,.txt,.tsv");
    if (picture.council.setting("area_code").empty())
      parts::input(html,
                   {"area", "The council’s own area code, for published figures of several areas",
                    "A GSS code such as E06000061. Leave it empty for the council’s own files.",
                    parts::error_of("area", refusals)},
                   "");
    parts::button(html, "Show what would change");
  });
}

void out_links(Html& html) {
  parts::heading(html, "Start from a workbook");
  parts::list(html, [&] {
    parts::item(html, [&] {
      parts::link(html, "/import/template.xlsx", "Empty template");
      html.text(": nine sheets, with a note on each that says what its columns mean.");
    });
    parts::item(html, [&] {
      parts::link(html, "/import/example.xlsx", "Filled example");
      html.text(": an invented council, Ambleford, in the same nine sheets.");
    });
    parts::item(html, [&] {
      parts::link(html, "/export.xlsx", "Everything stored here");
      html.text(": change it and bring it in again. Only what differs changes.");
    });
  });
  parts::heading(html, "A council made from others");
  parts::paragraph(html, [&] {
    html.text("The past of the councils before can be added up into this one’s own figures. ");
    parts::link(html, "/import/predecessors", "Bring in their past");
  });
  parts::heading(html, "One sheet as CSV");
  parts::list(html, [&] {
    for (const auto sheet : all_sheets)
      parts::item(html, [&] { parts::link(html, "/export/" + file_name(sheet), name(sheet)); });
  });
}

Page import_page(Desk& desk, const kit::Refusals& refusals) {
  const auto picture = assess::load_picture(desk.db, desk.now);
  auto made = page_of_import(refusals.any() ? "Error: Import" : "Import");
  made.status = refusals.any() ? 400 : 200;
  auto& html = made.body;
  parts::error_summary(html, refusals);
  parts::title(html, "Import");
  parts::lede(html, "Bring in the plan, indicators, targets and figures from files. You see what would change before anything is saved.");
  parts::two_columns(html, [&] { upload_form(html, desk, *picture, refusals); }, [&] { out_links(html); });
  parts::heading(html, "What is taken");
  parts::list(html, [&] {
    parts::item(
        html,
        "The Goldenthread workbook, with any of the sheets Council, Plan, Indicators, Targets, Figures, People, Rebases, Rules and Money.");
    parts::item(html, "The same sheets as CSV files. Letter case, spaces and underscores in column names do not matter.");
    parts::item(
        html,
        "Published figures with the columns area_code, area_name, period, indicator, measure, unit and value. Rows of other areas are kept to compare with.");
  });
  parts::paragraph(
      html,
      "All or nothing: when a single row is wrong, nothing is saved, and every fault is listed with its place. The files themselves are not kept.");
  return made;
}

Reply show_import(const Request&, Desk& desk) { return import_page(desk, {}); }

Reply take_files(const Request& asked, Desk& desk) {
  std::vector<kit::UploadedFile> files;
  for (const auto& file : asked.files)
    if (file.field == "files" && (!file.name.empty() || !file.bytes.empty())) files.push_back(file);
  kit::Refusals no;
  no.unless(!files.empty(), "files", "Choose at least one file.");
  no.unless(files.size() <= 50, "files", "Choose at most 50 files at a time.");
  if (no.any()) return import_page(desk, no);

  auto import = import_by(desk);
  import.own_area = trimmed(asked.typed("area"));
  const auto ticket = keep_upload(desk.data_folder, files, std::move(import));
  return Response::see_other("/import/check?upload=" + ticket);
}

// What the files would change.

bool is_read_within(Upload& upload, std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (true) {
    {
      const std::scoped_lock lock(upload.guard);
      if (upload.is_read) return true;
    }
    if (std::chrono::steady_clock::now() >= until) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

// Only what a page shows is kept: the facts are worked out again from the files when they are saved.
void decide_upload(Upload& upload, Desk& desk) {
  if (upload.is_decided) return;
  if (!upload.failed.empty()) throw kit::Failure(upload.failed);
  auto previewed = preview_of(desk.db, upload.import, std::move(upload.intake), moment_for(desk.db, desk.now));
  upload.intake = {};
  if (!previewed) upload.refusals = previewed.refusals();
  else {
    upload.version = previewed->version;
    upload.said = summary(previewed->changes);
    upload.nothing = previewed->changes.facts() == 0;
    upload.changes = without_facts(std::move((*previewed).changes));
  }
  upload.is_decided = true;
}

Reply show_check(const Request& asked, Desk& desk) {
  const auto ticket = asked.asked("upload");
  const auto upload = find_upload(ticket, who_asks(desk));
  if (!upload) return parts::error_page(404, gone);
  const bool is_read = is_read_within(*upload, std::chrono::milliseconds(1500));

  const std::scoped_lock lock(upload->guard);
  if (!is_read) return waiting_page(upload->reading);
  if (upload->is_saved) return Response::see_other("/import/done?record=" + std::to_string(upload->record));
  decide_upload(*upload, desk);
  if (!upload->refusals.any()) return preview_page(desk, *upload, ticket);
  forget_files(desk.data_folder, ticket);
  return refused_page(upload->refusals, upload->import);
}

// Saving.

Reply save_files(const Request& asked, Desk& desk) {
  const auto ticket = asked.typed("upload");
  const auto upload = find_upload(ticket, who_asks(desk));
  if (!upload) return parts::error_page(404, gone);

  // A second press of the button waits for the first, and is answered as the first.
  const std::scoped_lock lock(upload->guard);
  if (!upload->is_saved) {
    const auto saved = bring_in(desk.db, upload->import, moment_for(desk.db, desk.now));
    if (!saved) return refused_page(saved.refusals(), upload->import);
    upload->is_saved = true;
    upload->record = saved->record;
    forget_files(desk.data_folder, ticket);
  }
  return Response::see_other("/import/done?record=" + std::to_string(upload->record));
}

std::optional<council::Record> import_record(Desk& desk, const std::string& number) {
  council::RecordId id = 0;
  const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), id);
  if (failed != std::errc() || end != number.data() + number.size()) return std::nullopt;
  auto tx = desk.db.read();
  const auto found = council::find_one_record(tx, id);
  return found && found->record.deed.what == "import" ? std::optional(found->record) : std::nullopt;
}

Reply show_done(const Request& asked, Desk& desk) {
  const auto number = asked.asked("record");
  const auto record = import_record(desk, number);
  if (!record && number != "0") return parts::error_page(404, "There is no import with this number.");

  auto made = page_of_import("Imported");
  auto& html = made.body;
  if (record) parts::banner(html, parts::Banner::success, "Saved. " + record->deed.detail);
  else parts::banner(html, parts::Banner::important, "Everything in the files was known already. Nothing was saved.");
  parts::title(html, record ? "The files are saved" : "Nothing has changed");
  if (record) parts::paragraph(html, "From " + record->deed.subject + ", " + record->deed.at.words() + ", as record " + number + ".");
  parts::list(html, [&] {
    parts::item(html, [&] { parts::link(html, "/", "See the board"); });
    parts::item(html, [&] { parts::link(html, "/import", "Bring in other files"); });
  });
  return made;
}

}  // namespace

const council::Routes& import_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/import", May::bring_in_files, show_import, "Import: choose files, or take the template"},
      {Method::post, "/import", May::bring_in_files, take_files, "Brings files, which are then read"},
      {Method::get, "/import/check", May::bring_in_files, show_check, "What the files that were brought would change"},
      {Method::post, "/import/save", May::bring_in_files, save_files, "Saves what was shown"},
      {Method::get, "/import/done", May::bring_in_files, show_done, "What an import has saved"},
  };
  return all;
}

}  // namespace exchange
