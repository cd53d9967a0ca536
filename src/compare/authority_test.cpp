// The register of authorities, and how a name or code in a file is understood for the year it belongs to.
#include "compare/authority.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "compare/authority_table.h"

namespace compare {
namespace {

using How = Understood::How;

kit::Date day(int year) { return kit::Date::of(year, 4, 1); }

Authorities small() {
  std::istringstream in(
      "code,name,tier,region,starts,ends,successors,names,codes\n"
      "E07000150,Corby,district,East Midlands,,2021-04-01,E06000061,Corby Borough Council,\n"
      "E06000061,North Northamptonshire,unitary,East Midlands,2021-04-01,,,,\n"
      "E10000027,Somerset,county,South West,,2023-04-01,E06000066,Somerset County Council,\n"
      "E06000066,Somerset,unitary,South West,2023-04-01,,,,\n"
      "E08000037,Gateshead,metropolitan,North East,,,,,E08000020\n"
      "E06000023,\"Bristol, City of\",unitary,South West,,,,,\n"
      "E09000001,City of London,london,London,,,,,\n");
  const auto read = read_authorities(in);
  EXPECT_TRUE(read);
  return Authorities(*read);
}

TEST(ANameOrCodeInAFile, IsUnderstoodForTheYearItBelongsTo) {
  const auto all = small();
  EXPECT_EQ(all.understand("E07000150", "", day(2019)).how, How::by_code);
  EXPECT_EQ(all.understand("E07000150", "Corby", day(2022)).how, How::was_no_more);
  EXPECT_EQ(all.understand("E06000061", "", day(2018)).how, How::before_its_time) << "a past that was worked out anew is kept, and marked";
  EXPECT_EQ(all.understand("", "Somerset", day(2020)).authority->code, "E10000027");
  EXPECT_EQ(all.understand("", "Somerset", day(2023)).authority->code, "E06000066");
  EXPECT_EQ(all.understand("E08000020", "", day(2010)).authority->code, "E08000037");
  EXPECT_EQ(all.understand("E08000020", "", day(2010)).how, How::by_former_code);
}

TEST(ANameOrCodeInAFile, IsFoundThroughItsSpellings) {
  const auto all = small();
  for (const auto* name : {"Bristol", "BRISTOL, CITY OF", "City of Bristol", "Bristol UA"})
    EXPECT_EQ(all.understand("", name, day(2020)).authority->code, "E06000023") << name;
  EXPECT_EQ(all.understand("", "City of London", day(2020)).authority->code, "E09000001");
}

TEST(ANameOrCodeInAFile, IsNeverGuessed) {
  const auto all = small();
  EXPECT_EQ(all.understand("E92000001", "England", day(2020)).how, How::is_no_authority);
  EXPECT_EQ(all.understand("E12000004", "East Midlands", day(2020)).how, How::is_no_authority);
  EXPECT_EQ(all.understand("E07999999", "Corby", day(2019)).how, How::not_known) << "a code that is not known is not helped by a name";
  EXPECT_EQ(all.understand("", "Atlantis", day(2019)).how, How::not_known);
}

TEST(TheRegister, NamesEveryFault) {
  std::istringstream in("code,name,tier,starts\nE1,,hamlet,May\nE1,B,district,\n");
  const auto read = read_authorities(in);
  ASSERT_FALSE(read);
  ASSERT_EQ(read.refusals().all().size(), 4u);
  EXPECT_EQ(read.refusals().all()[3].sentence, "Row 3, column code: this code stands here twice.");
  std::istringstream none("town\nA\n");
  EXPECT_EQ(read_authorities(none).refusals().all().size(), 2u);
}

TEST(TheRegister, KnowsBarnsleyAndSheffieldByTheirNewCodesToo) {
  std::istringstream in(
      "code,name,tier\nE08000016,Barnsley,metropolitan\nE08000019,Sheffield,metropolitan\nE08000017,Doncaster,metropolitan\n");
  const Authorities all(*read_authorities(in));
  EXPECT_EQ(all.understand("E08000038", "Barnsley", day(2025)).authority->code, "E08000016");
  EXPECT_EQ(all.understand("E08000039", "", day(2025)).how, Understood::How::by_former_code);
  EXPECT_EQ(all.understand("E08000016", "", day(2025)).authority->name, "Barnsley");
  std::istringstream newer("code,name,tier\nE08000016,Barnsley,metropolitan\nE08000038,Barnsley,metropolitan\n");
  EXPECT_TRUE(Authorities(*read_authorities(newer)).find("E08000016")->codes.empty())
      << "a register that has the new code itself is left as it is";
}

TEST(TheRegister, TakesNewCodesFromATableOfChanges) {
  std::istringstream in("code,name\nE08000017,Doncaster\nE06000014,York\n");
  const auto known = *read_authorities(in);
  std::istringstream changes(
      "oldcd,oldnm,newcd,newnm,type,start\nE06000014,York,E47000012,York and North Yorkshire,new_geo,2024\nE08000017,Doncaster,E08000099,Doncaster,new_code,2026\n");
  const auto read = read_new_codes(changes, known);
  ASSERT_TRUE(read);
  const Authorities all(*read);
  EXPECT_EQ(all.understand("E08000099", "", day(2026)).authority->name, "Doncaster");
  EXPECT_TRUE(all.find("E06000014")->codes.empty()) << "an area of its own is no new code";
  std::istringstream again("oldcd,newcd,type\nE08000017,E08000099,new_code\n");
  EXPECT_FALSE(read_new_codes(again, *read)) << "it is known already";
}

TEST(TheRegister, HoldsTheDistrictsThatBecameNorthNorthamptonshire) {
  std::ifstream in(SOURCE_ROOT "/../shared/data/la_codes/mysociety_uk_local_authorities_current.csv", std::ios::binary);
  if (!in) GTEST_SKIP() << "The public list of authorities is not on this machine, so it is not read.";
  const auto read = read_authorities(in);
  ASSERT_TRUE(read) << read.refusals().all().front().sentence;
  const Authorities all(*read);
  EXPECT_GT(all.all().size(), 400u);
  const auto* north = all.find("E06000061");
  ASSERT_TRUE(north);
  EXPECT_EQ(north->starts, kit::Date::of(2021, 4, 1));
  std::vector<std::string> before;
  for (const auto* each : all.predecessors(*north)) before.push_back(each->name);
  EXPECT_EQ(before, (std::vector<std::string>{"Corby", "East Northamptonshire", "Kettering", "Northamptonshire", "Wellingborough"}));
  EXPECT_EQ(all.successors(*all.find("E10000021")).size(), 2u) << "the county went to both";
  EXPECT_EQ(all.understand("E07000153", "Kettering", day(2020)).authority->name, "Kettering");
  EXPECT_EQ(all.understand("E07000153", "Kettering", day(2021)).how, How::was_no_more);
  EXPECT_EQ(all.understand("", "Bristol", day(2020)).authority->code, "E06000023");
}

}  // namespace
}  // namespace compare
