#include "parts/form_page.h"

namespace parts {

Page form_page(Section section, std::string title, const kit::Refusals& no) {
  Page page;
  page.title = std::move(title);
  page.section = section;
  page.status = no.any() ? 422 : 200;
  page.has_data = false;
  return page;
}

}  // namespace parts
