// Links that keep the moment from which the reader looks: a page seen as at 31 July leads to pages as at 31 July.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kit/http.h"

namespace council {

// "/indicators/BBF07" -> "/indicators/BBF07?as-at=2025-07-31" when `asked` carried that moment; further values are added.
std::string link(const kit::Request& asked, std::string_view path,
                 const std::vector<std::pair<std::string_view, std::string>>& values = {});

// "/indicators/BBF07", the code encoded as a path segment.
std::string path_to(std::string_view folder, std::string_view code);

}  // namespace council
