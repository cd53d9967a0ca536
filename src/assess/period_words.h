// What a period of so many months is called in a sentence: "month", "quarter".
#pragma once
#include <string_view>

namespace assess {

constexpr std::string_view length_words(int months) {
  switch (months) {
    case 1: return "month";
    case 3: return "quarter";
    case 6: return "half-year";
    case 12: return "year";
    default: return "period";
  }
}

}  // namespace assess
