// For the tests of the server: a server on a free port of this machine, and a client that sends exactly the bytes it is given.
#pragma once
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "kit/http.h"

namespace kit::tests {

class Served {
 public:
  explicit Served(Site site, ServerLimits limits = {}) : server_("127.0.0.1:0", std::move(site), fast(std::move(limits))) { start(); }
  explicit Served(Answer answer, ServerLimits limits = {}) : server_("127.0.0.1:0", std::move(answer), fast(std::move(limits))) { start(); }
  ~Served() { stop(); }
  void stop() {
    server_.stop();
    if (running_.joinable()) running_.join();
  }
  int port() const { return std::stoi(server_.listening().substr(server_.listening().rfind(':') + 1)); }

 private:
  static ServerLimits fast(ServerLimits limits) {
    limits.threads = limits.threads ? limits.threads : 2;
    return limits;
  }
  void start() {
    running_ = std::thread([this] { server_.run(); });
  }
  Server server_;
  std::thread running_;
};

struct Got {
  int status = 0;
  std::string head, body;
  bool says(std::string_view line) const { return head.find(line) != std::string::npos; }
};

class Client {
 public:
  explicit Client(const Served& served) : Client(served.port()) {}
  explicit Client(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<std::uint16_t>(port));
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    timeval most{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&place), sizeof place), 0);
  }
  Client(Client&& other) noexcept : socket_(std::exchange(other.socket_, -1)), held_(std::move(other.held_)) {}
  ~Client() {
    if (socket_ >= 0) ::close(socket_);
  }

  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // the server may close while we still send: its answer is what the test looks at
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  // One response, by its Content-Length; status 0 when the connection was closed instead.
  Got receive(bool has_body = true) {
    Got got;
    while (held_.find("\r\n\r\n") == held_.npos) {
      if (!more()) return got;
    }
    got.head = held_.substr(0, held_.find("\r\n\r\n") + 4);
    held_.erase(0, got.head.size());
    got.status = std::stoi(got.head.substr(9, 3));
    const auto length = got.head.find("Content-Length: ");
    if (!has_body || length == got.head.npos) return got;
    const auto size = std::stoul(got.head.substr(length + 16));
    while (held_.size() < size && more()) {
    }
    got.body = held_.substr(0, size);
    held_.erase(0, got.body.size());
    return got;
  }
  Got ask(std::string_view bytes) {
    send(bytes);
    return receive();
  }
  Got get(std::string_view target, std::string_view headers = {}) {
    return ask("GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n" + std::string(headers) + "\r\n");
  }
  bool is_closed() {
    while (more()) {
    }
    return true;
  }

 private:
  bool more() {
    char bytes[65536];
    const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
    if (count > 0) held_.append(bytes, static_cast<std::size_t>(count));
    return count > 0;
  }
  int socket_;
  std::string held_;
};

inline std::string post(std::string_view target, std::string_view type, std::string_view body) {
  return "POST " + std::string(target) + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + std::string(type) +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

}  // namespace kit::tests
