// Clients that mean harm or have a bad line: they must not take places or time from others.
#include <sys/resource.h>

#include <algorithm>
#include <list>

#include "kit/http_test.h"

namespace kit {
namespace {

using tests::Client;
using tests::Served;
using namespace std::chrono_literals;

Site front_page() {
  Site site;
  site.routes.add(Method::get, "/", [](const Request&) { return Response::html("front"); });
  return site;
}

TEST(ASlowClient, IsAnsweredThatItTookTooLong) {
  ServerLimits limits;
  limits.request = 400ms;
  const Served served(front_page(), limits);
  Client client(served);
  client.send("GET / HTTP/1.1\r\nHos");
  EXPECT_EQ(client.receive().status, 408);
  EXPECT_TRUE(client.is_closed());
}

TEST(ASlowClient, DoesNotGainTimeByDripping) {
  ServerLimits limits;
  limits.request = 500ms;
  const Served served(front_page(), limits);
  Client client(served);
  const auto start = std::chrono::steady_clock::now();
  std::thread dripping([&] {
    client.send("GET / HTTP/1.1\r\nX: ");
    for (int i = 0; i < 15; ++i) {
      client.send("a");
      std::this_thread::sleep_for(100ms);
    }
  });
  EXPECT_EQ(client.receive().status, 408);
  EXPECT_LT(std::chrono::steady_clock::now() - start, 1400ms);
  dripping.join();
}

TEST(AnIdleClient, IsClosedWithoutAWord) {
  ServerLimits limits;
  limits.idle = 300ms;
  const Served served(front_page(), limits);
  Client client(served);
  EXPECT_EQ(client.get("/").status, 200);
  EXPECT_EQ(client.receive().status, 0);
}

TEST(ASlowReader, DoesNotHoldUpOthers) {
  auto site = front_page();
  site.routes.add(Method::get, "/large", [](const Request&) { return Response::html(std::string(32 << 20, 'x')); });
  ServerLimits limits;
  limits.threads = 1;
  const Served served(std::move(site), limits);
  std::list<Client> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back(served);
    readers.back().send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
  }
  EXPECT_EQ(Client(served).get("/").body, "front");
}

TEST(ASlowPage, DoesNotHoldUpOthers) {
  auto site = front_page();
  site.routes.add(Method::get, "/slow", [](const Request&) {
    std::this_thread::sleep_for(500ms);
    return Response::html("slow");
  });
  ServerLimits limits;
  limits.threads = 1;
  const Served served(std::move(site), limits);
  Client slow(served);
  slow.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(50ms);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(Client(served).get("/").body, "front");
  EXPECT_LT(std::chrono::steady_clock::now() - start, 300ms);
  EXPECT_EQ(slow.receive().body, "slow");
}

TEST(AThousandDrippingClients, DoNotHarmOthers) {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  if (files.rlim_max < 4'000) GTEST_SKIP() << "This machine lets a program open only " << files.rlim_max << " files.";
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  const Served served(front_page());
  std::vector<Client> dripping;
  for (int i = 0; i < 1'000; ++i) {
    dripping.emplace_back(served);
    dripping.back().send("GET / HTTP/1.1\r\nX: ");
  }
  std::vector<std::chrono::steady_clock::duration> took;
  for (int round = 0; round < 20; ++round) {
    for (const auto& one : dripping) one.send("a");
    const auto start = std::chrono::steady_clock::now();
    ASSERT_EQ(Client(served).get("/").body, "front");
    took.push_back(std::chrono::steady_clock::now() - start);
  }
  std::sort(took.begin(), took.end());
  EXPECT_LT(took[took.size() / 2], 250ms);
}

TEST(TooManyVisitors, PushOutWhoWaitsLongestRatherThanWhoComes) {
  ServerLimits limits;
  limits.connections = 4;
  limits.threads = 1;
  const Served served(front_page(), limits);
  std::vector<Client> dripping;
  for (int i = 0; i < 4; ++i) {
    dripping.emplace_back(served);
    dripping.back().send("GET / HT");
  }
  std::this_thread::sleep_for(1200ms);
  EXPECT_EQ(Client(served).get("/").body, "front");
}

TEST(TooManyVisitors, AreToldToComeBackWhenAllPlacesAreInUse) {
  auto site = front_page();
  site.routes.add(Method::get, "/slow", [](const Request&) {
    std::this_thread::sleep_for(600ms);
    return Response::html("slow");
  });
  ServerLimits limits;
  limits.connections = 3;
  const Served served(std::move(site), limits);
  std::vector<Client> busy;
  for (int i = 0; i < 3; ++i) {
    busy.emplace_back(served);
    busy.back().send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  }
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(Client(served).get("/").status, 503);
  for (auto& one : busy) EXPECT_EQ(one.receive().body, "slow");
}

}  // namespace
}  // namespace kit
