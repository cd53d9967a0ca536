#include "kit/fuzzed.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace kit {
namespace {

std::size_t each_file(const std::string& folder, const std::function<void(std::string_view)>& tried) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(SOURCE_ROOT "/tests/fuzz/") + folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    EXPECT_NO_THROW(tried(bytes)) << entry.path();
    ++count;
  }
  return count;
}

}  // namespace

TEST(EveryMangledFileEverFound, LeavesTheCsvReaderSound) { EXPECT_GE(each_file("csv", try_csv), 10u); }
TEST(EveryMangledFileEverFound, LeavesTheSheetReaderSound) { EXPECT_GE(each_file("sheet", try_sheet), 10u); }

TEST(EveryMangledFileEverFound, CanBeCutAnywhere) {
  each_file("csv", [](std::string_view bytes) {
    for (std::size_t length = 0; length < std::min<std::size_t>(bytes.size(), 400); ++length)
      try_csv(bytes.substr(0, length));
  });
  each_file("sheet", [](std::string_view bytes) {
    for (std::size_t length = 1; length < std::min<std::size_t>(bytes.size(), 400); length += 3)
      try_sheet(bytes.substr(0, length));
  });
}

}  // namespace kit
