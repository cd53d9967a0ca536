#include "compare/published_copy_store.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "../../tests/support/stored.h"
#include "compare/authority_table.h"
#include "compare/published_store.h"

namespace compare {
namespace {

namespace fs = std::filesystem;

class PublishedFiguresCopied : public tests::Stored {
 protected:
  void SetUp() override {
    tests::Stored::SetUp();
    std::istringstream areas("code,name,tier\nA1,Alder,district\nB1,Birch,unitary\n"),
        text("area_code,period,indicator,value\nA1,2023/24,Recycled,51.5\nB1,2023/24,Recycled,50\n");
    const Authorities all(*read_authorities(areas));
    const auto file = read_published(text, all);
    load = Load{.data_set = "Waste", .publisher = "Defra", .licence = "OGL", .file = "waste.csv", .at = {70}};
    keep_figures(duck_in(first), *file, all, load);
    save([&](auto& tx, auto record) { load.number = add_load(tx, load, *file, record); });
  }
  void TearDown() override { fs::remove_all(first), fs::remove_all(second); }

  std::vector<AreaFigure> read_in(const std::string& folder) { return figures_of(duck_in(folder), load, "Recycled"); }
  std::string place(const std::string& folder) { return folder + "/comparators/" + load.kept; }

  static int next() {
    static int count = 0;
    return ++count;
  }
  const std::string base = testing::TempDir() + "/goldenthread-copies-" + std::to_string(::getpid()) + "-" + std::to_string(next());
  const std::string first = base + "-one", second = base + "-two";
  Load load;
};
INSTANTIATE_TEST_SUITE_P(On, PublishedFiguresCopied, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(PublishedFiguresCopied, AreThereForAServerThatHasNotGotTheFile) {
  const FiguresAtHand one(*db, first), two(*db, second);
  EXPECT_FALSE(fs::exists(place(second)));
  EXPECT_EQ(read_in(second).size(), 2u) << "its own file is written from the copy when it is asked for";
  EXPECT_EQ(fingerprint_of_file(place(second)), load.fingerprint);
  fs::remove(place(first));
  EXPECT_EQ(read_in(first).front().value, 51.5) << "a restored database brings the figures back";
}

TEST_P(PublishedFiguresCopied, AreNotTakenWhenTheCopyIsNotWhatWasKept) {
  const FiguresAtHand one(*db, first);
  save([&](auto& tx, auto) { tx.run({"test: spoil", "update published_part set bytes = 'AAAA' where part = 1", ""}, {}); });
  auto tx = db->read();
  EXPECT_FALSE(is_copy_sound(tx, load));
  EXPECT_FALSE(write_from_copy(tx, second, load.kept));
  EXPECT_FALSE(fs::exists(place(second)));
  EXPECT_FALSE(write_from_copy(tx, second, "figures-nobody.parquet"));
}

TEST_P(PublishedFiguresCopied, AreMadeForLoadsFromBeforeThereWereCopies) {
  {
    auto tx = db->read();
    EXPECT_FALSE(is_copy_sound(tx, load));
  }
  const FiguresAtHand one(*db, first);
  auto tx = db->read();
  EXPECT_TRUE(is_copy_sound(tx, load));
}

TEST_P(PublishedFiguresCopied, AreNotMadeFromAFileThatWasChanged) {
  std::ofstream(place(first), std::ios::app) << "x";
  save([&](auto& tx, auto) { EXPECT_FALSE(keep_copy(tx, first, load)); });
}

// As many parts as take more than one transaction, of bytes that are no figures.
TEST_P(PublishedFiguresCopied, AreCopiedPartByPartWhenTheyAreMany) {
  auto large = load;
  large.kept = "figures-large.parquet";
  {
    std::ofstream out(first + "/comparators/" + large.kept, std::ios::binary);
    for (int i = 0; i < 34 * 768; ++i) out << std::string(1024, static_cast<char>('a' + i % 23));
  }
  large.fingerprint = fingerprint_of_file(first + "/comparators/" + large.kept);
  save([&](auto& tx, auto) {
    tx.run({"test: left by another",
            "insert into published_part (fingerprint, part, bytes) values (:nobody, 2, 'AAAA')", ""},
           {{"nobody", std::string(64, 'f')}});
  });

  copy_beforehand(*db, first, large);
  {
    auto tx = db->read();
    EXPECT_EQ(tx.number({"test: parts", "select count(*) from published_part", ""}, {}), 33)
        << "all but the first, and nothing of nobody's";
    EXPECT_FALSE(is_copy_sound(tx, large)) << "until the load counts there is no copy";
  }
  save([&](auto& tx, auto) { EXPECT_TRUE(keep_copy(tx, first, large)); });
  auto tx = db->read();
  EXPECT_TRUE(is_copy_sound(tx, large));
}

TEST(TheEngineOfPublishedFigures, TakesTheMemoryThatTheProgramIsGiven) {
  const auto folder = testing::TempDir() + "/goldenthread-memory-" + std::to_string(::getpid());
  give_duck_memory(folder, 96);
  std::string memory;
  duck_in(folder).each({"test", "select current_setting('memory_limit')", ""}, {}, "t", [&](const kit::Row& row) { memory = row.text(0); });
  EXPECT_EQ(memory, "96.0 MiB");
  EXPECT_ANY_THROW(give_duck_memory(folder, 512)) << "it cannot be changed while it is open";
  fs::remove_all(folder);
}

}  // namespace
}  // namespace compare
