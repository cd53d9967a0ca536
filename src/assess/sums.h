// Compensated sums and means (rules.md 1.1; Neumaier 1974): a thousand small numbers after a large one are not lost.
#pragma once
#include <cmath>
#include <span>

namespace assess {

class Sum {
 public:
  void add(double number) {
    const double total = total_ + number;
    lost_ += std::fabs(total_) >= std::fabs(number) ? (total_ - total) + number : (number - total) + total_;
    total_ = total;
  }
  double value() const { return total_ + lost_; }

 private:
  double total_ = 0, lost_ = 0;
};

inline double sum(std::span<const double> numbers) {
  Sum all;
  for (const double number : numbers) all.add(number);
  return all.value();
}

// Of at least one number; one correction pass takes out what the division lost.
inline double mean(std::span<const double> numbers) {
  const double count = static_cast<double>(numbers.size());
  const double first = sum(numbers) / count;
  Sum rest;
  for (const double number : numbers) rest.add(number - first);
  return first + rest.value() / count;
}

}  // namespace assess
