// The golden thread: each framework as a tree drawn and as nested lists, from vision to indicator, with what has no line.
#pragma once
#include "council/route.h"

namespace assess {

const council::Routes& thread_routes();

}  // namespace assess
