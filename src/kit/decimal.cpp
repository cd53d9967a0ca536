#include "kit/decimal.h"

#include <charconv>
#include <cmath>

namespace kit {
namespace {

constexpr int places = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Adds a digit on the negative side, which reaches one further than the positive.
bool append(std::int64_t& negative, char digit) {
  return !__builtin_mul_overflow(negative, 10, &negative) && !__builtin_sub_overflow(negative, digit - '0', &negative);
}

std::optional<std::int64_t> signed_units(std::int64_t negative, bool minus) {
  if (minus) return negative;
  std::int64_t positive = 0;
  if (__builtin_sub_overflow(std::int64_t{0}, negative, &positive)) return std::nullopt;
  return positive;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool minus = text.starts_with('-');
  if (minus) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const auto before = text.substr(0, point);
  auto after = point == text.npos ? std::string_view("0") : text.substr(point + 1);
  if (before.empty() || after.empty()) return std::nullopt;

  std::int64_t units = 0;
  for (const char c : before)
    if (!is_digit(c) || !append(units, c)) return std::nullopt;
  for (std::size_t i = places; i < after.size(); ++i)
    if (after[i] != '0') return std::nullopt;
  for (std::size_t i = 0; i < places; ++i) {
    const char c = i < after.size() ? after[i] : '0';
    if (!is_digit(c) || !append(units, c)) return std::nullopt;
  }
  const auto whole = signed_units(units, minus);
  return whole ? std::optional(of_units(*whole)) : std::nullopt;
}

std::optional<Decimal> Decimal::nearest(double number) {
  if (!std::isfinite(number) || std::fabs(number) > 9.3e14) return std::nullopt;
  const long double scaled = std::fabs(static_cast<long double>(number)) * 10000;
  // A double cannot hold most halves of a ten-thousandth exactly: the noise of its last bits must not decide.
  const long double noise = scaled < 1e12L ? std::fmax(1e-7L, scaled * 2.3e-16L) : 0;
  const long double units = std::floor(scaled + 0.5L + noise);
  if (units >= 9223372036854775808.0L) return std::nullopt;
  const auto whole = static_cast<std::int64_t>(units);
  return of_units(number < 0 ? -whole : whole);
}

std::string Decimal::text() const {
  const bool minus = units_ < 0;
  const std::uint64_t size = minus ? 0 - static_cast<std::uint64_t>(units_) : static_cast<std::uint64_t>(units_);
  char digits[32];
  char* const end = std::to_chars(digits, digits + sizeof digits, size / 10000).ptr;
  std::string text = minus ? "-" : "";
  text.append(digits, end);
  auto rest = static_cast<unsigned>(size % 10000);
  if (rest == 0) return text;
  text += '.';
  for (unsigned place = 1000; rest != 0; place /= 10) {
    text += static_cast<char>('0' + rest / place);
    rest %= place;
  }
  return text;
}

std::optional<Decimal> add(Decimal a, Decimal b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a.units(), b.units(), &sum)) return std::nullopt;
  return Decimal::of_units(sum);
}

std::optional<Decimal> subtract(Decimal a, Decimal b) {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(a.units(), b.units(), &difference)) return std::nullopt;
  return Decimal::of_units(difference);
}

}  // namespace kit
