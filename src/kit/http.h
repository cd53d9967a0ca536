// The web server: requests in, responses out. Boost.Beast stays inside http_reader.cpp. Limits on header, body, connections and
// one deadline for a whole request; keep-alive, gzip and brotli, ETag, static files by content hash, graceful stop, an access
// log without personal data.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kit {

enum class Method { get, post };  // HEAD is answered as GET without its body; other methods get 405

struct UploadedFile {
  std::string field;
  std::string name;  // as the client sent it: shown escaped, never used as a path
  std::string bytes;
};

struct Request {
  Method method = Method::get;
  std::string path;                                       // decoded, "/indicators/BBF07"
  std::vector<std::pair<std::string, std::string>> path_values;  // {code} -> "BBF07"
  std::vector<std::pair<std::string, std::string>> query;        // decoded, in order
  std::vector<std::pair<std::string, std::string>> headers;      // names in lower case
  std::vector<std::pair<std::string, std::string>> cookies;
  std::vector<std::pair<std::string, std::string>> form;  // of an urlencoded or multipart POST
  std::vector<UploadedFile> files;
  std::string target;  // as asked, for the log and for a link to this page
  std::string format;  // "html", or "json" / "csv" when the path ended so (the ending is taken off `path`)
  bool from_this_machine = false;  // the peer is a loopback address
  std::string peer;                // its address on the network
  std::string body;                // of a POST that is no form: what an API is sent
  std::uint64_t number = 0;        // for the log and for an apology
  std::string route;               // the pattern that was found, "/indicators/{code}"

  const std::string& value(std::string_view name) const;  // from the path; empty when there is none
  std::string asked(std::string_view name) const;         // first of the query; empty when there is none
  std::string header(std::string_view name) const;
  std::string cookie(std::string_view name) const;
  std::string typed(std::string_view field) const;  // first of the form; empty when there is none
};

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::shared_ptr<const std::string> body = std::make_shared<std::string>();
  std::vector<std::pair<std::string, std::string>> headers;

  // Pages rendered once for a data version: compressed once, too. Empty when not made.
  std::shared_ptr<const std::string> gzip, brotli;
  std::string etag;  // quoted; answered with 304 when the client has it

  static Response html(std::string body, int status = 200);
  static Response json(std::string body, int status = 200);
  static Response csv(std::string body, std::string_view file_name);
  static Response file(std::string body, std::string_view type, std::string_view file_name);
  static Response see_other(std::string path);  // own paths only: "/…", not "//…"
  Response& with(std::string name, std::string value);  // a line end in either is a defect of ours
};

using Answer = std::function<Response(Request&)>;  // a Request& so that Router::find can fill it

// Routes by method and pattern: "/indicators/{code}/figures", "/reports/{edition}.xlsx". The most literal pattern wins.
// 404 and 405 are told apart.
class Router {
 public:
  Router();
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;
  void add(Method method, std::string_view pattern, Answer answer);
  struct Found {
    const Answer* answer = nullptr;  // null: nothing here, or not by this method
    bool other_method = false;
  };
  Found find(Method method, Request& request) const;  // fills path_values, route and, for ".json" and ".csv", format and path
  std::vector<std::pair<Method, std::string>> all() const;  // every route, for the tests of completeness

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// What a server serves. Files under /static/ are served by the server itself.
struct Site {
  Router routes;
  // Runs each route's answer: the place for sign-in, the forgery check and the pages for conflicts. Empty: it is just called.
  std::function<Response(Request&, const Answer&)> around;
  // A page that is already made, asked for on the socket's own thread (no change of thread): it may look into memory but must
  // neither wait nor render. None: the route's answer is called on a worker.
  std::function<std::optional<Response>(const Request&)> at_once;
  // The page for what went wrong before or instead of a route: 400, 404, 405, 408, 413, 414, 415, 421, 431, 500, 503. What was asked is
  // empty where it could not be read.
  std::function<std::string(int status, std::string_view sentence, const Request& asked)> error_page;
};

struct ServerLimits {
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 64u << 20;
  std::chrono::milliseconds request{30'000};  // the whole of one request: a slow client does not hold a place
  std::chrono::milliseconds idle{15'000};     // between requests on one connection
  unsigned connections = 2'000;
  unsigned threads = 0;  // 0: as many as the machine has
  unsigned workers = 0;  // threads that make pages; 0: twice the threads and at least eight
  std::size_t target_bytes = 8 * 1024;
  std::size_t bodies_bytes = 256u << 20;   // of all requests being read or answered together
  std::chrono::milliseconds stop{10'000};  // how long requests under way may take to finish once stop() is called
  std::vector<std::string> hosts;          // names a request may call us by, without port; empty: any
};

class Server {
 public:
  // `address` "127.0.0.1:8080"; port 0 takes a free one. Throws Failure with a sentence when it cannot listen.
  // `answer` is called on worker threads. What it throws becomes 500 with the request's number, logged once.
  Server(std::string address, Site site, ServerLimits limits = {});
  Server(std::string address, Answer answer, ServerLimits limits = {});  // one answer for every path
  ~Server();
  std::string listening() const;  // "127.0.0.1:8080"
  void run();                     // until stop(); finishes the requests under way
  void stop();                    // may be called from a signal handler's thread

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

std::string gzip(std::string_view bytes, int level = 6);
std::string brotli(std::string_view bytes, int quality = 5);
std::string url_encoded(std::string_view text);                 // for a path segment or a query value
std::optional<std::string> url_decoded(std::string_view text);  // none on a broken escape, NUL or bad UTF-8

}  // namespace kit
