#include "council/sign_in_store.h"

#include <algorithm>

#include "../../tests/support/stored.h"
#include "council/session_store.h"
#include "kit/password.h"
#include "kit/secret.h"
#include "kit/totp.h"

namespace council {
namespace {

constexpr auto right = "four calm words here";
constexpr auto wrong_said =
    "That e-mail address and password do not go together, or the code is not right. Try again, or choose a new password.";
constexpr auto slowed_said = "There were many wrong attempts. Wait five minutes, then try again, or choose a new password.";

const std::string& hash_of_right() {
  static const std::string hash = *kit::password_hash(right);
  return hash;
}

// Priya has an account. Whoever comes is at some place of the network, with whatever cookie there was.
class SigningIn : public tests::Stored {
 protected:
  void SetUp() override {
    Stored::SetUp();
    if (IsSkipped()) return;
    save([&](auto& tx, auto record) {
      add_account(tx, {"p.shah", "p.shah@ambleford.example", hash_of_right(), "", 0, Account::State::active, std::nullopt}, {100}, record);
    });
  }
  Desk at(std::string place = "10.0.0.1") {
    Desk desk{*db, memory, now, {}, {}, {}};
    desk.key = &key;
    desk.place = std::move(place);
    desk.browser = "Firefox";
    desk.session = before;
    return desk;
  }
  std::string sign_in_at(const std::string& place, const std::string& password, const std::string& code = {}) {
    auto desk = at(place);
    const auto signed_in = sign_in(desk, {"P.Shah@ambleford.example ", password, code});
    last = desk.session;
    return signed_in ? *signed_in : signed_in.refusals().all().front().sentence;
  }
  template <class Do>
  auto change(const Do& deed) {
    auto tx = db->write();
    if constexpr (std::is_void_v<decltype(deed(tx))>) {
      deed(tx);
      tx.commit();
    } else {
      auto answer = deed(tx);
      tx.commit();
      return answer;
    }
  }
  std::string whose(const std::string& cookie) {
    auto tx = db->read();
    const auto session = find_session(tx, cookie, now);
    return session ? session->person : "";
  }
  void become(Account::State state) {
    change([&](auto& tx) {
      auto account = *account_of(tx, "p.shah");
      account.state = state;
      change_account(tx, account);
    });
  }

