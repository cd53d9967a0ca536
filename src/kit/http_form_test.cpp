#include "kit/http_form.h"

#include <gtest/gtest.h>

namespace kit {
namespace {

constexpr std::string_view type = "multipart/form-data; boundary=\"b\"";

Request sent(std::string_view body, Fault& fault) {
  Request request;
  fault = read_multipart(type, body, request);
  return request;
}

TEST(ReadingAQuery, DecodesNamesAndValuesInOrder) {
  Pairs out;
  EXPECT_FALSE(read_query("a=1&b=two+words&c=%C2%A3&d&=e", out, 10));
  EXPECT_EQ(out, (Pairs{{"a", "1"}, {"b", "two words"}, {"c", "£"}, {"d", ""}, {"", "e"}}));
}

TEST(ReadingAQuery, RefusesBrokenEscapesNulAndWhatIsNoText) {
  for (const std::string_view bad : {"a=%", "a=%4", "a=%zz", "a=%00", "a=%ff", "%c0%af=1", "a=%ed%a0%80"}) {
    Pairs out;
    EXPECT_EQ(read_query(bad, out, 10).status, 400) << bad;
  }
}

TEST(ReadingAQuery, RefusesMoreValuesThanItsBound) {
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "a=1&";
  Pairs out;
  EXPECT_EQ(read_query(many, out, 1000).status, 400);
  EXPECT_LE(out.size(), 1000u);
}

TEST(EncodingAnAddress, RoundTripsAnyText) {
  EXPECT_EQ(url_encoded("N/A 1£"), "N%2FA%201%C2%A3");
  EXPECT_EQ(url_decoded(url_encoded("N/A 1£+&?#")).value(), "N/A 1£+&?#");
  EXPECT_EQ(url_decoded("a+b").value(), "a+b");
}

TEST(ReadingCookies, TakesWhatIsWellFormedAndPassesOverTheRest) {
  Pairs out;
  EXPECT_FALSE(read_cookies("a=1; odd; b=\"2\";c=; =x; \xff=no text; d=\xff", out, 10));
  EXPECT_EQ(out, (Pairs{{"a", "1"}, {"b", "2"}, {"c", ""}}));
}

TEST(ReadingAForm, GoesByItsContentType) {
  Request request;
  request.headers = {{"content-type", "Application/X-WWW-Form-Urlencoded; charset=UTF-8"}};
  EXPECT_FALSE(read_form("figure=92.5&note=Two+crews", request));
  EXPECT_EQ(request.typed("figure"), "92.5");
  EXPECT_EQ(request.typed("note"), "Two crews");
  EXPECT_EQ(request.typed("nothing"), "");
}

TEST(ReadingAFormWithFiles, TakesFieldsAndFilesApart) {
  Fault fault;
  const auto request = sent(
      "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nline one\r\nline two\r\n"
      "--b\r\nContent-Type: text/csv\r\ncontent-disposition: form-data; name=file; filename=\"a \\\"b\\\".csv\"\r\n\r\nx,y\r\n--bother\r\n\r\n"
      "--b\r\nContent-Disposition: form-data; name=\"empty\"; filename=\"\"\r\n\r\n\r\n--b--\r\n",
      fault);
  EXPECT_FALSE(fault) << fault.sentence;
  EXPECT_EQ(request.typed("note"), "line one\r\nline two");
  ASSERT_EQ(request.files.size(), 2u);
  EXPECT_EQ(request.files[0].field, "file");
  EXPECT_EQ(request.files[0].name, "a \"b\".csv");
  EXPECT_EQ(request.files[0].bytes, "x,y\r\n--bother\r\n");
  EXPECT_EQ(request.files[1].bytes, "");
}

TEST(ReadingAFormWithFiles, RefusesWhatIsNotWellFormed) {
  const std::string_view bad[] = {
      "", "--b", "--b\r\n", "--x\r\n\r\n--x--", "--b\r\n\r\nno disposition\r\n--b--",
      "--b\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--b--",
      "--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\nquote not closed\r\n--b--",
      "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut sho",
      "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nbytes \xff\r\n--b--",
      "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"\xff\"\r\n\r\nx\r\n--b--"};
  for (const auto body : bad) {
    Fault fault;
    sent(body, fault);
    EXPECT_EQ(fault.status, 400) << body;
  }
}

TEST(ReadingAFormWithFiles, RefusesMoreFieldsThanItsBound) {
  std::string body;
  for (int i = 0; i < 10'001; ++i) body += "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";
  Fault fault;
  sent(body + "--b--", fault);
  EXPECT_EQ(fault.status, 400);
}

}  // namespace
}  // namespace kit
