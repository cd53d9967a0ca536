#include "app/erase_command.h"

#include <filesystem>
#include <iostream>

#include "council/council_store.h"
#include "council/erasure_store.h"
#include "council/record_store.h"

namespace app {

int erase_command(const EraseOptions& options) {
  if (options.place.database.empty() && !std::filesystem::exists(options.place.folder + "/goldenthread.db")) {
    std::cerr << "There is no council in " << options.place.folder << ".\n";
    return 1;
  }
  const auto now = kit::Clock().now();
  const auto day = kit::Date::parse(options.before);
  if (!options.before.empty() && (!day || kit::Moment::start_of(*day) > now)) {
    std::cerr << "--before " << options.before << " is not a past day such as 2019-04-01.\n";
    return 2;
  }

  auto db = open(options.place);
  auto tx = db->write();
  auto keep = council::retention(council::load_council(tx, now, council::newest_record(tx)), now);
  if (day) keep = {kit::Moment::start_of(*day), kit::Moment::start_of(*day)};
  const auto erased = council::erase(tx, keep, "goldenthread erase", now);
  if (!options.dry_run) tx.commit();

  if (!erased.any()) std::cout << "Nothing is older than it may be kept.\n";
  else std::cout << (options.dry_run ? "Would erase: " : "Erased: ") << erased.words() << ".\n";
  return 0;
}

}  // namespace app
