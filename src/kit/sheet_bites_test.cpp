// Files that bite: each is refused in a sentence, quickly, and in little memory.
#include <gtest/gtest.h>

#include <fstream>

#include "kit/sheet_sample.h"

namespace kit {
namespace {

std::string refusal_of(const std::string& file) { return tell(file).refusals; }

bool says(const std::string& refusal, std::string_view words) { return refusal.find(words) != refusal.npos; }

std::string utf16(const std::string& text) {
  std::string bytes = "\xFF\xFE";
  for (const char c : text) bytes += std::string{c, '\0'};
  return bytes;
}

Sample with_rows(std::string rows) {
  Sample book;
  book.rows = std::move(rows);
  return book;
}

std::string with_part(const std::string& name, const std::string& bytes) {
  PartsOut parts = Sample().parts();
  for (auto& part : parts)
    if (part.first == name) return part.second = bytes, zipped(parts);
  parts.emplace_back(name, bytes);
  return zipped(parts);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  while (times-- > 0) all += text;
  return all;
}

void forget_peak_memory() { std::ofstream("/proc/self/clear_refs") << 5; }

long peak_memory() {  // in kilobytes
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
  return 0;
}

const std::string bomb =
    "<!DOCTYPE x [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c "
    "'&b;&b;&b;&b;&b;&b;&b;&b;'>]>";
const std::string outside = "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>";

}  // namespace

TEST(AFileThatBites, IsRefusedForADoctypeInAnyPartAndEncoding) {
  for (const auto& [name, bytes] : Sample().parts()) {
    const std::string body = bytes.substr(bytes.starts_with("<?xml") ? bytes.find('>') + 1 : 0);
    for (const std::string& part : {bomb + body, outside + body, "<?xml version='1.0'?>\n<!-- x -->\n" + bomb + body,
                                    "\xEF\xBB\xBF" + bomb + body, utf16(bomb + body)})
      EXPECT_TRUE(says(refusal_of(with_part(name, part)), "declares a DOCTYPE"))
          << name << refusal_of(with_part(name, part));
  }
  EXPECT_TRUE(says(refusal_of(with_part("docProps/app.xml", outside + "<Properties/>")), "declares a DOCTYPE"));
  EXPECT_TRUE(says(refusal_of(ods_file("", "", bomb)), "declares a DOCTYPE"));
}

TEST(AFileThatBites, IsRefusedForAnEncodingInWhichADoctypeCouldHide) {
  for (const std::string encoding : {"UTF-7", "windows-1252", "EBCDIC-CP-GB"})
    for (const std::string name : {"xl/worksheets/sheet1.xml", "docProps/app.xml"})
      EXPECT_TRUE(says(
          refusal_of(with_part(name, "<?xml version='1.0' encoding='" + encoding + "'?>+ADw-+ACE-DOCTYPE x+AD4-<x/>")),
          "encoding"))
          << encoding;
}

TEST(AFileThatBites, IsRefusedWhenItUnpacksOutOfAllProportion) {
  const std::string refusal = refusal_of(with_part("xl/worksheets/sheet1.xml", std::string(40u << 20, ' ')));
  EXPECT_TRUE(says(refusal, "far more than a workbook needs")) << refusal;
  SheetLimits small;
  small.inflated_bytes = 10'000;
  EXPECT_TRUE(says(tell(with_rows(repeated("<row><c><v>1</v></c></row>", 1000)).file(), small).refusals,
                   "far more than a workbook needs"));
}

// The directory at the end says how large a part is; a bomb says it is small.
TEST(AFileThatBites, IsRefusedByTheBytesThatComeAndNotByTheSizeItClaims) {
  std::string file =
      with_part("xl/worksheets/sheet1.xml", "<worksheet>" + std::string(20u << 20, ' ') + "</worksheet>");
  const std::size_t entry = file.rfind("xl/worksheets/sheet1.xml") - 46;
  ASSERT_EQ(file.substr(entry, 4), "PK\x01\x02");
  file.replace(entry + 24, 4, std::string("\x10\x00\x00\x00", 4));
  const std::string refusal = refusal_of(file);
  EXPECT_TRUE(says(refusal, "far more than a workbook needs") || says(refusal, "damaged")) << refusal;
}

TEST(AFileThatBites, IsRefusedForTwoPartsOfOneName) {
  std::string file = with_part("xl/worksheets/sheet2.xml", "<worksheet/>");
  for (std::size_t at = file.find("sheet2.xml"); at != file.npos; at = file.find("sheet2.xml"))
    file.replace(at, 10, "sheet1.xml");
  EXPECT_TRUE(says(refusal_of(file), "two parts named ‘xl/worksheets/sheet1.xml’")) << refusal_of(file);
  EXPECT_TRUE(says(refusal_of(with_part("XL/Worksheets/Sheet1.xml", "<worksheet/>")), "two parts named"));
}

TEST(AFileThatBites, IsRefusedForRowsAndColumnsBeyondASheet) {
  EXPECT_EQ(
      refusal_of(with_rows("<row r='999999999'><c r='A999999999'><v>1</v></c></row>").file()),
      "Sheet ‘Figures’: a row has the number 999,999,999, and a sheet has 1,048,576 rows. Save the workbook again.\n");
  EXPECT_TRUE(says(refusal_of(with_rows("<row r='99999999999999999999999'/>").file()), "a number that is none"));
  EXPECT_TRUE(says(refusal_of(with_rows("<row r='0'/>").file()), "a row has the number 0"));
  EXPECT_EQ(refusal_of(with_rows("<row r='2'><c r='XFD2'><v>1</v></c></row>").file()),
            "Sheet ‘Figures’: row 2 reaches beyond the first 1,000 columns. Take out what is not needed.\n");
  EXPECT_TRUE(
      says(refusal_of(with_rows("<row r='2'><c r='A7'><v>1</v></c></row>").file()), "row 2 holds a cell named ‘A7’"));
  EXPECT_TRUE(says(refusal_of(with_rows("<row r='2'/><row r='2'/>").file()), "row 2 stands after row 2"));
  EXPECT_TRUE(says(refusal_of(with_rows("<row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>1</v></c></row>").file()),
                   "cell A2 stands after cell B2"));
}

TEST(AFileThatBites, IsRefusedForOdsRowsAndColumnsRepeatedWithoutEnd) {
  const std::string cell = "<table:table-cell office:value-type='float' office:value='1'/>";
  EXPECT_TRUE(says(
      refusal_of(ods_file("<table:table-row table:number-rows-repeated='1000000000'>" + cell + "</table:table-row>")),
      "a sheet has 1,048,576 rows"));
  EXPECT_TRUE(says(refusal_of(ods_file("<table:table-row table:number-rows-repeated='999999999999999999999'>" + cell +
                                       "</table:table-row>")),
                   "a sheet has 1,048,576 rows"));
  EXPECT_TRUE(says(
      refusal_of(ods_file(
          "<table:table-row><table:table-cell table:number-columns-repeated='1000000000' office:value-type='float' "
          "office:value='1'/></table:table-row>")),
      "beyond the first 1,000 columns"));
  EXPECT_EQ(refusal_of(ods_file("<table:table-row table:number-rows-repeated='1000000000'><table:table-cell "
                                "table:number-columns-repeated='1000000000'/></table:table-row>")),
            "");
}

TEST(AFileThatBites, IsRefusedForTextThatIsRepeatedWithoutEnd) {
  const std::string row =
      "<table:table-row table:number-rows-repeated='1000000'><table:table-cell table:number-columns-repeated='100' "
      "office:value-type='string'>"
      "<text:p>" +
      std::string(60'000, 'x') + "</text:p></table:table-cell></table:table-row>";
  const Refusals no = read_sheet(ods_file(row), {});
  ASSERT_TRUE(no.any());
  EXPECT_TRUE(says(no.all()[0].sentence, "more text than can be read"));
}

TEST(AFileThatBites, IsRefusedForLinksToOtherFiles) {
  Sample book;
  book.links = "<Relationship Id='r9' Type='x/externalLink' Target='externalLinks/externalLink1.xml'/>";
  book.more["xl/externalLinks/externalLink1.xml"] = "<externalLink/>";
  book.more["xl/externalLinks/_rels/externalLink1.xml.rels"] =
      "<Relationships><Relationship Id='r1' Type='x/externalLinkPath' Target='file:///S:/Finance/Budget.xlsx' "
      "TargetMode='External'/></Relationships>";
  EXPECT_EQ(refusal_of(book.file()),
            "The workbook takes figures from another file, ‘file:///S:/Finance/Budget.xlsx’. In Excel choose Data, "
            "Edit Links, Break Link, and save it again.\n");
  book.links = "<Relationship Id='r9' Type='x/worksheet' Target='http://127.0.0.1:9/sheet.xml' TargetMode='External'/>";
  EXPECT_TRUE(says(refusal_of(book.file()), "takes its content from elsewhere, ‘http://127.0.0.1:9/sheet.xml’"));
  EXPECT_TRUE(says(refusal_of(ods_file("<table:table-source xlink:href='file:///S:/Budget.ods'/>")),
                   "from another file, ‘file:///S:/Budget.ods’"));
}

TEST(AFileThatBites, IsRefusedWhenLockedOrOfAnOldForm) {
  EXPECT_TRUE(says(refusal_of(zipped(Sample().parts(), "secret")), "locked with a password"));
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  EXPECT_EQ(refusal_of(ole + std::string(512, '\0')),
            "This is a workbook of an old form (.xls). Open it and save it as .xlsx.\n");
  EXPECT_TRUE(says(refusal_of(ole + utf16("EncryptedPackage")), "locked with a password"));
  PartsOut ods = ods_parts("");
  ods[1].second =
      "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
  EXPECT_TRUE(says(refusal_of(zipped(ods)), "locked with a password"));
  PartsOut binary = Sample().parts();
  binary[1].second =
      "<Relationships><Relationship Id='r1' Type='x/officeDocument' Target='xl/workbook.bin'/></Relationships>";
  EXPECT_TRUE(says(refusal_of(zipped(binary)), "save it as .xlsx"));
}

TEST(AFileThatBites, IsRefusedWhenItIsNoWorkbook) {
  EXPECT_TRUE(says(refusal_of(""), "not a workbook"));
  EXPECT_TRUE(says(refusal_of("a,b\n1,2\n"), "not a workbook"));
  EXPECT_TRUE(says(refusal_of(zipped({{"figures.csv", "a,b\n"}})), "Take the workbook (.xlsx or .ods) out of it"));
  EXPECT_TRUE(says(refusal_of("PK\x03\x04 and nothing more"), "damaged"));
}

TEST(AFileThatBites, IsRefusedWhereverItIsCutOff) {
  const std::string whole = with_rows("<row r='1'><c r='A1'><v>1</v></c></row>").file();
  for (std::size_t length = 0; length < whole.size(); length += 7)
    EXPECT_NE(refusal_of(whole.substr(0, length)), "") << length;
}

TEST(AFileThatBites, IsRefusedOrReadRightWhateverByteIsBroken) {
  const std::string whole = with_rows("<row r='1'><c r='A1'><v>12345</v></c></row>").file();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string broken = whole;
    broken[at] = static_cast<char>(broken[at] ^ 0xFF);
    const Told told = tell(broken);
    EXPECT_TRUE(!told.refusals.empty() || told.rows == std::vector<std::string>{"Figures!1 A=12345"}) << at;
  }
}

TEST(AFileThatBites, IsRefusedForDepthAttributesAndTagsWithoutEnd) {
  EXPECT_TRUE(says(refusal_of(with_rows(repeated("<x>", 100'000)).file()), "nested too deeply"));
  for (const int count : {257, 100'000}) {
    std::string attributes;
    for (int i = 0; i < count; ++i) attributes += " a" + std::to_string(i) + "='1'";
    EXPECT_TRUE(says(refusal_of(with_rows("<row" + attributes + "/>").file()), "too many attributes")) << count;
  }
  std::string long_value;
  for (unsigned i = 0; long_value.size() < 3'000'000; ++i) long_value += std::to_string(i * 2'654'435'761u);
  EXPECT_TRUE(
      says(refusal_of(with_rows("<row r='" + long_value + "'/>").file()), "tag of more than a million characters"));
}

TEST(AFileThatBites, IsRefusedForMoreTextsOrCellsThanItsLimits) {
  SheetLimits few;
  few.shared_strings = 10;
  few.cells = 5;
  few.cell_bytes = 100;
  Sample book;
  book.texts = repeated("<si><t>x</t></si>", 11);
  EXPECT_TRUE(says(tell(book.file(), few).refusals, "more text than can be read at once"));
  EXPECT_TRUE(
      says(tell(with_rows(repeated("<row><c><v>1</v></c></row>", 6)).file(), few).refusals, "more than 5 cells"));
  book.texts = "<si><t>" + std::string(200, 'x') + "</t></si>";
  book.rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='str'><v>" + std::string(200, 'y') + "</v></c></row>";
  EXPECT_EQ(tell(book.file(), few).refusals,
            "Sheet ‘Figures’, cell A1: the text is longer than 100 bytes. Shorten it.\n"
            "Sheet ‘Figures’, cell B1: the text is longer than 100 bytes. Shorten it.\n");
}

TEST(AFileThatBites, IsRefusedForMorePartsThanAWorkbookHas) {
  PartsOut parts = Sample().parts();
  for (int i = 0; i < 10'001; ++i) parts.emplace_back("x" + std::to_string(i), "");
  EXPECT_TRUE(says(refusal_of(zipped(parts)), "more than 10,000 parts"));
}

TEST(AFileThatBites, EndsAfterAHundredFaults) {
  const std::string refusals = refusal_of(with_rows(repeated("<row><c t='e'><v>#N/A</v></c></row>", 5000)).file());
  EXPECT_EQ(std::count(refusals.begin(), refusals.end(), '\n'), 101);
  EXPECT_TRUE(refusals.ends_with("There are more faults than these. Mend these and try again.\n"));
}

TEST(AFileThatBites, TakesLittleMemory) {
  Sample book;
  for (unsigned i = 0; book.texts.size() < 110u << 20; ++i)
    book.texts += "<si><t>" + std::to_string(i * 2'654'435'761u) + "</t></si>";
  PartsOut parts = book.parts();
  book = {};
  const std::string file = zipped(parts, "", Packed::no);
  parts = {};
  forget_peak_memory();
  const long before = peak_memory();
  const Refusals no = read_sheet(file, {});
  EXPECT_FALSE(no.any()) << "five million short texts are within the limits";
  EXPECT_LT(peak_memory() - before, 256 * 1024);
}

}  // namespace kit
