#include "parts/strip.h"

#include <algorithm>
#include <map>

#include "parts/scale.h"
#include "parts/text.h"

namespace parts {
namespace {

struct StripSheet {
  std::string_view letter, css, box, middle;  // `middle`: what its line is called, so short that no other line runs through it
  double wide, high, dot;
};
constexpr StripSheet sheets[] = {
    {"w", "drawing drawing-wide", "0 0 720 190", "Middle of the others ", 720, 190, 5},
    {"n", "drawing drawing-narrow", "0 0 360 190", "Others’ middle ", 360, 190, 4},
};
constexpr double side = 14, ground = 150, letter_wide = 7.4, bold_wide = 9.2;

class Drawing {
 public:
  Drawing(kit::Html& html, const Strip& strip, const StripSheet& sheet) : html_(html), strip_(strip), sheet_(sheet) {
    const auto [least, most] = std::ranges::minmax(strip.dots, {}, &StripDot::value);
    axis_ = axis_for(least.value, most.value, strip.finest);
  }

  void draw() {
    scale();
    dots(StripDot::Of::others, "<circle class=\"strip-aside\"");
    dots(StripDot::Of::group, "<circle class=\"strip-dot\"");
    middle();
    own();
  }

 private:
  double x(double value) const { return side + (value - axis_.least) / (axis_.most - axis_.least) * (sheet_.wide - 2 * side); }

  void scale() {
    html_.literal("<line class=\"tick\" x1=\"")
        .number(side)
        .literal("\" x2=\"")
        .number(sheet_.wide - side)
        .literal("\" y1=\"150\" y2=\"150\"/>");
    double last = -100;
    for (const double tick : axis_.ticks()) {
      const auto written = strip_.axis_number(tick);
      if (x(tick) - last < 8 + letter_wide * static_cast<double>(written.size())) continue;
      last = x(tick);
      html_.literal("<line class=\"tick\" x1=\"").number(last).literal("\" x2=\"").number(last).literal("\" y1=\"150\" y2=\"156\"/>");
      words("<text class=\"ax ax-x\" x=\"", last, 172, written);
    }
  }

  // Those that would cover one another stand on each other.
  void dots(StripDot::Of of, kit::Literal begin) {
    for (const auto& dot : strip_.dots) {
      if (dot.of != of) continue;
      const auto column = static_cast<int>(x(dot.value) / (2 * sheet_.dot));
      const double y = std::max(44.0, ground - sheet_.dot - 2 - 2 * sheet_.dot * piled_[column]++);
      html_.literal(begin)
          .literal(" r=\"")
          .number(sheet_.dot - 0.6)
          .literal("\" cx=\"")
          .number(x(dot.value))
          .literal("\" cy=\"")
          .number(y)
          .literal("\">");
      html_.el("title", dot.name + ", " + dot.written).literal("</circle>");
    }
  }

  void middle() {
    const double at = x(strip_.middle);
    html_.literal("<line class=\"mean\" stroke-dasharray=\"5 3\" y1=\"36\" y2=\"150\" x1=\"")
        .number(at)
        .literal("\" x2=\"")
        .number(at)
        .literal("\"/>");
    const auto own = std::ranges::find(strip_.dots, StripDot::Of::own, &StripDot::of);
    label(at, 30, "lb lb-soft", std::string(sheet_.middle) + strip_.middle_written,
          own != strip_.dots.end() && own->value > strip_.middle ? Side::left : Side::right);
  }

  void own() {
    for (const auto& dot : strip_.dots) {
      if (dot.of != StripDot::Of::own) continue;
      const double at = x(dot.value);
      html_.literal("<line class=\"strip-own-line\" y1=\"16\" y2=\"150\" x1=\"").number(at).literal("\" x2=\"").number(at).literal("\"/>");
      html_.literal("<path class=\"strip-own\" d=\"M").number(at).literal(" 133l9 9l-9 9l-9 -9z\"/>");
      label(at, 12, "lb lb-last", dot.name + ' ' + dot.written);
    }
  }

  enum class Side { left, right };

  // Beside its line, on the side that is wished for or, failing that, where there is room.
  void label(double at, double y, std::string_view css, const std::string& text, Side wished = Side::right) {
    const double wide = (css == "lb lb-last" ? bold_wide : letter_wide) * static_cast<double>(text.size());
    const bool fits_left = at - wide - 6 > 0,
               to_the_right = at + wide + 6 < sheet_.wide && !(wished == Side::left && fits_left),
               to_the_left = fits_left;
    const auto anchor = to_the_right ? "start" : to_the_left ? "end" : "middle";
    const double place = to_the_right ? at + 6 : to_the_left ? at - 6 : sheet_.wide / 2;
    html_.literal("<text y=\"")
        .number(y)
        .literal("\" x=\"")
        .number(place)
        .literal("\" class=\"")
        .text(css)
        .literal("\" text-anchor=\"")
        .text(anchor)
        .literal("\">")
        .text(text)
        .literal("</text>");
  }
  void words(kit::Literal begin, double at_x, double at_y, std::string_view text) {
    html_.literal(begin).number(at_x).literal("\" y=\"").number(at_y).literal("\">").text(text).literal("</text>");
  }

  kit::Html& html_;
  const Strip& strip_;
  const StripSheet& sheet_;
  Axis axis_;
  std::map<int, int> piled_;
};

}  // namespace

void strip(kit::Html& html, const Strip& strip) {
  if (strip.dots.empty()) return;
  html.open("figure", {{"class", "chart"}});
  strip.under == Strip::Under::page ? heading(html, strip.finding) : small_heading(html, strip.finding);
  for (const auto& sheet : sheets) {
    const std::string title = strip.id + "-t" + std::string(sheet.letter), description = strip.id + "-d" + std::string(sheet.letter);
    html.open("svg", {{"class", sheet.css},
                      {"viewBox", sheet.box},
                      {"role", "img"},
                      {"aria-labelledby", title},
                      {"aria-describedby", description}});
    html.el("title", {{"id", title}}, strip.finding).el("desc", {{"id", description}}, strip.summary);
    Drawing(html, strip, sheet).draw();
    html.close("svg");
  }
  html.el("figcaption", strip.summary);
  html.close("figure");
}

}  // namespace parts
