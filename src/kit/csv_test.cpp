#include "kit/csv.h"

#include <gtest/gtest.h>

#include <sstream>

namespace kit {
namespace {

using Rows = std::vector<std::pair<std::size_t, Cells>>;

struct Outcome {
  Rows rows;
  std::string refusal, place;
};

Outcome read(const std::string& text, const CsvLimits& limits = {}) {
  std::istringstream in(text);
  Outcome outcome;
  const Refusals no = read_csv(
      in, [&](std::size_t row, const Cells& cells) { return outcome.rows.emplace_back(row, cells), true; }, limits);
  if (no.any()) outcome.refusal = no.all()[0].sentence, outcome.place = no.all()[0].field;
  return outcome;
}

std::string utf16(std::u16string_view text, bool big) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

// A file of any length that is never in memory.
class Endless : public std::streambuf {
 public:
  Endless(std::string piece, std::size_t bytes) : piece_(std::move(piece)), left_(bytes) {}
  int_type underflow() override {
    if (left_ < piece_.size()) return traits_type::eof();
    left_ -= piece_.size();
    setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
    return traits_type::to_int_type(piece_[0]);
  }
  std::size_t left() const { return left_; }

 private:
  std::string piece_;
  std::size_t left_;
};

const Rows two_rows = {{1, {"code", "figure"}}, {2, {"A1", "92.5"}}};

}  // namespace

TEST(ReadingCsv, TakesEveryKindOfLineEnd) {
  for (const char* text :
       {"code,figure\nA1,92.5\n", "code,figure\r\nA1,92.5\r\n", "code,figure\rA1,92.5\r", "code,figure\nA1,92.5"})
    EXPECT_EQ(read(text).rows, two_rows) << text;
}

TEST(ReadingCsv, FindsTheSeparator) {
  for (const char* text : {"code;figure\nA1;92.5\n", "code\tfigure\nA1\t92.5\n", "sep=|\ncode|figure\nA1|92.5\n"}) {
    const auto rows = read(text).rows;
    ASSERT_EQ(rows.size(), 2u) << text;
    EXPECT_EQ(rows[1].second, (Cells{"A1", "92.5"})) << text;
  }
  EXPECT_EQ(read("code;note\nA1;up, then down, then up\nA2;\"a;b\"\n").rows[2].second, (Cells{"A2", "a;b"}));
  EXPECT_EQ(read("Bins, parks, roads, and libraries\n\ncode\tfigure\nA1\t1\nA2\t2\n").rows[2].second,
            (Cells{"A1", "1"}));
  EXPECT_EQ(read("figure\n1\n2\n").rows[2], (Rows::value_type{3, {"2"}}));
}

TEST(ReadingCsv, PassesOverSpacesBeforeAnOpeningQuote) {
  const Rows expected = {{1, {"a", "Bristol, City of", "x"}}};
  EXPECT_EQ(read("a, \"Bristol, City of\", x\n").rows[0].second, (Cells{"a", "Bristol, City of", " x"}));
  EXPECT_EQ(read("a,  \"Bristol, City of\" ,x\n").rows, expected);
}

TEST(ReadingCsv, TellsWhichSeparatorItFound) {
  std::istringstream in("a|b\n1|2\n");
  CsvFound found;
  read_csv_views(in, [](std::size_t, const CellViews&) { return true; }, {}, &found);
  EXPECT_EQ(found.separator, '|');
}

TEST(ReadingCsv, GivesQuotedCellsWithQuotesSeparatorsAndLineEndsInside) {
  const Rows expected = {{1, {"a", "say \"no\", twice\r\nand again"}}, {3, {"", "b"}}};
  EXPECT_EQ(read("a,\"say \"\"no\"\", twice\r\nand again\"\r\n\"\",\"b\" \r\n").rows, expected);
  EXPECT_EQ(read("5\" pipe,x\n").rows[0].second, (Cells{"5\" pipe", "x"}));
}

TEST(ReadingCsv, CountsRowsAsTheyStandInTheFileAndPassesBlankOnesOver) {
  const Rows expected = {{2, {"a", "b"}}, {4, {"c\nd", ""}}, {7, {"e", "f"}}};
  EXPECT_EQ(read("\na,b\n\n\"c\nd\",\n\ne,f\n\n").rows, expected);
}

TEST(ReadingCsv, ReadsEveryEncodingThatCouncilsSend) {
  const Rows expected = {{1, {"Café – €5", "x"}}};
  EXPECT_EQ(read("Café – €5,x\n").rows, expected);
  EXPECT_EQ(read("\xEF\xBB\xBF"
                 "Café – €5,x\n")
                .rows,
            expected);
  EXPECT_EQ(read("Caf\xE9 \x96 \x80"
                 "5,x\n")
                .rows,
            expected);
  EXPECT_EQ(read(utf16(u"\uFEFFCafé – €5,x\n", false)).rows, expected);
  EXPECT_EQ(read(utf16(u"\uFEFFCafé – €5,x\r\n", true)).rows, expected);
  EXPECT_EQ(read(utf16(u"Café – €5,x\r\n", false)).rows, expected);
  EXPECT_EQ(read(utf16(u"\uFEFF😀,x", true)).rows[0].second[0], "😀");
}

TEST(ReadingCsv, ReadsWindows1252ThatShowsItselfLate) {
  const std::string row = "abcdefgh,ijklmnop\n";
  std::string text;
  while (text.size() < 700'000) text += row;
  const auto outcome = read(text + "Caf\xE9,x\n");
  EXPECT_EQ(outcome.refusal, "");
  EXPECT_EQ(outcome.rows.back().second[0], "Café");
}

TEST(ReadingCsv, KeepsCharactersWholeAcrossBlocks) {
  for (const std::size_t before : {262'141u, 262'142u, 262'143u, 262'144u}) {
    CsvLimits wide;
    wide.cell_bytes = 1'000'000;
    const auto outcome = read(std::string(before, 'x') + "😀,\"y\"\r\nz,1\r\n", wide);
    ASSERT_EQ(outcome.rows.size(), 2u) << before << outcome.refusal;
    EXPECT_TRUE(outcome.rows[0].second[0].ends_with("x😀"));
    EXPECT_EQ(outcome.rows[1], (Rows::value_type{2, {"z", "1"}}));
  }
}

TEST(ReadingCsv, RefusesWhatIsNoTextAndNamesThePlace) {
  const std::pair<std::string, std::string> cases[] = {
      {std::string("a,b\nc,d\0e\n", 10),
       "Row 2, column B: a NUL character stands in the text. Save the file again as CSV UTF-8."},
      {std::string("a,b\nc,\"d\0e\"\n", 12),
       "Row 2, column B: a NUL character stands in the text. Save the file again as CSV UTF-8."},
      {"é,b\nc,d\xFF"
       "e\n",
       "Row 2, column B: the text is UTF-8 up to here and then is not. Save the file again as CSV UTF-8."},
      {"a\x81", "Row 1, column A: a character is neither UTF-8 nor Windows-1252. Save the file again as CSV UTF-8."},
      {utf16(u"\uFEFFa,b\nc,d", false) + "x",
       "Row 2, column B: the UTF-16 text ends in the middle of a character. Copy the whole file again."},
      {utf16(u"\uFEFFa,b\nc,\xDC00", false),
       "Row 2, column B: a character of the UTF-16 text is broken. Save the file again as CSV UTF-8."},
      {"\xED\xA0\x80 e,\x81",
       "Row 1, column B: a character is neither UTF-8 nor Windows-1252. Save the file again as CSV UTF-8."},
      {"caf\xE9,b\nYnys Môn,d\n",
       "Row 1, column A: some letters of the text are UTF-8 and others are not. Save the file again as CSV UTF-8."}};
  for (const auto& [text, sentence] : cases) EXPECT_EQ(read(text).refusal, sentence);
}

TEST(ReadingCsv, RefusesQuotesThatDoNotFit) {
  EXPECT_EQ(
      read("a,b\nc,\"d\ne,f\n").refusal,
      "Row 2, column B: a quote opens here and is never closed. Close it, or double a quote that is part of the text.");
  EXPECT_EQ(
      read("a,\"b\"c,d\n").refusal,
      "Row 1, column B: text follows a closing quote, found ‘\"c,d’. Double each quote that is part of the text.");
  EXPECT_EQ(read("a,b\nc,\"d\ne,f\n").place, "B2");
}

TEST(ReadingCsv, RefusesMoreThanItsLimits) {
  CsvLimits small{.cell_bytes = 10, .columns = 3, .rows = 2};
  EXPECT_EQ(read("a,b,c,d\n", small).refusal,
            "Row 1: there are more than 3 columns. Take out those that are not needed.");
  EXPECT_EQ(read("a\nbbbbbbbbbbb\n", small).refusal, "Row 2, column A: the text is longer than 10 bytes. Shorten it.");
  EXPECT_EQ(read("a\nb\nc\n", small).refusal, "Row 3: the file has more than 2 rows. Split it into several files.");
  EXPECT_EQ(read("a,b,c\nd\n", small).refusal, "");
}

TEST(ReadingCsv, RefusesALineOfAGigabyteWithoutHoldingIt) {
  const std::size_t gigabyte = 1u << 30;
  for (const std::string piece : {"x", "\"", "\"\"", "a,"}) {
    std::string block;
    while (block.size() < 1 << 16) block += piece;
    Endless endless((piece == "\"" ? "\"" : "") + std::string(piece == "\"" ? std::string(65'535, 'x') : block),
                    gigabyte);
    std::istream in(&endless);
    const Refusals no = read_csv(in, [](std::size_t, const Cells&) { return true; });
    EXPECT_TRUE(no.any());
    EXPECT_GT(endless.left(), gigabyte - (16u << 20)) << "most of the line was never read";
  }
}

TEST(ReadingCsv, StopsWhenToldTo) {
  std::istringstream in("a\nb\nc\n");
  int rows = 0;
  EXPECT_FALSE(read_csv(in, [&](std::size_t, const Cells&) { return ++rows < 2; }).any());
  EXPECT_EQ(rows, 2);
}

TEST(ReadingCsv, FindsNothingInNothing) {
  EXPECT_TRUE(read("").rows.empty());
  EXPECT_TRUE(read("\xEF\xBB\xBF").rows.empty());
  EXPECT_EQ(read(std::string(1, '\0')).refusal,
            "Row 1, column A: a NUL character stands in the text. Save the file again as CSV UTF-8.");
}

TEST(WritingCsv, QuotesWhatNeedsItAndEndsRowsAsTheStandardSays) {
  std::string out;
  CsvWriter writer(out, For::machines);
  writer.cell("a").cell("say \"no\"").cell("x,y").cell(" z").cell("").end_row();
  writer.cell("").end_row();
  writer.cell("=1+1").cell("two\nlines").end_row();
  EXPECT_EQ(out, "a,\"say \"\"no\"\"\",\"x,y\",\" z\",\r\n\"\"\r\n=1+1,\"two\nlines\"\r\n");
}

TEST(WritingCsv, KeepsFormulasFromRunningWhereAPersonOpensIt) {
  std::string out;
  CsvWriter writer(out, For::people);
  writer.cell("=1+1")
      .cell("-5")
      .cell("-1,234.5%")
      .cell("-2% on last year")
      .cell("@x")
      .cell("\tx")
      .cell("'=x")
      .cell("it's")
      .end_row();
  EXPECT_EQ(out, "'=1+1,-5,\"-1,234.5%\",'-2% on last year,'@x,\"'\tx\",''=x,it's\r\n");
}

TEST(WritingCsv, IsReadBackAsItWas) {
  const Cells awkward = {"",     "=1+1", "'=1",      "''@",          "'",   "it's", "-5", "-x",
                         "a\"b", "\"",   "a,b;c\td", "line\r\nline", " x ", "é€😀",  "＝1"};
  std::string out;
  CsvWriter writer(out, For::people);
  for (const auto& text : awkward) writer.cell(text);
  writer.end_row();
  auto outcome = read(out);
  ASSERT_EQ(outcome.rows.size(), 1u) << outcome.refusal;
  for (auto& cell : outcome.rows[0].second) cell = std::string(without_apostrophe(cell));
  EXPECT_EQ(outcome.rows[0].second, awkward);
}

}  // namespace kit
