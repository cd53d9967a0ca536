// goldenthread check: is everything stored sound?
#pragma once
#include "app/commands.h"

namespace app {

int check_command(const Place& place);  // 0 when all is well, 1 with a list when something is wrong

}  // namespace app
