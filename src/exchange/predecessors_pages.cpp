// GET and POST /import/predecessors; what is brought goes on at /import/check. Two example files.
#include "exchange/predecessors_pages.h"

#include "assess/picture_store.h"
#include "exchange/import_by_pages.h"
#include "exchange/import_check_pages.h"
#include "exchange/predecessor_example.h"
#include "exchange/uploads_store.h"
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

constexpr std::string_view accepted = ".csv,.txt,.tsv,.xlsx,.ods";
constexpr std::size_t longest_reason = 500;

struct Typed {
  std::string successor, reason;
};

void form(Html& html, const Desk& desk, const Typed& typed, const kit::Refusals& refusals) {
  parts::form(html, "/import/predecessors", desk.token, parts::Carries::files, [&] {
    parts::file_upload(html, {"figures", "Figures of the councils before",
                              "CSV, or a workbook with the sheet Predecessors. One row for each council, period and indicator.",
                              parts::error_of("figures", refusals)}, accepted);
    parts::file_upload(
        html,
        {"mapping", "Which council went where (optional)",
         "Only if a council was divided, or not all came on one day. Without this file each council counts as a whole.",
         parts::error_of("mapping", refusals)},
        accepted);
    parts::input(html, {"successor", "Name of this council in that file (optional)",
                        "Only if the file leads to several councils.", parts::error_of("successor", refusals)}, typed.successor);
    parts::textarea(html, {"reason", "Why are they brought in?",
                           "It stands in the record. For example: past of the two districts, as agreed with the section 151 officer.",
                           parts::error_of("reason", refusals)}, typed.reason);
    parts::button(html, "Show what they add up to");
  });
}

void beside_form(Html& html) {
  parts::heading(html, "Start from an example");
  parts::paragraph(html, "Both files use this council’s own indicators, with invented councils and numbers. Replace those with yours.");
  parts::list(html, [&] {
    parts::item(html, [&] { parts::link(html, "/import/predecessors/figures.csv", "Figures of the councils before, as CSV"); });
    parts::item(html, [&] { parts::link(html, "/import/predecessors/mapping.csv", "Which council went where, as CSV"); });
  });
  parts::heading(html, "How they are added up");
  parts::list(html, [&] {
    parts::item(
        html,
        "Counts are added. Percentages and means are never averaged: their numerators and denominators are added and divided once.");
    parts::item(html, "Of a council that was divided, its part is taken and the figure is marked apportioned.");
    parts::item(html, "If one council has no figure, there is none for all: it is marked incomplete.");
    parts::item(html, "Medians, ranks and indices cannot be added up, and say so.");
  });
  parts::plain_list(html, [&] {
    parts::item(html, [&] { parts::link(html, "/help/predecessors", "More about the past of councils that merged"); });
    parts::item(html, [&] { parts::link(html, "/import", "Bring in other files"); });
  });
}

Page predecessors_page(const Desk& desk, const Typed& typed, const kit::Refusals& refusals) {
  auto made = page_of_import(refusals.any() ? "Error: The past of the councils before" : "The past of the councils before");
  made.status = refusals.any() ? 400 : 200;
  auto& html = made.body;
  parts::error_summary(html, refusals);
  parts::title(html, "The past of the councils before");
  parts::lede(
      html,
      "If this council was made from others, their figures can be added up into its own. You see what they make before anything is saved.");
  parts::two_columns(html, [&] { form(html, desk, typed, refusals); }, [&] { beside_form(html); });
  return made;
}

Reply show_predecessors(const Request&, Desk& desk) { return predecessors_page(desk, {}, {}); }

std::vector<kit::UploadedFile> files_of(const Request& asked, std::string_view field) {
  std::vector<kit::UploadedFile> found;
  for (const auto& file : asked.files)
    if (file.field == field && (!file.name.empty() || !file.bytes.empty())) found.push_back(file);
  return found;
}

Reply take_predecessors(const Request& asked, Desk& desk) {
  auto files = files_of(asked, "figures");
  const auto mapping = files_of(asked, "mapping");
  const Typed typed{std::string(trimmed(asked.typed("successor"))), std::string(trimmed(asked.typed("reason")))};
  kit::Refusals no;
  no.unless(!files.empty(), "figures", "Choose the file with the figures of the councils before.");
  no.unless(files.size() + mapping.size() <= 50, "figures", "Choose at most 50 files at a time.");
  no.unless(!typed.reason.empty(), "reason", "Say why they are brought in.");
  no.unless(typed.reason.size() <= longest_reason, "reason", "Say it in at most 500 letters.");
  if (no.any()) return predecessors_page(desk, typed, no);

  files.insert(files.end(), mapping.begin(), mapping.end());
  auto import = import_by(desk);
  import.succession = {typed.successor, typed.reason};
  return Response::see_other("/import/check?upload=" + keep_upload(desk.data_folder, files, std::move(import)));
}

Reply example_figures(const Request&, Desk& desk) {
  return Response::csv(example_predecessors(*assess::load_picture(desk.db, desk.now)), "predecessors.csv");
}

Reply example_of_mapping(const Request&, Desk& desk) {
  return Response::csv(example_mapping(*assess::load_picture(desk.db, desk.now)), "mapping.csv");
}

}  // namespace

const council::Routes& predecessors_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/import/predecessors", May::bring_in_files, show_predecessors,
       "The past of the councils before, to be brought in"},
      {Method::post, "/import/predecessors", May::bring_in_files, take_predecessors,
       "Brings their figures, which are then added up"},
      {Method::get, "/import/predecessors/figures.csv", May::bring_in_files, example_figures,
       "An example of their figures, to be filled in"},
      {Method::get, "/import/predecessors/mapping.csv", May::bring_in_files, example_of_mapping,
       "An example of which council went where"},
  };
  return all;
}

}  // namespace exchange
