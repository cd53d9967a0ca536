#include "kit/tell.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace kit {
namespace {

struct Change {
  double from = 0, to = 0;
};
struct Line {
  std::string code;
  std::optional<double> value;
  std::optional<Change> change;
  std::vector<std::string> themes;
};
struct Page {
  std::string title;
  Date day = Date::of(2025, 7, 31);
  bool is_final = false;
  int count = 2;
  std::optional<Decimal> target = Decimal::parse("92.5");
  std::vector<Line> lines;
};

template <class T>
void describe(T& t, const Change& change) {
  t.field("from", change.from);
  t.field("to", change.to);
}

template <class T>
void describe(T& t, const Line& line) {
  t.field("code", line.code);
  t.field("value", line.value);
  t.part("change", line.change);
  t.list("themes", line.themes);
}

template <class T>
void describe(T& t, const Page& page) {
  t.field("title", page.title);
  t.field("day", page.day);
  t.field("final", page.is_final);
  t.field("count", page.count);
  t.field("target", page.target);
  t.rows("lines", page.lines);
}

Page page() {
  return {"Board", Date::of(2025, 7, 31),  false,
          2,       Decimal::parse("92.5"), {{"A1", 0.1, Change{1, 2.5}, {"health", "place"}}, {"=B2", {}, {}, {}}}};
}

TEST(TellingAView, IsJsonWithItsFieldsInOrder) {
  EXPECT_EQ(told_as_json(page()),
            "{\"title\":\"Board\",\"day\":\"2025-07-31\",\"final\":false,\"count\":2,\"target\":92.5,\"lines\":["
            "{\"code\":\"A1\",\"value\":0.1,\"change\":{\"from\":1,\"to\":2.5},\"themes\":[\"health\",\"place\"]},"
            "{\"code\":\"=B2\",\"value\":null,\"change\":null,\"themes\":[]}]}\n");
}

TEST(TellingAView, IsATableOfItsRows) {
  EXPECT_EQ(told_as_csv(page(), For::machines),
            "code,value,themes,change_from,change_to\r\n"
            "A1,0.1,health place,1,2.5\r\n"
            "=B2,,,,\r\n");
}

TEST(TellingAView, DoesNotLetASpreadsheetRunACellMadeForPeople) {
  EXPECT_NE(told_as_csv(page(), For::people).find("'=B2"), std::string::npos);
  EXPECT_EQ(told_as_csv(page(), For::machines).find("'=B2"), std::string::npos);
}

TEST(TellingAView, LeavesNegativeNumbersNumbersForPeopleToo) {
  EXPECT_EQ(told_as_csv(Change{-1.5, 2}, For::people), "from,to\r\n-1.5,2\r\n");
}

TEST(TellingAView, EscapesWhatWouldEndAString) {
  Page odd;
  odd.title = "a\"b\\c\nd\x01" "e£";
  EXPECT_NE(told_as_json(odd).find("\"a\\\"b\\\\c\\nd\\u0001e£\""), std::string::npos);
}

TEST(TellingAView, NeverSendsBytesThatAreNoText) {
  Page odd;
  odd.title = "a\xff";
  EXPECT_NE(told_as_json(odd).find("\"a\\ufffd\""), std::string::npos);
}

TEST(TellingAView, TellsNumbersShortlyAndWhatIsNoNumberAsNothing) {
  EXPECT_EQ(told_as_json(Change{-0.0, std::nan("")}), "{\"from\":0,\"to\":null}\n");
  EXPECT_EQ(told_as_json(Change{1e21, 0.30000000000000004}), "{\"from\":1e+21,\"to\":0.30000000000000004}\n");
}

TEST(TellingAView, KeepsItsColumnsWhenThereAreNoRows) {
  EXPECT_EQ(told_as_csv(Page{}, For::machines), "code,value,themes\r\n");
}

}  // namespace
}  // namespace kit
