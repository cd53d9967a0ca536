// Sentences that count: "31 of 78 indicators rated against a target (39.7%) are on target or better; 9 improved and 9 worsened;
// 6 await a figure." How awaited figures and those without a target are counted is one rule, stated once in each report.
#pragma once
#include <string>

#include "assess/attention.h"
#include "assess/marks.h"
#include "report/document.h"

namespace report {

Counted counted(std::string name, const assess::Counts& counts, assess::Ratings ratings);

// The rule, in the words that stand at the end of every report.
std::string counting_rule(assess::Ratings ratings);

// "39.7%": one decimal, none of the hundred hidden by rounding: 99.96% is "more than 99.9%".
std::string share(int part, int whole);

}  // namespace report
