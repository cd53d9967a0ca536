#include "parts/prose.h"

#include <gtest/gtest.h>

namespace parts {
namespace {

std::string said(std::string_view markdown) {
  kit::Html html;
  prose(html, markdown);
  return html.written();
}

TEST(HelpText, JoinsLinesOfAParagraph) {
  EXPECT_EQ(said("One\ntwo.\n\nThree."), "<p>One two.</p><p>Three.</p>");
}

TEST(HelpText, GivesHeadingsAnAnchor) {
  EXPECT_EQ(said("## Why off target?"), "<h2 id=\"why-off-target\">Why off target?</h2>");
}

TEST(HelpText, LinksOnlyToOwnPagesAndSecureAddresses) {
  EXPECT_NE(said("[board](/)").find("<a href=\"/\">board</a>"), std::string::npos);
  EXPECT_EQ(said("[x](javascript:alert(1))").find("<a"), std::string::npos);
  EXPECT_EQ(said("[x](//elsewhere.example)").find("<a"), std::string::npos);
}

TEST(HelpText, EscapesWhatLooksLikeMarkup) {
  EXPECT_EQ(said("a <b> **c<d**"), "<p>a &lt;b&gt; <strong>c&lt;d</strong></p>");
}

TEST(HelpText, WritesTablesWithScopedHeaders) {
  const auto table = said("| word | means |\n|---|---|\n| close | within tolerance |");
  EXPECT_NE(table.find("<th scope=\"col\" class=\"govuk-table__header\">word</th>"), std::string::npos);
  EXPECT_NE(table.find("<td class=\"govuk-table__cell\">within tolerance</td>"), std::string::npos);
}

TEST(HelpText, EndsOnAnUnclosedMark) { EXPECT_NE(said("2 * 3 and [x").find("2 * 3 and [x"), std::string::npos); }

}  // namespace
}  // namespace parts
