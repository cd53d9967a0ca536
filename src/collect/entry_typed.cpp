// How what an officer types becomes an exact number: a plain number, money, yes or no, a duration, a date.
#include <array>
#include <charconv>
#include <cstdio>

#include "collect/entry.h"
#include "kit/number.h"
#include "kit/quote.h"

namespace collect {
namespace {

const kit::Date first_day = kit::Date::of(1970, 1, 1);  // dates are kept as days from then

kit::Refusals refused(std::string sentence) {
  kit::Refusals no;
  no.add("", std::move(sentence));
  return no;
}

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  while (made.starts_with(' ')) made.erase(0, 1);
  while (made.ends_with(' ')) made.pop_back();
  return made;
}

kit::Verdict<kit::Decimal> read_yes_or_no(std::string_view text) {
  const auto word = lower(text);
  if (word == "yes" || word == "y" || word == "1") return kit::Decimal::whole(1);
  if (word == "no" || word == "n" || word == "0") return kit::Decimal::whole(0);
  return refused("Found " + kit::quoted(text) + ". Type yes or no.");
}

// h:mm:ss or h:mm, kept in seconds.
kit::Verdict<kit::Decimal> read_duration(std::string_view text) {
  const auto all = lower(text);
  std::array<int, 3> part{};
  std::size_t count = 0, from = 0;
  bool well = !all.empty();
  while (well && count < part.size() && from <= all.size()) {
    const auto to = std::min(all.find(':', from), all.size());
    const auto [end, error] = std::from_chars(all.data() + from, all.data() + to, part[count]);
    well = error == std::errc() && end == all.data() + to && part[count] >= 0 && (count == 0 || part[count] < 60);
    ++count;
    from = to + 1;
  }
  if (!well || count < 2 || from <= all.size() || part[0] > 99'999)
    return refused("Found " + kit::quoted(text) + ". Type hours, minutes and seconds, such as 1:05:30.");
  return kit::Decimal::whole(part[0] * 3600LL + part[1] * 60 + part[2]);
}

kit::Verdict<kit::Decimal> read_date(std::string_view text) {
  const auto date = kit::Date::parse(lower(text));
  if (!date) return refused("Found " + kit::quoted(text) + ". Type the day as in 2025-07-31.");
  return kit::Decimal::whole((date->day - first_day.day).count());
}

}  // namespace

TypedAs typed_as(const indicator::Definition& definition) {
  const auto unit = lower(definition.unit);
  if (unit == "yes/no" || unit == "yes or no") return TypedAs::yes_or_no;
  if (unit == "h:mm:ss" || unit == "hh:mm:ss" || unit == "h:mm") return TypedAs::duration;
  if (unit == "date") return TypedAs::date;
  return unit.starts_with("£") ? TypedAs::money : TypedAs::number;
}

kit::Verdict<kit::Decimal> read_typed(std::string_view text, const indicator::Definition& definition) {
  const auto as = typed_as(definition);
  if (as == TypedAs::yes_or_no) return read_yes_or_no(text);
  if (as == TypedAs::duration) return read_duration(text);
  if (as == TypedAs::date) return read_date(text);
  const auto number = kit::read_number(text);
  if (!number) return number.refusals();
  if (number->money && as != TypedAs::money)
    return refused("Found " + kit::quoted(text) + ". " + definition.code + " is not money: leave out the pound sign.");
  if (number->percent && definition.unit != "%")
    return refused("Found " + kit::quoted(text) + ". " + definition.code +
                   " is not a percentage: leave out the per cent sign.");
  return number->number;
}

std::string as_typed(kit::Decimal number, const indicator::Definition& definition) {
  switch (typed_as(definition)) {
    case TypedAs::yes_or_no: return number.units() == 0 ? "no" : "yes";
    case TypedAs::date: return first_day.plus(static_cast<int>(number.number())).iso();
    case TypedAs::duration: {
      const auto seconds = static_cast<long long>(number.number());
      std::array<char, 40> text{};
      std::snprintf(text.data(), text.size(), "%lld:%02lld:%02lld", seconds / 3600, seconds / 60 % 60, seconds % 60);
      return text.data();
    }
    default: return number.text();
  }
}

}  // namespace collect
