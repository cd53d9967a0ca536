// The import, given files that are broken in thousands of ways: what it cannot take it refuses by file, row and column.
#include "kit/mangled.h"

#include "exchange/known_council.h"
#include "kit/pollock_score.h"

namespace exchange {
namespace {

void read(const std::string& bytes, const char* name) {
  const auto intake = read_files({tried::csv(name, bytes)});
  const auto no = intake.faults.all();
  kit::are_sentences(no);
  for (const auto& fault : no.all())
    kit::holds(fault.field.starts_with(name) || fault.sentence.find("more") != std::string::npos,
               "a refusal names its file");
  kit::holds(intake.faults.any() || !intake.empty(), "an import that brings nothing is refused");
}

}  // namespace

TEST(AMangledImport, IsReadOrRefusedByItsPlace) {
  kit::mangled::Samples files = {
      "indicator,period,value,numerator,denominator,state,note\nHO1,June 2025,92.5,925,1000,,Two crews short.\nHO1,July 2025,,,,delayed,Late.\n",
      "what,code,name,part_of\nsetting,name,Testford,\ndirectorate,PLACE,Place,\nservice,PLANNING,Planning,PLACE\n",
      "indicator,year,kind,target,periods\nHO1,2025/26,flat,90,\nHO1,2026/27,explicit,,1;2;3;4;5;6;7;8;9;10;11;12\n"};
  const auto made = kit::polluted::Files(kit::polluted::published_table()).all;
  for (std::size_t i = 0; i < made.size(); i += 101) files.push_back(made[i].bytes);
  kit::mangled::each(files, 6000, [](const std::string& bytes) { read(bytes, "figures-and-more.csv"); });
}

TEST(AMangledWorkbook, IsReadOrRefusedByItsPlace) {
  kit::SheetOut sheet{.name = "Figures", .columns = {{"indicator"}, {"period"}, {"value", true}}, .rows = {}, .guidance = {}};
  for (int month = 4; month < 10; ++month) sheet.rows.push_back({"HO1", "2025-0" + std::to_string(month), "92.5"});
  kit::mangled::each(
      {kit::write_workbook({sheet}),
       kit::ods_file(
           "<table:table-row><table:table-cell><text:p>indicator</text:p></table:table-cell></table:table-row>")},
      3000, [](const std::string& bytes) { read(bytes, "book.xlsx"); });
}

}  // namespace exchange
