// What the server needs to make PDF and Word files: which programs, the council's own look of a Word file, and where files are kept.
#pragma once
#include "app/commands.h"
#include "kit/press.h"

namespace app {

kit::PressSettings press_settings(const Place& place);  // with the programs in their usual places
// Throws Failure when a path is not absolute, no program, or no Word file.
kit::PressSettings press_settings(const ServeOptions& options);

}  // namespace app
