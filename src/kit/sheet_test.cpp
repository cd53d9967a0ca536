#include "kit/sheet.h"

#include <gtest/gtest.h>

#include "kit/sheet_format.h"
#include "kit/sheet_sample.h"

namespace kit {

TEST(AColumn, HasTheNameASpreadsheetShows) {
  EXPECT_EQ(column_name(0), "A");
  EXPECT_EQ(column_name(25), "Z");
  EXPECT_EQ(column_name(26), "AA");
  EXPECT_EQ(column_name(27), "AB");
  EXPECT_EQ(column_name(701), "ZZ");
  EXPECT_EQ(column_name(702), "AAA");
  EXPECT_EQ(column_name(16383), "XFD");
}

TEST(ASpreadsheetsNumber, IsShownWithoutNoiseAndWithoutPowers) {
  EXPECT_EQ(plain_number(0.1 + 0.2), "0.3");
  EXPECT_EQ(plain_number(92.5), "92.5");
  EXPECT_EQ(plain_number(-0.125), "-0.125");
  EXPECT_EQ(plain_number(1e15), "1000000000000000");
  EXPECT_EQ(plain_number(0.000001234), "0.000001234");
  EXPECT_EQ(plain_number(-0.0), "0");
  EXPECT_EQ(plain_number(0.925, 2), "92.5");
  EXPECT_EQ(plain_number(0.07, 2), "7");
  EXPECT_EQ(plain_number(0.00001, 2), "0.001");
  EXPECT_EQ(plain_number(0.57 * 100), "57");
}

TEST(ANumberFormat, TellsDaysTimesAndPercentagesFromNumbers) {
  const std::pair<std::string_view, Shown> cases[] = {{"dd/mm/yyyy", Shown::day},
                                                      {"[$-809]d mmmm yyyy;@", Shown::day},
                                                      {"mmm-yy", Shown::day},
                                                      {"mmmm", Shown::day},
                                                      {"dd/mm/yyyy hh:mm", Shown::day_and_time},
                                                      {"h:mm AM/PM", Shown::time},
                                                      {"mm:ss", Shown::time},
                                                      {"[h]:mm", Shown::elapsed},
                                                      {"0.0%", Shown::percent},
                                                      {"[Red]0%;[Blue]-0%", Shown::percent},
                                                      {"General", Shown::number},
                                                      {"#,##0.00", Shown::number},
                                                      {"0.00E+00", Shown::number},
                                                      {"0 \"days\"", Shown::number},
                                                      {"0\\d", Shown::number},
                                                      {"\"£\"#,##0;[Red]-\"£\"#,##0", Shown::number},
                                                      {"_-* #,##0_-;-* #,##0_-", Shown::number},
                                                      {"@", Shown::number}};
  for (const auto& [code, shown] : cases) EXPECT_EQ(shown_by_code(code), shown) << code;
  EXPECT_EQ(shown_by_builtin(14), Shown::day);
  EXPECT_EQ(shown_by_builtin(22), Shown::day_and_time);
  EXPECT_EQ(shown_by_builtin(10), Shown::percent);
  EXPECT_EQ(shown_by_builtin(2), Shown::number);
}

TEST(ADayNumber, CountsFrom1900WithTheDayThatNeverWasOrFrom1904) {
  const auto text = [](double number, DayZero zero = DayZero::end_of_1899, Shown shown = Shown::day) {
    const auto told = cell_text(number, shown, zero);
    return told ? *told : told.refusals().all()[0].sentence;
  };
  EXPECT_EQ(text(45869), "2025-07-31");
  EXPECT_EQ(text(1), "1900-01-01");
  EXPECT_EQ(text(59), "1900-02-28");
  EXPECT_EQ(text(60), "the date is 29 February 1900, which never was");
  EXPECT_EQ(text(61), "1900-03-01");
  EXPECT_EQ(text(0), "the number is no day of the calendar");
  EXPECT_EQ(text(2958465), "9999-12-31");
  EXPECT_EQ(text(2958466), text(-1));
  EXPECT_EQ(text(44407, DayZero::start_of_1904), "2025-07-31");
  EXPECT_EQ(text(0, DayZero::start_of_1904), "1904-01-01");
  EXPECT_EQ(text(45869.4375, DayZero::end_of_1899, Shown::day_and_time), "2025-07-31T10:30:00");
  EXPECT_EQ(text(0.4375, DayZero::end_of_1899, Shown::time), "10:30:00");
  EXPECT_EQ(text(1.5, DayZero::end_of_1899, Shown::elapsed), "36:00:00");
}

TEST(AWorkbook, ComesBackAsItWasWritten) {
  SheetOut figures{"Figures",
                   {{"Reference"}, {"Period"}, {"Figure", true}, {"Note", false, 60}},
                   {},
                   "Type one figure a row. Leave a figure empty when there is none."};
  figures.rows = {{"BBF07", "2025/26 Q1", "92.5", "=HYPERLINK(\"x\")"},
                  {"BBF07", "2025/26 Q2", "", "+44, -x and @you stay text & <b>\"all\"</b>"},
                  {"", "", "-0.125", "two\nlines, Café – €5 😀"},
                  {"007", "1-2", "0", " spaces "},
                  {"_x000D_ _x_ _x005F_", "tab\there\r\n", "922337203685477.5807", "1234567890123.4567"}};
  const SheetOut plan{"Service plan", {{"Title"}, {"Weight", true}}, {{"Clean streets", "12"}}, ""};
  const std::string file = write_workbook({figures, plan});
  const Told told = tell(file);
  EXPECT_EQ(told.refusals, "");
  ASSERT_EQ(told.sheets, (std::vector<std::string>{"Figures", "Service plan"}));
  std::vector<std::string> expected = {"Figures!1 A=Reference B=Period C=Figure D=Note"};
  for (std::size_t row = 0; row < figures.rows.size(); ++row) {
    std::string line = "Figures!" + std::to_string(row + 2);
    for (unsigned column = 0; column < 4; ++column)
      if (!figures.rows[row][column].empty()) line += " " + column_name(column) + "=" + figures.rows[row][column];
    expected.push_back(line);
  }
  expected.insert(expected.end(), {"Service plan!1 A=Title B=Weight", "Service plan!2 A=Clean streets B=12"});
  EXPECT_EQ(told.rows, expected);
}

TEST(AWorkbook, HasTheSameBytesForTheSameContent) {
  const SheetOut sheet{"Figures", {{"Reference"}, {"Figure", true}}, {{"A1", "1"}, {"A2", "2.5"}}, "Guidance"};
  const std::string first = write_workbook({sheet, {"A-B", {{"x"}}, {}, ""}, {"A B", {{"x"}}, {}, ""}});
  EXPECT_EQ(first, write_workbook({sheet, {"A-B", {{"x"}}, {}, ""}, {"A B", {{"x"}}, {}, ""}}));
  EXPECT_TRUE(looks_like_sheet(first));
}

TEST(AWorkbook, CarriesRealTablesAFrozenHeaderAndItsGuidance) {
  const std::string file =
      write_workbook({{"Figures", {{"Reference"}, {"Figure", true}}, {{"A1", "1"}}, "Type one figure a row."}});
  EXPECT_NE(part_of(file, "xl/tables/table1.xml").find("ref=\"A1:B2\""), std::string::npos);
  EXPECT_NE(part_of(file, "xl/worksheets/sheet1.xml").find("state=\"frozen\""), std::string::npos);
  EXPECT_EQ(part_of(file, "xl/worksheets/sheet1.xml").find("mergeCell"), std::string::npos);
  EXPECT_NE(part_of(file, "xl/comments1.xml").find("Type one figure a row."), std::string::npos);
}

TEST(ReadingXlsx, TellsEachCellAsAPersonSeesIt) {
  Sample book;
  book.styles =
      "<numFmts count='2'><numFmt numFmtId='164' formatCode='dd\\/mm\\/yyyy'/><numFmt numFmtId='165' "
      "formatCode='0.0%'/></numFmts>"
      "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
      "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='22'/></cellXfs>";
  book.texts =
      "<si><t>plain</t></si><si><r><t>ri</t></r><r><rPr/><t xml:space='preserve'>ch "
      "</t></r><rPh><t>no</t></rPh></si><si><t>a_x000D_b</t></si>";
  book.rows =
      "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='D1' t='s'><v>2</v></c></row>"
      "<row r='3'><c r='A3'><v>0.30000000000000004</v></c><c r='B3' s='1'><v>45869</v></c><c r='C3' "
      "s='2'><v>0.925</v></c><c r='D3' s='3'><v>45869.4375</v></c></row>"
      "<row><c t='b'><v>1</v></c><c t='inlineStr'><is><t>in</t></is></c><c "
      "t='str'><f>A1</f><v>cached</v></c><c><f>1+1</f><v>2</v></c><c s='1'/><c "
      "t='d'><v>2025-07-31T00:00:00</v></c></row>";
  const Told told = tell(book.file());
  EXPECT_EQ(told.refusals, "");
  EXPECT_EQ(told.rows, (std::vector<std::string>{"Figures!1 A=plain B=rich  D=a\rb",
                                                 "Figures!3 A=0.3 B=2025-07-31 C=92.5% D=2025-07-31T10:30:00",
                                                 "Figures!4 A=TRUE B=in C=cached D=2 F=2025-07-31"}));
}

TEST(ReadingXlsx, CountsDaysFrom1904WhereTheWorkbookSaysSo) {
  Sample book;
  book.workbook_settings = "<workbookPr date1904='1'/>";
  book.styles = "<cellXfs><xf numFmtId='14'/></cellXfs>";
  book.rows = "<row r='1'><c r='A1' s='0'><v>44407</v></c></row>";
  EXPECT_EQ(tell(book.file()).rows, std::vector<std::string>{"Figures!1 A=2025-07-31"});
}

TEST(ReadingXlsx, RefusesEachFaultyCellByNameAndReadsOn) {
  Sample book;
  book.styles = "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>";
  book.rows =
      "<row r='14'><c r='D14' t='e'><v>#N/A</v></c><c r='E14'><v>NaN</v></c><c r='F14'><v>1e999</v></c><c r='G14' "
      "s='1'><v>60</v></c>"
      "<c r='H14'><f>1+1</f></c><c r='I14' t='s'><v>7</v></c><c r='J14'><v>5</v></c></row>";
  const Told told = tell(book.file());
  EXPECT_EQ(
      told.refusals,
      "Sheet ‘Figures’, cell D14: the formula gives an error, found ‘#N/A’. Mend it, or type the value.\n"
      "Sheet ‘Figures’, cell E14: the number is not one that can be kept, found ‘NaN’. Type it again.\n"
      "Sheet ‘Figures’, cell F14: the cell should hold a number, found ‘1e999’. Type the number again.\n"
      "Sheet ‘Figures’, cell G14: the date is 29 February 1900, which never was, found ‘60’. Type it again.\n"
      "Sheet ‘Figures’, cell H14: the formula has no stored result. Open the workbook in Excel and save it, or type "
      "the value.\n"
      "Sheet ‘Figures’, cell I14: the text of this cell is missing from the workbook. Type it again and save.\n");
  EXPECT_EQ(told.rows, std::vector<std::string>{"Figures!14 J=5"});
  EXPECT_EQ(told.places[0], "Figures!D14");
}

TEST(ReadingXlsx, NoticesWhatIsHidden) {
  Sample book;
  book.sheet_state = " state='veryHidden'";
  book.columns = "<cols><col min='4' max='6' hidden='1'/><col min='8' max='8' hidden='1'/></cols>";
  book.rows =
      "<row r='1' hidden='1'><c r='A1'><v>1</v></c></row><row r='2' hidden='1'/><row r='3' hidden='1'><c "
      "r='A3'><v>1</v></c></row>";
  book.more["xl/pivotCache/pivotCacheDefinition1.xml"] = "<pivotCacheDefinition/>";
  const Told told = tell(book.file());
  EXPECT_EQ(told.sheets, std::vector<std::string>{"Figures (hidden)"});
  EXPECT_EQ(told.notices,
            "The workbook has a pivot cache, ‘xl/pivotCache/pivotCacheDefinition1.xml’: it can hold records that no "
            "sheet shows.\n"
            "Sheet ‘Figures’ has 2 hidden rows.\nSheet ‘Figures’ has hidden columns: D to F, H.\n");
}

TEST(ReadingOds, TellsTypedCellsAndRepeatedOnes) {
  const std::string cells =
      "<table:table-row><table:table-cell office:value-type='string'><text:p>two<text:s "
      "text:c='2'/>spaces</text:p><text:p>lines</text:p>"
      "<office:annotation><text:p>a note</text:p></office:annotation></table:table-cell>"
      "<table:table-cell table:number-columns-repeated='2' office:value-type='float' "
      "office:value='0.30000000000000004'><text:p>0.3</text:p></table:table-cell>"
      "<table:table-cell table:number-columns-repeated='16000'/></table:table-row>"
      "<table:table-row table:number-rows-repeated='2'><table:table-cell office:value-type='percentage' "
      "office:value='0.925'><text:p>93%</text:p></table:table-cell>"
      "<table:table-cell office:value-type='date' office:date-value='2025-07-31'/><table:table-cell "
      "office:value-type='time' office:time-value='PT10H30M00S'/>"
      "<table:table-cell office:value-type='boolean' office:boolean-value='true'/><table:table-cell "
      "office:value-type='currency' office:value='-12.50'/></table:table-row>"
      "<table:table-row table:number-rows-repeated='1048000'><table:table-cell "
      "table:number-columns-repeated='16384'/></table:table-row>";
  const Told told = tell(ods_file(cells));
  EXPECT_EQ(told.refusals, "");
  EXPECT_EQ(told.rows, (std::vector<std::string>{"Figures!1 A=two  spaces\nlines B=0.3 C=0.3",
                                                 "Figures!2 A=92.5% B=2025-07-31 C=10:30:00 D=TRUE E=-12.5",
                                                 "Figures!3 A=92.5% B=2025-07-31 C=10:30:00 D=TRUE E=-12.5"}));
}

TEST(ReadingOds, RefusesFaultyCellsByNameAndNoticesWhatIsHidden) {
  const Told told = tell(ods_file(
      "<table:table-column/><table:table-column table:visibility='collapse' table:number-columns-repeated='2'/>"
      "<table:table-row table:visibility='filter'><table:table-cell office:value-type='string' "
      "calcext:value-type='error'>"
      "<text:p>#DIV/0!</text:p></table:table-cell><table:table-cell office:value-type='float' office:value='x'/>"
      "<table:table-cell office:value-type='float' office:value='1'/></table:table-row>",
      "hid"));
  EXPECT_EQ(told.sheets, std::vector<std::string>{"Figures (hidden)"});
  EXPECT_EQ(told.refusals,
            "Sheet ‘Figures’, cell A1: the formula gives an error, found ‘#DIV/0!’. Mend it, or type the value.\n"
            "Sheet ‘Figures’, cell B1: the cell should hold a number, found ‘x’. Type the number again.\n");
  EXPECT_EQ(told.notices, "Sheet ‘Figures’ has a hidden row.\nSheet ‘Figures’ has hidden columns: B to C.\n");
}

TEST(ReadingASheet, PassesOverTheSheetsThatAreNotWanted) {
  const std::string file = write_workbook({{"One", {{"a"}}, {{"1"}}, ""}, {"Two", {{"a"}}, {{"2"}}, ""}});
  std::vector<std::string> texts;
  SheetReader reader;
  reader.sheet = [](const std::string& name, bool) { return name == "Two"; };
  reader.row = [&](std::uint64_t, const std::vector<SheetCell>& cells) { return texts.push_back(cells[0].text), true; };
  EXPECT_FALSE(read_sheet(file, reader).any());
  EXPECT_EQ(texts, (std::vector<std::string>{"a", "2"}));
}

TEST(ReadingASheet, StopsWhenToldToAndPassesOnWhatTheListenerThrows) {
  const std::string file = write_workbook({{"One", {{"a"}}, {{"1"}, {"2"}}, ""}});
  int rows = 0;
  SheetReader reader;
  reader.row = [&](std::uint64_t, const std::vector<SheetCell>&) { return ++rows < 2; };
  EXPECT_FALSE(read_sheet(file, reader).any());
  EXPECT_EQ(rows, 2);
  reader.row = [](std::uint64_t, const std::vector<SheetCell>&) -> bool {
    throw std::runtime_error("the database is away");
  };
  EXPECT_THROW(read_sheet(file, reader), std::runtime_error);
}

}  // namespace kit
