#include "kit/web_client.h"

#include <gtest/gtest.h>

#include "kit/base64.h"
#include "kit/failure.h"

namespace kit {
namespace {

TEST(AnAddressElsewhere, IsAskedOverTlsOrOnThisMachineAlone) {
  for (const std::string good : {"https://webservices.esd.org.uk", "https://gateway.council.example:8443/x?y=z",
                                 "http://127.0.0.1:9", "http://localhost/a"})
    EXPECT_TRUE(is_safe_web_address(good)) << good;
  for (const std::string bad :
       {"", "https://", "http://webservices.esd.org.uk", "http://127.0.0.1.evil.example/",
        "http://127.0.0.1@evil.example/", "https://a@b.example/", "https://a b.example", "file:///etc/passwd",
        "ftp://a.example", "http://[::1]/", "http://169.254.169.254/", "https://a.example\r\nHost: b"})
    EXPECT_FALSE(is_safe_web_address(bad)) << bad;
  EXPECT_THROW(ask_web("http://169.254.169.254/latest", {}), Failure);
}

TEST(AnAddressElsewhere, ThatIsNotThereIsNotReached) {
  const auto answer = ask_web("http://127.0.0.1:1/", {});
  EXPECT_EQ(answer.how, WebAnswer::How::unreachable);
  EXPECT_NE(answer.why, "");
}

TEST(AnAddressElsewhere, IsNoLongerAskedWhenNobodyWantsTheAnswer) {
  const auto answer = ask_web("http://127.0.0.1:1/", {.is_wanted = [] { return false; }});
  EXPECT_NE(answer.how, WebAnswer::How::answered);
}

TEST(Base64, IsWrittenWithItsPaddingAndReadBack) {
  EXPECT_EQ(in_base64("light w"), "bGlnaHQgdw==");
  EXPECT_EQ(from_base64("bGlnaHQgdw=="), "light w");
  EXPECT_FALSE(from_base64("not base64!"));
  EXPECT_EQ(in_base64(hmac_sha1("Jefe", "what do ya want for nothing?")), "7/zfauXrL6LSdBbV8YTfnCWafHk=") << "RFC 2202";
}

}  // namespace
}  // namespace kit
