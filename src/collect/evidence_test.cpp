#include "collect/evidence.h"

#include <gtest/gtest.h>

#include <fstream>

#include "../../tests/support/stored.h"
#include "collect/evidence_store.h"

namespace collect {
namespace {

std::string refused(std::string_view name, std::string_view content) {
  const auto file = evidence_of(name, content, 1000);
  return file ? "" : file.refusals().all().front().sentence;
}

TEST(Evidence, IsTakenWhenItsContentAndItsNameSayTheSame) {
  const auto file = evidence_of("../Survey.csv", "Area,Count\n", 1000);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->name, "Survey.csv");
  EXPECT_EQ(file->type, "text/plain; charset=utf-8");
  EXPECT_EQ(file->bytes, 11);
  EXPECT_EQ(file->fingerprint.size(), 64u);
}

TEST(Evidence, IsRefusedWithWhatWasFoundAndWhatToDo) {
  EXPECT_EQ(refused("a.pdf", ""), "The file ‘a.pdf’ is empty. Choose another.");
  EXPECT_EQ(refused("a.txt", std::string(1200, 'x')),
            "The file ‘a.txt’ has 1 kB; at most 1 kB are kept. Save it smaller, or keep only the pages that matter.");
  EXPECT_EQ(
      refused("a.pdf", "plain words"),
      "The file ‘a.pdf’ holds plain text or CSV, which its name does not say. Name it so that it ends in .txt .csv .md.");
  EXPECT_EQ(refused("a.svg", "<svg onload='x()'/>").substr(0, 62), "What is in the file ‘a.svg’ is not of a sort that is kept,");
}

class EvidenceKept : public tests::Stored {};

TEST_P(EvidenceKept, IsFoundUntilItIsRemovedAndItsBytesAreWhatTheyWere) {
  const auto id = new_indicator();
  const tests::TemporaryFolder folder;
  auto file = *evidence_of("Survey.csv", "Area,Count\n", 1000);
  file.indicator = id;
  file.period = calendar::Period::quarter({2025}, 1);
  file.by = "f.aziz";
  file.at = {60};
  keep_bytes(folder.path, file.fingerprint, "Area,Count\n");
  save([&](auto& tx, auto record) { add_evidence(tx, file, record); });
  auto tx = db->write();
  ASSERT_TRUE(find_evidence(tx, file.id));
  EXPECT_EQ(evidence_of(tx, id, file.period).front().name, "Survey.csv");
  EXPECT_EQ(read_bytes(folder.path, file.fingerprint), "Area,Count\n");
  EXPECT_TRUE(is_kept(tx, file.fingerprint));

  remove_evidence(tx, file.id, {70});
  EXPECT_FALSE(find_evidence(tx, file.id));
  EXPECT_FALSE(is_kept(tx, file.fingerprint));
}

TEST_P(EvidenceKept, IsGoneWhenSomebodyChangedItOnTheDisk) {
  const tests::TemporaryFolder folder;
  const auto file = *evidence_of("Survey.csv", "Area,Count\n", 1000);
  keep_bytes(folder.path, file.fingerprint, "Area,Count\n");
  std::ofstream(place_of_evidence(folder.path, file.fingerprint)) << "Area,Count\nHarbour,9\n";
  EXPECT_FALSE(read_bytes(folder.path, file.fingerprint));
}

INSTANTIATE_TEST_SUITE_P(On, EvidenceKept, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

}  // namespace
}  // namespace collect
