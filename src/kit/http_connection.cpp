#include "kit/http_connection.h"

#include "kit/log.h"
#include "kit/static_files.h"

namespace kit {
namespace {

using boost::system::error_code;

constexpr std::size_t first_room = 4 * 1024;
constexpr std::size_t room_for_bodies = 64 * 1024;
constexpr auto lingering_time = std::chrono::seconds(2);
constexpr std::size_t slowest_reader = 50 * 1024;  // bytes a second: a large download may outlast the limit of a request

bool is_loopback(const Tcp::socket& socket) {
  error_code error;
  const auto peer = socket.remote_endpoint(error);
  if (error) return false;
  const auto& address = peer.address();
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).is_loopback();
  }
  return address.is_loopback();
}

}  // namespace

Connection::Connection(Serving& serving, Lane& lane, Tcp::socket socket)
    : serving_(serving), lane_(lane), socket_(std::move(socket)), reader_(serving.limits) {
  ++serving_.connections;
}

Connection::~Connection() {
  serving_.bodies -= counted_body_;
  --serving_.connections;
}

void Connection::start() {
  error_code ignored;
  socket_.non_blocking(true, ignored);
  socket_.set_option(Tcp::no_delay(true), ignored);
  from_this_machine_ = is_loopback(socket_);
  error_code gone;
  if (const auto end = socket_.remote_endpoint(gone); !gone) peer_ = end.address().to_string();
  wait();
}

void Connection::wait() {
  if (last_ || serving_.stopping) return close();
  doing_ = Doing::waiting;
  since_ = Steady::now();
  deadline_ = since_ + serving_.limits.idle;
  if (in_.size() > first_room && from_ == to_) in_ = {};  // an idle connection keeps little
  read();
}

std::size_t Connection::room_for_more() {
  if (from_ == to_) from_ = to_ = 0;
  if (in_.empty()) in_.resize(first_room);
  if (to_ < in_.size()) return in_.size() - to_;
  if (from_ > 0) {
    std::copy(in_.begin() + static_cast<std::ptrdiff_t>(from_), in_.begin() + static_cast<std::ptrdiff_t>(to_), in_.begin());
    to_ -= from_;
    from_ = 0;
  } else {
    const auto most = std::max(room_for_bodies, serving_.limits.header_bytes + 1);
    in_.resize(std::min(in_.size() * 4, most));
  }
  return in_.size() - to_;
}

void Connection::read() {
  const auto room = room_for_more();
  if (room == 0) return refuse(400, "The request is not well formed.");
  socket_.async_read_some(asio::buffer(in_.data() + to_, room),
                          [self = shared_from_this()](const error_code& error, std::size_t bytes) { self->have_read(error, bytes); });
}

void Connection::have_read(const error_code& error, std::size_t bytes) {
  if (doing_ == Doing::closed) return;
  if (doing_ == Doing::lingering) {
    if (error) return close();
    from_ = to_ = 0;
    return read();
  }
  if (timed_out_) return refuse(408, "The request took too long to arrive. Try again.");
  if (error) return close();
  to_ += bytes;
  take();
}

void Connection::take() {
  if (doing_ == Doing::waiting) {
    doing_ = Doing::reading;
    began_ = since_ = Steady::now();
    deadline_ = began_ + serving_.limits.request;
  }
  while (from_ < to_ && !reader_.is_done()) {
    const auto used = reader_.take({in_.data() + from_, to_ - from_});
    from_ += used;
    if (const auto& fault = reader_.fault()) return refuse(fault.status, fault.sentence);
    if (!count_body()) return refuse(503, "The server is busy with other uploads. Try again in a minute.");
    if (used == 0) break;
  }
  if (reader_.is_done()) return answer();
  if (!told_to_continue_ && reader_.expects_continue() && !send_continue()) return close();
  read();
}

bool Connection::count_body() {
  const auto size = reader_.body().size();
  if (size == counted_body_) return true;
  const auto all = serving_.bodies += size - counted_body_;
  counted_body_ = size;
  return all <= serving_.limits.bodies_bytes;
}

void Connection::forget_body() {
  reader_.body() = {};
  serving_.bodies -= counted_body_;
  counted_body_ = 0;
}

// A fresh connection has room for these bytes; one that has not is broken.
bool Connection::send_continue() {
  static constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
  told_to_continue_ = true;
  error_code error;
  return socket_.write_some(asio::buffer(line), error) == line.size();
}

void Connection::answer() {
  auto& request = reader_.request();
  doing_ = Doing::answering;
  deadline_ = Steady::time_point::max();
  request.number = ++serving_.number;
  request.from_this_machine = from_this_machine_;
  request.peer = peer_;
  wishes_ = Wishes::of(request);
  wishes_.head = reader_.is_head();
  wishes_.keep_alive = reader_.keeps_alive();

  const auto file = static_file_state(request.path);
  if (file != StaticFile::none && request.method == Method::get) {
    request.route = "/static/";
    static const Answer make_file = [](const Request& asked) { return *static_file(asked.path); };
    if (file == StaticFile::must_be_made) return answer_on_a_worker(make_file);
    auto response = *static_file(request.path);
    const auto sending = choose(response, wishes_, Compressing::only_what_is_made);
    return send(std::move(response), sending);
  }
  if (serving_.answer) return answer_on_a_worker(serving_.answer);
  const auto found = serving_.site.routes.find(request.method, request);
  if (!found.answer && found.other_method) return refuse(405, "This address does not take that kind of request.");
  if (!found.answer) return answer_on_a_worker(serving_.nothing_here);
  if (serving_.site.at_once && request.method == Method::get) {
    if (auto ready = serving_.site.at_once(request)) {
      const auto sending = choose(*ready, wishes_, Compressing::only_what_is_made);
      return send(std::move(*ready), sending);
    }
  }
  answer_on_a_worker(*found.answer);
}

