#include "kit/log.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "kit/failure.h"
#include "kit/http_test.h"
#include "kit/secret.h"

namespace kit {
namespace {

std::string logged(const std::function<void()>& happening) {
  const auto path = (std::filesystem::temp_directory_path() / ("log-" + random_name())).string();
  log_to_file(path);
  happening();
  flush_log();
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  std::filesystem::remove(path);
  return text.str();
}

TEST(TheLog, CannotBeForgedByAValue) {
  const auto text = logged([] { log(Level::note, "import", {{"file", "a\nlevel=error what=\"forged\"\r\x1b[2J\xff.csv"}}); });
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
  EXPECT_NE(text.find("what=import file=\"a\\nlevel=error what=\\\"forged\\\"\\r\\x1b[2J\\xff.csv\"\n"), std::string::npos) << text;
}

TEST(TheLog, QuotesWhatIsNotOneWord) {
  EXPECT_EQ(log_value("/indicators/{code}"), "/indicators/{code}");
  EXPECT_EQ(log_value("two words"), "\"two words\"");
  EXPECT_EQ(log_value("a=b"), "\"a=b\"");
  EXPECT_EQ(log_value(""), "\"\"");
}

TEST(TheLog, TellsOfARequestWithoutTellingOfThePerson) {
  const auto text = logged([] {
    Site site;
    site.routes.add(Method::get, "/officers/{name}", [](const Request&) { return Response::html("x"); });
    const tests::Served served(std::move(site));
    tests::Client(served).get("/officers/Priya?note=private", "Cookie: session=secret\r\n");
  });
  EXPECT_NE(text.find("what=request"), std::string::npos);
  EXPECT_NE(text.find("method=GET route=/officers/{name} status=200 ms="), std::string::npos) << text;
  for (const char* personal : {"Priya", "private", "secret", "127.0.0.1"}) EXPECT_EQ(text.find(personal), std::string::npos) << personal;
}

TEST(TheLog, SaysWhenItsFileCannotBeOpened) { EXPECT_THROW(log_to_file("/nowhere/at/all.log"), Failure); }

}  // namespace
}  // namespace kit
