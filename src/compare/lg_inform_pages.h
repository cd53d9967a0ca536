// GET /comparators/lg-inform and what is done from there: what LG Inform Plus brings.
#pragma once
#include "council/route.h"

namespace compare {
const council::Routes& lg_inform_routes();
const council::Routes& lg_choice_routes();  // what is fetched
const council::Routes& lg_key_routes();     // by which key
}  // namespace compare
