// Packs of the council's own: made, changed, rearranged and tried by form.
#pragma once
#include "council/route.h"

namespace report {

const council::Routes& pack_routes();
const council::Routes& section_routes();
const council::Routes& published_routes();  // the published figures of a section

}  // namespace report
