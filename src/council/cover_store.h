// Deputies with dates, and what someone reaches beyond the own unit.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "council/record.h"
#include "kit/db.h"
#include "kit/moment.h"

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
};

// What is granted to a person beside the own unit: another service or directorate, or a portfolio.
struct Reach {
  enum class Kind : std::uint8_t { unit, portfolio } kind = Kind::unit;
  std::string person, code;
  bool gone = false;
  kit::Moment at;
};

std::vector<Cover> load_covers(kit::Transaction& tx);                                     // newest editions, by person and first day
std::vector<std::string> covered_by(kit::Transaction& tx, const std::string& deputy, kit::Date today);  // whom a deputy stands in for
std::int64_t add_cover(kit::Transaction& tx, const Cover& cover, RecordId record);        // a new one (id 0) or the next edition; answers its number
std::vector<Reach> load_reach(kit::Transaction& tx, const std::string& person);
void add_reach(kit::Transaction& tx, const Reach& reach, RecordId record);

}  // namespace council
