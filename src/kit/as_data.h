// The data behind a page: its address with .json or .csv at the end answers the view itself.
#pragma once
#include <optional>
#include <string>

#include "kit/http.h"
#include "kit/tell.h"

namespace kit {

// None when the page is asked for. `file`: the name under which a browser keeps the table.
template <class View>
std::optional<Response> as_data(const Request& asked, const View& view, const std::string& file) {
  if (asked.format == "json") return Response::json(told_as_json(view));
  if (asked.format == "csv") return Response::csv(told_as_csv(view, For::people), file);
  return std::nullopt;
}

}  // namespace kit
