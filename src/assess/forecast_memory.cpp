#include "assess/forecast_memory.h"


namespace assess {
namespace {

// A number that is another when anything that went into it is another (FNV-1a, 64 bits).
class Mark {
 public:
  Mark& operator<<(std::int64_t number) {
    for (int byte = 0; byte < 64; byte += 8) add(static_cast<std::uint64_t>(number) >> byte & 0xff);
    return *this;
  }
  Mark& operator<<(const std::optional<kit::Decimal>& number) {
    return *this << (number ? 1 : 0) << (number ? number->units() : 0);
  }
  Mark& operator<<(std::string_view text) {
    for (const char c : text) add(static_cast<unsigned char>(c));
    return *this << static_cast<std::int64_t>(text.size());
  }
  std::uint64_t value() const { return value_; }

 private:
  void add(std::uint64_t byte) { value_ = (value_ ^ byte) * 0x100000001b3; }
  std::uint64_t value_ = 0xcbf29ce484222325;
};

// Definitions and targets are never overwritten: edition and moment say which one it is.
std::uint64_t rests_on(const Picture& picture, const Kept& kept, calendar::FinancialYear year) {
  Mark mark;
  for (const auto& figure : kept.figures)
    mark << figure.period.start << figure.period.months << static_cast<int>(figure.state)
         << static_cast<int>(figure.standing) << figure.value << figure.numerator << figure.denominator;
  for (const auto& definition : kept.definitions) mark << definition.edition << definition.at.seconds;
  if (const auto* target = kept.target(year)) mark << target->edition << target->at.seconds;
  mark << picture.council.setting("tolerance");
  return mark.value();
}

}  // namespace

std::shared_ptr<const ForecastAnswer> ForecastMemory::of(const Picture& picture, const Kept& kept,
                                                         calendar::FinancialYear year) {
  const std::pair key(kept.id, year.begins);
  const auto mark = rests_on(picture, kept, year);
  {
    const std::lock_guard lock(guard_);
    const auto found = known_.find(key);
    if (found != known_.end() && found->second.rests_on == mark) return found->second.answer;
  }
  // Two who ask at once may both work it out, and find the same.
  auto answer = std::make_shared<const ForecastAnswer>(forecast_indicator(picture, kept, year));
  const std::lock_guard lock(guard_);
  ++worked_out_;
  known_[key] = {mark, answer};
  return answer;
}

std::size_t ForecastMemory::worked_out() const {
  const std::lock_guard lock(guard_);
  return worked_out_;
}

}  // namespace assess
