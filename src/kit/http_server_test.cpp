#include <atomic>
#include <future>

#include "kit/failure.h"
#include "kit/http_test.h"

namespace kit {
namespace {

using tests::Client;
using tests::post;
using tests::Served;
using namespace std::chrono_literals;

Site site() {
  Site site;
  site.routes.add(Method::get, "/", [](const Request&) { return Response::html("front"); });
  site.routes.add(Method::get, "/say/{word}", [](const Request& asked) {
    return Response::html(asked.value("word") + "|" + asked.asked("q") + "|" + asked.format + "|" + asked.cookie("session"));
  });
  site.routes.add(Method::get, "/large", [](const Request&) { return Response::html(std::string(3'000'000, 'x')); });
  site.routes.add(Method::get, "/page", [](const Request&) {
    auto page = Response::html(std::string(5000, 'p'));
    page.etag = "\"v1\"";
    return page;
  });
  site.routes.add(Method::post, "/form", [](const Request& asked) {
    return Response::html(asked.typed("note") + "|" + std::to_string(asked.files.empty() ? 0 : asked.files[0].bytes.size()));
  });
  site.routes.add(Method::get, "/fails", [](const Request&) -> Response { throw Failure("the secret path /var/x"); });
  site.routes.add(Method::get, "/conflict", [](const Request&) -> Response { throw Conflict("edition 3"); });
  site.error_page = [](int status, std::string_view sentence, const Request&) {
    return std::to_string(status) + ": " + std::string(sentence);
  };
  return site;
}

TEST(TheServer, AnswersOneRequestAfterAnotherOnOneConnection) {
  const Served served(site());
  Client client(served);
  EXPECT_EQ(client.get("/").body, "front");
  EXPECT_EQ(client.get("/say/N%2FA.json?q=a+b", "Cookie: session=s1\r\n").body, "N/A|a b|json|s1");
  EXPECT_EQ(client.get("/large").body.size(), 3'000'000u);
  EXPECT_EQ(client.get("/").body, "front");
}

TEST(TheServer, AnswersRequestsSentTogetherInTheirOrder) {
  const Served served(site());
  Client client(served);
  std::string many;
  for (int i = 0; i < 500; ++i) many += "GET /say/" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
  std::thread sender([&] { client.send(many); });
  for (int i = 0; i < 500; ++i) ASSERT_EQ(client.receive().body, std::to_string(i) + "||html|");
  sender.join();
}

TEST(TheServer, AnswersHeadWithTheHeaderAlone) {
  const Served served(site());
  Client client(served);
  client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto got = client.receive(false);
  EXPECT_EQ(got.status, 200);
  EXPECT_TRUE(got.says("Content-Length: 5\r\n"));
  EXPECT_EQ(client.get("/").body, "front");
}

TEST(TheServer, TellsNothingHereFromNotByThisMethod) {
  const Served served(site());
  Client client(served);
  EXPECT_EQ(client.get("/nowhere").body, "404: There is nothing at this address.");
  const auto wrong = client.ask(post("/", "text/plain", "x"));
  EXPECT_EQ(wrong.status, 405);
  EXPECT_TRUE(wrong.says("Allow: GET, HEAD\r\n"));
  EXPECT_EQ(Client(served).ask("DELETE / HTTP/1.1\r\nHost: x\r\n\r\n").status, 405);
  EXPECT_EQ(client.get("/").status, 200);
}

TEST(TheServer, ReadsFormsAndFiles) {
  const Served served(site());
  Client client(served);
  EXPECT_EQ(client.ask(post("/form", "application/x-www-form-urlencoded", "note=hello")).body, "hello|0");
  const std::string file(200'000, 'f');
  const auto body = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n" + file + "\r\n--b--\r\n";
  EXPECT_EQ(client.ask(post("/form", "multipart/form-data; boundary=b", body)).body, "|200000");
  EXPECT_EQ(client.ask(post("/form", "application/x-www-form-urlencoded", "note=%ff")).status, 400);
  EXPECT_EQ(client.ask("POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: "
                       "chunked\r\n\r\n5\r\nnote=\r\n2\r\nhi\r\n0\r\n\r\n").body, "hi|0");
}

TEST(TheServer, ToldToWaitAnswersThatItMayBeSent) {
  const Served served(site());
  Client client(served);
  client.send("POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n"
              "Expect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.receive(false).status, 100);
  EXPECT_EQ(client.ask("note=hi").body, "hi|0");
}

TEST(TheServer, RefusesWhatTwoProgramsCouldReadDifferently) {
  const Served served(site());
  const std::string start = "POST /form HTTP/1.1\r\nHost: x\r\n";
  for (const std::string header :
       {"Content-Length: 3\r\nContent-Length: 3\r\n", "Content-Length: 3\r\nContent-Length: 4\r\n",
        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
        "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "Content-Length: -1\r\n",
        "Content-Length: +3\r\n", "Content-Length: 99999999999999999999\r\n", "Content-Length: 3, 3\r\n", "Host: y\r\n",
        "A b: c\r\n", "A : c\r\n"}) {
    EXPECT_EQ(Client(served).ask(start + header + "\r\nabc").status, 400) << header;
  }
  EXPECT_EQ(Client(served).ask("POST /form HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nx\r\n0\r\n\r\n").status, 400);
}

// The parser below us stopped the whole program on this one, found by fuzzing.
TEST(TheServer, TakesARequestByteByByte) {
  const Served served(site());
  for (const std::string body : {"0\r\n\r\n", "5;a=b\r\nnote=\r\n2\r\nhi\r\n0\r\nTrailer: x\r\n\r\n"}) {
    Client client(served);
    for (const char c : "POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        "Transfer-Encoding: chunked\r\n\r\n" + body) {
      client.send({&c, 1});
      std::this_thread::sleep_for(1ms);
    }
    EXPECT_EQ(client.receive().body, body.size() > 5 ? "hi|0" : "|0");
  }
}

TEST(TheServer, RefusesAddressesThatAreNotWellFormed) {
  const Served served(site());
  for (const char* bad : {"/a%", "/%00", "/%ff", "/../etc/passwd", "/say/..%2f..%2fetc", "/static/%2e%2e/x", "say", "/?a=%zz"}) {
    EXPECT_EQ(Client(served).get(bad).status, 400) << bad;
  }
  EXPECT_EQ(Client(served).ask("GET / HTTP/1.1\r\n\r\n").status, 400);
  EXPECT_EQ(Client(served).ask("GET / HTTP/3.1\r\nHost: x\r\n\r\n").status, 400);
  EXPECT_EQ(Client(served).ask("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").status, 400);
  EXPECT_EQ(Client(served).ask(std::string_view("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15)).status, 400);
  EXPECT_EQ(Client(served).ask("GET http://x/say/a HTTP/1.1\r\nHost: x\r\n\r\n").body, "a||html|");
}

TEST(TheServer, RefusesAddressesAndHeadersThatAreTooLong) {
  const Served served(site());
  EXPECT_EQ(Client(served).get("/" + std::string(9'000, 'a')).status, 414);
  EXPECT_EQ(Client(served).get("/" + std::string(1 << 20, 'a')).status, 414);
  EXPECT_EQ(Client(served).get("/", "X: " + std::string(1 << 20, 'a') + "\r\n").status, 431);
  std::string many;
  for (int i = 0; i < 101; ++i) many += "A: b\r\n";
  EXPECT_EQ(Client(served).get("/", many).status, 431);
}

TEST(TheServer, RefusesALargeBodyWithoutReadingItAll) {
  ServerLimits limits;
  limits.body_bytes = 1000;
  const Served served(site(), limits);
  EXPECT_EQ(Client(served).ask("POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000000\r\n\r\n").status, 413);
  EXPECT_EQ(Client(served).ask("POST /form HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n").status, 413);
}

TEST(TheServer, RefusesACompressedBody) {
  const Served served(site());
  EXPECT_EQ(Client(served).ask("POST /form HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc").status, 415);
}

TEST(TheServer, BoundsTheBodiesOfAllRequestsTogether) {
  ServerLimits limits;
  limits.bodies_bytes = 100'000;
  const Served served(site(), limits);
  Client holds(served);
  holds.send("POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\n\r\n" + std::string(80'000, 'x'));
  std::this_thread::sleep_for(200ms);
  const auto busy = Client(served).ask(post("/form", "text/plain", std::string(50'000, 'x')));
  EXPECT_EQ(busy.status, 503);
  EXPECT_TRUE(busy.says("Retry-After"));
  EXPECT_EQ(holds.ask(std::string(10'000, 'x')).status, 200);
  EXPECT_EQ(Client(served).ask(post("/form", "text/plain", std::string(50'000, 'x'))).status, 200);
}

TEST(TheServer, AnswersOnlyToItsNamesWhenItHasSome) {
  ServerLimits limits;
  limits.hosts = {"localhost", "127.0.0.1", "[::1]"};
  const Served served(site(), limits);
  for (const char* ours : {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080", "[::1]"}) {
    EXPECT_EQ(Client(served).ask("GET / HTTP/1.1\r\nHost: " + std::string(ours) + "\r\n\r\n").status, 200) << ours;
  }
  EXPECT_EQ(Client(served).ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").status, 421);
}

TEST(TheServer, SendsAPageAgainOnlyWhenItMoved) {
  const Served served(site());
  Client client(served);
  const auto first = client.get("/page", "Accept-Encoding: gzip\r\n");
  EXPECT_TRUE(first.says("ETag: \"v1-gzip\"\r\n"));
  EXPECT_TRUE(first.says("Content-Encoding: gzip\r\n"));
  EXPECT_LT(first.body.size(), 500u);
  const auto again = client.get("/page", "Accept-Encoding: gzip\r\nIf-None-Match: \"v1-gzip\"\r\n");
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(client.get("/").body, "front");
}

TEST(TheServer, ApologisesWithANumberAndSaysNothingOfItsInside) {
  const Served served(site());
  Client client(served);
  const auto failed = client.get("/fails");
  EXPECT_EQ(failed.status, 500);
  EXPECT_NE(failed.body.find("the number "), std::string::npos);
  EXPECT_EQ(failed.body.find("secret"), std::string::npos);
  EXPECT_EQ(client.get("/conflict").status, 409);
  EXPECT_EQ(client.get("/").status, 200);
}

TEST(TheServer, RunsEachAnswerWithinWhatStandsAroundThem) {
  auto guarded = site();
  guarded.around = [](Request& asked, const Answer& answer) {
    return asked.route == "/" ? Response::html("not for you", 403) : answer(asked);
  };
  const Served served(std::move(guarded));
  EXPECT_EQ(Client(served).get("/").status, 403);
  EXPECT_EQ(Client(served).get("/say/a").status, 200);
}

TEST(TheServer, AsksForAReadyPageBeforeItChangesThreads) {
  auto quick = site();
  std::atomic<int> made{0};
  quick.routes.add(Method::get, "/made", [&](const Request&) { ++made; return Response::html("made"); });
  quick.at_once = [](const Request& asked) -> std::optional<Response> {
    if (asked.route == "/made" && !asked.query.empty()) return Response::html("ready");
    return std::nullopt;
  };
  const Served served(std::move(quick));
  Client client(served);
  EXPECT_EQ(client.get("/made?x").body, "ready");
  EXPECT_EQ(made, 0);
  EXPECT_EQ(client.get("/made").body, "made");
}

TEST(TheServer, SaysPlainlyWhyItCannotListen) {
  const Served served(site());
  EXPECT_THROW(Server("127.0.0.1:" + std::to_string(served.port()), site()), Failure);
  EXPECT_THROW(Server("nowhere", site()), Failure);
  EXPECT_THROW(Server("127.0.0.1:http-alt", site()), Failure);
}

TEST(Stopping, FinishesTheRequestUnderWayAndClosesTheRest) {
  auto slow = site();
  std::promise<void> begun;
  slow.routes.add(Method::get, "/slow", [&](const Request&) {
    begun.set_value();
    std::this_thread::sleep_for(300ms);
    return Response::html("finished");
  });
  Served served(std::move(slow));
  Client idle(served), busy(served);
  idle.get("/");
  busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  begun.get_future().wait();
  std::thread stopper([&] { served.stop(); });
  const auto got = busy.receive();
  EXPECT_EQ(got.body, "finished");
  EXPECT_TRUE(got.says("Connection: close"));
  EXPECT_TRUE(idle.is_closed());
  stopper.join();
}

TEST(Stopping, DoesNotWaitForEverForASlowClient) {
  ServerLimits limits;
  limits.stop = 300ms;
  Served served(site(), limits);
  Client dripping(served);
  dripping.send("GET / HT");
  std::this_thread::sleep_for(50ms);
  const auto start = std::chrono::steady_clock::now();
  served.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
}

}  // namespace
}  // namespace kit