  kit::Memory memory{1 << 20};
  kit::ServerKey key = kit::ServerKey::for_now();
  kit::Moment now{1'750'000'000};
  std::string before = "a cookie that somebody else has put there", last;
};
INSTANTIATE_TEST_SUITE_P(On, SigningIn, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(SigningIn, BeginsASessionUnderANewName) {
  EXPECT_EQ(sign_in_at("10.0.0.1", right), "p.shah");
  EXPECT_NE(last, before);
  EXPECT_EQ(whose(last), "p.shah");
  EXPECT_EQ(whose(before), "") << "a name that was there before sign-in proves nothing";
}

TEST_P(SigningIn, AnswersAlikeWhateverIsWrong) {
  EXPECT_EQ(sign_in_at("10.0.0.1", "four calm words"), wrong_said);
  auto desk = at();
  EXPECT_EQ(sign_in(desk, {"nobody@ambleford.example", right, ""}).refusals().all().front().sentence, wrong_said);
  for (const auto state : {Account::State::invited, Account::State::suspended}) {
    become(state);
    EXPECT_EQ(sign_in_at("10.0.0.2", right), wrong_said) << code(state);
  }
}

TEST_P(SigningIn, IsSlowedForWhoeverGuesses) {
  for (int i = 0; i < most_attempts; ++i) EXPECT_EQ(sign_in_at("10.6.6.6", "a guess of mine"), wrong_said);
  EXPECT_EQ(sign_in_at("10.6.6.6", right), slowed_said) << "even when the guess is right";
  now.seconds += attempts_within + 1;
  EXPECT_EQ(sign_in_at("10.6.6.6", right), "p.shah");
}

TEST_P(SigningIn, NeverLocksOutWhoIsGuessedAt) {
  EXPECT_EQ(sign_in_at("10.0.0.1", right), "p.shah");
  for (int i = 0; i < most_attempts; ++i) sign_in_at("10.6.6." + std::to_string(i), "a guess of mine");
  EXPECT_EQ(sign_in_at("10.7.7.7", right), slowed_said) << "from anywhere new it has to wait";
  EXPECT_EQ(sign_in_at("10.0.0.1", right), "p.shah");
}

TEST_P(SigningIn, KeepsNoAddressThatWasTyped) {
  auto desk = at();
  EXPECT_FALSE(sign_in(desk, {"my secret password by mistake", "x", ""}));
  auto tx = db->read();
  EXPECT_EQ(tx.number({"kept", "select count(*) from sign_in_attempt where name like '%secret%'", ""}), 0);
}

TEST_P(SigningIn, TakesACodeOfTheAppOnce) {
  const auto secret = kit::new_totp_secret();
  change([&](auto& tx) {
    auto account = *account_of(tx, "p.shah");
    account.factor = key.sealed(factor_purpose, secret);
    change_account(tx, account);
  });
  const auto code = [&](int away) { return kit::totp(secret, kit::totp_step(now) + away); };
  EXPECT_EQ(sign_in_at("10.0.0.1", right), wrong_said) << "the password alone is not enough";
  EXPECT_EQ(sign_in_at("10.0.0.1", right, code(-2)), wrong_said);
  EXPECT_EQ(sign_in_at("10.0.0.1", right, code(2)), wrong_said);
  EXPECT_EQ(sign_in_at("10.0.0.1", "not the password", code(0)), wrong_said);
  const auto spaced = code(0).substr(0, 3) + " " + code(0).substr(3);
  EXPECT_EQ(sign_in_at("10.0.0.1", right, spaced), "p.shah") << "as the app shows it";
  EXPECT_EQ(sign_in_at("10.0.0.1", right, code(0)), wrong_said) << "whoever looked over a shoulder comes too late";
  EXPECT_EQ(sign_in_at("10.0.0.1", right, code(-1)), wrong_said) << "nor does an earlier one count after it";
  EXPECT_EQ(sign_in_at("10.0.0.1", right, code(1)), "p.shah");
}

TEST_P(SigningIn, TakesARecoveryCodeOnce) {
  const auto codes = change([&](auto& tx) {
    auto account = *account_of(tx, "p.shah");
    account.factor = key.sealed(factor_purpose, kit::new_totp_secret());
    change_account(tx, account);
    return new_recovery_codes(tx, "p.shah");
  });
  ASSERT_EQ(codes.size(), 10u);
  auto shouted = codes[0];
  std::ranges::transform(shouted, shouted.begin(), [](unsigned char c) { return std::toupper(c); });
  EXPECT_EQ(sign_in_at("10.0.0.1", right, " " + shouted + " "), "p.shah");
  EXPECT_EQ(sign_in_at("10.0.0.1", right, codes[0]), wrong_said);
  EXPECT_EQ(sign_in_at("10.0.0.1", right, codes[1]), "p.shah");
  EXPECT_EQ(change([](auto& tx) { return recovery_codes_left(tx, "p.shah"); }), 8);
  change([](auto& tx) { new_recovery_codes(tx, "p.shah"); });
  EXPECT_EQ(sign_in_at("10.0.0.1", right, codes[2]), wrong_said) << "new ones put an end to the old";
}

TEST_P(SigningIn, EndsWithTheSessionAfterTwoIdleHoursOrTwelve) {
  sign_in_at("10.0.0.1", right);
  const auto cookie = last;
  now.seconds += idle_session - 1;
  EXPECT_EQ(whose(cookie), "p.shah");
  now.seconds += 1;
  EXPECT_EQ(whose(cookie), "");
  sign_in_at("10.0.0.1", right);
  for (int hour = 0; hour < 11; ++hour) {
    now.seconds += 3600;
    change([&](auto& tx) { touch_session(tx, *find_session(tx, last, now), now); });
  }
  EXPECT_EQ(whose(last), "p.shah");
  now.seconds += 3600;
  EXPECT_EQ(whose(last), "") << "however busy";
}

TEST_P(SigningIn, EndsForWhoSignsOutAndNobodyElse) {
  sign_in_at("10.0.0.1", right);
  const auto first = last;
  sign_in_at("10.0.0.2", right);
  const auto second = last;
  auto desk = at();
  desk.session = first;
  sign_out(desk);
  EXPECT_NE(desk.session, first);
  EXPECT_EQ(whose(first), "");
  EXPECT_EQ(whose(second), "p.shah");
}

TEST_P(SigningIn, EndsEverywhereAtOnceForWhoIsSuspended) {
  sign_in_at("10.0.0.1", right);
  const auto token = change([&](auto& tx) { return add_token(tx, "p.shah", "Housing system", now); });
  const auto whose_token = [&] {
    auto tx = db->read();
    return person_of_token(tx, token, now).value_or("");
  };
  EXPECT_EQ(whose_token(), "p.shah");
  become(Account::State::suspended);
  EXPECT_EQ(whose(last), "");
  EXPECT_EQ(whose_token(), "");
  become(Account::State::active);
  change([&](auto& tx) { end_tokens(tx, "p.shah"); });
  EXPECT_EQ(whose_token(), "");
}

TEST_P(SigningIn, ByALinkIsOnceAndInTime) {
  const auto link = [&](SignInLink::Purpose purpose) { return change([&](auto& tx) { return add_link(tx, purpose, "p.shah", now); }); };
  const auto use = [&](const std::string& secret) { return change([&](auto& tx) { return use_link(tx, secret, now); }); };
  const auto found = [&](const std::string& secret) {
    auto tx = db->read();
    return find_link(tx, secret, now).has_value();
  };
  const auto once = link(SignInLink::Purpose::reset);
  EXPECT_TRUE(found(once));
  EXPECT_TRUE(use(once));
  EXPECT_FALSE(found(once));
  EXPECT_FALSE(use(once));
  EXPECT_FALSE(found("no such link"));

  const auto old = link(SignInLink::Purpose::reset), other = link(SignInLink::Purpose::invitation);
  now.seconds += 3600;
  EXPECT_FALSE(found(old));
  EXPECT_FALSE(use(old)) << "nor when it ended while the page was open";
  EXPECT_TRUE(found(other));
  change([&](auto& tx) { use_links_of(tx, "p.shah", now); });
  EXPECT_FALSE(found(other));
}

TEST_P(SigningIn, LeavesNothingSecretInTheDatabase) {
  sign_in_at("10.0.0.1", right);
  const auto link = change([&](auto& tx) { return add_link(tx, SignInLink::Purpose::reset, "p.shah", now); });
  const auto token = change([&](auto& tx) { return add_token(tx, "p.shah", "Housing system", now); });
  const auto codes = change([&](auto& tx) { return new_recovery_codes(tx, "p.shah"); });
  std::string kept;
  auto tx = db->read();
  for (const char* query :
       {"select fingerprint from session", "select fingerprint from sign_in_link", "select fingerprint from api_token",
        "select fingerprint from recovery_code", "select password from account"})
    tx.each({"kept", query, ""}, {}, "t", [&](const kit::Row& row) { kept += row.text(0) + "\n"; });
  for (const auto& secret : {last, link, token, codes[0], std::string(right)}) EXPECT_EQ(kept.find(secret), kept.npos);
}

}  // namespace
}  // namespace council
