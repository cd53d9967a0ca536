// What a list of indicators is narrowed to. Every filter is part of the address: "/?period=2025-26-q2&directorate=PLACE&status=red".
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "assess/judged.h"
#include "kit/http.h"
#include "parts/filters.h"

namespace assess {

struct Narrowing {
  std::string priority, directorate, service, kind, status, owner;
  std::string words;  // looked for in reference, title, meaning and tags
  bool any() const;
};
Narrowing narrowing(const kit::Request& asked);

// The judgements of indicators in force that remain, in the order of their codes.
std::vector<const Judgement*> narrowed(const Judged& judged, const Narrowing& to);

// The chips and the form that show and change it, for the page at asked.path.
parts::Filters filters_of(const kit::Request& asked, const Judged& judged, const Narrowing& to);

// The same page with one value of its address changed, or taken out when `value` is empty.
std::string data_address(const kit::Request& asked, std::string_view ending);  // the same page as "csv" or "json"
std::string with_value(const kit::Request& asked, std::string_view name, std::string_view value);

}  // namespace assess
