// The form that brings in a file of published figures, and what becomes of the file. Of use to comparators_pages.cpp.
#pragma once
#include <cstdint>
#include <string>

#include "council/desk.h"
#include "kit/http.h"
#include "kit/verdict.h"
#include "parts/page.h"

namespace compare {

void bring_in_form(kit::Html& html, const kit::Request& asked, const council::Desk& desk, const kit::Refusals& no);
struct NewLoad {
  std::int64_t number = 0;   // of the load
  std::string plain_year;    // "2024", where nobody has said what a year written alone is; the page of years then asks
};
kit::Verdict<NewLoad> bring_in(const kit::Request& asked, council::Desk& desk);

}  // namespace compare
