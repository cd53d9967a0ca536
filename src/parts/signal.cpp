#include "parts/signal.h"

namespace parts {
namespace {

constexpr kit::Literal point_classes[] = {"pt pt-usual", "pt pt-better", "pt pt-worse", "pt pt-neither"};
constexpr std::string_view signal_classes[] = {"si", "si si-better", "si si-worse", "si si-neither"};

struct AssuredLook {
  std::string_view css, letter;
};
constexpr AssuredLook assured_looks[] = {{"si si-better", "P"}, {"si si-worse", "F"}, {"si", "?"}};

// 20 by 20, drawn in the colour of the text round it.
void ring(kit::Html& html, std::string_view letter) {
  html.literal(
      R"(<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="8.6" fill="none" stroke="currentColor" stroke-width="2"/>)");
  if (letter.empty())
    html.literal(
        R"(<path d="M4.6 11c1.6-3.4 3.4-3.4 5.2-1s3.8 2.6 5.6-.8" fill="none" stroke="currentColor" stroke-width="1.8"/>)");
  else
    html.literal(R"(<text x="10" y="14" text-anchor="middle" font-size="11" font-weight="700" fill="currentColor">)")
        .text(letter)
        .literal("</text>");
  html.literal("</svg>");
}

void mark(kit::Html& html, std::string_view css, std::string_view letter, std::string_view words) {
  html.open("span", {{"class", css}});
  ring(html, letter);
  html.text(words).close("span");
}

}  // namespace

kit::Literal point_class(Signal signal) { return point_classes[static_cast<std::size_t>(signal.means)]; }

void signal(kit::Html& html, Signal signal, std::string_view words) {
  mark(html, signal_classes[static_cast<std::size_t>(signal.means)], {&signal.letter, signal.letter ? 1u : 0u}, words);
}

void assurance(kit::Html& html, Assured assured, std::string_view words) {
  const auto& look = assured_looks[static_cast<std::size_t>(assured)];
  mark(html, look.css, look.letter, words);
}

}  // namespace parts
