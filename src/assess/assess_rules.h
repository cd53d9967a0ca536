// The rules of `goldenthread assess`, one function each: reads its table, answers the lines to print, or what is wrong.
#pragma once
#include <istream>
#include <string>
#include <vector>

#include "kit/verdict.h"

namespace assess {

kit::Verdict<std::string> assess_rag(std::istream& in);
kit::Verdict<std::string> assess_direction(std::istream& in);
kit::Verdict<std::string> assess_aggregate(std::istream& in, std::istream& measures);
kit::Verdict<std::string> assess_revisions(std::istream& in, const std::vector<std::string>& dates);

}  // namespace assess
