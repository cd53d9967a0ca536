// Personal data kept no longer than the council says: particulars of old records, and the names of people who left long ago. What
// was done, by whom (the code) and when stays, and so does the chain of records.
#pragma once
#include <cstdint>
#include <string>

#include "council/council.h"
#include "council/record.h"
#include "kit/db.h"

namespace council {

struct Retention {
  kit::Moment particulars_before;  // of records made before this moment
  kit::Moment people_before;       // of people who left before this moment
};
Retention retention(const Council& council, kit::Moment now);  // by the settings keep_particulars and keep_people, in years

struct Erased {
  std::int64_t particulars = 0, people = 0, letters = 0, lists = 0;
  bool any() const { return particulars + people + letters + lists > 0; }
  std::string words() const;  // "particulars of 1,204 records, 3 people who left and 40 letters", and of earlier lists
};
// In a writing transaction, with its record when there was anything to erase.
Erased erase(kit::Transaction& tx, const Retention& retention, const std::string& who, kit::Moment now);

inline constexpr const char* former_officer = "Former officer";

}  // namespace council
