// Dates and moments. A moment is a second of universal time; what a person reads is Europe/London, through both days of the
// year on which the clocks change. The clock is passed to whoever needs the time and can be set, for tests and the demo.
#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace kit {

struct Date {
  std::chrono::sys_days day;

  static Date of(int year, unsigned month, unsigned day_of_month);
  static std::optional<Date> parse(std::string_view iso);  // "2025-07-31" only
  int year() const;
  unsigned month() const;
  unsigned day_of_month() const;
  std::string iso() const;    // "2025-07-31"
  std::string words() const;  // "31 July 2025"
  Date plus(int days) const { return {day + std::chrono::days(days)}; }
  friend auto operator<=>(const Date&, const Date&) = default;
};

struct Moment {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00:00Z

  // "2025-07-31T23:00:00Z", or "2025-07-31" for the midnight in London that ends that day.
  static std::optional<Moment> parse(std::string_view text);
  static Moment start_of(Date day);  // the midnight in London that begins the day
  static Moment end_of(Date day);    // the midnight in London that ends the day
  Date date() const;                 // the day in London
  std::string iso() const;           // "2025-07-31T23:00:00Z"
  std::string words() const;         // "31 July 2025 at 10:42", London time
  friend auto operator<=>(const Moment&, const Moment&) = default;
};

// From when something looks back: "the end of 31 July 2025", or the moment itself when it is not a midnight.
std::string as_at_words(Moment as_at);

class Clock {
 public:
  Moment now() const;
  void set(Moment moment);  // the clock goes on from there
  void follow_the_machine();

 private:
  mutable std::mutex guard_;
  std::int64_t ahead_ = 0;  // seconds before (-) or after (+) the machine's own clock
};

}  // namespace kit
