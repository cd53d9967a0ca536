#include "parts/report.h"

namespace parts {

void contents(kit::Html& html, const std::vector<Link>& all) {
  html.open("nav", {{"class", "contents on-screen"}, {"aria-label", "In this report"}}).open("ul", {{"class", "govuk-list"}});
  for (const auto& one : all) item(html, [&] { link(html, one); });
  html.close("ul").close("nav");
}

}  // namespace parts
