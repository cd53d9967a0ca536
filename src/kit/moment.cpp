#include "kit/moment.h"

// As Debian's libdate-tz is built: the machine's own time zones, read from tzdata.
#define USE_OS_TZDB 1
#define ONLY_C_LOCALE 1
#include <date/tz.h>

#include "kit/failure.h"

namespace kit {
namespace {

constexpr std::string_view months[] = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};

std::chrono::year_month_day civil(Date date) { return std::chrono::year_month_day(date.day); }

void append_digits(std::string& out, int number, int digits) {
  std::string text = std::to_string(number);
  if (static_cast<int>(text.size()) < digits) text.insert(0, static_cast<std::size_t>(digits) - text.size(), '0');
  out += text;
}

// All digits, or none: from_chars would take a sign.
std::optional<int> digits_of(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

const date::time_zone& london() {
  static const date::time_zone* const zone = [] {
    try {
      return date::locate_zone("Europe/London");
    } catch (const std::exception&) {
      throw Failure("This machine has no time zones. Install the package tzdata.");
    }
  }();
  return *zone;
}

// The clocks change at one in the morning, never at midnight; `earliest` makes the answer certain all the same.
std::int64_t midnight(Date day) {
  const date::local_seconds local{std::chrono::seconds(std::chrono::days(day.day.time_since_epoch()))};
  return london().to_sys(local, date::choose::earliest).time_since_epoch().count();
}

std::int64_t local_seconds(Moment moment) {
  const date::sys_seconds when{std::chrono::seconds(moment.seconds)};
  return london().to_local(when).time_since_epoch().count();
}

Date day_of(std::int64_t seconds) {
  return {std::chrono::sys_days(std::chrono::floor<std::chrono::days>(std::chrono::seconds(seconds)))};
}

std::int64_t since_midnight(std::int64_t seconds) { return ((seconds % 86400) + 86400) % 86400; }

std::int64_t machine_seconds() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::floor<std::chrono::seconds>(now).count();
}

// "T23:00:00Z"
std::optional<std::int64_t> seconds_of_day(std::string_view text) {
  if (text.size() != 10 || text[0] != 'T' || text[3] != ':' || text[6] != ':' || text[9] != 'Z') return std::nullopt;
  const auto hour = digits_of(text.substr(1, 2)), minute = digits_of(text.substr(4, 2)),
             second = digits_of(text.substr(7, 2));
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return *hour * 3600 + *minute * 60 + *second;
}

}  // namespace

Date Date::of(int year, unsigned month, unsigned day_of_month) {
  const std::chrono::year_month_day day{std::chrono::year(year), std::chrono::month(month),
                                        std::chrono::day(day_of_month)};
  demand(day.ok(), "There is no such day in the calendar.");
  return {std::chrono::sys_days(day)};
}

std::optional<Date> Date::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = digits_of(iso.substr(0, 4)), month = digits_of(iso.substr(5, 2)), day = digits_of(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day found{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                          std::chrono::day(static_cast<unsigned>(*day))};
  if (!found.ok()) return std::nullopt;
  return Date{std::chrono::sys_days(found)};
}

int Date::year() const { return static_cast<int>(civil(*this).year()); }
unsigned Date::month() const { return static_cast<unsigned>(civil(*this).month()); }
unsigned Date::day_of_month() const { return static_cast<unsigned>(civil(*this).day()); }

std::string Date::iso() const {
  const auto day = civil(*this);
  std::string text;
  append_digits(text, static_cast<int>(day.year()), 4);
  text += '-';
  append_digits(text, static_cast<int>(static_cast<unsigned>(day.month())), 2);
  text += '-';
  append_digits(text, static_cast<int>(static_cast<unsigned>(day.day())), 2);
  return text;
}

std::string Date::words() const {
  return std::to_string(day_of_month()) + ' ' + std::string(months[month() - 1]) + ' ' + std::to_string(year());
}

std::optional<Moment> Moment::parse(std::string_view text) {
  const auto day = Date::parse(text.substr(0, 10));
  if (!day) return std::nullopt;
  if (text.size() == 10) return end_of(*day);
  const auto within = seconds_of_day(text.substr(10));
  if (!within) return std::nullopt;
  return Moment{std::chrono::seconds(std::chrono::days(day->day.time_since_epoch())).count() + *within};
}

Moment Moment::start_of(Date day) { return {midnight(day)}; }
Moment Moment::end_of(Date day) { return {midnight(day.plus(1))}; }
Date Moment::date() const { return day_of(local_seconds(*this)); }

std::string Moment::iso() const {
  const auto within = static_cast<int>(since_midnight(seconds));
  std::string text = day_of(seconds).iso() + 'T';
  append_digits(text, within / 3600, 2);
  text += ':';
  append_digits(text, within / 60 % 60, 2);
  text += ':';
  append_digits(text, within % 60, 2);
  return text + 'Z';
}

std::string Moment::words() const {
  const std::int64_t local = local_seconds(*this);
  const auto within = static_cast<int>(since_midnight(local));
  std::string text = day_of(local).words() + " at ";
  append_digits(text, within / 3600, 2);
  text += ':';
  append_digits(text, within / 60 % 60, 2);
  return text;
}

std::string as_at_words(Moment as_at) {
  const Moment second_before{as_at.seconds - 1};
  return Moment::end_of(second_before.date()) == as_at ? "the end of " + second_before.date().words() : as_at.words();
}

Moment Clock::now() const {
  const std::scoped_lock lock(guard_);
  return {machine_seconds() + ahead_};
}

void Clock::set(Moment moment) {
  const std::scoped_lock lock(guard_);
  ahead_ = moment.seconds - machine_seconds();
}

void Clock::follow_the_machine() {
  const std::scoped_lock lock(guard_);
  ahead_ = 0;
}

}  // namespace kit
