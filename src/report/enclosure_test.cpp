#include "report/enclosure.h"

#include <gtest/gtest.h>

namespace report {
namespace {

TEST(AnEnclosure, IsNamedInItsLetterByTheAddressOfItsForm) {
  const EditionKey key{"quarterly", *calendar::read_slug("2025-26-q1"), 2};
  for (const auto form : {Form::full, Form::open}) {
    const EnclosedForm enclosed{key, form};
    const auto read = read_enclosed(enclosed.address());
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, enclosed);
  }
  EXPECT_EQ((EnclosedForm{key, Form::open}.address()), "/reports/quarterly/2025-26-q1-edition-2/public.pdf");
  EXPECT_EQ((EnclosedForm{key, Form::open}.file_name()), "quarterly-2025-26-q1-edition-2-public.pdf");
}

TEST(AnEnclosure, IsReadOfNothingElse) {
  for (const auto* none : {"", "/reports/quarterly.pdf", "/reports/quarterly/2025-26-q1.pdf",
                           "/reports/quarterly/2025-26-q1-edition-1.docx",
                           "/elsewhere/quarterly/2025-26-q1-edition-1.pdf", "/reports/a/b/public.pdf"})
    EXPECT_FALSE(read_enclosed(none)) << none;
}

TEST(AnEnclosure, GoesAlongUpToTheSizeThatTheCouncilAllowsAndElseSaysSo) {
  EXPECT_TRUE(enclosing(2'000'000, 2'000'000).goes);
  const auto larger = enclosing(2'000'001, 2'000'000);
  EXPECT_FALSE(larger.goes);
  EXPECT_EQ(larger.said, "The report as a PDF is 2.1 MB, more than this council attaches (2 MB). Read it by the link.");
}

}  // namespace
}  // namespace report
