#include "council/account.h"

#include <gtest/gtest.h>

namespace council {
namespace {

std::string said(const kit::Refusals& no) { return no.any() ? no.all().front().sentence : ""; }

TEST(AnAddress, IsTheSameHoweverItIsTyped) { EXPECT_EQ(plain_email("  O.Madeley@Ambleford.Gov.UK "), "o.madeley@ambleford.gov.uk"); }

TEST(AnAddress, HasTheShapeOfOne) {
  for (const auto* right : {"o.madeley@ambleford.gov.uk", "o'neil+kpi@a.example", "ö@münchen.example"})
    EXPECT_EQ(said(email_faults(right)), "") << right;
  for (const auto* wrong : {"", "o.madeley", "@a.example", "o@example", "o@@a.example", "o@a@b.example",
                            "o m@a.example", "<o@a.example>", "o@a.example,p@a.example",
                            "o@a.example\r\nBcc: all@a.example", "o@a.example\n", "\"o\"@a.example", "o@a.example."})
    EXPECT_EQ(said(email_faults(wrong)), "Type an e-mail address such as o.madeley@ambleford.gov.uk.") << wrong;
}

TEST(APasswordThatIsChosen, IsLongAndNotWhatGuessersTryFirst) {
  const auto faults = [](std::string_view password) {
    return said(password_faults(password, "o.madeley@ambleford.gov.uk", "Owen Madeley-Smith"));
  };
  EXPECT_EQ(faults("four calm words"), "");
  EXPECT_EQ(faults("correct horse battery staple, with spaces and Ünïcode"), "") << "nothing else is asked of it";
  EXPECT_EQ(faults("short words").substr(0, 28), "Use at least 12 characters. ");
  EXPECT_EQ(faults(std::string(200, 'a') + "b"), "Use at most 200 characters.");
  for (const auto* own : {"o.madeley@ambleford.gov.uk", "O.Madeley@Ambleford.gov.uk", "owen madeley-smith"})
    EXPECT_EQ(faults(own), "Do not use your name or e-mail address.") << own;
  for (const auto* common : {"Password1234", "aaaaaaaaaaaa", "GOLDENTHREAD", "123456789012"})
    EXPECT_EQ(faults(common), "That is one of the first passwords a guesser tries. Choose another.") << common;
}

TEST(Guessing, IsSlowedAndNobodyIsLockedOut) {
  EXPECT_FALSE(is_slowed({.of_name = 9, .of_place = 9, .of_both = 9, .known_place = false}));
  EXPECT_TRUE(is_slowed({.of_name = 10, .of_place = 0, .of_both = 0, .known_place = false})) << "many strangers at one name";
  EXPECT_TRUE(is_slowed({.of_name = 0, .of_place = 10, .of_both = 0, .known_place = false})) << "one stranger at many names";
  EXPECT_FALSE(is_slowed({.of_name = 5'000, .of_place = 0, .of_both = 0, .known_place = true})) << "the owner, where the owner usually is";
  EXPECT_FALSE(is_slowed({.of_name = 0, .of_place = 99, .of_both = 9, .known_place = true})) << "colleagues who mistype behind one address";
  EXPECT_TRUE(is_slowed({.of_name = 10, .of_place = 10, .of_both = 10, .known_place = true})) << "somebody at the owner's own desk";
  EXPECT_TRUE(is_slowed({.of_name = 0, .of_place = 100, .of_both = 0, .known_place = true}));
}

TEST(WhereToGoAfterSigningIn, IsAPageOfOurOwn) {
  EXPECT_EQ(own_path("/my-figures/WS01/2025-26-q1?state=delayed", "/"), "/my-figures/WS01/2025-26-q1?state=delayed");
  for (const auto* elsewhere :
       {"", "https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "\\\\elsewhere.example",
        "javascript:alert(1)", "elsewhere.example", "/\telsewhere.example", "/a\r\nSet-Cookie: session=x", "/sign-out",
        "/sign-in?next=/", " /x"})
    EXPECT_EQ(own_path(elsewhere, "/my-figures"), "/my-figures") << elsewhere;
}

TEST(ALink, LastsAsLongAsItsPurposeNeeds) {
  EXPECT_EQ(lasts(SignInLink::Purpose::reset), 3600);
  EXPECT_EQ(lasts(SignInLink::Purpose::first), 86'400);
  EXPECT_EQ(lasts(SignInLink::Purpose::invitation), 7 * 86'400);
}

}  // namespace
}  // namespace council
