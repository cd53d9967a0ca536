#include <gtest/gtest.h>

#include <sstream>

#include "exchange/known_council.h"

namespace exchange {
namespace {

using namespace tried;

struct Case {
  const char* file;
  const char* text;
  const char* says;  // stands in what is said
};

class ABadRow : public testing::TestWithParam<Case> {};

TEST_P(ABadRow, IsRefusedWithItsPlaceAndWhatToDo) {
  const auto verdict = decided({csv(GetParam().file, GetParam().text)});
  ASSERT_FALSE(verdict);
  EXPECT_NE(said(verdict).find(GetParam().says), std::string::npos) << said(verdict);
}

const char* const indicator_header =
    "indicator,title,kind,frequency,good_direction,aggregation,applies_from,owner,service,priorities,from_kind,from_indicator,agreed_on\n";
// Each row filled up with empty cells.
std::string indicators(const std::string& rows) {
  std::string text = indicator_header;
  std::istringstream in(rows);
  for (std::string row; std::getline(in, row);)
    text += row + std::string(static_cast<std::size_t>(12 - std::ranges::count(row, ',')), ',') + "\n";
  return text;
}

INSTANTIATE_TEST_SUITE_P(
    OfTheCouncil, ABadRow,
    testing::Values(
        Case{"council.csv", "what,code,name\nteam,X,Y\n",
             "council.csv, row 2, column what: found ‘team’. Choose one of: setting, directorate, service."},
        Case{"council.csv", "what,code,name\nservice,a b,Y\n",
             "council.csv, row 2, column code: found ‘a b’. A code has letters"},
        Case{"council.csv", "what,code,name\nservice,X,\n",
             "council.csv, row 2, column name: found nothing. Fill it in"},
        Case{"council.csv", "what,code,name,part_of\nservice,X,Y,PLAEC\n",
             "column part_of: found ‘PLAEC’. There is no directorate with this code. Did you mean PLACE?"},
        Case{"council.csv", "what,code,name,part_of\nservice,X,Y,PLANNING\n",
             "This is a service. Give the code of a directorate."},
        Case{"council.csv", "what,code,name,part_of\ndirectorate,X,Y,PLACE\n", "A directorate is part of nothing."},
        Case{"council.csv", "what,code,name\nsetting,colour,red\n", "There is no setting ‘colour’"},
        Case{"council.csv", "what,code,name\nsetting,tolerance,lots\n", "Type a tolerance such as relative 5"},
        Case{"council.csv", "what,code,name,gone\nsetting,name,A,yes\n", "A setting does not go."},
        Case{"council.csv", "what,code,name,gone\nservice,X,Y,perhaps\n",
             "column gone: found ‘perhaps’. Type yes or no."},
        Case{"council.csv", "what,code,name,from\nservice,X,Y,next year\n",
             "column from: found ‘next year’. Write the date as 2025-07-31."},
        Case{"council.csv", "what,code,name,from\nservice,X,Y,2026-04-01\n", "is still to come"},
        Case{"council.csv", "what,code,name\nservice,X,Y\nservice,x,Z\n",
             "council.csv, row 3, column code: found ‘X’. Row 2 has the same code"},
        Case{"council.csv", "what,code,name,from\nservice,PLANNING,Plans,2020-01-01\n",
             "but an edition of 1 April 2023 is known"}));

INSTANTIATE_TEST_SUITE_P(OfPeople, ABadRow, testing::Values(
    Case{"people.csv", "person,name,role\na,b,boss\n", "column role: found ‘boss’. Choose one of: officer, service_manager"},
    Case{"people.csv", "person,name,role,unit\na,b,officer,NOWHERE\n", "There is no directorate or service with this code."},
    Case{"people.csv", "person,name,role,email\na,b,officer,none\n", "column email: found ‘none’. Type an address"}));

INSTANTIATE_TEST_SUITE_P(
    OfThePlan, ABadRow,
    testing::Values(
        Case{"plan.csv", "what,code,title\npriority,P,T\n", "column framework"},
        Case{"plan.csv", "what,code,title,framework,level\npriority,P,T,PLAN,pillar\n",
             "The levels of Council plan are: vision, commitment."},
        Case{"plan.csv", "what,code,title,framework,level,part_of\npriority,P,T,PLAN,commitment,HOME\n",
             "Did you mean HOMES?"},
        Case{
            "plan.csv",
            "what,code,title,framework,level,part_of\npriority,A,T,PLAN,commitment,B\npriority,B,T,PLAN,commitment,A\n",
            "would stand above itself"},
        Case{"plan.csv", "what,code,title,framework,level\npriority,P,T,PLAN,vision; commitment\n",
             "A priority stands on one level. Name one."},
        Case{"plan.csv", "what,code,title\nframework,F,T\n", "Name the levels, top first"},
        Case{"plan.csv", "what,code,title,level,director\nframework,F,T,a; b,Someone\n",
             "column director: found ‘Someone’. A framework has none."}));

INSTANTIATE_TEST_SUITE_P(
    OfRebases, ABadRow,
    testing::Values(
        Case{"rebases.csv", "indicator,starts_on,reason\nHO2,2025-05-01,A team left.\n",
             "column indicator: found ‘HO2’. There is no indicator with this reference. Did you mean HO1?"},
        Case{
            "rebases.csv", "indicator,starts_on,reason\nHO1,2025-05-17,A team left.\n",
            "column starts_on: found ‘2025-05-17’. Its figures are monthly. Give the first day of a period: 2025-05-01."},
        Case{"rebases.csv", "indicator,starts_on,reason\nHO1,2025-05-01,\n",
             "column reason: found nothing. Fill it in"},
        Case{"rebases.csv", "indicator,starts_on,reason,decided_by\nHO1,2025-05-01,A team left.,nobody\n",
             "column decided_by: found ‘nobody’. There is no person with this code."},
        Case{"rebases.csv", "indicator,starts_on,reason,agreed_on\nHO1,2025-05-01,A team left.,2031-01-01\n",
             "is still to come"}));

INSTANTIATE_TEST_SUITE_P(
    OfTargets, ABadRow,
    testing::Values(
        Case{"targets.csv", "indicator,year,kind,target\nHO1,2025,flat,1\n",
             "column year: found ‘2025’. Type a financial year such as 2025/26."},
        Case{"targets.csv", "indicator,year,kind,target\nHO1,2025/26,steady,1\n",
             "column kind: found ‘steady’. Choose one of: flat, linear"},
        Case{"targets.csv", "indicator,year,kind,target\nHO2,2025/26,flat,1\n",
             "column indicator: found ‘HO2’. There is no indicator with this reference. Did you mean HO1?"},
        Case{"targets.csv", "indicator,year,kind,target\nCTX1,2025/26,flat,1\n", "never has a target"},
        Case{"targets.csv", "indicator,year,kind,target\nHO1,2025/26,flat,\n", "Give the year's target."},
        Case{"targets.csv", "indicator,year,kind,periods\nHO1,2025/26,explicit,1;2\n", "needs 12 numbers"},
        Case{"targets.csv", "indicator,year,kind,periods\nHO1,2025/26,explicit,1;two\n",
             "column periods: found ‘1;two’. List numbers with semicolons"},
        Case{"targets.csv", "indicator,year,kind,target\nHO1,2025/26,flat,90\nHO1,2025/26,flat,91\n",
             "Row 2 has the same indicator, year and date."},
        Case{"targets.csv",
             "indicator,year,kind,target,agreed_on\nHO1,2025/26,flat,90,2025-04-01\nHO1,2025/26,flat,91,2025-06-01\n",
             "A target is fixed for the year. Say why"}));

INSTANTIATE_TEST_SUITE_P(
    OfFigures, ABadRow,
    testing::Values(
        Case{"figures.csv", "indicator,period,value\nHO1,June 2025,n.a. yet\n",
             "figures.csv, row 2, column value: found ‘n.a. yet’. Type a number such as 92.5"},
        Case{"figures.csv", "indicator,period,value\nHO1,Octember 2025,1\n", "column period: Found ‘Octember 2025’"},
        Case{"figures.csv", "indicator,period,value\nHO1,,1\n", "column period: found nothing."},
        Case{"figures.csv", "indicator,period,value\n,June 2025,1\n", "column indicator: found nothing."},
        Case{"figures.csv", "indicator,period,value\nHO9,June 2025,1\n", "column indicator: found ‘HO9’."},
        Case{"figures.csv", "indicator,period,value\nHO1,2025/26 Q1,1\n",
             "HO1 is monthly, and 2025/26 Q1 is not such a period."},
        Case{"figures.csv", "indicator,period,value\nHO1,June 2025,£5\n", "found a number with £, but HO1 is in %."},
        Case{"figures.csv", "indicator,period,value,state\nHO1,June 2025,,delayed\n",
             "column note: Say why the figure is delayed."},
        Case{"figures.csv", "indicator,period,value,state\nHO1,June 2025,5,delayed\n",
             "leave value, numerator and denominator empty"},
        Case{"figures.csv", "indicator,period,value,entered_by\nHO1,June 2025,5,p.sha\n", "Did you mean p.shah?"},
        Case{"figures.csv", "indicator,period,value\nHO1,June 2025,5\nHO1,2025-06-01/P1M,6\n",
             "figures.csv, row 3, column period: found ‘June 2025’. Row 2 has the same indicator, period and date."},
        Case{"figures.csv", "indicator,period,value,published_on\nHO1,May 2025,94,2025-06-01\n",
             "but an edition of 15 July 2025 is known"},
        Case{"figures.csv", "indicator,period,value\nHO1,June 2025,1e999\n", "found ‘1e999’"},
        Case{"figures.csv", "indicator,period,value\nHO1,June 2025,NaN\n", "found ‘NaN’"},
        Case{"figures.csv", "indicator,period,value\nHO1,June 2025,5,surprise\n",
             "figures.csv, row 2: The row has 4 cells where there should be 3: a separator is too many"}));

INSTANTIATE_TEST_SUITE_P(
    OfFiles, ABadRow,
    testing::Values(
        Case{"figures.csv", "indicator,perod,value\nHO1,June 2025,5\n",
             "found the column ‘perod’, which the sheet Figures does not have. Is it period?"},
        Case{"new.csv", "indicator,perod,value\nHO1,June 2025,5\n", "Is it period?"},
        Case{"figures.csv", "indicator,value\nHO1,5\n", "figures.csv, row 1: the column period is missing. Add it."},
        Case{"figures.csv", "indicator,period,Value,value\nHO1,June 2025,5,6\n", "found the column ‘value’ twice."},
        Case{"minutes.csv", "date,speaker,words\n1,2,3\n", "these columns are not those of one of the sheets"},
        Case{"figures.csv", "", "figures.csv: is empty."},
        Case{"figures.csv", "indicator,period,value\n", "figures.csv: holds no rows."},
        Case{"old.xls", "\xD0\xCF\x11\xE0 and so on", "old.xls: is an old Excel workbook"},
        Case{"holiday.jpg", "\xFF\xD8\xFF\xE0 JFIF", "holiday.jpg: is a picture"},
        Case{"figures.csv", "indicator,period,note\nHO1,June 2025,\"never closed",
             "row 2, column C: a quote opens here and is never closed"},
        Case{"workbook.xlsx", "PK\x03\x04 cut off here", "workbook.xlsx: "}));

TEST(IndicatorRows, AreRefusedWithTheirPlaces) {
  const std::pair<const char*, const char*> cases[] = {
      {"X1,T,core,weekly,high_good,sum,2025-04-01\n",
       "column frequency: found ‘weekly’. Choose one of: monthly, quarterly"},
      {"X1,T,core,monthly,high_good,sum,\n", "column applies_from: found nothing."},
      {"X1,T,core,monthly,high_good,sum,2025-04-01,nobody\n",
       "column owner: found ‘nobody’. There is no person with this code."},
      {"X1,T,core,monthly,high_good,sum,2025-04-01,,,HOMES; PARKS\n", "column priorities: found ‘PARKS’."},
      {"X1,T,core,monthly,high_good,sum,2025-04-01,,,,replaces,\n",
       "column from_indicator: found nothing. Say which indicator it comes from."},
      {"X1,T,core,monthly,high_good,sum,2025-04-01,,,,replaces,X9\n", "column from_indicator: found ‘X9’."},
      {"X1,T,core,monthly,high_good,sum,2025-04-01,,,,replaces,X1\n", "An indicator does not come from itself."},
      {"X1,T,core,monthly,high_good,sum,2025-04-01\nX1,U,core,monthly,high_good,sum,2025-04-01\n",
       "Row 2 has the same reference and the same date."},
      {"X1,T,core,monthly,high_good,sum,2025-04-01,,,,,,2025-04-01\nX1,U,core,monthly,high_good,sum,2025-04-01,,,,,,2024-04-01\n",
       "Another indicator has this reference"},
  };
  for (const auto& [row, says] : cases) {
    const auto verdict = decided({csv("indicators.csv", indicators(row))});
    EXPECT_NE(said(verdict).find(says), std::string::npos) << row << said(verdict);
  }
}

TEST(AllFaults, AreToldAtOnceAcrossFiles) {
  const auto verdict = decided({csv("figures.csv", "indicator,period,value\nHO1,Octember,1\nNOSUCH,April 2025,2\nHO1,June 2025,twelve\n"),
                                csv("targets.csv", "indicator,year,kind,target\nHO1,2025/26,flat,\n")});
  EXPECT_EQ(verdict.refusals().all().size(), 4u) << said(verdict);
}

TEST(AllFaults, AreCountedBeyondTheFirstThousand) {
  std::string text = "indicator,period,value\n";
  for (int i = 0; i < 1500; ++i) text += "HO1,June 2025,wrong\n";
  const auto verdict = decided({csv("figures.csv", text)});
  ASSERT_EQ(verdict.refusals().all().size(), 1001u);
  EXPECT_NE(verdict.refusals().all().back().sentence.find("There are 500 more like these."), std::string::npos);
}

TEST(ARowThatCannotBeRead, DoesNotMakeWhatItNamesMissing) {
  const auto verdict = decided({csv("indicators.csv", indicators("X1,T,core,weekly,high_good,sum,2025-04-01\n")),
                                csv("figures.csv", "indicator,period,value\nX1,June 2025,1\n")});
  EXPECT_EQ(verdict.refusals().all().size(), 1u) << said(verdict);
}

TEST(ARowWithACellTooFew, DoesNotMakeWhatItNamesMissingEither) {
  const auto verdict =
      decided({csv("indicators.csv", std::string(indicator_header) + "X1,T,core,monthly,high_good,sum,2025-04-01\n"),
               csv("figures.csv", "indicator,period,value\nX1,June 2025,1\n")});
  ASSERT_EQ(verdict.refusals().all().size(), 1u) << said(verdict);
  EXPECT_EQ(
      said(verdict),
      "indicators.csv, row 2: The row has 7 cells where there should be 13: a separator is missing, or the empty cells at its end were left out. Put it in.\n");
}

// A18 of the past holes: an import can do no more than whoever brings it could do by hand.
TEST(AFileOfPeople, GivesNobodyMoreThanItsBringerCouldGive) {
  const auto brought = [](std::string rows, Intake::By by) {
    return decided({csv("people.csv", "person,name,role,unit,email,gone\n" + rows)}, council(), "", by);
  };
  const std::pair<const char*, const char*> cases[] = {
      {"p.shah,Priya Shah,administrator,PLANNING,,\n",
       "row 2, column role: found ‘administrator’. Only administrators change this. Leave it ‘officer’"},
      {"p.shah,Priya Shah,officer,PLACE,,\n", "column unit: found ‘PLACE’."},
      {"p.shah,Priya Shah,officer,PLANNING,elsewhere@example.org,\n",
       "column email: found ‘elsewhere@example.org’. Only administrators change this. Leave it empty"},
      {"p.shah,Priya Shah,officer,PLANNING,,yes\n", "column gone: found ‘yes’."},
      {"new,Nell New,internal_audit,PLANNING,,\n", "column role: found ‘internal_audit’."},
  };
  for (const auto& [row, says] : cases) {
    const auto refused = brought(row, Intake::By::team);
    EXPECT_NE(said(refused).find(says), std::string::npos) << row << said(refused);
    EXPECT_TRUE(brought(row, Intake::By::administrator)) << row;
  }
  EXPECT_TRUE(brought("p.shah,Priya Shah-Jones,officer,PLANNING,,\nnew,Nell New,officer,PLACE,nell@example.org,\n", Intake::By::team));
}

TEST(AFile, ChangesNothingThatTwoPeopleAgreeOn) {
  const std::pair<File, const char*> cases[] = {
      {csv("figures.csv", "indicator,period,value\nHO1,May 2025,94\n"),
       "row 2, column period: found ‘May 2025’. This period has been reported. A reported figure changes by a correction"},
      {csv("indicators.csv",
           "indicator,title,kind,frequency,good_direction,aggregation,applies_from,reason\nHO1,Another title,service,monthly,high_good,snapshot,2023-04-01,Clearer\n"),
       "row 2, column indicator: found ‘HO1’. A definition changes by proposal"},
      {csv("rules.csv",
           "for,name,steps,applies_from,reason,authority\ncouncil,Ours,green if on_target; red,2026-04-01,Simpler.,Cabinet\n"),
       "row 2, column name: found ‘Ours’. A status rule is set on the page of rules"},
  };
  for (const auto& [file, says] : cases)
    for (const auto by : {Intake::By::team, Intake::By::administrator}) {
      const auto refused = decided({file}, council(), "", by);
      EXPECT_NE(said(refused).find(says), std::string::npos) << said(refused);
      EXPECT_TRUE(decided({file})) << said(decided({file}));
    }
  const auto target = csv("targets.csv", "indicator,year,kind,target\nHO1,2025/26,flat,95\n");
  auto known = council();
  known->indicators[1].target_history = {};
  EXPECT_TRUE(decided({target}, known, "", Intake::By::team)) << "the first target of a year is new";
  EXPECT_TRUE(
      decided({csv("figures.csv", "indicator,period,value\nHO1,June 2025,94\n")}, council(), "", Intake::By::team))
      << "a new figure";
}

}  // namespace
}  // namespace exchange
