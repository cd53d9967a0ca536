#include "kit/memory.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

namespace kit {
namespace {

std::size_t size_of(const std::string& text) { return text.size(); }

struct Maker {
  Memory& memory;
  std::atomic<int> made{0};
  std::string get(std::int64_t version, const std::string& name, std::size_t size = 10) {
    return *memory.get<std::string>(
        version, name,
        [&] { ++made; return std::make_shared<const std::string>(size, 'x'); }, size_of);
  }
};

TEST(KeepingWhatWasMade, MakesAThingOnceForAVersion) {
  Memory memory(10'000);
  Maker maker{memory};
  maker.get(1, "board");
  maker.get(1, "board");
  EXPECT_EQ(maker.made, 1);
}

TEST(KeepingWhatWasMade, MakesItAgainWhenTheDataMovedAndDropsTheOld) {
  Memory memory(10'000);
  Maker maker{memory};
  maker.get(1, "board");
  const auto before = memory.bytes();
  maker.get(2, "board");
  EXPECT_EQ(maker.made, 2);
  EXPECT_EQ(memory.bytes(), before);
  EXPECT_EQ(memory.find<std::string>(1, "board"), nullptr);
  EXPECT_NE(memory.find<std::string>(2, "board"), nullptr);
}

TEST(KeepingWhatWasMade, ServesALatecomerItsOldVersionWithoutLosingTheNew) {
  Memory memory(10'000);
  Maker maker{memory};
  maker.get(2, "board", 7);
  EXPECT_EQ(maker.get(1, "board", 5).size(), 5u);
  EXPECT_EQ(maker.get(2, "board").size(), 7u);
}

TEST(KeepingWhatWasMade, ForgetsTheLeastRecentlyUsedWhenItIsFull) {
  Memory memory(3'000);
  Maker maker{memory};
  maker.get(1, "a", 1000);
  maker.get(1, "b", 1000);
  maker.get(1, "a", 1000);
  maker.get(1, "c", 1000);
  EXPECT_NE(memory.find<std::string>(1, "a"), nullptr);
  EXPECT_EQ(memory.find<std::string>(1, "b"), nullptr);
  EXPECT_LE(memory.bytes(), 3'000u);
}

TEST(KeepingWhatWasMade, DoesNotKeepWhatIsLargerThanAllItsRoom) {
  Memory memory(1'000);
  Maker maker{memory};
  EXPECT_EQ(maker.get(1, "a", 5000).size(), 5000u);
  EXPECT_EQ(memory.bytes(), 0u);
}

TEST(KeepingWhatWasMade, TellsThingsOfDifferentTypesApart) {
  Memory memory(10'000);
  Maker maker{memory};
  maker.get(1, "x");
  EXPECT_EQ(memory.find<int>(1, "x"), nullptr);
}

TEST(KeepingWhatWasMade, LetsManyWaitForOneMaking) {
  Memory memory(10'000);
  std::atomic<int> made{0};
  std::vector<std::thread> askers;
  for (int i = 0; i < 8; ++i) {
    askers.emplace_back([&] {
      const auto got = memory.get<std::string>(
          1, "slow",
          [&] {
            ++made;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            return std::make_shared<const std::string>("made");
          },
          size_of);
      EXPECT_EQ(*got, "made");
    });
  }
  for (auto& asker : askers) asker.join();
  EXPECT_EQ(made, 1);
}

TEST(KeepingWhatWasMade, PassesAFailureOnAndTriesAgainNextTime) {
  Memory memory(10'000);
  const std::function<std::shared_ptr<const std::string>()> failing = []() -> std::shared_ptr<const std::string> {
    throw std::runtime_error("the disk failed");
  };
  EXPECT_THROW(memory.get<std::string>(1, "a", failing, size_of), std::runtime_error);
  Maker maker{memory};
  EXPECT_EQ(maker.get(1, "a").size(), 10u);
}

}  // namespace
}  // namespace kit
