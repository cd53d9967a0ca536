#include "compare/neighbour_list.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace compare {
namespace {

kit::Verdict<Neighbours> read(const std::string& text, const std::string& own = "") {
  std::istringstream in(text);
  return read_neighbours(in, own);
}

TEST(AListOfNeighbours, IsReadInTheOrderOfItsRanks) {
  const auto all = read("subject_gss,neighbour_gss,rank\nA,C,2\nA,B,1\nB,A,1\nA,A,3\nA,B,4\n");
  ASSERT_TRUE(all);
  EXPECT_EQ(all->at("A"), (std::vector<std::string>{"B", "C"})) << "nobody is its own neighbour, and nobody stands twice";
  EXPECT_EQ(all->at("B"), (std::vector<std::string>{"A"}));
}

TEST(AListOfNeighbours, MayBeTheCouncilsOwn) {
  EXPECT_EQ(read("area_code,area_name\nB,Birch\nC,Cedar\n", "A")->at("A"), (std::vector<std::string>{"B", "C"}));
  EXPECT_FALSE(read("area_code,area_name\nB,Birch\n"));
}

TEST(AListOfNeighbours, IsRefusedWithASentence) {
  EXPECT_FALSE(read(""));
  EXPECT_FALSE(read("town\nB\n", "A"));
  EXPECT_FALSE(read("area_code\n", "A"));
  EXPECT_FALSE(read("subject_gss,neighbour_gss,rank\nA,,x\n"));
}

TEST(AListOfNeighbours, IsReadAsOthersPublishIt) {
  std::ifstream in(SOURCE_ROOT "/../shared/data/neighbours/oflog_cipfa_nearest_neighbours_long.csv", std::ios::binary);
  if (!in) GTEST_SKIP() << "The published lists are not on this machine, so they are not read.";
  const auto all = read_neighbours(in, "");
  ASSERT_TRUE(all);
  EXPECT_GT(all->size(), 300u);
  for (const auto& [subject, neighbours] : *all) EXPECT_LE(neighbours.size(), 16u) << subject;
}

}  // namespace
}  // namespace compare
