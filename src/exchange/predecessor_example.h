// Example files of the councils before a council, to be filled in: of its own indicators, with invented councils and numbers.
#pragma once
#include <string>

#include "assess/picture.h"

namespace exchange {

std::string example_predecessors(const assess::Picture& picture);
std::string example_mapping(const assess::Picture& picture);

}  // namespace exchange
