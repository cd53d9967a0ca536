// A tree drawn from left to right: the golden thread at a glance. For wide screens and paper; the same tree stands below it
// as nested lists, which is what phones, keyboards and screen readers use.
#pragma once
#include <string>
#include <vector>

#include "kit/html.h"

namespace parts {

struct Branch {
  std::string title;
  std::string address;
  std::string under;  // "27 indicators, 14 on target"
  std::vector<Branch> below;
};

void tree_drawing(kit::Html& html, const std::vector<Branch>& tops, std::string_view description);

}  // namespace parts
