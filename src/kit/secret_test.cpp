#include "kit/secret.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "kit/csrf.h"
#include "kit/failure.h"

namespace kit {
namespace {

struct Folder {
  std::string path = (std::filesystem::temp_directory_path() / ("key-" + random_name())).string();
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
};

TEST(TheServersKey, IsMadeAtFirstStartForItsOwnerAloneAndKept) {
  const Folder folder;
  const auto proof = ServerKey::in_folder(folder.path).proof("form", "a");
  struct stat about {};
  ASSERT_EQ(::stat((folder.path + "/server.key").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600u);
  EXPECT_TRUE(ServerKey::in_folder(folder.path).proves(proof, "form", "a"));
  EXPECT_FALSE(ServerKey::for_now().proves(proof, "form", "a"));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path), {}), 1);
}

TEST(TheServersKey, IsRefusedWhenOthersMayReadItOrItIsDamaged) {
  const Folder folder;
  ServerKey::in_folder(folder.path);
  const auto path = folder.path + "/server.key";
  ::chmod(path.c_str(), 0644);
  EXPECT_THROW(ServerKey::in_folder(folder.path), Failure);
  ::chmod(path.c_str(), 0600);
  std::ofstream(path, std::ios::trunc) << "short";
  EXPECT_THROW(ServerKey::in_folder(folder.path), Failure);
  EXPECT_THROW(ServerKey::in_folder(folder.path + "/nowhere"), Failure);
}

TEST(AProof, HoldsForItsPurposeAndMessageAlone) {
  const auto key = ServerKey::for_now();
  const auto proof = key.proof("form", "a");
  EXPECT_TRUE(key.proves(proof, "form", "a"));
  EXPECT_FALSE(key.proves(proof, "form", "b"));
  EXPECT_FALSE(key.proves(proof, "link", "a"));
  EXPECT_FALSE(key.proves("", "form", "a"));
}

TEST(RandomNames, DifferAndAreFitForCookies) {
  EXPECT_NE(random_name(), random_name());
  EXPECT_EQ(random_name(32).size(), 43u);
  EXPECT_EQ(random_name(32).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), std::string::npos);
}

TEST(AFingerprint, IsThatOfTheContent) {
  EXPECT_EQ(fingerprint("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

Request with(const std::string& cookie, const std::string& token, const std::string& site = "") {
  Request request;
  request.method = Method::post;
  if (!cookie.empty()) request.cookies = {{"session", cookie}};
  request.form = {{"token", token}};
  if (!site.empty()) request.headers = {{"sec-fetch-site", site}};
  return request;
}

TEST(AForm, IsTakenWithItsOwnSessionsTokenAlone) {
  const FormGuard guard(ServerKey::for_now(), Transport::plain);
  const auto session = guard.session({}), other = guard.session({});
  const auto token = guard.token(session);
  EXPECT_TRUE(guard.holds(with(session, token)));
  EXPECT_TRUE(guard.holds(with(session, token, "same-origin")));
  EXPECT_FALSE(guard.holds(with(other, token)));
  EXPECT_FALSE(guard.holds(with(session, "")));
  EXPECT_FALSE(guard.holds(with("", token)));
  EXPECT_FALSE(guard.holds(with("", guard.token(""))));
  EXPECT_FALSE(guard.holds(with(session, token, "cross-site")));
  EXPECT_FALSE(guard.holds(with(session, token, "same-site")));
}

TEST(TheSessionCookie, IsSetOnceAndFitsTheTransport) {
  const FormGuard plain(ServerKey::for_now(), Transport::plain), secure(ServerKey::for_now(), Transport::https);
  const Request first;
  Response answer, again;
  const auto session = plain.session(first);
  plain.remember(answer, first, session);
  EXPECT_EQ(answer.headers.at(0).second, "session=" + session + "; Path=/; HttpOnly; SameSite=Lax");
  EXPECT_EQ(plain.session(with(session, "")), session);
  plain.remember(again, with(session, ""), session);
  EXPECT_TRUE(again.headers.empty());

  Response over_https;
  secure.remember(over_https, first, "s");
  EXPECT_EQ(over_https.headers.at(0).second, "__Host-session=s; Path=/; HttpOnly; SameSite=Lax; Secure");
}

}  // namespace
}  // namespace kit
