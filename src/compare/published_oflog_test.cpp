// The medians, and the median distances from them, that Oflog published with its adult social care figures: found again from the figures
// alone, through the file, the engine and the rule.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "assess/assess_table.h"
#include "assess/benchmark.h"
#include "compare/authority_table.h"
#include "compare/published_store.h"
#include "kit/number.h"

namespace compare {
namespace {

const std::string shared = SOURCE_ROOT "/../shared/";
const std::map<std::string, std::string> titles = {
    {"ASC1", "Outcome, ASC Carer Quality of Life"},
    {"ASC2", "Outcome, ASC Quality of Life"},
    {"ASC3", "Outcome, Ease of finding information about services : service users"},
    {"ASC4", "Outcome, Ease of finding information about support : carers"},
    {"ASC5", "Outcome, Outcome of short-term services: sequel to service"},
    {"ASC6", "Outcome, Requests resulting in a service"},
    {"ASC7", "Outcome, Workforce turnover rate"}};

struct Known {
  std::string title, year;
  std::map<std::string, std::array<double, 3>> of_area;  // median, MAD, MADs from the median
};

std::vector<Known> known_answers() {
  std::map<std::string, Known> sets;
  std::ifstream input(shared + "cases/benchmark/benchmark_input.csv"), expected(shared + "cases/benchmark/benchmark_expected.csv");
  assess::Table in(input, {}), out(expected, {});
  for (const auto& row : in.rows()) {
    auto& set = sets[std::string(in.text(row, "set"))];
    set.title = titles.at(std::string(in.text(row, "measure")));
    set.year = std::string(in.text(row, "year"));
    set.year[4] = '/';
  }
  for (const auto& row : out.rows()) {
    if (out.text(row, "group") != "England") continue;
    const auto number = [&](const char* name) { return kit::read_double(out.text(row, name)).value_or(0); };
    sets[std::string(out.text(row, "set"))].of_area[std::string(out.text(row, "area_code"))] = {
        number("median"), number("mad"), number("mads_from_median")};
  }
  std::vector<Known> all;
  for (auto& [name, set] : sets)
    if (!set.of_area.empty()) all.push_back(std::move(set));
  return all;
}

TEST(OflogsPublishedFigures, GiveItsMediansAndMedianDistancesAgain) {
  std::ifstream register_in(shared + "data/la_codes/mysociety_uk_local_authorities_current.csv", std::ios::binary),
      in(shared + "data/oflog_asc/oflog_asc_values_only.csv", std::ios::binary);
  if (!register_in || !in) GTEST_SKIP() << "Oflog's figures are not on this machine, so they are not read.";
  const Authorities all(*read_authorities(register_in));
  const auto file = read_published(in, all);
  ASSERT_TRUE(file);
  const std::string folder = testing::TempDir() + "/goldenthread-oflog-" + std::to_string(::getpid());
  {
    kit::Duck duck{kit::DuckSettings{.folder = folder}};
    const auto sets = known_answers();
    EXPECT_EQ(sets.size(), 7u);
    for (const auto& set : sets) {
      PublishedFile of_one = *file;
      std::erase_if(of_one.figures, [&](const auto& f) {
        return file->indicators[f.indicator].title != set.title || file->periods[f.period].words() != set.year;
      });
      EXPECT_GE(of_one.figures.size(), set.of_area.size()) << set.title;
      Load load{.data_set = "ASC"};
      keep_figures(duck, of_one, all, load);
      std::vector<std::string> areas;
      for (const auto& [area, answer] : set.of_area) areas.push_back(area);
      const auto places = places_of(duck, load, areas.front(), areas);
      ASSERT_EQ(places.size(), 1u) << set.title;
      const auto& [median, mad, distance] = set.of_area.begin()->second;
      EXPECT_NEAR(places[0].median, median, 1e-9) << set.title;
      EXPECT_NEAR(places[0].mad, mad, 1e-9) << set.title;
      if (mad > 0) { EXPECT_NEAR((places[0].own - places[0].median) / places[0].mad, distance, 1e-8) << set.title; }
    }
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace compare
