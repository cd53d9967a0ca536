// What the demo council is compared with: an invented register of authorities and an invented file of what all of them publish.
#pragma once
#include <string>

#include "kit/db.h"
#include "kit/moment.h"

namespace app {

void begin_demo_compare(kit::Database& db, const std::string& data_folder, kit::Moment now);

}  // namespace app
