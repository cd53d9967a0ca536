#include "money/spent.h"

#include <gtest/gtest.h>

namespace money {
namespace {

using calendar::Period;

class WhatWasSpent : public testing::Test {
 protected:
  WhatWasSpent() {
    using council::Unit;
    council.units = {{Unit::Kind::directorate, "PLACE", "Place", "", "", 0, {50}, false},
                     {Unit::Kind::service, "WASTE", "Waste", "PLACE", "", 0, {50}, false},
                     {Unit::Kind::service, "PARKS", "Parks", "PLACE", "", 1, {50}, false},
                     {Unit::Kind::service, "CARE", "Care", "PEOPLE", "", 2, {50}, false}};
  }
  void tell(const char* unit, int month, int edition, std::int64_t at, const char* actual) {
    Month one{unit, Period::month(2025, month), edition, {}, {}, {}, {}, "", {at}};
    if (*actual) one.actual = kit::Decimal::parse(actual);
    all.push_back(one);
  }
  // "April 2025 1: 10.5" for each edition.
  std::vector<std::string> told(const char* unit) const {
    std::vector<std::string> lines;
    for (const auto& one : spent_by(council, all, unit))
      lines.push_back(one.month.words() + " " + std::to_string(one.edition) + ": " +
                      (one.sum ? one.sum->text() : "not known"));
    return lines;
  }
  council::Council council;
  Months all;
};

TEST_F(WhatWasSpent, ByAServiceIsItsActualAsItWasKnownAtEachMoment) {
  tell("WASTE", 4, 1, 100, "10.50");
  tell("WASTE", 4, 2, 200, "11");
  tell("WASTE", 5, 1, 150, "");
  tell("PARKS", 4, 1, 100, "99");
  EXPECT_EQ(told("waste"), (std::vector<std::string>{"April 2025 1: 10.5", "April 2025 2: 11", "May 2025 1: not known"}));
}

TEST_F(WhatWasSpent, ByADirectorateHoldsItsServicesAndIsNotKnownWhileOneIsMissing) {
  tell("WASTE", 4, 1, 100, "10.50");
  tell("PARKS", 4, 1, 200, "2.25");
  tell("PLACE", 4, 1, 200, "-0.75");
  tell("CARE", 4, 1, 100, "1000");
  EXPECT_EQ(told("PLACE"), (std::vector<std::string>{"April 2025 1: not known", "April 2025 2: 12"}));
  tell("WASTE", 5, 1, 300, "10");
  EXPECT_EQ(told("PLACE").back(), "May 2025 1: not known") << "Parks has money in the year, and none told for May";
}

TEST_F(WhatWasSpent, ByNobodyIsNothing) {
  EXPECT_TRUE(told("WASTE").empty());
  EXPECT_EQ(unit_codes(council), (std::vector<std::string>{"PLACE", "WASTE", "PARKS", "CARE"}));
  EXPECT_EQ(find_unit(council, "parks")->name, "Parks");
  EXPECT_EQ(find_unit(council, "PARK"), nullptr);
}

}  // namespace
}  // namespace money
