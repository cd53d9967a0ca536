#include <gtest/gtest.h>

#include "kit/failure.h"
#include "kit/http_writer.h"

namespace kit {
namespace {

std::string header_of(const Response& response, std::string_view name) {
  for (const auto& [told, value] : response.headers) {
    if (told == name) return value;
  }
  return "none";
}

std::string head_of(const Response& response, const Wishes& wishes) {
  std::string out;
  write_head(out, response, choose(response, wishes, Compressing::now), wishes, "now");
  return out;
}

TEST(SendingSomeoneOn, StaysOnThisSite) {
  EXPECT_EQ(header_of(Response::see_other("/my-entries?x=1"), "Location"), "/my-entries?x=1");
  for (const char* away : {"//evil.example", "/\\evil.example", "https://evil.example", "", "evil", "/\tx\r\nSet-Cookie: a=b"}) {
    EXPECT_EQ(header_of(Response::see_other(away), "Location"), "/") << away;
  }
}

TEST(AResponseHeader, CannotHoldALineEnd) {
  EXPECT_THROW(Response{}.with("X", "a\r\nSet-Cookie: b=c"), Defect);
  EXPECT_THROW(Response{}.with("X\n", "a"), Defect);
}

TEST(ADownload, IsNamedSafelyForEveryBrowser) {
  EXPECT_EQ(header_of(Response::csv("", "Ém\"x\r\n.csv"), "Content-Disposition"),
            "attachment; filename=\"__m_x__.csv\"; filename*=UTF-8''%C3%89m%22x%0D%0A.csv");
}

TEST(AResponse, CarriesTheSecurityHeadersWhateverItIs) {
  for (const int status : {200, 303, 304, 404, 500}) {
    const auto head = head_of(Response::html("x", status), {});
    EXPECT_NE(head.find("Content-Security-Policy: default-src 'none';"), std::string::npos);
    EXPECT_NE(head.find("frame-ancestors 'none'"), std::string::npos);
    EXPECT_NE(head.find("X-Content-Type-Options: nosniff"), std::string::npos);
  }
}

TEST(Compressing, IsDoneForLargeTextWhenTheClientTakesIt) {
  const auto large = Response::html(std::string(5000, 'x'));
  EXPECT_EQ(choose(large, {"gzip, deflate, br", "", false, true}, Compressing::now).coding, "gzip");
  EXPECT_EQ(choose(large, {"gzip;q=0", "", false, true}, Compressing::now).coding, "");
  EXPECT_EQ(choose(large, {"", "", false, true}, Compressing::now).coding, "");
  EXPECT_EQ(choose(large, {"gzip", "", false, true}, Compressing::only_what_is_made).coding, "");
  EXPECT_EQ(choose(Response::html("small"), {"gzip", "", false, true}, Compressing::now).coding, "");
  EXPECT_NE(head_of(large, {}).find("Vary: Accept-Encoding"), std::string::npos);
}

TEST(Compressing, PrefersWhatWasMadeOnceAndTheSmallestOfIt) {
  auto page = Response::html(std::string(5000, 'x'));
  page.gzip = std::make_shared<const std::string>("g");
  page.brotli = std::make_shared<const std::string>("b");
  EXPECT_EQ(*choose(page, {"gzip, br", "", false, true}, Compressing::now).body, "b");
  EXPECT_EQ(*choose(page, {"gzip", "", false, true}, Compressing::now).body, "g");
}

TEST(APageTheClientHas, IsNotSentAgain) {
  auto page = Response::html("page");
  page.etag = "\"v7\"";
  for (const char* had : {"\"v7\"", "W/\"v7\"", "\"v6\", \"v7\"", "\"v7-br\"", "*"}) {
    EXPECT_EQ(choose(page, {"", had, false, true}, Compressing::now).status, 304) << had;
  }
  EXPECT_EQ(choose(page, {"", "\"v6\"", false, true}, Compressing::now).status, 200);
  EXPECT_EQ(choose(page, {"", "", false, true}, Compressing::now).status, 200);
}

}  // namespace
}  // namespace kit
