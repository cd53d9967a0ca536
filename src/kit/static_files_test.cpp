#include "kit/static_files.h"

#include <gtest/gtest.h>

#include "kit/carried.h"
#include "kit/failure.h"
#include "kit/http_test.h"

namespace kit {
namespace {

// The program carries what static/ holds at build; these tests look at its largest style sheet or script.
std::string some_file() {
  Carried largest{};
  for (const auto& one : all_carried()) {
    const bool fits = one.path.starts_with("static/") && (one.path.ends_with(".css") || one.path.ends_with(".js"));
    if (fits && one.bytes.size() > largest.bytes.size()) largest = one;
  }
  return largest.path.empty() ? "" : std::string(largest.path.substr(7));
}

TEST(AStaticFile, HasAnAddressThatNamesItsContent) {
  const auto name = some_file();
  ASSERT_FALSE(name.empty()) << "the program carries no style sheet and no script";
  const auto address = static_address(name);
  EXPECT_TRUE(address.starts_with("/static/" + name.substr(0, name.rfind('.')) + "."));
  EXPECT_EQ(address.size(), std::string("/static/").size() + name.size() + 11);
  EXPECT_EQ(*static_file(address)->body, carried("static/" + name));
}

TEST(AStaticFile, IsKeptForEverUnderThatAddressAndAskedForAgainUnderItsName) {
  const auto name = some_file();
  ASSERT_FALSE(name.empty()) << "the program carries no style sheet and no script";
  const tests::Served served(Site{});
  tests::Client client(served);
  const auto kept = client.get(static_address(name), "Accept-Encoding: br\r\n");
  EXPECT_EQ(kept.status, 200);
  EXPECT_TRUE(kept.says("immutable"));
  const auto bytes = carried("static/" + name);
  EXPECT_EQ(kept.says("Content-Encoding: br"), bytes.size() > 1024);
  EXPECT_LE(kept.body.size(), bytes.size());
  const auto plain = client.get("/static/" + name);
  EXPECT_TRUE(plain.says("Cache-Control: public, no-cache"));
  EXPECT_EQ(plain.body, carried("static/" + name));
}

TEST(AStaticFile, ThatIsNotCarriedIsNotServedWhateverItsName) {
  const tests::Served served(Site{});
  for (const char* bad : {"/static/", "/static/nothing.css", "/static//etc/passwd", "/static/seeds/x"}) {
    EXPECT_EQ(tests::Client(served).get(bad).status, 404) << bad;
  }
  EXPECT_THROW(static_address("nothing.css"), Defect);
}

}  // namespace
}  // namespace kit
