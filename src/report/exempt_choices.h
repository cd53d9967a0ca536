// Whether the public may read something: the field that asks it, and what was chosen.
#pragma once
#include <string>
#include <vector>

#include "kit/html.h"
#include "kit/verdict.h"
#include "parts/form.h"

namespace report {

std::vector<parts::Choice> exempt_choices();  // "Public", then each paragraph under which it is not
void exempt_select(kit::Html& html, const std::string& typed, const kit::Refusals& no);
int read_exempt(const std::string& typed);  // the paragraph; 0 is public, -1 what nobody can choose

}  // namespace report
