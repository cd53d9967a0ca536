// What a page says once on the next page: "Saved. It goes to be checked." It travels in a cookie that the server has signed, so
// that nobody can put words into our mouth.
#pragma once
#include <string>

#include "kit/http.h"
#include "kit/secret.h"

namespace app {

class Saying {
 public:
  explicit Saying(const kit::ServerKey& key) : key_(key) {}
  bool is_waiting(const kit::Request& asked) const;
  std::string heard(const kit::Request& asked) const;  // empty when there is nothing, or it is not ours
  void forget(kit::Response& answer) const;

 private:
  const kit::ServerKey& key_;
};

}  // namespace app
