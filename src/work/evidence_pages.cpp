#include "work/evidence_pages.h"

#include <algorithm>
#include <chrono>

#include "assess/picture_store.h"
#include "collect/entry_store.h"
#include "collect/evidence_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/failure.h"
#include "kit/log.h"
#include "kit/program.h"
#include "kit/quote.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "work/entry_form.h"
#include "work/entry_pages.h"
#include "work/evidence_list.h"
#include "work/found_figure_store.h"

namespace work {
namespace {

using collect::Evidence;
using council::Desk;
using council::May;
using kit::Request;
using parts::Reply;

constexpr auto longest_scan = std::chrono::seconds(60);

Reply nothing_here() {
  return parts::error_page(
      404, "There is no such file among those you may see. It may have been removed. Start from My figures.");
}

std::int64_t most_bytes(const assess::Picture& picture) {
  const auto most = kit::Decimal::parse(picture.council.setting("evidence_mb"));
  return most ? most->units() / kit::Decimal::whole(1).units() * 1'000'000 : 10'000'000;
}

// What the council's own scanner says of the file, once it lies on the disk. A scanner that cannot be asked lets nothing through.
kit::Refusals scanned(const Desk& desk, const Evidence& file) {
  kit::Refusals no;
  if (desk.scan.empty()) return no;
  const auto code = kit::run_program(desk.scan, {collect::place_of_evidence(desk.data_folder, file.fingerprint).string()}, longest_scan);
  if (!code) {
    kit::log(kit::Level::fault, "the virus scanner could not be asked", {{"program", desk.scan}});
    no.add("evidence", "The file could not be looked through for viruses, so it was not kept. Tell the administrator.");
  } else if (*code != 0) {
    no.add("evidence", "The virus scanner does not let the file " + kit::quoted(file.name) +
                           " through. It was not kept. Tell whoever looks after your computers.");
  }
  return no;
}

// A file that nobody keeps does not stay on the disk.
void forget_unless_kept(Desk& desk, const std::string& fingerprint) {
  auto tx = desk.db.write();
  std::error_code failed;
  if (!collect::is_kept(tx, fingerprint)) std::filesystem::remove(collect::place_of_evidence(desk.data_folder, fingerprint), failed);
}

council::Deed deed_on(const Desk& desk, const FoundFigure& found, const Evidence& file, std::string what, std::string key = {}) {
  auto deed = council::deed_of(desk, std::move(what), found.definition().code + " " + found.period.iso(),
                               collect::size_words(file.bytes) + ", " + file.fingerprint, std::move(key));
  deed.moves = council::Moves::nothing;
  return deed;
}

// All of them or none.
kit::Refusals keep(Desk& desk, const FoundFigure& found, std::vector<Evidence> files, const std::string& key) {
  auto tx = desk.db.write();
  kit::Refusals no;
  no.unless(collect::evidence_of(tx, found.kept->id, found.period).size() + files.size() <= collect::most_evidence, "evidence",
            "At most " + std::to_string(collect::most_evidence) + " files are kept with a figure. Remove one first.");
  if (no.any()) return no;

  for (auto& file : files) {
    file.indicator = found.kept->id;
    file.period = found.period;
    file.by = desk.asker.person;
    file.at = desk.now;
    auto deed = deed_on(desk, found, file, "evidence", key + " " + file.fingerprint);
    deed.particulars.became = file.name;
    const auto recorded = council::record(tx, deed);
    if (recorded.is_new()) collect::add_evidence(tx, file, recorded.id);
  }
  tx.commit();
  return no;
}

// What was sent, each looked at before anything is kept.
kit::Verdict<std::vector<Evidence>> files_of(const Request& asked, const Desk& desk, const assess::Picture& picture) {
  kit::Refusals no;
  std::vector<Evidence> files;
  for (const auto& sent : asked.files) {
    if (sent.field != "evidence" || (sent.name.empty() && sent.bytes.empty())) continue;
    auto file = collect::evidence_of(sent.name, sent.bytes, most_bytes(picture));
    if (!file) no.add(file.refusals());
    else
      collect::keep_bytes(desk.data_folder, file->fingerprint, sent.bytes), no.add(scanned(desk, *file)),
          files.push_back(*std::move(file));
  }
  no.unless(no.any() || !files.empty(), "evidence", "Choose a file first.");
  if (!no.any()) return files;
  return no;
}

Reply add_file(const Request& asked, Desk& desk) {
  const auto found = find_figure(asked, desk, May::enter_figures);
  if (!found) return nothing_here();
  const auto files = files_of(asked, desk, *found->picture);
  auto no = files ? keep(desk, *found, *files, "evidence " + asked.typed("key")) : files.refusals();

  if (no.any()) {
    for (const auto& sent : asked.files) forget_unless_kept(desk, kit::fingerprint(sent.bytes));
    return entry_page_with(asked, desk, no);
  }
  const auto said = files->size() == 1 ? files->front().name + " is kept with the figure."
                                       : std::to_string(files->size()) + " files are kept with the figure.";
  return council::see_other(desk, entry_address(found->definition(), found->period) + "#evidence-files", said);
}

// The file behind an address, for whoever has the right to its figure.
struct FoundFile {
  FoundFigure figure;
  Evidence file;
};
std::optional<FoundFile> find_file(const Request& asked, Desk& desk, May may) {
  std::optional<Evidence> file;
  {
    auto tx = desk.db.read();
    file = collect::find_evidence(tx, asked.value("file"));
  }
  if (!file) return std::nullopt;
  const Request now;
  FoundFile found{{assess::picture_for(now, desk), nullptr, file->period}, *file};
  found.figure.kept = found.figure.picture->find(file->indicator);
  if (!found.figure.kept || council::why_not(may, desk.asker, collect::subject_of(found.figure.definition())).any()) return std::nullopt;
  return found;
}

Reply download(const Request& asked, Desk& desk) {
  const auto found = find_file(asked, desk, May::see_entries);
  if (!found) return nothing_here();
  auto content = collect::read_bytes(desk.data_folder, found->file.fingerprint);
  if (!content) throw kit::Failure("Evidence " + found->file.id + " is not on the disk as it was kept.");
  auto response = kit::Response::file(std::move(*content), found->file.type, found->file.name);
  response.with("Cache-Control", "private, no-store").with("Content-Security-Policy", "default-src 'none'; sandbox");
  return response;
}

Reply remove_file(const Request& asked, Desk& desk) {
  const auto found = find_file(asked, desk, May::enter_figures);
  if (!found) return nothing_here();
  const auto back = entry_address(found->figure.definition(), found->figure.period) + "#evidence-files";
  auto tx = desk.db.write();
  if (!collect::find_evidence(tx, found->file.id)) return council::see_other(desk, back, "It is removed already.");
  const auto entry = collect::newest_entry(tx, found->file.indicator, found->file.period);
  if (entry && entry->stage == collect::Stage::reported)
    return parts::error_page(
        403,
        "The figure is reported, so the files kept with it stay. What is wrong with it can be said in a correction.");

  auto deed = deed_on(desk, found->figure, found->file, "evidence removed");
  deed.particulars.was = found->file.name;
  council::record(tx, deed);
  collect::remove_evidence(tx, found->file.id, desk.now);
  tx.commit();
  { auto done = std::move(tx); }

  forget_unless_kept(desk, found->file.fingerprint);
  return council::see_other(desk, back, found->file.name + " is removed.");
}

}  // namespace

const council::Routes& evidence_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::post, "/my-figures/{indicator}/{period}/evidence", May::enter_figures, add_file, "Keeps a file with a figure"},
      {Method::get, "/evidence/{file}", May::see_entries, download, "A file that is kept with a figure, to download"},
      {Method::post, "/evidence/{file}/remove", May::enter_figures, remove_file, "Removes a file from a figure that is not reported yet"},
  };
  return all;
}

}  // namespace work
