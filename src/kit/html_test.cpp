#include "kit/html.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kit {
namespace {

std::string drawn(double value) { return Html().number(value).written(); }

TEST(WritingHtml, EscapesTextSoThatDataNeverBecomesMarkup) {
  EXPECT_EQ(Html().text("<script>alert('x') & \"y\"</script>").written(),
            "&lt;script&gt;alert(&#39;x&#39;) &amp; &quot;y&quot;&lt;/script&gt;");
}

TEST(WritingHtml, EscapesAttributesSoThatAQuoteDoesNotEndThem) {
  EXPECT_EQ(Html().el("a", {{"title", "\" onclick=\"x"}}, "go").written(),
            "<a title=\"&quot; onclick=&quot;x\">go</a>");
}

TEST(WritingHtml, DropsControlCharactersButKeepsTabsAndLineEnds) {
  EXPECT_EQ(Html().text(std::string_view("a\0b\x01\x1b\x7f\tc\nd", 10)).written(), "ab\tc\nd");
}

TEST(WritingHtml, KeepsLettersOfOtherAlphabets) { EXPECT_EQ(Html().text("£5, café, 中").written(), "£5, café, 中"); }

TEST(WritingHtml, LeavesOutAnAttributeThatIsNotWritten) {
  EXPECT_EQ(Html().empty("input", {{"name", "q"}, {"checked", "", false}, {"required", ""}}).written(),
            "<input name=\"q\" required=\"\">");
}

TEST(WritingHtml, NestsWhatIsWrittenInside) {
  Html html;
  html.el("ul", {{"class", "list"}}, [&] { html.el("li", "one").el("li", "two"); });
  EXPECT_EQ(html.written(), "<ul class=\"list\"><li>one</li><li>two</li></ul>");
}

TEST(WritingHtml, WritesNumbersForDrawingsShortly) {
  EXPECT_EQ(drawn(12), "12");
  EXPECT_EQ(drawn(12.5), "12.5");
  EXPECT_EQ(drawn(12.345), "12.35");
  EXPECT_EQ(drawn(-0.05), "-0.05");
  EXPECT_EQ(drawn(-0.001), "0");
  EXPECT_EQ(drawn(0.999), "1");
  EXPECT_EQ(drawn(1e6), "1000000");
  EXPECT_EQ(drawn(std::nan("")), "0");
  EXPECT_EQ(drawn(-1e300), "0");
}

}  // namespace
}  // namespace kit
