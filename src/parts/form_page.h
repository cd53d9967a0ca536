// A page that is nothing but a form: it has no data, and what was refused makes it a 422.
#pragma once
#include <string>

#include "kit/verdict.h"
#include "parts/page.h"

namespace parts {

Page form_page(Section section, std::string title, const kit::Refusals& no);

}  // namespace parts
