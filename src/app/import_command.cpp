#include "app/import_command.h"

#include <filesystem>
#include <iostream>

#include "app/demo.h"
#include "app/meter.h"
#include "exchange/intake_store.h"
#include "exchange/preview.h"

namespace app {
namespace {

exchange::Import import_of(const ImportOptions& options) {
  exchange::Import import;
  for (const auto& path : options.files) import.files.push_back({std::filesystem::path(path).filename().string(), {}, path});
  import.own_area = options.area;
  return import;
}

int refuse(const kit::Refusals& refusals) {
  for (const auto& refusal : refusals.all()) std::cerr << refusal.field << (refusal.field.empty() ? "" : ": ") << refusal.sentence << "\n";
  std::cerr << "Nothing was saved.\n";
  return 1;
}

// The demo council lives at its own time.
kit::Moment now_for(const ImportOptions& options) {
  if (!options.clock.empty()) {
    const auto told = kit::Moment::parse(options.clock);
    if (!told) throw kit::Failure("--clock " + options.clock + " is not a moment such as 2025-11-24T09:00:00Z.");
    return *told;
  }
  return demo_moment(options.place.folder).value_or(kit::Clock().now());
}

}  // namespace

int import_command(const ImportOptions& options) {
  const auto import = import_of(options);
  auto db = open(options.place);
  const auto now = exchange::moment_for(*db, now_for(options));
  Meter meter;
  const auto tell = [&](const exchange::Progress& progress) { meter("Row", progress.row, progress.file, progress.share); };

  if (options.dry_run) {
    const auto previewed = exchange::preview(*db, import, now, tell);
    meter.clear();
    if (!previewed) return refuse(previewed.refusals());
    std::cout << exchange::as_text(previewed->changes) << exchange::summary(previewed->changes)
              << " Nothing was saved: this was a dry run.\n";
    return 0;
  }

  const auto saved = exchange::bring_in(*db, import, now, tell);
  meter.clear();
  if (!saved) return refuse(saved.refusals());
  std::cout << exchange::as_text(saved->changes) << exchange::summary(saved->changes);
  if (saved->record > 0) std::cout << " Saved as record " << saved->record << ".";
  std::cout << "\n";
  return 0;
}

}  // namespace app
