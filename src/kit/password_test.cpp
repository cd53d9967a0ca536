#include "kit/password.h"

#include <gtest/gtest.h>

#include <thread>

#include "kit/secret.h"
#include "kit/totp.h"

namespace kit {
namespace {

TEST(APassword, IsKnownByItsHashAndNoOtherIs) {
  const auto hash = password_hash("four calm words here");
  ASSERT_TRUE(hash);
  EXPECT_TRUE(hash->starts_with("$argon2id$v=19$m=19456,t=3,p=1$"));
  EXPECT_EQ(is_password(*hash, "four calm words here"), true);
  EXPECT_EQ(is_password(*hash, "four calm words Here"), false);
}

TEST(APassword, OfNobodyIsNeverRight) { EXPECT_EQ(is_password("", "anything"), false); }

TEST(HashingPasswords, IsRefusedWhenTooManyWaitAndNeverPilesUp) {
  std::vector<std::thread> crowd;
  std::atomic<int> turned_away = 0, served = 0;
  const auto hash = *password_hash("four calm words here");
  for (int i = 0; i < 60; ++i) crowd.emplace_back([&] { is_password(hash, "wrong") ? ++served : ++turned_away; });
  for (auto& one : crowd) one.join();
  EXPECT_EQ(served + turned_away, 60);
  EXPECT_GE(served, 32);
  EXPECT_EQ(is_password(hash, "four calm words here"), true);
}

// RFC 6238, appendix B: the last six of its eight digits.
TEST(ACodeOfTheSecondFactor, IsThatOfTheStandard) {
  const std::string secret = "12345678901234567890";
  EXPECT_EQ(totp(secret, 59 / 30), "287082");
  EXPECT_EQ(totp(secret, 1111111109 / 30), "081804");
  EXPECT_EQ(totp(secret, 1234567890 / 30), "005924");
  EXPECT_EQ(totp(secret, 20000000000 / 30), "353130");
}

TEST(ACodeOfTheSecondFactor, CountsOnceAndOneStepEitherSide) {
  const std::string secret = "12345678901234567890";
  const Moment now{1111111109};
  const auto step = totp_match(secret, "081804", now, 0);
  ASSERT_TRUE(step);
  EXPECT_FALSE(totp_match(secret, "081804", now, *step));
  EXPECT_TRUE(totp_match(secret, "081804", {now.seconds + 30}, 0));
  EXPECT_FALSE(totp_match(secret, "081804", {now.seconds + 90}, 0));
}

TEST(ASecretOfTheSecondFactor, IsTypedAsLettersAndDigits) {
  EXPECT_EQ(as_base32("12345678901234567890"), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
}

TEST(TheServersKey, SealsForOnePurposeAndNoticesChange) {
  const auto key = ServerKey::for_now();
  auto sealed = key.sealed("factor", "secret bytes");
  EXPECT_EQ(key.unsealed("factor", sealed), "secret bytes");
  EXPECT_FALSE(key.unsealed("other", sealed));
  sealed.back() = sealed.back() == 'A' ? 'B' : 'A';
  sealed[5] = sealed[5] == 'A' ? 'B' : 'A';
  EXPECT_FALSE(key.unsealed("factor", sealed));
  EXPECT_FALSE(ServerKey::for_now().unsealed("factor", key.sealed("factor", "x")));
}

}  // namespace
}  // namespace kit
