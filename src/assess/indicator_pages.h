// The list of indicators; and the page of one, with what others publish beside it. How that is found is for whoever knows: see
// compare/indicator_compared_pages.
#pragma once
#include <functional>

#include "assess/indicator_compared.h"
#include "assess/picture.h"
#include "council/route.h"

namespace assess {

using ComparedBy = std::function<std::optional<IndicatorCompared>(const Picture&, const Kept&)>;
parts::Reply indicator_reply(const kit::Request& asked, council::Desk& desk, const ComparedBy& compared);

const council::Routes& indicator_routes();

}  // namespace assess
