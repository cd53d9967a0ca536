// One thing that needs attention, in a list of them: what it is and why, its line at a glance, its figure and how it stands.
#pragma once
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/html.h"
#include "parts/line.h"
#include "parts/status.h"
#include "parts/text.h"

namespace parts {

// Why it is there: the name of the reason, unless the sentence says it, and the sentence with its figures.
struct Reason {
  std::string_view name, said;
};

struct Attention {
  std::string_view address;
  std::string_view title;
  std::string ref;           // "BBF07 · SEND data officer’s note 17 July"
  std::string_view why;      // the sentence that explains the status
  std::vector<Reason> reasons;
  std::vector<Link> thread;  // the levels of the plan above it, on one line
  std::string_view said;     // the officer's words, shortened
  Line line;
  std::string_view value;    // "61.2%", or "Delayed"
  std::string beside;        // "Target 75%"
  std::optional<Status> status;  // none where the council shows no ratings
  std::string_view status_words;  // instead of the usual ones
  Direction direction = Direction::not_known;
  std::string_view direction_words;
};
void attention(kit::Html& html, const Attention& attention);

template <std::invocable Inside>
void attention_list(kit::Html& html, Inside inside) { html.el("ul", {{"class", "cards"}}, inside); }

// "Eleven homes held for fire-door works. A second…": at most `length` letters, cut at a word.
std::string shortened(std::string_view text, std::size_t length);

}  // namespace parts
