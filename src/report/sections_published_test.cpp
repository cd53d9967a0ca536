// Published figures about the place, as a report tells them.
#include "report/pack_change.h"
#include "report/report_test.h"

namespace report {
namespace {

using namespace report::tests;
using calendar::Period;

std::vector<std::string> texts(const std::vector<Cell>& row) {
  std::vector<std::string> all;
  for (const auto& cell : row) all.push_back(cell.text);
  return all;
}

// Six districts, of which Smallborough is one, with a figure each year; more is better.
class District : public SmallCouncil {
 public:
  District() {
    std::vector<compare::Authority> all = {{"E07000998", "Smallborough"}};
    for (int i = 0; i < 5; ++i) all.push_back({"E0700000" + std::to_string(i), "Other " + std::to_string(i)});
    authorities_ = compare::Authorities(std::move(all));
    pack = pack_of(Shows::published);
    pack.sections[0].published = {{Theme::health, {"Atlas", "Adults who are active"}},
                                  {Theme::people, {"Atlas", "Residents aged 65 and over"}}};
  }

  Document compose(Form form = Form::full) const {
    return report::compose({pack, picture, Period::month(2025, 6),
                            [](const assess::Picture&, const Period&) { return compare::Elsewhere{}; },
                            [this](const assess::Picture&, const Period& until, const Section& section) {
                              return standings(until, section);
                            },
                            [this](Form) { return last; }},
                           form);
  }

  Pack pack;
  int newest = 2024;
  std::optional<Document> last;
  std::optional<compare::Story> story;

