#include "kit/child.h"

#include <gtest/gtest.h>

#include <thread>

#include "kit/temporary_folder.h"

namespace kit {
namespace {

using std::chrono::milliseconds;

TEST(AProgramThatWorksForUs, HoldsMemoryWhileItLives) {
  const TemporaryFolder folder;
  Child child("/bin/sleep", {"30"}, folder.path(), Child::Talks::not_at_all);
  EXPECT_GT(child.memory(), 0u);
}

// The system still lists one that has ended and that nobody has asked after, and refuses to tell what it held.
TEST(AProgramThatWorksForUs, HoldsNothingOnceItHasEnded) {
  const TemporaryFolder folder;
  Child child("/bin/true", {}, folder.path(), Child::Talks::not_at_all);
  std::this_thread::sleep_for(milliseconds(200));
  EXPECT_EQ(child.memory(), 0u);
  EXPECT_EQ(child.ended(), 0);
}

}  // namespace
}  // namespace kit
