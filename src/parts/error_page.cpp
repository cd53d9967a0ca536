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

Page error_page(int status, std::string_view sentence) {
  Page page;
  page.title = heading_of(status);
  page.status = status;
  page.has_data = false;
  page.body.el("h1", {{"class", "govuk-heading-l"}}, heading_of(status));
  page.body.el("p", {{"class", "govuk-body"}}, sentence);
  page.body.el("p", {{"class", "govuk-body"}}, [&] { page.body.el("a", {{"href", "/"}}, "Go to the board"); });
  return page;
}

}  // namespace parts
