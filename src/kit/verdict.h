// What a rule answers: a value, or refusals. A refusal names a field and says in one sentence what was found
// and what to do. All faults are told at once. ("Outcome" is one of the council's own words, hence "verdict".)
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kit {

struct Refusal {
  std::string field;  // the form field, or the place in a file; empty when it concerns the whole
  std::string sentence;
  bool operator==(const Refusal&) const = default;
};

class Refusals {
 public:
  void unless(bool holds, std::string_view field, std::string_view sentence) {
    if (!holds) add(std::string(field), std::string(sentence));
  }
  void add(std::string field, std::string sentence) { all_.push_back({std::move(field), std::move(sentence)}); }
  void add(const Refusals& others) { all_.insert(all_.end(), others.all_.begin(), others.all_.end()); }
  bool any() const { return !all_.empty(); }
  const std::vector<Refusal>& all() const { return all_; }

 private:
  std::vector<Refusal> all_;
};

template <class T>
class [[nodiscard]] Verdict {
 public:
  Verdict(T value) : value_(std::move(value)) {}
  Verdict(Refusals no) : no_(std::move(no)) {}

  explicit operator bool() const { return value_.has_value(); }
  const T& operator*() const& { return *value_; }
  T& operator*() & { return *value_; }
  T&& operator*() && { return std::move(*value_); }
  const T* operator->() const { return &*value_; }
  const Refusals& refusals() const { return no_; }

 private:
  std::optional<T> value_;
  Refusals no_;
};

}  // namespace kit
