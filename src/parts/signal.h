// What a process chart says of a figure, three times over: by a letter, a word and a colour. H high, L low; the colour says
// whether that is better, worse, or neither.
#pragma once
#include <cstdint>
#include <string_view>

#include "kit/html.h"

namespace parts {

struct Signal {
  enum class Means : std::uint8_t { nothing, better, worse, neither };
  Means means = Means::nothing;
  char letter = 0;  // 'H' or 'L'; 0 for ordinary variation
};
kit::Literal point_class(Signal signal);  // of a point on a chart

// The letter in a ring, and the words: "Improving".
void signal(kit::Html& html, Signal signal, std::string_view words);

// Whether the process will meet its target: P always, F never, ? by chance.
enum class Assured : std::uint8_t { passes, fails, by_chance };
void assurance(kit::Html& html, Assured assured, std::string_view words);

}  // namespace parts
