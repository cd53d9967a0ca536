// One line of a list of routes. The rule stands in the line: a route without it does not compile.
#pragma once
#include <string_view>
#include <vector>

#include "council/desk.h"
#include "council/may.h"
#include "kit/http.h"
#include "parts/page.h"

namespace council {

struct Route {
  kit::Method method;
  std::string_view pattern;  // "/indicators/{code}"
  May may;
  parts::Reply (*answer)(const kit::Request&, Desk&);
  std::string_view what;     // for the list of addresses in the help: "One indicator: chart, figures, definition"
};
using Routes = std::vector<Route>;

}  // namespace council
