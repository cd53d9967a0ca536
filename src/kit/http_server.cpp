#include <malloc.h>
#include <sys/resource.h>

#include <ctime>
#include <thread>

#include "kit/failure.h"
#include "kit/html.h"
#include "kit/http_connection.h"
#include "kit/log.h"

namespace kit {
namespace {

using boost::system::error_code;

constexpr std::size_t turned_away_at_once = 1'000;  // connections beyond the bound that are still told why

std::string http_date() {
  char text[40];
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

// Large bodies go back to the system at once instead of trimming the heap again and again: measured two to ten times faster.
void tune_memory() {
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_ARENA_MAX, 8);
}

void allow_many_files() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

std::string plain_page(int status, std::string_view sentence) {
  Html html;
  html.literal("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>");
  html.text(sentence).literal("</title></head><body>").el("h1", sentence);
  html.el("p", "This is answer " + std::to_string(status) + ".").el("p", [&] { html.el("a", {{"href", "/"}}, "Go to the front page"); });
  html.literal("</body></html>");
  return std::move(html).take();
}

std::pair<std::string, std::string> host_and_port(const std::string& address) {
  const auto colon = address.rfind(':');
  if (colon == address.npos) throw Failure("Give an address to listen on as HOST:PORT, such as 127.0.0.1:8080, not " + address + ".");
  auto host = address.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  return {host, address.substr(colon + 1)};
}

Tcp::acceptor listener(asio::io_context& context, const std::string& address) {
  const auto [host, port] = host_and_port(address);
  error_code error;
  const auto found = Tcp::resolver(context).resolve(host, port, Tcp::resolver::passive | Tcp::resolver::numeric_service, error);
  if (error || found.empty()) throw Failure("Cannot listen on " + address + ": there is no such address on this machine.");
  const Tcp::endpoint place = *found.begin();
  Tcp::acceptor acceptor(context);
  acceptor.open(place.protocol(), error);
  if (!error) acceptor.set_option(Tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(place, error);
  if (!error) acceptor.listen(4096, error);
  if (error == asio::error::address_in_use) {
    throw Failure("Cannot listen on " + address + ": another program does. Stop it, or choose another port with --listen.");
  }
  if (error) throw Failure("Cannot listen on " + address + ": " + error.message() + ".");
  return acceptor;
}

unsigned threads_of(const ServerLimits& limits) {
  return limits.threads ? limits.threads : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace

Response Serving::error(int status, std::string_view sentence, const Request& asked) const {
  if (site.error_page) {
    try {
      return Response::html(site.error_page(status, sentence, asked), status);
    } catch (const std::exception& failed) {
      log(Level::fault, "the page for an error failed", {{"why", failed.what()}});
    }
  }
  return Response::html(plain_page(status, sentence), status);
}

// The request's edge: what a rule, a store or we ourselves threw ends here, logged once.
Response Serving::answered(Request& request, const Answer& answer) const {
  const auto number = std::to_string(request.number);
  try {
    return site.around ? site.around(request, answer) : answer(request);
  } catch (const Conflict& conflict) {
    log(Level::note, "someone saved first", {{"request", number}, {"why", conflict.what()}});
    return error(
        409,
        "Someone else saved this while you were working on it. Load the page again to see theirs, then make your change.",
        request);
  } catch (const OutcomeUnknown& unknown) {
    log(Level::fault, "not known whether it was saved", {{"request", number}, {"why", unknown.what()}});
    return error(
        503,
        "It is not known whether this was saved. Look before you send it again. The number of this request is " +
            number + ".",
        request);
  } catch (const std::exception& failed) {
    log(Level::fault, "a request failed", {{"request", number}, {"route", request.route}, {"why", failed.what()}});
    return error(500,
                 "Something went wrong on our side and nothing was changed. Tell the performance team the number " +
                     number + ".",
                 request);
  }
}

Lane::Lane(Serving& serving) : serving_(serving), date_(http_date()) {}

void Lane::run() {
  tick();
  context_.run();
  connections_.clear();
}

void Lane::adopt(Tcp::socket socket) {
  asio::post(context_, [this, socket = std::make_shared<Tcp::socket>(std::move(socket))] {
    if (stopping_ || serving_.connections >= serving_.limits.connections + turned_away_at_once) return;
    const bool has_room = serving_.connections < serving_.limits.connections || make_room();
    auto one = std::make_shared<Connection>(serving_, *this, std::move(*socket));
    connections_.insert(one);
    has_room ? one->start() : one->refuse_for_want_of_room();
  });
}

bool Lane::make_room() {
  const auto now = Steady::now();
  std::shared_ptr<Connection> oldest;
  for (const auto& one : connections_) {
    if (one->may_be_dropped(now) && (!oldest || one->since() < oldest->since())) oldest = one;
  }
  if (oldest) oldest->close();
  return oldest != nullptr;
}

void Lane::remove(const std::shared_ptr<Connection>& one) {
  connections_.erase(one);
  if (stopping_ && connections_.empty()) context_.stop();
}

// Deadlines are looked at four times a second: a timer for each request would cost more than the request.
void Lane::tick() {
  date_ = http_date();
  const auto now = Steady::now();
  const auto all = std::vector<std::shared_ptr<Connection>>(connections_.begin(), connections_.end());
  for (const auto& one : all) {
    stopping_ && now > end_ ? one->close() : one->check_deadline(now);
  }
  timer_.expires_after(std::chrono::milliseconds(250));
  timer_.async_wait([this](const error_code& error) {
    if (!error) tick();
  });
}

void Lane::stop() {
  asio::post(context_, [this] {
    stopping_ = true;
    end_ = Steady::now() + serving_.limits.stop;
    const auto all = std::vector<std::shared_ptr<Connection>>(connections_.begin(), connections_.end());
    for (const auto& one : all) one->last_request();
    if (connections_.empty()) context_.stop();
  });
}

struct Server::Inside {
  Serving serving;
  std::vector<std::unique_ptr<Lane>> lanes;
  std::unique_ptr<Tcp::acceptor> acceptor;
  std::unique_ptr<asio::steady_timer> pause;
  std::string listening;
  std::size_t next = 0;

  void accept() {
    // The lanes take turns, so that two browsers do not share a thread while another is idle.
    auto& lane = *lanes[next++ % lanes.size()];
    acceptor->async_accept(lane.context(), [this, &lane](const error_code& error, Tcp::socket socket) {
      if (serving.stopping || error == asio::error::operation_aborted) return;
      if (!error) {
        lane.adopt(std::move(socket));
        return accept();
      }
      // No file numbers left, for example: wait for some to be given back.
      pause->expires_after(std::chrono::milliseconds(50));
      pause->async_wait([this](const error_code& stopped) {
        if (!stopped) accept();
      });
    });
  }
};

Server::Server(std::string address, Site site, ServerLimits limits) : inside_(new Inside) {
  tune_memory();
  allow_many_files();
  auto& serving = inside_->serving;
  serving.site = std::move(site);
  serving.limits = std::move(limits);
  // Numbers go on from the clock, so that two starts of the server do not give the same number twice.
  serving.number = static_cast<std::uint64_t>(std::time(nullptr) - 1'735'689'600) * 100;
  const auto threads = threads_of(serving.limits);
  for (unsigned i = 0; i < threads; ++i) inside_->lanes.push_back(std::make_unique<Lane>(serving));
  auto& first = inside_->lanes.front()->context();
  inside_->acceptor = std::make_unique<Tcp::acceptor>(listener(first, address));
  inside_->pause = std::make_unique<asio::steady_timer>(first);
  const auto place = inside_->acceptor->local_endpoint();
  const auto host = place.address().to_string();
  inside_->listening = (place.address().is_v6() ? "[" + host + "]" : host) + ":" + std::to_string(place.port());
}

Server::Server(std::string address, Answer answer, ServerLimits limits) : Server(std::move(address), Site{}, std::move(limits)) {
  inside_->serving.answer = std::move(answer);
}

Server::~Server() = default;

std::string Server::listening() const { return inside_->listening; }

void Server::run() {
  auto& in = *inside_;
  const auto threads = static_cast<unsigned>(in.lanes.size());
  in.serving.workers = std::make_unique<asio::thread_pool>(in.serving.limits.workers ? in.serving.limits.workers
                                                                                     : std::max(16u, 4 * threads));
  in.accept();
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < in.lanes.size(); ++i) others.emplace_back([&lane = *in.lanes[i]] { lane.run(); });
  in.lanes.front()->run();
  for (auto& other : others) other.join();
  in.serving.workers->join();
  flush_log();
}

void Server::stop() {
  auto& in = *inside_;
  in.serving.stopping = true;
  asio::post(in.lanes.front()->context(), [&in] {
    error_code ignored;
    in.acceptor->close(ignored);
  });
  for (auto& lane : in.lanes) lane->stop();
}

}  // namespace kit
