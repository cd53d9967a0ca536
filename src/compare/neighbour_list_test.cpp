#include "compare/neighbour_list.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "compare/authority_table.h"

namespace compare {
namespace {

const auto today = kit::Date::of(2025, 11, 24);

kit::Verdict<NeighbourFile> read(const std::string& text, const std::string& own = "", const Authorities& authorities = {}) {
  std::istringstream in(text);
  return read_neighbours(in, own, authorities, today);
}
std::vector<std::string> of(const kit::Verdict<NeighbourFile>& read, const std::string& subject) { return codes_of(read->of.at(subject)); }

TEST(AListOfNeighbours, IsReadInTheOrderOfItsRanks) {
  const auto all = read("subject_gss,neighbour_gss,rank\nA,C,2\nA,B,1\nB,A,1\nA,A,3\nA,B,4\n");
  ASSERT_TRUE(all);
  EXPECT_EQ(of(all, "A"), (std::vector<std::string>{"B", "C"})) << "nobody is its own neighbour, and nobody stands twice";
  EXPECT_EQ(of(all, "B"), (std::vector<std::string>{"A"}));
}

TEST(AListOfNeighbours, MayBeTheCouncilsOwn) {
  EXPECT_EQ(of(read("area_code,area_name\nB,Birch\nC,Cedar\n", "A"), "A"), (std::vector<std::string>{"B", "C"}));
  EXPECT_FALSE(read("area_code,area_name\nB,Birch\n"));
}

TEST(AListOfNeighbours, MayStandSideBySideByNumbersOfItsOwn) {
  std::istringstream in(
      "code,name,tier,region,starts,ends,successors,names\nA,Alder,unitary,,,,,\nB,Birch,unitary,,,,,\nC,Cedar,unitary,,,,,\n");
  const Authorities authorities(*read_authorities(in));
  const auto all = read(
      "\xEF\xBB\xBFold_la_code,la_name,SN_1,SN_1P,SN_2,SN_2P\n301,Alder,303,Very close ,302,Close\n302,Birch,301,Close,309,Close\n303,Cedar,302,Close,301,Close\n309,Yew,301,Close,302,Close\n",
      "", authorities);
  ASSERT_TRUE(all);
  EXPECT_EQ(all->of.at("A"), (std::vector<Near>{{"C", "Very close"}, {"B", "Close"}}));
  EXPECT_EQ(of(all, "B"), (std::vector<std::string>{"A"}));
  EXPECT_EQ(all->remarks, std::vector<std::string>{"The register of authorities has no ‘Yew’: it was left out."});
  EXPECT_FALSE(read("old_la_code,la_name,SN_1\n301,Alder,303\n")) << "no register";
}

TEST(AListOfNeighbours, IsRefusedWithASentence) {
  EXPECT_FALSE(read(""));
  EXPECT_FALSE(read("town\nB\n", "A"));
  EXPECT_FALSE(read("area_code\n", "A"));
  EXPECT_FALSE(read("subject_gss,neighbour_gss,rank\nA,,x\n"));
}

std::ifstream published(const std::string& name) { return std::ifstream(SOURCE_ROOT "/../shared/data/" + name, std::ios::binary); }

TEST(AListOfNeighbours, IsReadAsOthersPublishIt) {
  auto in = published("neighbours/oflog_cipfa_nearest_neighbours_long.csv");
  if (!in) GTEST_SKIP() << "The published lists are not on this machine, so they are not read.";
  const auto all = read_neighbours(in, "", {}, today);
  ASSERT_TRUE(all);
  EXPECT_GT(all->of.size(), 300u);
  for (const auto& [subject, neighbours] : all->of) EXPECT_LE(neighbours.size(), 16u) << subject;
  auto own = published("neighbours/cipfalga0724.csv");
  EXPECT_EQ(read_neighbours(own, "E08000009", {}, today)->of.at("E08000009").size(), 15u);
}

TEST(AListOfNeighbours, IsReadAsTheDepartmentForEducationPublishesIt) {
  auto in = published("neighbours/dfe_statistical_neighbours_2025_wide.csv"),
       register_in = published("la_codes/mysociety_uk_local_authorities_current.csv");
  if (!in || !register_in) GTEST_SKIP() << "The published lists are not on this machine, so they are not read.";
  const Authorities authorities(*read_authorities(register_in));
  const auto all = read_neighbours(in, "", authorities, today);
  ASSERT_TRUE(all);
  EXPECT_GT(all->of.size(), 145u);
  EXPECT_LT(all->remarks.size(), 5u);
  EXPECT_EQ(of(all, "E08000016").front(), "E08000018") << "Barnsley is most like Rotherham";
}

}  // namespace
}  // namespace compare
