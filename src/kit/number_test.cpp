#include "kit/number.h"

#include <gtest/gtest.h>

#include <clocale>
#include <cmath>

#include "kit/failure.h"

namespace kit {
namespace {

struct Good {
  std::string_view typed, number;
  bool percent = false, money = false, rounded = false;
};

std::string refusal_of(std::string_view text) {
  const auto read = read_number(text);
  return read ? "" : read.refusals().all().at(0).sentence;
}

}  // namespace

TEST(ReadingANumber, TakesWhatPeopleType) {
  const Good cases[] = {{"92.5", "92.5"},
                        {"1,234", "1234"},
                        {"1,234,567.89", "1234567.89"},
                        {"  7 ", "7"},
                        {"\u00A07\u202F", "7"},
                        {"45%", "45", true},
                        {"45.5 %", "45.5", true},
                        {"£1,200", "1200", false, true},
                        {"-£5", "-5", false, true},
                        {"£-5", "-5", false, true},
                        {"−3.5", "-3.5"},
                        {"–3.5", "-3.5"},
                        {"-2%", "-2", true},
                        {"0", "0"},
                        {"007", "7"},
                        {"0.123449", "0.1234", false, false, true},
                        {"0.12345", "0.1235", false, false, true},
                        {"-0.12345", "-0.1235", false, false, true},
                        {"0.12340000", "0.1234"}};
  for (const auto& [typed, number, percent, money, rounded] : cases) {
    const auto read = read_number(typed);
    ASSERT_TRUE(read) << typed << ": " << refusal_of(typed);
    EXPECT_EQ(read->number.text(), number) << typed;
    EXPECT_EQ(read->percent, percent) << typed;
    EXPECT_EQ(read->money, money) << typed;
    EXPECT_EQ(read->rounded, rounded) << typed;
  }
}

TEST(ReadingANumber, RefusesTheRestAndSaysWhatToType) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", "Nothing was found. Type a number, such as 92.5."},
      {"  ", "Nothing was found. Type a number, such as 92.5."},
      {"1 234", "Found ‘1 234’. If that is what you mean, type 1234."},
      {"1,23", "Found ‘1,23’. If that is what you mean, type 123."},
      {"0,123", "Found ‘0,123’. Type a number, such as 92.5."},
      {"12,34.5", "Found ‘12,34.5’. If that is what you mean, type 1234.5."},
      {"1234,567", "Found ‘1234,567’. If that is what you mean, type 1234567."},
      {",123", "Found ‘,123’. If that is what you mean, type 123."},
      {"1.234,5", "Found ‘1.234,5’. Type a number, such as 92.5."},
      {".5", "Found ‘.5’. If that is what you mean, type 0.5."},
      {"5.", "Found ‘5.’. If that is what you mean, type 5."},
      {"1.2.3", "Found ‘1.2.3’, which has two points. Type a number with one, such as 1.25."},
      {"--5", "Found ‘--5’. Type a number, such as 92.5."},
      {"+5", "Found ‘+5’. If that is what you mean, type 5."},
      {"1e5", "Found ‘1e5’. Type the number in full, such as 100000."},
      {"1e999", "Found ‘1e999’. Type the number in full, such as 100000."},
      {"NaN", "Found ‘NaN’, which is not a number. Type one, such as 92.5, or leave it empty."},
      {"-inf", "Found ‘-inf’, which is not a number. Type one, such as 92.5, or leave it empty."},
      {"½", "Found ‘½’. Type a number, such as 92.5."},
      {"0x1F", "Found ‘0x1F’. Type a number, such as 92.5."},
      {"(12)", "Found ‘(12)’. If it is below zero, type it with a minus, such as -12."},
      {"£1.2m", "Found ‘£1.2m’. Type the number in full, in digits only, such as 1200000."},
      {"3 million", "Found ‘3 million’. Type the number in full, in digits only, such as 1200000."},
      {"£45%", "Found ‘£45%’, which is pounds and per cent at once. Take out the £ or the %."},
      {"#N/A", "Found ‘#N/A’, an error of a spreadsheet. Mend the formula, or type a number."},
      {"n/a", "Found ‘n/a’. Type a number, such as 92.5."},
      {"45%%", "Found ‘45%%’. Type a number, such as 92.5."},
      {"1-2", "Found ‘1-2’. Type a number, such as 92.5."},
      {"٣", "Found ‘٣’. Type a number, such as 92.5."},
      {"999999999999999999999",
       "Found ‘999999999999999999999’, more than can be kept. Check the digits, or use a larger unit."}};
  for (const auto& [typed, sentence] : cases) EXPECT_EQ(refusal_of(typed), sentence) << typed;
}

