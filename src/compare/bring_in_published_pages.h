// The form that brings in a file of published figures, and what becomes of the file. Of use to comparators_pages.cpp.
#pragma once
#include <cstdint>

#include "council/desk.h"
#include "kit/http.h"
#include "kit/verdict.h"
#include "parts/page.h"

namespace compare {

void bring_in_form(kit::Html& html, const kit::Request& asked, const council::Desk& desk, const kit::Refusals& no);
kit::Verdict<std::int64_t> bring_in(const kit::Request& asked, council::Desk& desk);  // the number of the load

}  // namespace compare