// The answer outlives the server's run: it is a route's, or the server's own.
void Connection::answer_on_a_worker(const Answer& answer) {
  asio::post(*serving_.workers, [self = shared_from_this(), &answer] {
    auto& request = self->reader_.request();
    Response response;
    if (const auto fault = request.method == Method::post ? read_form(self->reader_.body(), request) : Fault{}) {
      response = self->serving_.error(fault.status, fault.sentence);
    } else {
      response = self->serving_.answered(request, answer);
    }
    auto sending = choose(response, self->wishes_, Compressing::now);
    asio::post(self->lane_.context(), [self, response = std::move(response), sending = std::move(sending)]() mutable {
      self->send(std::move(response), std::move(sending));
    });
  });
}

// When the request was not read to its end, what follows on the line cannot be told from a next request.
void Connection::refuse(int status, std::string_view sentence) {
  auto& request = reader_.request();
  if (doing_ != Doing::answering) {
    request.number = ++serving_.number;
    wishes_ = {};
    wishes_.head = reader_.is_head();
    wishes_.keep_alive = false;
    forget_body();
  }
  auto response = serving_.error(status, sentence);
  if (status == 405) response.with("Allow", reader_.has_header() && request.method == Method::post ? "GET, HEAD" : "GET, HEAD, POST");
  if (status == 503) response.with("Retry-After", "60");
  const auto sending = choose(response, wishes_, Compressing::only_what_is_made);
  send(std::move(response), sending);
}

void Connection::refuse_for_want_of_room() {
  start();
  if (doing_ == Doing::closed) return;
  began_ = Steady::now();
  refuse(503, "The server has as many visitors as it can take. Try again in a minute.");
}

void Connection::send(Response response, Sending sending) {
  if (doing_ == Doing::closed) return;
  doing_ = Doing::writing;
  response_ = std::move(response);
  sending_ = std::move(sending);
  wishes_.keep_alive = wishes_.keep_alive && !last_ && !serving_.stopping;
  deadline_ = Steady::now() + serving_.limits.request + std::chrono::seconds(sending_.length / slowest_reader);
  write_head(head_, response_, sending_, wishes_, lane_.date());
  out_ = {asio::buffer(head_), sending_.body ? asio::buffer(*sending_.body) : asio::const_buffer{}};

  // Nearly every answer fits into the socket's room: written here, without waiting to be told that it may be.
  error_code error;
  const auto sent = socket_.write_some(out_, error);
  if (error && error != asio::error::would_block) return close();
  const auto of_head = std::min(sent, out_[0].size());
  out_[0] += of_head;
  out_[1] += sent - of_head;
  if (out_[0].size() + out_[1].size() == 0) return written();
  write();
}

void Connection::write() {
  asio::async_write(socket_, out_, [self = shared_from_this()](const error_code& error, std::size_t) {
    if (self->doing_ == Doing::closed) return;
    if (error) return self->close();
    self->written();
  });
}

void Connection::written() {
  log_it();
  response_ = {};
  sending_ = {};
  forget_body();
  if (!wishes_.keep_alive) return linger();
  reader_.begin();
  told_to_continue_ = false;
  if (from_ == to_) return wait();
  // The next request came together with this one. By way of the queue, so that a thousand of them do not nest.
  doing_ = Doing::waiting;
  asio::post(lane_.context(), [self = shared_from_this()] {
    if (self->doing_ != Doing::closed) self->take();
  });
}

// Closing with unread bytes would reset the connection and could take the answer away from the client before it was read.
void Connection::linger() {
  const bool has_unread = !reader_.is_done() || from_ < to_;
  if (!has_unread) return close();
  doing_ = Doing::lingering;
  deadline_ = Steady::now() + lingering_time;
  error_code ignored;
  socket_.shutdown(Tcp::socket::shutdown_send, ignored);
  from_ = to_ = 0;
  read();
}

void Connection::log_it() {
  const auto& request = reader_.request();
  const std::string_view method = wishes_.head ? "HEAD" : request.method == Method::post ? "POST" : "GET";
  const std::chrono::duration<double, std::milli> took = Steady::now() - began_;
  log(AccessLine{request.number, method, request.route.empty() ? "-" : std::string_view(request.route), sending_.status, took.count(),
                 sending_.body ? sending_.body->size() : 0});
}

void Connection::check_deadline(Steady::time_point now) {
  if (now < deadline_) return;
  if (doing_ != Doing::reading) return close();
  timed_out_ = true;
  deadline_ = now + lingering_time;
  error_code ignored;
  socket_.cancel(ignored);
}

void Connection::last_request() {
  last_ = true;
  if (doing_ == Doing::waiting) close();
}

// Whoever waits or sends slowly makes room for who comes; a second is enough for an honest request's header.
bool Connection::may_be_dropped(Steady::time_point now) const {
  return (doing_ == Doing::waiting || doing_ == Doing::reading || doing_ == Doing::lingering) && now - since_ > std::chrono::seconds(1);
}

void Connection::close() {
  if (doing_ == Doing::closed) return;
  doing_ = Doing::closed;
  error_code ignored;
  socket_.close(ignored);
  lane_.remove(shared_from_this());
}

}  // namespace kit
