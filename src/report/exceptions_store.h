// Every exception of the period a request asks for, found once for a version of the data.
#pragma once
#include <memory>

#include "council/desk.h"
#include "kit/http.h"
#include "report/exceptions_view.h"

namespace report {

// None when the period cannot be read.
std::shared_ptr<const Exceptions> exceptions_for(const kit::Request& asked, council::Desk& desk);

}  // namespace report
