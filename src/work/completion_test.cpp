#include "work/completion.h"

#include <gtest/gtest.h>

#include <deque>

namespace work {
namespace {

using collect::Due;
using collect::Stage;

const kit::Moment in_time = *kit::Moment::parse("2025-07-10T09:00:00Z"),
                  late = *kit::Moment::parse("2025-07-24T09:00:00Z"),
                  after = *kit::Moment::parse("2025-08-02T09:00:00Z");

// Figures of one period, each of a service and at a step.
struct Told {
  std::deque<indicator::Definition> definitions;
  std::deque<collect::Figures> figures;
  std::vector<Due> dues;
  council::Council council;

  Told() {
    using Kind = council::Unit::Kind;
    council.units = {{Kind::directorate, "PLACE", "Place", ""},
                     {Kind::service, "WASTE", "Waste", "PLACE"},
                     {Kind::service, "HOMES", "Homes", "PLACE"},
                     {Kind::directorate, "PEOPLE", "People", ""}};
  }
  Due& due(const char* service) {
    auto& d = definitions.emplace_back();
    d.service = service;
    d.frequency = calendar::Frequency::quarterly;
    Due one;
    one.definition = &d;
    one.figures = &figures.emplace_back();
    one.period = calendar::Period::quarter({2025}, 1);
    one.cycle = calendar::usual_cycle(d.frequency);
    one.window = calendar::window(one.cycle, one.period);
    return dues.emplace_back(one);
  }
  Due& due(const char* service, Stage stage) {
    auto& one = due(service);
    one.entry.edition = 1;
    one.entry.stage = stage;
    return one;
  }
  void reported(const char* service, collect::Standing standing, collect::State state = collect::State::given) {
    auto& one = due(service, Stage::reported);
    collect::Figure figure;
    figure.period = one.period;
    figure.standing = standing;
    figure.state = state;
    figure.value = kit::Decimal::whole(1);
    figures.back().push_back(figure);
  }
};

TEST(Completion, PutsEachFigureInOnePlace) {
  Told told;
  told.due("WASTE");
  told.due("WASTE", Stage::entered);
  told.due("WASTE", Stage::returned);
  told.due("WASTE", Stage::checked);
  const auto tally = tally_of(told.dues, in_time);
  EXPECT_EQ(tally.due, 4);
  EXPECT_EQ(tally.to_enter, 1);
  EXPECT_EQ(tally.to_check, 1);
  EXPECT_EQ(tally.came_back, 1);
  EXPECT_EQ(tally.in, 1);
  EXPECT_EQ(tally.waits(), 3);
  EXPECT_EQ(in_short(tally), "1 of 4 figures are in. One came back, one waits for its check and one is still to be entered.");
}

TEST(Completion, CallsLateWhatIsNotEnteredByTheDueDay) {
  Told told;
  told.due("WASTE");
  told.due("HOMES");
  EXPECT_EQ(in_short(tally_of(told.dues, late)), "0 of 2 figures are in. Two are late.");
}

TEST(Completion, CountsWhatWasReportedUncheckedAndWhatIsNotAvailable) {
  Told told;
  told.reported("WASTE", collect::Standing::unchecked);
  told.reported("WASTE", collect::Standing::final);
  told.reported("HOMES", collect::Standing::final, collect::State::delayed);
  const auto tally = tally_of(told.dues, after);
  EXPECT_EQ(tally.unchecked, 1);
  EXPECT_EQ(step_of(told.dues[0], after), Step::unchecked);
  EXPECT_EQ(step_of(told.dues[1], after), Step::reported);
  EXPECT_EQ(in_short(tally_of({told.dues[0], told.dues[1]}, after)), "2 of 2 figures are in. One was reported unchecked.");
}

TEST(Completion, GivesADirectorateWhatItsServicesHaveAndLeavesOutThoseWithoutAFigure) {
  Told told;
  told.due("WASTE");
  told.due("HOMES", Stage::entered);
  told.due("");
  const auto lines = by_unit(told.dues, told.council, late);
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[0].code, "PLACE");
  EXPECT_TRUE(lines[0].is_directorate);
  EXPECT_EQ(lines[0].tally.due, 2);
  EXPECT_EQ(lines[1].tally.late, 1);
  EXPECT_EQ(lines[2].tally.to_check, 1);
  EXPECT_EQ(lines[3].name, "No service");
}

}  // namespace
}  // namespace work
