#include "kit/temporary_folder.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace kit {
namespace {

namespace files = std::filesystem;
using std::chrono::seconds;

// In a temporary folder of its own, so that no other test's is in the way.
class ATemporaryFolder : public testing::Test {
 protected:
  void SetUp() override {
    if (const char* set = std::getenv("TMPDIR")) before_ = set;
    place_ = files::temp_directory_path() / ("test-of-folders-" + std::to_string(::getpid()));
    files::create_directories(place_);
    ::setenv("TMPDIR", place_.c_str(), 1);
  }
  void TearDown() override {
    if (before_.empty()) ::unsetenv("TMPDIR");
    else ::setenv("TMPDIR", before_.c_str(), 1);
    files::remove_all(place_);
  }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(files::directory_iterator(place_), files::directory_iterator()));
  }

  // Another program that has one, with a file in it, and lives until it is killed.
  static pid_t another() {
    int told[2];
    EXPECT_EQ(::pipe(told), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      const TemporaryFolder folder;
      std::ofstream(folder.file("page.html")) << "half a page";
      [[maybe_unused]] const auto said = ::write(told[1], "x", 1);
      for (;;) ::pause();
    }
    char heard = 0;
    EXPECT_EQ(::read(told[0], &heard, 1), 1);
    ::close(told[0]);
    ::close(told[1]);
    return child;
  }

  std::string before_;
  files::path place_;
};

TEST_F(ATemporaryFolder, LastsAsLongAsItsObjectAndIsForUsAlone) {
  std::string path;
  {
    const TemporaryFolder folder;
    path = folder.path();
    EXPECT_EQ(files::status(path).permissions(), files::perms::owner_all);
    std::ofstream(folder.file("a.txt")) << "a";
  }
  EXPECT_FALSE(files::exists(path));
}

TEST_F(ATemporaryFolder, OfAKilledProgramIsClearedAndOfALivingOneIsNot) {
  const TemporaryFolder own;
  const pid_t child = another();
  EXPECT_EQ(clear_left_behind(seconds(0)), 0) << "both live";
  EXPECT_EQ(count(), 2u);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_EQ(clear_left_behind(), 0) << "it is younger than a minute";
  EXPECT_EQ(clear_left_behind(seconds(0)), 1);
  EXPECT_EQ(count(), 1u);
  EXPECT_TRUE(files::exists(own.path()));
}

TEST_F(ATemporaryFolder, OfAnotherNameOrThroughALinkIsLeftAlone) {
  files::create_directories(place_ / "goldenthread-duck-1" / "kept");
  files::create_directories(place_ / "elsewhere" / "kept");
  files::create_directory_symlink(place_ / "elsewhere", place_ / "goldenthread-press-link00");
  std::ofstream(place_ / "goldenthread-press-file00") << "a file";
  EXPECT_EQ(clear_left_behind(seconds(0)), 0);
  EXPECT_TRUE(files::exists(place_ / "elsewhere" / "kept"));
  EXPECT_TRUE(files::exists(place_ / "goldenthread-duck-1" / "kept"));
  EXPECT_EQ(count(), 4u);
}

}  // namespace
}  // namespace kit
