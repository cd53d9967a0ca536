#include "kit/duck.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "kit/duck_stream.h"

namespace kit {
namespace {

class TheAnalysisEngine : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::remove_all(folder); }
  void TearDown() override { std::filesystem::remove_all(folder); }

  std::string said(std::string_view text, const DuckValues& values = {}) {
    try {
      duck().run({"test", text, ""}, values);
      return "";
    } catch (const Failure& failure) {
      return failure.what();
    }
  }
  Duck& duck() {
    if (!duck_) duck_ = std::make_unique<Duck>(DuckSettings{.folder = folder + "/inside"});
    return *duck_;
  }
  std::vector<std::string> texts(std::string_view text, const DuckValues& values) {
    std::vector<std::string> all;
    duck().each({"test", text, ""}, values, "t", [&](const Row& row) { all.push_back(row.text(0)); });
    return all;
  }

  const std::string folder = testing::TempDir() + "/goldenthread-duck-" + std::to_string(::getpid());
  std::unique_ptr<Duck> duck_;
};

constexpr Query make{"test: make", "create temporary table arrived (area varchar, value double, year bigint)", ""};
constexpr Query keep{"test: keep", "copy (select * from arrived order by area) to $file (format parquet)", ""};

// It works in several threads: what it says is the error of one or the interruption of another.
TEST_F(TheAnalysisEngine, GivesTheFirstRowsBeforeTheLastIsWorkedOutAndSaysWhenItWentWrongThen) {
  std::int64_t given = 0;
  std::string said;
  try {
    duck().each({"test", "select case when i < 20000000 then i else error('too late') end from range(20000001) t(i)", ""}, {}, "i",
                [&](const Row&) { ++given; });
  } catch (const Failure& failure) {
    said = failure.what();
  }
  EXPECT_GT(given, 0) << "an answer is never held as a whole";
  EXPECT_TRUE(said.starts_with("The query test failed: ")) << said;
}

TEST_F(TheAnalysisEngine, KeepsRowsInAFileAndFindsThemAgain) {
  const auto file = duck().path("figures.parquet");
  int given = 0;
  const auto rows = duck().fill({make, "arrived", keep}, {{"file", file}}, [&](std::vector<Bound>& row) {
    if (given == 5000) return false;
    row = {"area " + std::to_string(given), given % 2 == 0 ? Bound(given / 2.0) : Bound(nullptr), std::int64_t{2020 + given++ % 3}};
    return true;
  });
  EXPECT_EQ(rows, 5000);
  int found = 0, without = 0;
  duck().each({"test", "select area, value, year, count(*) over () from read_parquet($files) where year = $year order by area", ""},
              {{"files", Strings{file}}, {"year", std::int64_t{2021}}}, "trii", [&](const Row& row) {
                ++found;
                if (row.is_null(1)) ++without;
                EXPECT_EQ(row.integer(2), 2021);
                EXPECT_EQ(row.integer(3), 1667);
                EXPECT_TRUE(row.text(0).starts_with("area "));
              });
  EXPECT_EQ(found, 1667);
  EXPECT_EQ(without, 834);
}

TEST_F(TheAnalysisEngine, TakesWhateverIsBoundForAValueAndNeverForAnOrder) {
  for (const auto& odd : Strings{"'; drop table x; --", "\" or 1=1", "$file", "%' or '1'='1",
                                 "read_text('/etc/passwd')", std::string("a\0b", 3), "é\u202e’"})
    EXPECT_EQ(texts("select $odd::varchar", {{"odd", odd}}), std::vector<std::string>{odd});
}

TEST_F(TheAnalysisEngine, ReachesNoFileOutsideItsFolderAndNoNetwork) {
  std::filesystem::create_directories(folder);
  const auto outside = folder + "/secret.csv", around = folder + "/inside/../secret.csv";
  std::ofstream(outside) << "word\nsesame\n";
  EXPECT_NE(said("select * from read_csv($file)", {{"file", outside}}), "");
  EXPECT_NE(said("select * from read_csv($file)", {{"file", around}}), "");
  EXPECT_NE(said("select * from read_text('/etc/passwd')"), "");
  EXPECT_NE(said("select * from glob('/etc/*')"), "");
  EXPECT_NE(said("select * from 'https://example.org/x.parquet'"), "");
  EXPECT_NE(said("copy (select 1) to $file", {{"file", folder + "/written.csv"}}), "");
  EXPECT_NE(said("attach $file as other", {{"file", outside}}), "");
  EXPECT_NE(said("install httpfs"), "");
  EXPECT_NE(said("load httpfs"), "");
  EXPECT_FALSE(std::filesystem::exists(folder + "/written.csv"));
  std::filesystem::create_directories(folder + "/inside");
  std::filesystem::create_symlink(outside, folder + "/inside/link.csv");
  EXPECT_NE(said("select * from read_csv($file)", {{"file", folder + "/inside/link.csv"}}), "") << "a link leads out of the folder";
}

