// Inside the server: what all its connections share, and one connection with a browser. A connection belongs to one lane (one
// thread with its own sockets); only making a page leaves that thread.
#pragma once
#include <array>
#include <atomic>
#include <boost/asio.hpp>
#include <unordered_set>

#include "kit/http_reader.h"
#include "kit/http_writer.h"

namespace kit {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using Steady = std::chrono::steady_clock;

class Connection;

struct Serving {
  Site site;
  Answer answer;  // when there are no routes: for every path
  ServerLimits limits;
  std::atomic<std::size_t> bodies{0};
  std::atomic<std::size_t> connections{0};
  std::atomic<std::uint64_t> number{0};
  std::atomic<bool> stopping{false};
  std::unique_ptr<asio::thread_pool> workers;

  Response error(int status, std::string_view sentence, const Request& asked = {}) const;
  const Answer nothing_here = [this](Request& asked) { return error(404, "There is nothing at this address.", asked); };
  Response answered(Request& request, const Answer& answer) const;  // on a worker; never throws
};

class Lane {
 public:
  explicit Lane(Serving& serving);
  void run();
  void adopt(Tcp::socket socket);  // from any thread
  void stop();                     // from any thread

  asio::io_context& context() { return context_; }
  const std::string& date() const { return date_; }
  void add(const std::shared_ptr<Connection>& one) { connections_.insert(one); }
  void remove(const std::shared_ptr<Connection>& one);

 private:
  void tick();
  bool make_room();
  Serving& serving_;
  asio::io_context context_{1};
  asio::steady_timer timer_{context_};
  std::unordered_set<std::shared_ptr<Connection>> connections_;
  std::string date_;
  bool stopping_ = false;
  Steady::time_point end_{};
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Serving& serving, Lane& lane, Tcp::socket socket);
  ~Connection();

  void start();
  void refuse_for_want_of_room();
  void check_deadline(Steady::time_point now);
  void last_request();  // the server stops: close when idle, else after this answer
  void close();
  bool may_be_dropped(Steady::time_point now) const;
  Steady::time_point since() const { return since_; }

 private:
  enum class Doing { waiting, reading, answering, writing, lingering, closed };

  void wait();
  void read();
  void have_read(const boost::system::error_code& error, std::size_t bytes);
  void take();
  bool count_body();
  void forget_body();
  bool send_continue();
  std::size_t room_for_more();
  void answer();
  void answer_on_a_worker(const Answer& answer);
  void refuse(int status, std::string_view sentence);
  void send(Response response, Sending sending);
  void write();
  void written();
  void linger();
  void log_it();

  Serving& serving_;
  Lane& lane_;
  Tcp::socket socket_;
  RequestReader reader_;
  Wishes wishes_;
  Response response_;
  Sending sending_;
  std::vector<char> in_;
  std::size_t from_ = 0, to_ = 0;  // what of in_ is read and not yet taken
  std::string head_;
  std::array<asio::const_buffer, 2> out_;
  std::size_t counted_body_ = 0;
  std::string peer_;
  Doing doing_ = Doing::waiting;
  Steady::time_point deadline_{}, since_{}, began_{};
  bool timed_out_ = false, told_to_continue_ = false, last_ = false, from_this_machine_ = false;
};

}  // namespace kit
