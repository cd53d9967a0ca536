#include "app/check_command.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "app/integrity.h"
#include "kit/number.h"

namespace app {

int check_command(const Place& place) {
  if (place.database.empty() && !std::filesystem::exists(place.folder + "/goldenthread.db")) {
    std::cout << "There is no council in " << place.folder << ".\n";
    return 1;
  }
  auto db = open(place);
  Soundness found = check_everything(*db);
  std::ranges::move(file_faults(*db, place.folder), std::back_inserter(found.faults));

  for (const auto& fault : found.faults) std::cout << fault << "\n";
  const auto counted = [](std::int64_t number, const char* thing) {
    return kit::with_commas(static_cast<double>(number), 0) + " " + thing + (number == 1 ? "" : "s");
  };
  if (found.faults.empty()) {
    std::cout << "All is well: " << counted(found.records, "record") << " in an unbroken chain, "
              << counted(found.figures, "figure") << ".\n";
    return 0;
  }
  std::cout << counted(static_cast<std::int64_t>(found.faults.size()), "fault")
            << " found. Keep this list and the data folder as they are, "
            << "and restore the newest backup on which this check finds nothing.\n";
  return 1;
}

}  // namespace app
