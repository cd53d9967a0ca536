#include "kit/sheet_format.h"

#include <charconv>
#include <cmath>

#include "kit/moment.h"

namespace kit {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// The letters of the first section that mean something: without quoted text, escapes, colours, locales and padding.
struct Letters {
  std::string text;
  bool elapsed = false;  // [h], [mm], [s]
};

bool is_elapsed(std::string_view inside) {
  return !inside.empty() && std::all_of(inside.begin(), inside.end(),
                                        [](char c) { return lower(c) == 'h' || lower(c) == 'm' || lower(c) == 's'; });
}

Letters letters_of(std::string_view code) {
  Letters letters;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      letters.elapsed = letters.elapsed || is_elapsed(code.substr(i + 1, end - i - 1));
      i = end;
    } else {
      letters.text += lower(c);
    }
  }
  return letters;
}

bool take_out(std::string& text, std::string_view word) {
  const std::size_t at = text.find(word);
  if (at == text.npos) return false;
  text.erase(at, word.size());
  return true;
}

std::string two(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string clock_text(std::int64_t seconds) {
  return two(seconds / 3600) + ':' + two(seconds / 60 % 60) + ':' + two(seconds % 60);
}

Refusals refused(std::string sentence) {
  Refusals no;
  no.add("", std::move(sentence));
  return no;
}

// Lotus 1-2-3 thought that 1900 was a leap year, and Excel kept the day: 60 is 29 February 1900, which never was.
Verdict<std::string> day_text(double serial, DayZero zero) {
  const bool from_1904 = zero == DayZero::start_of_1904;
  const double most = from_1904 ? 2957003 : 2958465;  // 31 December 9999
  std::int64_t seconds = static_cast<std::int64_t>(std::llround(serial * 86400));
  const std::int64_t day = seconds / 86400;
  seconds %= 86400;
  if (!from_1904 && day == 60) return refused("the date is 29 February 1900, which never was");
  if (static_cast<double>(day) > most || (!from_1904 && day == 0))
    return refused("the number is no day of the calendar");
  const Date first = from_1904 ? Date::of(1904, 1, 1) : day < 60 ? Date::of(1899, 12, 31) : Date::of(1899, 12, 30);
  const std::string date = first.plus(static_cast<int>(day)).iso();
  return seconds == 0 ? date : date + 'T' + clock_text(seconds);
}

}  // namespace

Shown shown_by_builtin(unsigned id) {
  if (id == 9 || id == 10) return Shown::percent;
  if (id == 22) return Shown::day_and_time;
  if (id == 46) return Shown::elapsed;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47) return Shown::time;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return Shown::day;
  return Shown::number;
}

Shown shown_by_code(std::string_view code) {
  Letters letters = letters_of(code);
  if (letters.elapsed) return Shown::elapsed;
  take_out(letters.text, "general");
  take_out(letters.text, "e+");
  take_out(letters.text, "e-");
  const bool half_days = take_out(letters.text, "am/pm") || take_out(letters.text, "a/p");
  const auto has = [&](const char* any) { return letters.text.find_first_of(any) != letters.text.npos; };
  const bool time = half_days || has("hs"), day = has("yd") || (has("m") && !time);
  if (day) return time ? Shown::day_and_time : Shown::day;
  if (time) return Shown::time;
  return has("%") ? Shown::percent : Shown::number;
}

Verdict<std::string> cell_text(double number, Shown shown, DayZero zero) {
  if (!std::isfinite(number)) return refused("the number is not one that can be kept");
  if (shown == Shown::number) return plain_number(number);
  if (shown == Shown::percent) return plain_number(number, 2) + '%';
  if (number < 0 || number > 3e6) return refused("the number is no day of the calendar");
  const bool only_time = shown == Shown::elapsed || (number < 1 && shown != Shown::day);
  if (only_time) return clock_text(std::llround(number * 86400));
  return day_text(number, zero);
}

std::string plain_number(double number, int places) {
  char text[40];
  char* const end = std::to_chars(text, text + sizeof text, std::fabs(number), std::chars_format::scientific, 14).ptr;
  const std::string_view written(text, end);  // "9.25000000000000e-01"
  const std::size_t e = written.find('e');
  std::string digits = std::string(1, written[0]) + std::string(written.substr(2, e - 2));
  digits.resize(digits.find_last_not_of('0') + 1);
  if (digits.empty()) return "0";
  const std::string_view power = written.substr(e + (written[e + 1] == '+' ? 2 : 1));
  int point = 0;
  std::from_chars(power.data(), power.data() + power.size(), point);
  point += 1 + places;  // how many digits stand before the point
  const std::string sign = number < 0 ? "-" : "";
  if (point <= 0) return sign + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  const auto before = static_cast<std::size_t>(point);
  if (digits.size() <= before) return sign + digits + std::string(before - digits.size(), '0');
  return sign + digits.substr(0, before) + '.' + digits.substr(before);
}

}  // namespace kit
