// A formula: how an indicator is worked out from others, in a small language of our own. It is read, never run by anything else:
// references to indicators in square brackets, numbers, + - * / and parentheses, sum, min and max.
//   ([SAT07].numerator + [SAT08].numerator) / ([SAT07].denominator + [SAT08].denominator)
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kit/fraction.h"
#include "kit/verdict.h"

namespace indicator {

// What of an indicator is taken: its figure, or one of the two parts of a ratio.
enum class Taken : std::uint8_t { figure, numerator, denominator };

struct Reference {
  std::string code;  // as written
  Taken taken = Taken::figure;
  std::size_t from = 0, to = 0;  // where it stands in the text
};

class Formula {
 public:
  static constexpr std::size_t longest = 1'000;  // characters
  static constexpr int deepest = 30;             // parentheses within parentheses

  const std::string& text() const { return text_; }
  const std::vector<Reference>& references() const { return references_; }
  std::vector<std::string> codes() const;  // of the indicators it refers to, each once, in the order of the text
  // Its last step is a division, so that what is above and what is below it can be kept apart as numerator and denominator.
  bool is_ratio() const { return bottom_ > 0; }

  // What a reference stands for. Why there is no result is left to whoever gives them: here it is only that a step divided by zero
  // or left the range.
  using Numbers = std::vector<kit::Fraction>;  // one for each reference
  enum class Failed : std::uint8_t { over_zero, too_large };
  using Worked = std::variant<kit::Fraction, Failed>;
  Worked worked(const Numbers& numbers) const;
  Worked top(const Numbers& numbers) const;     // of a ratio: what stands above its last division
  Worked bottom(const Numbers& numbers) const;  // and below it

  // The text with something else in the place of each reference: "(12 + 3) / (40 + 9)".
  std::string with(const std::vector<std::string>& words) const;

 private:
  friend class ReadingFormula;
  enum class Do : std::uint8_t { number, reference, add, subtract, multiply, divide, negate, sum, min, max };
  struct Step {
    Do what = Do::number;
    std::size_t count = 0;  // of a reference its place, of a function how many it takes
    kit::Fraction number;
  };
  Worked work(std::size_t from, std::size_t to, const Numbers& numbers) const;

  std::string text_;
  std::vector<Reference> references_;
  std::vector<Step> steps_;  // what is worked with comes before what is done with it
  std::size_t bottom_ = 0;   // of a ratio: the first step of what stands below
};

// Refusals of the field computed_from say where ("at character 9") and what to do.
kit::Verdict<Formula> read_formula(std::string_view text);

}  // namespace indicator
