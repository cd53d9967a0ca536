// What stands round every page: the council's name, the way to each part of the service, and from when and what the page is.
#pragma once
#include <cstdint>

#include "council/desk.h"
#include "kit/http.h"
#include "parts/page.h"

namespace app {

struct Frame {
  bool demo = false;         // the council is invented, and the footer says so
  std::int64_t version = 0;  // of the data: the newest record's number
};

kit::Response laid_out(const parts::Page& page, const council::Desk& desk, const kit::Request& asked, const Frame& frame);

}  // namespace app
