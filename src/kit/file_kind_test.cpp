#include "kit/file_kind.h"

#include <gtest/gtest.h>

#include "kit/program.h"

namespace kit {
namespace {

TEST(TheKindOfAFile, IsToldByItsContent) {
  EXPECT_EQ(kind_of("%PDF-1.7 …"), FileKind::pdf);
  EXPECT_EQ(kind_of("\x89PNG\r\n\x1a\n…"), FileKind::png);
  EXPECT_EQ(kind_of("\xff\xd8\xff\xe0"), FileKind::jpeg);
  EXPECT_EQ(kind_of("Area,Count\nHarbour,4\n"), FileKind::text);
}

TEST(TheKindOfAFile, IsNoneForWhatABrowserWouldRunOrNobodyCanRead) {
  EXPECT_FALSE(kind_of("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"));
  EXPECT_FALSE(kind_of("\n  <!doctype html><script>x()</script>"));
  EXPECT_FALSE(kind_of("\xEF\xBB\xBF<html>"));
  EXPECT_FALSE(kind_of(std::string_view("MZ\0\0program", 11)));
  EXPECT_FALSE(kind_of("PK\x03\x04 cut short"));
  EXPECT_FALSE(kind_of(""));
  EXPECT_FALSE(kind_of("bytes \xfe\xff"));
}

TEST(TheKindOfAFile, MustAgreeWithItsName) {
  EXPECT_TRUE(ends_as(FileKind::jpeg, "Photo.JPEG"));
  EXPECT_TRUE(ends_as(FileKind::text, "rows.csv"));
  EXPECT_FALSE(ends_as(FileKind::pdf, "plan.html"));
  EXPECT_FALSE(ends_as(FileKind::pdf, "plan"));
}

TEST(TheNameOfAFile, IsItsLastPartOnOneLine) {
  EXPECT_EQ(plain_file_name("../../up.txt"), "up.txt");
  EXPECT_EQ(plain_file_name("C:\\Users\\me\\Survey (May).pdf"), "Survey (May).pdf");
  EXPECT_EQ(plain_file_name("a\r\nSet-Cookie: x.pdf"), "a__Set-Cookie_ x.pdf");
  EXPECT_EQ(plain_file_name(".."), "file");
  EXPECT_EQ(plain_file_name("\xff\xfe"), "file");
  const auto long_one = plain_file_name(std::string(300, 'x') + ".pdf");
  EXPECT_EQ(long_one.size(), 114u);
  EXPECT_TRUE(long_one.ends_with("x.pdf"));
}

TEST(AnotherProgram, TellsItsExitCodeAndIsEndedWhenItTakesTooLong) {
  using namespace std::chrono_literals;
  EXPECT_EQ(run_program("/bin/true", {}, 5s), 0);
  EXPECT_EQ(run_program("/bin/false", {}, 5s), 1);
  EXPECT_EQ(run_program("/bin/sleep", {"60"}, 50ms), std::nullopt);
  EXPECT_EQ(run_program("/no/such/program", {}, 5s), std::nullopt);
  EXPECT_EQ(run_program("/bin/sh", {"-c", "test -z \"$HOME\""}, 5s), 0);  // nothing of our environment
}

}  // namespace
}  // namespace kit