 private:
  std::vector<compare::AreaFigure> figures() const {
    std::vector<compare::AreaFigure> all;
    for (int year = 2023; year <= newest; ++year) {
      const auto period = Period::parse(std::to_string(year) + "-01-01/P1Y").value();
      all.push_back({"E07000998", period, 61.0 + (year - 2023), {}, {}, year == 2024 ? "p" : ""});
      for (int i = 0; i < 5; ++i) all.push_back({"E0700000" + std::to_string(i), period, 50.0 + 2 * i, {}, {}, ""});
    }
    return all;
  }
  std::vector<compare::PublishedStanding> standings(const Period& until, const Section& section) const {
    std::vector<compare::PublishedStanding> all;
    std::vector<compare::Story> stories;
    if (story) stories.push_back(*story);
    const auto given = figures();
    for (const auto& one : section.published) {
      const compare::Load load{.number = 1,
                               .data_set = one.series.data_set,
                               .publisher = "The Office",
                               .licence = "OGL v3.0",
                               .published = kit::Date::of(2025, 3, 1),
                               .at = *kit::Moment::parse("2025-04-02T09:00:00Z")};
      const compare::PublishedIndicator indicator{
          one.series.title, "%",
          one.theme == Theme::health ? std::optional(indicator::Polarity::high_good) : std::nullopt};
      all.push_back(compare::standing({load, indicator, given, stories}, authorities_, *authorities_.find("E07000998"), {}, until));
    }
    return all;
  }
  compare::Authorities authorities_;
};

TEST(TheDistrictInAReport, StandsUnderItsHeadingsWithWhatChanged) {
  const District district;
  const auto document = district.compose();
  EXPECT_EQ(document.answer, "Of two published figures about the district, one is in the best quarter and one has no better quarter.");
  const auto headings = blocks_in<Heading>(document);
  ASSERT_EQ(headings.size(), 3u);
  EXPECT_EQ(headings[0].text, "Demographics");
  EXPECT_EQ(headings[1].text, "Health");
  EXPECT_EQ(headings[2].text, "Where these figures come from");
  const auto row = blocks_in<Table>(document)[1].rows[0];
  EXPECT_EQ(texts(row), (std::vector<std::string>{"Adults who are active", "62%", "54%", "In the best quarter",
                                                  "Up 1 point from 61% in 2023",
                                                  "Up 1 point from 61% in 2023, over two periods."}));
  EXPECT_EQ(row[1].below, "2024 · provisional");
  EXPECT_EQ(row[1].number, 62.0);
  EXPECT_EQ(row[2].below, "the same");
  EXPECT_EQ(row[3].below, "of 6 shire districts");
  EXPECT_EQ(row[5].line, (std::vector<std::optional<double>>{61.0, 62.0}));
  EXPECT_EQ(blocks_in<List>(document)[0].items,
            (std::vector<std::string>{
                "Atlas, The Office, published on 1 March 2025. Licence: OGL v3.0. Brought in on 2 April 2025."}));
}

TEST(TheDistrictInAReport, SaysWhatIsNewSinceTheLastReport) {
  District district;
  district.newest = 2023;
  district.last = district.compose();
  EXPECT_EQ(blocks_in<Table>(district.compose())[0].rows[0][4].below, "As in the last report");
  district.newest = 2024;
  const auto document = district.compose();
  EXPECT_TRUE(document.answer.ends_with(" Two are new since the last report.")) << document.answer;
  EXPECT_EQ(blocks_in<Table>(document)[0].rows[0][4].below, "New since the last report");
  district.last->facts[0].shown = "60%";
  district.last->facts[0].period = document.facts[0].period;
  EXPECT_EQ(blocks_in<Table>(district.compose())[1].rows[0][4].below, "Revised: 60% in the last report");
}

TEST(TheDistrictInAReport, SaysNothingOfALastReportThatKnewNoPublishedFigures) {
  District district;
  district.last = SmallCouncil().compose(pack_of(Shows::published));
  EXPECT_EQ(blocks_in<Table>(district.compose())[0].rows[0][4].below, "");
}

TEST(TheDistrictInAReport, TellsEachFigureAsAFactOnce) {
  District district;
  district.pack.sections.push_back(district.pack.sections[0]);
  district.pack.sections[1].name = "again";
  const auto facts = district.compose().facts;
  ASSERT_EQ(facts.size(), 2u);
  EXPECT_EQ(facts[0].indicator, "Atlas: Adults who are active");
  EXPECT_EQ(facts[0].kind, published_kind);
  EXPECT_EQ(facts[0].value, 62.0);
  EXPECT_EQ(facts[0].direction_words, "Up 1 point from 61% in 2023");
}

TEST(TheDistrictInAReport, KeepsTheCouncilsOwnWordsOutOfThePublicForm) {
  District district;
  district.story = compare::Story{{"Atlas", "Adults who are active"},
                                  Period::parse("2024-01-01/P1Y").value(),
                                  1,
                                  "Two pools were shut.",
                                  "p.shah",
                                  {}};
  const auto notes = blocks_in<Note>(district.compose());
  ASSERT_FALSE(notes.empty());
  EXPECT_EQ(notes[0].text, "Two pools were shut.");
  EXPECT_EQ(notes[0].by, "Written for 2024");
  EXPECT_TRUE(blocks_in<Note>(district.compose(Form::open)).empty());
}

TEST(TheDistrictInAReport, SaysWhatToDoWhereNothingWasChosen) {
  District district;
  district.pack.sections[0].published.clear();
  EXPECT_EQ(
      district.compose().answer,
      "No published figures were chosen for this section yet. The performance team chooses them: change this report, open “Section one”, and choose its published figures.");
}

TEST(TheDistrictInAReport, SaysWhereNoFileHasASeriesAnyMore) {
  compare::PublishedStanding gone;
  gone.stands.series = {"Atlas", "Old"};
  SmallCouncil council;
  auto pack = pack_of(Shows::published);
  pack.sections[0].published = {{Theme::other, gone.stands.series}};
  const auto document =
      report::compose({pack,
                       council.picture,
                       SmallCouncil::june,
                       {},
                       [&](const assess::Picture&, const Period&, const Section&) { return std::vector{gone}; },
                       [](Form) { return std::nullopt; }},
                      Form::full);
  EXPECT_EQ(blocks_in<Table>(document)[0].rows[0][4].text, "No file that was here then has it.");
  EXPECT_TRUE(blocks_in<List>(document)[0].items.empty());
}

const council::Asker team{.person = "i.greaves", .role = council::Role::performance_team};

TEST(ChoosingPublishedFigures, AddsThemOnceAndTakesThemOut) {
  auto pack = pack_of(Shows::published);
  const PlaceFigure active{Theme::health, {"Atlas", "Active"}}, residents{Theme::people, {"Atlas", "Residents"}};
  auto more = show_published(pack, "one", {active, residents, active}, team, {100});
  ASSERT_TRUE(more);
  EXPECT_EQ(more->sections[0].published, (std::vector<PlaceFigure>{active, residents}));
  EXPECT_EQ(more->edition, 1);
  const auto fewer = take_out_published(*more, "one", active.series, team, {200});
  ASSERT_TRUE(fewer);
  EXPECT_EQ(fewer->sections[0].published, std::vector<PlaceFigure>{residents});
  EXPECT_EQ(compare_published_with(*fewer, "one", "list:CIPFA", team, {300})->sections[0].compare_with, "list:CIPFA");
}

TEST(ChoosingPublishedFigures, AsksForAtLeastOneAndForASectionThatShowsThem) {
  EXPECT_EQ(show_published(pack_of(Shows::published), "one", {}, team, {100}).refusals().all()[0].sentence,
            "Tick at least one published figure.");
  EXPECT_FALSE(show_published(pack_of(Shows::money), "one", {{Theme::people, {"Atlas", "Residents"}}}, team, {100}));
  std::vector<PlaceFigure> many;
  for (int i = 0; i < 61; ++i) many.push_back({Theme::people, {"Atlas", std::to_string(i)}});
  EXPECT_FALSE(show_published(pack_of(Shows::published), "one", many, team, {100}));
}

TEST(ChoosingPublishedFigures, StaysWhenTheSectionIsChangedOtherwise) {
  auto pack = pack_of(Shows::published);
  pack.sections[0].published = {{Theme::people, {"Atlas", "Residents"}}};
  pack.sections[0].compare_with = "region";
  auto typed_again = typed(pack.sections[0]);
  typed_again.title = "Another title";
  const auto changed = change_section(pack, "one", typed_again, team, {100});
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->sections[0].published, pack.sections[0].published);
  EXPECT_EQ(changed->sections[0].compare_with, "region");
}

TEST(PublishedFiguresOfASection, AreKeptWithItAndMissingInOlderOnes) {
  auto pack = pack_of(Shows::published);
  pack.sections[0].published = {{Theme::people, {"Atlas & more", "Residents, 65=and over\n"}}, {Theme::other, {"", "x"}}};
  pack.sections[0].compare_with = "list:Most like us";
  EXPECT_EQ(unpacked_sections(packed_sections(pack.sections)), pack.sections);
  EXPECT_EQ(unpacked_sections("=one&=words&=Old&=none&=0&=&=&=&=&=&=&=\n"),
            (std::vector<Section>{{"one", Shows::words, "Old", {}, Grouping::none, 0}}));
}

}  // namespace
}  // namespace report
