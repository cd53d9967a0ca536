#include <fstream>
#include <iostream>

#include "app/commands.h"
#include "app/demo.h"
#include "app/demo_compare.h"
#include "app/demo_reports.h"
#include "app/demo_work.h"
#include "exchange/ambleford.h"
#include "exchange/intake_store.h"

namespace app {
namespace {

void mark_as_demo(const std::string& folder) {
  std::ofstream(folder + "/demo") << demo_today << "\n";
}

}  // namespace

std::optional<kit::Moment> demo_moment(const std::string& folder) {
  std::ifstream file(folder + "/demo");
  std::string line;
  if (!std::getline(file, line)) return std::nullopt;
  return kit::Moment::parse(line);
}

int demo_command(const Place& place) {
  auto db = open(place);
  if (db->version() > 0) {
    std::cerr << "There is a council in " << place.folder << " already. Choose an empty folder for the demo.\n";
    return 1;
  }
  const auto saved = exchange::bring_in(*db, exchange::ambleford(), "goldenthread demo", *kit::Moment::parse(demo_today));
  if (!saved) {
    for (const auto& refusal : saved.refusals().all()) std::cerr << refusal.field << ": " << refusal.sentence << "\n";
    return 1;
  }
  begin_demo_compare(*db, place.folder, *kit::Moment::parse(demo_today));
  begin_demo_work(*db, *kit::Moment::parse(demo_today));
  begin_demo_reports(*db, place.folder, *kit::Moment::parse(demo_today));
  mark_as_demo(place.folder);
  std::cout << "Ambleford is ready in " << place.folder << ". See it with: goldenthread serve --data " << place.folder << "\n";
  return 0;
}

}  // namespace app
