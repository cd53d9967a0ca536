// Takes bytes from a connection and makes a request of them, or a fault to answer with. Knows no sockets. What two programs
// could read differently (two lengths, a length beside chunks, two hosts) is refused.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "kit/http_form.h"

namespace kit {

class RequestReader {
 public:
  explicit RequestReader(const ServerLimits& limits);
  ~RequestReader();

  void begin();                              // the next request of the connection
  std::size_t take(std::string_view bytes);  // answers how many were used; the rest is wanted again, with more behind it

  bool has_header() const;
  bool is_done() const;
  bool expects_continue() const;  // the client waits for "100 Continue" before it sends the body
  bool keeps_alive() const;
  bool is_head() const;
  const Fault& fault() const;
  Request& request();  // whole once done, but for the form
  std::string& body();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace kit
