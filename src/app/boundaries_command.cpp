#include "app/boundaries_command.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/demo.h"
#include "compare/published_store.h"
#include "council/record_store.h"
#include "exchange/intake_store.h"
#include "explore/boundary_store.h"
#include "kit/secret.h"

namespace app {
namespace {

int refuse(const kit::Refusals& refusals) {
  for (const auto& refusal : refusals.all()) std::cerr << refusal.field << (refusal.field.empty() ? "" : ": ") << refusal.sentence << "\n";
  std::cerr << "Nothing was saved.\n";
  return 1;
}

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  if (!in) throw kit::Failure(path + " cannot be read.");
  return text.str();
}

void tell(const explore::Boundaries& boundaries) {
  for (const auto& each : boundaries.left_out)
    std::cout << "Left out: feature " << each.place << (each.name.empty() ? "" : ", " + each.name) << ". "
              << each.reason << "\n";
  for (const auto& remark : boundaries.remarks) std::cout << remark << "\n";
  for (const auto& code : boundaries.unmatched) std::cout << "Not in the register of authorities: " << code << "\n";
  std::cout << boundaries.areas.size() << " of " << boundaries.found << " areas were taken.";
}

}  // namespace

int boundaries_command(const BoundariesOptions& options) {
  auto db = open(options.place);
  const auto now = exchange::moment_for(*db, demo_moment(options.place.folder).value_or(kit::Clock().now()));
  const explore::BoundarySet set{.name = options.name,
                                 .source = options.source,
                                 .licence = options.licence,
                                 .dated = kit::Date::parse(options.dated),
                                 .file = std::filesystem::path(options.file).filename().string(),
                                 .at = now};
  kit::Refusals no = explore::faults_of(set);
  no.unless(options.dated.empty() || set.dated, "dated", "Give a date such as 2024-05-01, or leave it out.");
  if (no.any()) return refuse(no);
  const auto file = explore::read_geo_file(text_of(options.file));
  if (!file) return refuse(file.refusals());

  auto tx = db->write();
  const auto boundaries = explore::boundaries_of(*file, options.layer, compare::load_authorities(tx, now));
  if (!boundaries) return refuse(boundaries.refusals());
  tell(*boundaries);
  if (options.dry_run) return std::cout << " Nothing was saved: this was a dry run.\n", 0;
  const auto recorded =
      council::record(tx, {.at = now,
                           .who = "goldenthread boundaries",
                           .what = "boundaries",
                           .subject = set.name,
                           .detail = std::to_string(boundaries->areas.size()) + " areas of " + set.file,
                           .key = "boundaries " + kit::random_name()});
  explore::add_boundaries(tx, set, *boundaries, recorded.id);
  tx.commit();

  std::cout << " Saved as record " << recorded.id << ".\n";
  return 0;
}

}  // namespace app
