// What a page is narrowed to: every filter is part of the address, shown as a chip with a way to take it off, and changed by
// a plain form.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "kit/html.h"
#include "parts/form.h"
#include "parts/text.h"

namespace parts {

struct Chip {
  std::string label;    // "Period"
  std::string value;    // "2025/26 Q1"
  std::string without;  // the address without this filter; empty when it cannot be taken off
};

struct Filter {
  std::string name;   // in the address
  std::string label;  // "Directorate"
  std::vector<Choice> choices;
  std::string chosen;
};

struct Filters {
  std::string action;             // the page's path
  std::vector<Chip> chips;
  std::vector<Filter> filters;
  std::vector<Choice> carried;    // other parts of the address, kept by the form
  std::string clear;              // the address without any filter; empty when none is on
  std::string csv, json;          // this page's data
  std::string search_name, search_label, search_text;  // a field for words, where the page has one
  bool asks_as_at = false;        // a field for the day one wants to see the council as at
  std::string as_at;              // "2025-07-31", or empty for now
};

void filters(kit::Html& html, const Filters& filters);

// How the council stood at a past moment: says so, with the way back to now.
void past_banner(kit::Html& html, std::string_view moment, std::string_view now_address);
void notice_banner(kit::Html& html, std::string_view sentence);

}  // namespace parts