TEST(ReadingANumber, ShowsOnlyTheBeginningOfALongText) {
  const std::string found = refusal_of(std::string(10'000, 'x'));
  EXPECT_LT(found.size(), 120u);
  EXPECT_NE(found.find("…’"), found.npos);
}

TEST(ReadingANumber, DoesNotDependOnTheLocale) {
  const char* const set = std::setlocale(LC_NUMERIC, "de_DE.UTF-8");
  EXPECT_EQ(read_number("1.5")->number.text(), "1.5");
  EXPECT_EQ(with_commas(1234.5, 1), "1,234.5");
  EXPECT_EQ(read_double("1.5"), 1.5);
  if (set) std::setlocale(LC_NUMERIC, "C");
}

TEST(RoundingForPublication, GoesHalfAwayFromZeroWithoutBinaryNoise) {
  EXPECT_EQ(rounded(94.95, 1), 95.0);
  EXPECT_EQ(rounded(2.675, 2), 2.68);
  EXPECT_EQ(rounded(-0.125, 2), -0.13);
  EXPECT_EQ(rounded(1.005, 2), 1.01);
  EXPECT_EQ(rounded(92.44, 1), 92.4);
  EXPECT_EQ(rounded(2.5, 0), 3.0);
  EXPECT_EQ(rounded(1e300, 2), 1e300);
  EXPECT_FALSE(std::signbit(rounded(-0.04, 1)));
}

TEST(ANumberOnAPage, HasCommasAndTheDecimalsAskedFor) {
  EXPECT_EQ(with_commas(1234.5, 1), "1,234.5");
  EXPECT_EQ(with_commas(-12, 0), "-12");
  EXPECT_EQ(with_commas(-1234567.891, 2), "-1,234,567.89");
  EXPECT_EQ(with_commas(999.95, 1), "1,000.0");
  EXPECT_EQ(with_commas(100, 0), "100");
  EXPECT_EQ(with_commas(-0.04, 1), "0.0");
  EXPECT_EQ(with_commas(123456, 0), "123,456");
  EXPECT_THROW(with_commas(std::nan(""), 1), Defect);
}

TEST(ADouble, IsWrittenInItsShortestForm) {
  EXPECT_EQ(shortest(0.1), "0.1");
  EXPECT_EQ(shortest(92.5), "92.5");
  EXPECT_EQ(shortest(1.0 / 3), "0.3333333333333333");
  for (const double number : {0.1 + 0.2, 1e-300, -12345.678, 5e-324}) EXPECT_EQ(read_double(shortest(number)), number);
}

TEST(ADouble, IsReadOnlyWhenTheWholeTextIsOne) {
  EXPECT_EQ(read_double("-1.5e3"), -1500.0);
  EXPECT_EQ(read_double("+2"), 2.0);
  for (const std::string_view text : {"", " 1", "1 ", "1,5", "nan", "inf", "1e999", "0x10", "+-1", "1.5x"})
    EXPECT_FALSE(read_double(text)) << text;
}

TEST(ASmallNumber, IsWrittenAsAWordUpToTen) {
  EXPECT_EQ(in_words(9), "nine");
  EXPECT_EQ(in_words(10), "ten");
  EXPECT_EQ(in_words(11), "11");
  EXPECT_EQ(in_words(0), "zero");
  EXPECT_EQ(in_words(-1), "-1");
}

}  // namespace kit
