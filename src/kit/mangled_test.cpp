// Readers that know nothing of councils, given files that are broken in thousands of ways.
#include "kit/mangled.h"

#include "kit/duck.h"
#include "kit/gunzip.h"
#include "kit/json.h"
#include "kit/pollock_score.h"
#include "kit/sheet.h"

#include <unistd.h>
#include <zlib.h>

#include <filesystem>

namespace kit {
namespace {

mangled::Samples csv_files() {
  mangled::Samples all;
  const auto made = polluted::Files(polluted::published_table()).all;
  for (std::size_t i = 0; i < made.size(); i += 97) all.push_back(made[i].bytes);
  return all;
}

std::string packed(const std::string& text) {
  const auto path = testing::TempDir() + "/mangled-" + std::to_string(::getpid()) + ".gz";
  const auto out = gzopen(path.c_str(), "wb");
  gzwrite(out, text.data(), static_cast<unsigned>(text.size()));
  gzclose(out);
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string workbook() {
  SheetOut sheet{.name = "Figures", .columns = {{"indicator"}, {"value", true}}, .rows = {}, .guidance = {}};
  for (int i = 0; i < 30; ++i) sheet.rows.push_back({"BBF" + std::to_string(i), std::to_string(i) + ".5"});
  return write_workbook({sheet});
}

}  // namespace

TEST(AMangledFile, LeavesTheCsvReaderSound) { mangled::each(csv_files(), 6000, [](const std::string& file) { try_csv(file); }); }

TEST(AMangledFile, IsRefusedAsCsvByRowAndColumn) {
  mangled::each(csv_files(), 6000, [](const std::string& file) {
    std::istringstream in(file);
    const auto no = read_csv(in, [](std::size_t, const Cells&) { return true; });
    mangled::name_their_place(no);
    for (const auto& refusal : no.all()) holds(refusal.sentence.starts_with("Row "), "a refusal begins with its row");
  });
}

TEST(AMangledFile, LeavesTheReaderOfWorkbooksSound) {
  mangled::each(
      {workbook(), Sample().file(),
       ods_file("<table:table-row><table:table-cell office:value-type='float' office:value='5'/></table:table-row>")},
      3000, [](const std::string& file) { try_sheet(file); });
}

TEST(AMangledPart, LeavesTheReaderOfWorkbooksSound) {
  mangled::Samples parts;
  for (const auto& [name, bytes] : Sample().parts())
    parts.push_back("w" + bytes), parts.push_back("l" + bytes), parts.push_back("s" + bytes),
        parts.push_back("x" + bytes);
  parts.push_back("o" + ods_parts("<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>")[2].second);
  mangled::each(parts, 4000, [](const std::string& file) { try_sheet(file); });
}

TEST(AMangledFile, LeavesTheJsonReaderSound) {
  mangled::each(
      {R"({"indicator": "BBF07", "period": "2025/26 Q1", "figure": 92.5, "note": "Two crews short in May.", "more": [true, null, {"a": [1, 2, [3]]}]})",
       R"([{"coordinates": [[[1,2],[3,4]]]}])"},
      8000, [](const std::string& file) {
        are_sentences(read_json(file).refusals());
        are_sentences(read_json(file, {"coordinates"}).refusals());
      });
}

TEST(AMangledFile, UnpacksOrSaysWhyNot) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "E08000009,2023/24,Homes," + std::to_string(i) + "\n";
  mangled::each({packed(text), packed(""), text}, 4000, [](const std::string& file) {
    std::istringstream in(file);
    Gunzip unpacked(in, 1 << 20);
    std::istream out(&unpacked);
    std::size_t size = 0;
    for (char piece[4096]; out.read(piece, sizeof piece) || out.gcount() > 0;) size += static_cast<std::size_t>(out.gcount());
    holds(size <= (2u << 20), "no more is unpacked than the limit and a piece");
    holds(unpacked.fault().empty() || unpacked.fault().ends_with('.'), "a fault is a sentence");
  });
}

TEST(AMangledParquetFile, IsReadOrFailsInASentence) {
  const auto folder = testing::TempDir() + "/goldenthread-mangled-" + std::to_string(::getpid());
  Duck duck(DuckSettings{.folder = folder, .memory_megabytes = 128});
  duck.run(
      {"make",
       "copy (select 'Homes ' || i % 7 as title, i * 1.5 as value from range(500) t(i)) to $file (format parquet)", ""},
      {{"file", duck.path("sound.parquet")}});
  std::ifstream in(duck.path("sound.parquet"), std::ios::binary);
  const std::string sound(std::istreambuf_iterator<char>(in), {});
  mangled::each({sound}, 400, [&](const std::string& file) {
    std::ofstream(duck.path("mangled.parquet"), std::ios::binary) << file;
    try {
      duck.each({"read", "select title, value from read_parquet($file)", ""}, {{"file", duck.path("mangled.parquet")}},
                "tr", [](const Row&) {});
    } catch (const Failure& failure) {
      holds(std::string_view(failure.what()).size() > 10, "a failure says what failed");
    }
  });
  std::filesystem::remove_all(folder);
}

}  // namespace kit
