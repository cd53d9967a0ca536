// One line of a list of routes. The rule stands in the line: a route without it does not compile.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "council/desk.h"
#include "council/may.h"
#include "kit/http.h"
#include "parts/page.h"

namespace council {

// Whether a page that all may read stays the same while the data stay: then it is made once. What tells of something under way is not.
enum class Lasts : std::uint8_t { while_the_data_do, not_at_all };

struct Route {
  kit::Method method;
  std::string_view pattern;  // "/indicators/{code}"
  May may;
  parts::Reply (*answer)(const kit::Request&, Desk&);
  std::string_view what;     // for the list of addresses in the help: "One indicator: chart, figures, definition"
  Lasts lasts = Lasts::while_the_data_do;
};
using Routes = std::vector<Route>;

}  // namespace council
