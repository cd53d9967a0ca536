#include "kit/devtools.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "kit/failure.h"

namespace kit {
namespace {

constexpr int patience_ms = 50;  // between two looks at the clock

// An empty profile in its own folder, nothing fetched, nothing reported, every name leading nowhere.
std::vector<std::string> options(const std::string& folder) {
  std::vector<std::string> all = {"--headless",
                                  "--remote-debugging-pipe",
                                  "--user-data-dir=" + folder + "/profile",
                                  "--disable-gpu",
                                  "--no-first-run",
                                  "--disable-extensions",
                                  "--disable-background-networking",
                                  "--disable-component-update",
                                  "--disable-sync",
                                  "--disable-breakpad",
                                  "--disable-crash-reporter",
                                  "--disable-dev-shm-usage",
                                  "--disable-default-apps",
                                  "--no-pings",
                                  "--mute-audio",
                                  "--host-resolver-rules=MAP * ~NOTFOUND",
                                  "--proxy-server=127.0.0.1:9",
                                  "--proxy-bypass-list=<-loopback>",
                                  "--renderer-process-limit=1",
                                  "--hide-scrollbars",
                                  "--force-color-profile=srgb",
                                  "--disable-features=Translate,OptimizationHints,MediaRouter",
                                  "--js-flags=--max-old-space-size=256",
                                  "about:blank"};
  if (::geteuid() == 0) all.insert(all.begin(), "--no-sandbox");  // its sandbox does not work for root
  return all;
}

}  // namespace

std::string json_text(std::string_view text) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\', out += c;
    else if (byte < 32) out += "\\u00", out += digits[byte >> 4], out += digits[byte & 15];
    else out += c;
  }
  return out += '"';
}

DevTools::DevTools(const std::string& program) : child_(program, options(folder_.path()), folder_.path(), Child::Talks::by_pipes) {
  ::fcntl(child_.hears(), F_SETFL, O_NONBLOCK);
  ::fcntl(child_.answers(), F_SETFL, O_NONBLOCK);
}

void DevTools::go_on(const Watch& watch) {
  if (const auto kept = child_.standing(watch); kept != Kept::on) throw Failure(std::string(words(kept)));
  if (child_.ended()) throw Failure("The browser that makes the file has ended by itself.");
}

void DevTools::write(const std::string& question, const Watch& watch) {
  for (std::size_t sent = 0; sent <= question.size();) {  // its NUL too
    const auto count = ::write(child_.hears(), question.c_str() + sent, question.size() + 1 - sent);
    if (count > 0) {
      sent += static_cast<std::size_t>(count);
      continue;
    }
    go_on(watch);
    if (count < 0 && errno != EAGAIN && errno != EINTR) throw Failure("The browser that makes the file does not listen.");
    pollfd waiting{child_.hears(), POLLOUT, 0};
    ::poll(&waiting, 1, patience_ms);
  }
}

std::string DevTools::answer(const Watch& watch) {
  for (;;) {
    if (const auto end = heard_.find('\0', looked_at_); end != std::string::npos) {
      auto message = heard_.substr(0, end);
      heard_.erase(0, end + 1);
      looked_at_ = 0;
      return message;
    }
    looked_at_ = heard_.size();
    pollfd waiting{child_.answers(), POLLIN, 0};
    ::poll(&waiting, 1, patience_ms);
    char block[64 * 1024];
    const auto count = ::read(child_.answers(), block, sizeof block);
    if (count > 0) heard_.append(block, static_cast<std::size_t>(count));
    else if (count == 0) throw Failure("The browser that makes the file has ended by itself.");
    go_on(watch);
  }
}

Json DevTools::ask(std::string_view method, const std::string& parameters, const std::string& session, const Watch& watch) {
  const auto number = std::to_string(++last_);
  write("{\"id\":" + number + ",\"method\":" + json_text(method) + ",\"params\":" + parameters +
            (session.empty() ? "" : ",\"sessionId\":" + json_text(session)) + "}",
        watch);
  for (;;) {
    auto told = read_json(answer(watch));
    if (!told) throw Failure("The browser that makes the file says what is no JSON.");
    const auto* id = told->find("id");
    if (!id || id->text != number) continue;  // something happened; nobody asked
    if (const auto* result = told->find("result")) return *result;
    const auto* error = told->find("error");
    const auto* message = error ? error->find("message") : nullptr;
    throw Failure("The browser that makes the file refused " + std::string(method) + ": " +
                  (message ? message->text : "it does not say why") + ".");
  }
}

}  // namespace kit
