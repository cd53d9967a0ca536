// What happened to a published file while it was read: what was left out under which reason, and what was taken for granted.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compare/published.h"

namespace compare {

class PublishedNotes {
 public:
  void leave(const std::string& reason, std::size_t row, std::string_view example);
  // Each once; and once for all that begin alike.
  void remark(const std::string& sentence, std::size_t alike = 0);

  std::vector<LeftOut> left_out() const;  // most first
  const std::vector<std::string>& remarks() const { return remarks_; }

 private:
  std::map<std::string, LeftOut> left_out_;
  std::vector<std::string> remarks_;
};

}  // namespace compare