TEST_F(TheAnalysisEngine, CannotBeOpenedToTheWorldAgain) {
  EXPECT_NE(said("set enable_external_access = true"), "");
  EXPECT_NE(said("set allowed_directories = ['/']"), "");
  EXPECT_NE(said("set lock_configuration = false"), "");
  EXPECT_NE(said("set memory_limit = '64GB'"), "");
  EXPECT_NE(said("reset enable_external_access"), "");
}

TEST_F(TheAnalysisEngine, KeepsToItsMemory) {
  Duck small(DuckSettings{.folder = folder + "/inside", .memory_megabytes = 100, .threads = 1});
  double total = 0;
  small.each({"test", "select max(n) from (select count(*)::double n from range(6000000) r(i) group by i % 3000000)", ""}, {}, "r",
             [&](const Row& row) { total = row.real(0); });
  EXPECT_EQ(total, 2) << "what does not fit is spilled";
}

TEST_F(TheAnalysisEngine, TakesTheMemoryItIsGivenAndSpillsIntoItsFolder) {
  Duck given(DuckSettings{.folder = folder + "/inside", .memory_megabytes = 200});
  std::string memory, spill;
  given.each({"test", "select current_setting('memory_limit'), current_setting('temp_directory')", ""}, {}, "tt",
             [&](const Row& row) { memory = row.text(0), spill = row.text(1); });
  EXPECT_EQ(memory, "200.0 MiB");
  EXPECT_EQ(spill, std::filesystem::canonical(folder + "/inside").string() + "/.spill");
}

constexpr Query keep_arriving{"test: keep arriving", "copy (select * from arriving($stream)) to $file (format parquet)", ""};

TEST_F(TheAnalysisEngine, TakesRowsAsTheyArrive) {
  const auto file = duck().path("arrived.parquet");
  {
    DuckStream stream(duck(), keep_arriving, {{"file", file}}, "area value year", "tri");
    for (std::int64_t i = 0; i < 50000; ++i) {
      const auto area = "an area with a long name " + std::to_string(i);
      const std::array<DuckCell, 3> row = {std::string_view(area), i % 2 == 0 ? DuckCell(static_cast<double>(i)) : DuckCell(nullptr), i};
      stream.add(row);
    }
    stream.finish();
  }
  std::int64_t rows = 0;
  duck().each({"test", "select area, value, year from read_parquet($file)", ""}, {{"file", file}}, "tri", [&](const Row& row) {
    EXPECT_EQ(row.integer(2), rows) << "in their order";
    EXPECT_EQ(row.is_null(1), rows % 2 == 1);
    EXPECT_EQ(row.text(0), "an area with a long name " + std::to_string(rows++));
  });
  EXPECT_EQ(rows, 50000);
}

TEST_F(TheAnalysisEngine, SaysThatItsRowsCouldNotBeKept) {
  DuckStream stream(duck(), keep_arriving, {{"file", folder + "/outside.parquet"}}, "area", "t");
  const std::array<DuckCell, 1> row = {std::string_view("x")};
  EXPECT_THROW(for (int i = 0; i < 100000; ++i) stream.add(row); stream.finish(), Failure);
}

TEST_F(TheAnalysisEngine, GivesUpWhenItsRowsStopComing) {
  { const DuckStream stream(duck(), keep_arriving, {{"file", duck().path("half.parquet")}}, "area", "t"); }
  EXPECT_EQ(texts("select 'still here'", {}), std::vector<std::string>{"still here"});
}

TEST_F(TheAnalysisEngine, SaysWhichQueryIsWrong) {
  EXPECT_NE(said("select * from nowhere").find("The query test failed"), std::string::npos);
  EXPECT_NE(said("select $a::varchar", {{"b", "x"}}).find("no value of that name"), std::string::npos);
  EXPECT_THROW(texts("select 1::bigint", {}), Failure);
  EXPECT_THROW(texts("select null::varchar", {}), Failure);
  EXPECT_THROW(duck().each({"test", "select 'a', 'b'", ""}, {}, "t", [](const Row&) {}), Failure);
}

}  // namespace
}  // namespace kit
