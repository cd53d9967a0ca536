// Real files, as they lie: each is read whole with nothing lost between what is kept and what is left out, or refused with the sentence
// that says why. They are not ours to pass on, so the tests read them in place.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <numeric>

#include "compare/authority_table.h"
#include "compare/published.h"
#include "kit/gunzip.h"

namespace compare {
namespace {

const std::string data = SOURCE_ROOT "/../shared/data/";

class ARealFile : public testing::Test {
 protected:
  void SetUp() override {
    std::ifstream in(data + "la_codes/mysociety_uk_local_authorities_current.csv", std::ios::binary);
    if (!in) GTEST_SKIP() << "The published files are not on this machine, so they are not read.";
    all = Authorities(*read_authorities(in));
  }

  kit::Verdict<PublishedFile> read(const std::string& file, const Reading& reading = {}) {
    std::ifstream in(data + file, std::ios::binary);
    EXPECT_TRUE(in) << file;
    kit::Gunzip unpacked(in);
    std::istream text(&unpacked);
    return read_published(text, all, reading);
  }
  PublishedFile taken(const std::string& file, const Reading& reading = {}) {
    const auto found = read(file, reading);
    EXPECT_TRUE(found) << file << ": " << (found ? "" : found.refusals().all().front().sentence);
    if (!found) return {};
    const auto left = std::accumulate(found->left_out.begin(), found->left_out.end(), std::int64_t{0},
                                      [](auto sum, const auto& each) { return sum + each.values; });
    EXPECT_EQ(found->found, found->taken + left) << file << ": every value is kept or counted under a reason";
    EXPECT_EQ(found->taken, static_cast<std::int64_t>(found->figures.size()));
    return *found;
  }
  std::string refused(const std::string& file, const Reading& reading = {}) {
    const auto found = read(file, reading);
    return found ? "" : found.refusals().all().front().field + ": " + found.refusals().all().front().sentence;
  }
  const PublishedFigure* find(const PublishedFile& file, const std::string& title, const std::string& area,
                              const std::string& period) const {
    for (const auto& f : file.figures)
      if (file.indicators[f.indicator].title == title && all.all()[f.area].code == area &&
          file.periods[f.period].words() == period)
        return &f;
    return nullptr;
  }
  static std::int64_t left_out(const PublishedFile& file, std::string_view begins) {
    std::int64_t sum = 0;
    for (const auto& each : file.left_out) sum += each.reason.starts_with(begins) ? each.values : 0;
    return sum;
  }
  static bool says(const PublishedFile& file, std::string_view words) {
    return std::ranges::any_of(file.remarks, [&](const auto& each) { return each.find(words) != each.npos; });
  }
  Authorities all;
};

TEST_F(ARealFile, OfEachPublisherIsReadAsItLies) {
  struct Real {
    const char* file;
    std::size_t indicators;
    double kept;  // at least this share
  };
  for (const auto& real :
       {Real{"trafford_kpis/trafford_themes/climate/household_waste_recycling.csv", 1, 0.8},
        Real{"oflog_asc/oflog_asc_values_only.csv", 7, 0.95},
        Real{"ons_els/orig_persistent-absences-for-pupils-looked-after-by-local-authorities.csv", 1, 0.8},
        Real{"ons_els/ons_els_english_areas_long.csv.gz", 60, 0.8},
        Real{"housing_homelessness/vacant_homes_2004_2024.csv", 1, 0.8},
        Real{"housing_homelessness/net_additional_dwellings.csv", 1, 0.8},
        Real{"defra_waste_flytipping/LA_collection__Table_3.csv", 4, 0.6},
        Real{"defra_waste_flytipping/flytipping_la__LA_incidents.csv", 20, 0.6},
        Real{"dfe_childrens_services/csww_indicators_2017_to_2025.csv", 20, 0.8},
        Real{"dfe_childrens_services/sen2_mi_ehcp_timeliness.csv", 60, 0.9},
        Real{"dfe_childrens_services/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv", 10, 0.9},
        Real{"deprivation_population/population_all_ages_1991_2023.csv", 1, 0.7},
        Real{"deprivation_population/ons_mid-year_population_estimates_2012_to_2024.csv", 1, 0.8},
        Real{"council_tax/lancashire_council_tax_collection_rates.csv", 4, 1}}) {
    const auto file = taken(real.file);
    EXPECT_GE(file.indicators.size(), real.indicators) << real.file;
    EXPECT_GE(static_cast<double>(file.taken), real.kept * static_cast<double>(file.found)) << real.file;
  }
}

TEST_F(ARealFile, OfEveryCouncilsTrialMeasuresIsRead) {
  int files = 0;
  for (const auto& each : std::filesystem::recursive_directory_iterator(data + "trafford_kpis")) {
    if (each.path().extension() != ".csv") continue;
    std::ifstream in(each.path(), std::ios::binary);
    const auto found = read_published(in, all);
    EXPECT_TRUE(found) << each.path() << ": " << (found ? "" : found.refusals().all().front().sentence);
    ++files;
  }
  EXPECT_GE(files, 13);
}

TEST_F(ARealFile, OfLaitCountsByTheYearsThatItNames) {
  const auto file = taken("dfe_lait/lait_core_kpis_subset.csv.gz");
  EXPECT_EQ(file.indicators.size(), 47u);
  const std::string rate = "Number of Children who became the subject of a plan for a second or subsequent time";
  ASSERT_NE(find(file, rate, "E08000016", "2023/24"), nullptr) << "a financial year ends in the year it is called by";
  EXPECT_EQ(find(file, rate, "E08000016", "2024"), nullptr) << "it is no calendar year";
  EXPECT_NE(find(file, "% of pupils who have statement/EHCP of SEN (primary)", "E08000016", "September 2023 to August 2024"), nullptr);
  EXPECT_TRUE(says(file, "that are financial years")) << "and says so";
  EXPECT_TRUE(says(file, "that are academic years"));
  EXPECT_GE(std::ranges::count_if(file.figures, [](const auto& f) { return f.mark == "-" && !f.value; }), 7000)
      << "what is missing stays missing";
}

TEST_F(ARealFile, OfLaitTakesItsDictionarysWords) {
  std::ifstream in(data + "dfe_lait/lait_data_dictionary.csv", std::ios::binary);
  auto dictionary = read_dictionary(in);
  ASSERT_TRUE(dictionary);
  EXPECT_GE(dictionary->size(), 430u) << "its cells go over many lines";
  const auto* cpp = dictionary->find("CPP_rate", "");
  ASSERT_NE(cpp, nullptr);
  EXPECT_EQ(cpp->kind_of_year, "Annual");
  EXPECT_EQ(dictionary->find("ReRegCPR", "")->kind_of_year, "Financial Year");
  EXPECT_EQ(
      refused("dfe_lait/lait_data_dictionary.csv"),
      "file: This is a dictionary of measures: it says what is counted and holds no figures. Bring in the file of figures, with this one as its dictionary.");
}

TEST_F(ARealFile, OfDeprivationAsksForThePeriodOfTheWhole) {
  for (const std::string name :
       {"deprivation_population/imd2019_england_ltla23.csv", "deprivation_population/imd2025_england_ltla24.csv"}) {
    EXPECT_EQ(
        refused(name),
        "period: The file does not say of which period its figures are. Type the period of the whole file here, such as 2019 or 2024/25.");
    Reading reading;
    reading.whole = calendar::Period{12 * 2019, 12};
    const auto file = taken(name, reading);
    EXPECT_EQ(file.periods.size(), 1u) << name;
    EXPECT_GE(file.indicators.size(), 20u);
    EXPECT_EQ(file.taken, file.found) << name;
  }
}

TEST_F(ARealFile, OfCouncilTaxSupportHasItsQuartersSideBySide) {
  const auto file = taken("council_tax/LCTS_claimants__Table_2_quarterly_2015_2022.csv");
  EXPECT_EQ(file.periods.size(), 31u);
  ASSERT_EQ(file.indicators.size(), 1u);
  EXPECT_TRUE(file.indicators.front().title.starts_with("Table 2: Local Council Tax Support (LCTS) claimants who are pensioners"));
  ASSERT_NE(find(file, file.indicators.front().title, "E07000239", "2015/16 Q1"), nullptr);
  EXPECT_EQ(find(file, file.indicators.front().title, "E07000239", "2015/16 Q1")->value, 4602);
  EXPECT_EQ(find(file, file.indicators.front().title, "E07000239", "2022/23 Q3")->value, 3308);
  EXPECT_TRUE(says(file, "were read as the quarter that holds the day"));
  EXPECT_GT(left_out(file, "The column ‘Percentage Change"), 600) << "what is of no period is said to be left out";
}

TEST_F(ARealFile, OfReceiptsByQuarterTakesTheYearThatIsTyped) {
  Reading reading;
  reading.whole = calendar::Period::year({2024});
  EXPECT_EQ(taken("council_tax/lancashire_council_tax_quarterly_receipts_2024-25.csv", reading).indicators.size(), 4u);
}

TEST_F(ARealFile, OfTheFourDistrictsIsUnderstoodForItsYear) {
  const auto file = taken("deprivation_population/population_all_ages_1991_2023.csv");
  std::set<std::string> of_2015;
  for (const auto& f : file.figures)
    if (file.periods[f.period].words() == "2015") of_2015.insert(all.all()[f.area].code);
  const auto waste = taken("defra_waste_flytipping/LA_collection__Table_3.csv");
  int corby = 0, after = 0, merged = 0;
  for (const auto& f : waste.figures) {
    const auto& code = all.all()[f.area].code;
    const bool is_after = waste.periods[f.period].first() >= kit::Date::of(2021, 4, 1);
    const bool is_district = code == "E07000150" || code == "E07000152" || code == "E07000153" || code == "E07000156";
    corby += code == "E07000150" && !is_after;
    after += is_district && is_after;
    merged += code == "E06000061" && is_after;
  }
  EXPECT_GE(corby, 20) << "Corby while it was";
  EXPECT_EQ(after, 0) << "and no longer";
  EXPECT_GE(merged, 4) << "North Northamptonshire since April 2021";
  EXPECT_TRUE(of_2015.contains("E06000061")) << "a past that was worked out anew is kept, and said";
  EXPECT_TRUE(says(file, "worked them out anew: "));
}

TEST_F(ARealFile, KeepsTheMarksOfItsPublisher) {
  const auto ons = taken("ons_els/ons_els_english_areas_long.csv.gz");
  for (const std::string mark : {"c", "x", "z", "u"})
    EXPECT_TRUE(std::ranges::any_of(ons.figures, [&](const auto& f) { return f.mark == mark; })) << mark;
  EXPECT_TRUE(std::ranges::none_of(ons.figures, [](const auto& f) { return f.mark == "c" && f.value; }))
      << "what is confidential has no value";
  EXPECT_TRUE(std::ranges::any_of(ons.figures, [](const auto& f) { return f.low && f.high; }));
}

TEST_F(ARealFile, ThatIsOfNoCouncilIsRefusedWithASentence) {
  const std::string no_columns = "file: No line names its columns so that an area, a period and a value can be told.";
  EXPECT_TRUE(refused("nhs/ae_attendances.csv").starts_with(no_columns)) << "of hospital trusts";
  EXPECT_TRUE(refused("council_tax/LCTS_la_validation_comments_2022_Q1.csv").starts_with(no_columns)) << "officers' comments";
  EXPECT_TRUE(refused("neighbours/dfe_statistical_neighbours_2025_wide.csv").starts_with("period: ")) << "a list of neighbours";
  EXPECT_NE(refused("dfe_lait/la_code_list.xlsx"), "") << "a workbook";
}

}  // namespace
}  // namespace compare
