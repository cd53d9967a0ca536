// A menu of targets that could be proposed (rules.md 10.6): hold what is, a little better, where other councils stand, and what the
// process can promise; each with its reason.
#pragma once
#include <string>
#include <vector>

#include "assess/target_advice.h"

namespace assess {

struct Offer {
  std::string code;   // "hold_target", "best_quartile": for addresses
  std::string label;  // "Hold the target of 2025/26"
  std::string why;    // in a sentence, ready as a rationale
  std::string because;  // statutory, benchmark, trend, judgement
  double value = 0;   // of the year, as a reader sees it
};
inline constexpr int usual_step = 5;  // per cent better than last year
std::vector<Offer> offers(const TargetFacts& facts, int step = usual_step);

}  // namespace assess
