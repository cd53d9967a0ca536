#include "kit/repacked.h"

#include <gtest/gtest.h>

#include "kit/failure.h"
#include "kit/sheet_sample.h"
#include "kit/sheet_zip.h"

namespace kit {
namespace {

const PartsOut parts = {{"a.xml", "<a>one</a>"}, {"b.xml", "<b>" + std::string(5000, 'b') + "</b>"}};

TEST(RepackingAFile, ChangesOnePartAndKeepsTheOthers) {
  const auto made = repacked(zipped(parts), "a.xml", [](std::string text) { return text + "<!-- and more -->"; });
  EXPECT_EQ(part_of(made, "a.xml"), "<a>one</a><!-- and more -->");
  EXPECT_EQ(part_of(made, "b.xml"), parts[1].second);
  EXPECT_EQ(Package(made, {}).parts().size(), 2u);
}

TEST(RepackingAFile, GivesTheSameBytesEachTime) {
  const auto file = zipped(parts);
  const auto change = [](std::string text) { return "<!-- before -->" + text; };
  EXPECT_EQ(repacked(file, "b.xml", change), repacked(file, "b.xml", change));
}

TEST(RepackingAFile, FailsWhereThereIsNoSuchPart) {
  const auto same = [](std::string text) { return text; };
  EXPECT_THROW(repacked(zipped(parts), "c.xml", same), Failure);
  EXPECT_THROW(repacked("no archive", "a.xml", same), Failure);
}

}  // namespace
}  // namespace kit
