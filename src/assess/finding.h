// The heading of an indicator's chart states what the figures show: "Four quarters below target", "On target for the
// whole of 2024/25", "Up 3.2 points on the same quarter last year".
#pragma once
#include <string>
#include <vector>

#include "assess/judgement.h"

namespace assess {

// Of points oldest first. "No figures yet" when there are none.
std::string finding(const std::vector<Point>& points, const Kept& kept);

}  // namespace assess
