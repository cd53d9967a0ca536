// Running text of the help, written in a small part of Markdown: ## headings, paragraphs, - lists, | tables |, [links](/…),
// **strong** and `code`. Anything else is plain text. Links lead to own pages or to https addresses only.
#pragma once
#include <string_view>

#include "kit/html.h"

namespace parts {

void prose(kit::Html& html, std::string_view markdown);

}  // namespace parts
