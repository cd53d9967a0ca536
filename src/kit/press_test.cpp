#include "kit/press.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

#include "kit/failure.h"
#include "kit/made_files.h"
#include "kit/temporary_folder.h"

namespace kit {
namespace {

using Is = Standing::Is;
using std::chrono::milliseconds;

class ThePress : public testing::Test {
 protected:
  PressSettings settings() const { return {.folder = folder_.file("made"), .browser = "", .pandoc = "", .word_reference = ""}; }

  // Until it stands as expected, or two seconds have gone.
  static Is until(Press& press, const std::string& name, Is expected) {
    for (int i = 0; i < 200 && press.standing(name).is != expected; ++i) std::this_thread::sleep_for(milliseconds(10));
    return press.standing(name).is;
  }

  TemporaryFolder folder_;
};

Press::Make writes(std::string bytes) {
  return [bytes = std::move(bytes)](Press::Tools&) { return bytes; };
}

// Works until it is told to stop or wanted no more.
Press::Make works_while(std::shared_future<void> goes) {
  return [goes](Press::Tools& tools) {
    while (goes.wait_for(milliseconds(5)) != std::future_status::ready)
      if (!tools.watch.is_wanted()) throw Failure("It was stopped.");
    return std::string("done");
  };
}

TEST_F(ThePress, MakesAFileOnceAndHasItForWhoeverAsksNext) {
  std::atomic<int> times = 0;
  const Press::Make make = [&](Press::Tools&) { return std::to_string(++times); };
  {
    Press press(settings());
    EXPECT_EQ(press.standing("a.pdf").is, Is::unknown);
    press.ask("a.pdf", "one", make);
    EXPECT_EQ(until(press, "a.pdf", Is::made), Is::made);
    EXPECT_EQ(press.ask("a.pdf", "another", make).is, Is::made);
    EXPECT_EQ(press.find("a.pdf"), "1");
  }
  Press after_a_restart(settings());
  EXPECT_EQ(after_a_restart.find("a.pdf"), "1");
  EXPECT_EQ(times, 1);
}

TEST_F(ThePress, SaysWhoComesBeforeAndRefusesWhenTooManyWait) {
  auto few = settings();
  few.most_waiting = 3;
  std::promise<void> end;
  Press press(few);
  press.ask("a", "one", works_while(end.get_future().share()));
  EXPECT_EQ(until(press, "a", Is::being_made), Is::being_made);
  press.ask("b", "one", writes("b"));
  const auto third = press.ask("c", "one", writes("c"));
  EXPECT_EQ(third.is, Is::waiting);
  EXPECT_EQ(third.before, 2);
  EXPECT_EQ(press.ask("d", "one", writes("d")).is, Is::too_many);
  end.set_value();
  EXPECT_EQ(until(press, "c", Is::made), Is::made);
  EXPECT_EQ(press.find("b"), "b");
}

TEST_F(ThePress, GivesAFileUpOnlyWhenNobodyWaitsForIt) {
  std::promise<void> never;
  Press press(settings());
  const auto make = works_while(never.get_future().share());
  press.ask("a", "one", make);
  press.ask("a", "another", make);
  EXPECT_EQ(until(press, "a", Is::being_made), Is::being_made);
  press.leave("a", "one");
  press.leave("a", "somebody who never asked");
  EXPECT_EQ(press.standing("a").is, Is::being_made);
  press.leave("a", "another");
  EXPECT_EQ(until(press, "a", Is::unknown), Is::unknown);
}

TEST_F(ThePress, SaysWhyAFileCouldNotBeMadeUntilItIsAskedForAnew) {
  Press press(settings());
  press.ask("a", "one", [](Press::Tools&) -> std::string { throw Failure("The paper is out."); });
  EXPECT_EQ(until(press, "a", Is::failed), Is::failed);
  EXPECT_EQ(press.ask("a", "one", writes("a")).why, "The paper is out.");
  press.forget("a");
  press.ask("a", "one", writes("a"));
  EXPECT_EQ(until(press, "a", Is::made), Is::made);
}

TEST_F(ThePress, EndsAtOnceWhatIsBeingMadeWhenTheServerStops) {
  std::promise<void> never;
  const auto begun = std::chrono::steady_clock::now();
  {
    Press press(settings());
    press.ask("a", "one", works_while(never.get_future().share()));
    until(press, "a", Is::being_made);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(20));  // it would last for ever
}

TEST_F(ThePress, ThrowsAwayWhatIsUnreadForLongestWhenTheFolderIsFull) {
  MadeFiles files(folder_.file("small"), 100);
  for (const auto* name : {"a", "b", "c"}) {
    files.put(name, std::string(40, 'x'));
    std::this_thread::sleep_for(milliseconds(15));
  }
  EXPECT_FALSE(files.has("a"));
  EXPECT_TRUE(files.has("b"));
  std::this_thread::sleep_for(milliseconds(15));
  files.find("b");
  files.put("d", std::string(40, 'x'));
  EXPECT_TRUE(files.has("b"));
  EXPECT_FALSE(files.has("c"));
  EXPECT_THROW(files.has("../server.key"), Defect);
}

TEST_F(ThePress, ClearsWhatWasNeverFinishedLongAgoAndNotWhatAnotherProgramIsWriting) {
  const auto place = std::filesystem::path(folder_.file("shared"));
  std::filesystem::create_directories(place);
  for (const auto* name : {"old.new", "now.new"}) std::ofstream(place / name) << "half";
  std::filesystem::last_write_time(place / "old.new", std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
  const MadeFiles files(place.string(), 100);
  EXPECT_FALSE(std::filesystem::exists(place / "old.new"));
  EXPECT_TRUE(std::filesystem::exists(place / "now.new"));
}

TEST(AProgramThatWorksForUs, IsEndedWithEverythingItStartedWhenItTakesTooLong) {
  const TemporaryFolder folder;
  const auto ran = run_watched("/bin/sh", {"-c", "(sleep 0.6; echo late > late) & sleep 60"}, folder.path(),
                               {.until = std::chrono::steady_clock::now() + milliseconds(150)});
  EXPECT_EQ(ran.kept, Kept::too_long);
  std::this_thread::sleep_for(milliseconds(900));
  EXPECT_NE(::access(folder.file("late").c_str(), F_OK), 0);
}

TEST(AProgramThatWorksForUs, IsEndedWhenItTakesTooMuchMemory) {
  const TemporaryFolder folder;
  const auto ran =
      run_watched("/bin/sh", {"-c", "x=$(head -c 120000000 /dev/zero | tr '\\0' x); sleep 60"}, folder.path(),
                  {.until = std::chrono::steady_clock::now() + std::chrono::seconds(30), .most_memory = 60u << 20});
  EXPECT_EQ(ran.kept, Kept::too_large);
}

TEST(AProgramThatWorksForUs, GetsNothingOfOurEnvironmentAndAnswersItsCode) {
  const TemporaryFolder folder;
  ::setenv("GOLDENTHREAD_SECRET", "told to nobody", 1);
  const auto ran = run_watched(
      "/bin/sh", {"-c", "[ -z \"$GOLDENTHREAD_SECRET\" ] && [ \"$PWD\" = \"$HOME\" ] && exit 7"}, folder.path(), {});
  EXPECT_EQ(ran.code, 7);
  EXPECT_THROW(run_watched("/no/such/program", {}, folder.path(), {}), Failure);
}

}  // namespace
}  // namespace kit
