#include "parts/error_page.h"

namespace parts {
namespace {

std::string_view heading_of(int status) {
  switch (status) {
    case 403: return "You cannot do this here";
    case 404: return "Page not found";
    case 405: return "Not in this way";
    case 409: return "Someone saved before you";
    default: return status < 500 ? "This could not be done" : "Sorry, something went wrong";
  }
}

}  // namespace

Page error_page(int status, std::string_view sentence, const Link& more) {
  Page page;
  page.title = heading_of(status);
  page.status = status;
  page.has_data = false;
  parts::title(page.body, heading_of(status));
  paragraph(page.body, sentence);
  if (!more.address.empty()) paragraph(page.body, [&] { link(page.body, more); });
  paragraph(page.body, [&] { link(page.body, "/", "Go to the board"); });
  return page;
}

}  // namespace parts
