// Letters that wait, were sent or came back: for those who look after the calendar and the people.
#pragma once
#include "council/route.h"

namespace council {

const Routes& mail_routes();

}  // namespace council
