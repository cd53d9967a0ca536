// The demo's reports: what had run by its day, and how far each edition had come.
#pragma once
#include <string>

#include "kit/db.h"
#include "kit/moment.h"

namespace app {

void begin_demo_reports(kit::Database& db, const std::string& data_folder, kit::Moment now);

}  // namespace app
