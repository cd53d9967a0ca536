// Deputies with dates, and what someone reaches beyond the own unit. A deputy does with figures what the person could, from the
// first day to the last; it ends by itself, or before its time.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "council/council.h"
#include "council/may.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace council {

// From the first day to the last, `deputy` may do what `person` may with figures.
struct Cover {
  std::int64_t id = 0;
  std::int32_t edition = 1;
  std::string person, deputy;
  kit::Date first_day{}, last_day{};
  std::string reason;
  bool gone = false;  // ended before its time
  kit::Moment at;

  bool holds_on(kit::Date day) const { return !gone && first_day <= day && day <= last_day; }
  bool is_over(kit::Date today) const { return gone || last_day < today; }
};
inline constexpr int longest_cover = 366;  // days

// What is granted to a person beside the own unit: another service or directorate, or a portfolio.
struct Reach {
  enum class Kind : std::uint8_t { unit, portfolio } kind = Kind::unit;
  std::string person, code;
  bool gone = false;
  kit::Moment at;
};

// As typed: codes of people, days as in 2025-07-31.
struct CoverTyped {
  std::string person, deputy, first_day, last_day, reason;
};

// Nothing when `by` may name deputies for `person`: the own ones, or people within reach by May::hand_over.
kit::Refusals why_not_cover(const Council& council, std::string_view person, const Asker& by);
kit::Verdict<Cover> name_deputy(const CoverTyped& typed, const Council& council, const std::vector<Cover>& covers,
                                const Asker& by, kit::Moment now);
kit::Verdict<Cover> end_cover(const Cover& cover, const Council& council, const Asker& by, kit::Moment now);
bool may_be_deputy(const Person& person);  // has a role that enters figures, and has not left

std::string words(const Cover& cover, const Council& council);  // "Olive Madeley covers for Deborah Lyle from 1 July 2025 to 14 July 2025"

}  // namespace council
