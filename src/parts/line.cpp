#include "parts/line.h"

#include <algorithm>
#include <limits>

namespace parts {
namespace {

constexpr double wide = 220, high = 58, edge = 7;

struct Scale {
  double least = std::numeric_limits<double>::infinity();
  double most = -least;

  void take(const std::optional<double>& value) {
    if (!value) return;
    least = std::min(least, *value);
    most = std::max(most, *value);
  }
  double y(double value) const { return most > least ? high - edge - (value - least) / (most - least) * (high - 2 * edge) : high / 2; }
};

Scale scale_of(const Line& line) {
  Scale scale;
  for (const auto& value : line.values) scale.take(value);
  for (const auto& target : line.targets) scale.take(target);
  scale.take(line.usual_low);
  scale.take(line.usual_high);
  return scale;
}

double x_of(std::size_t i, std::size_t count) {
  return count < 2 ? wide - edge : edge + static_cast<double>(i) * (wide - 2 * edge) / static_cast<double>(count - 1);
}

void draw_band(kit::Html& html, const Line& line, const Scale& scale) {
  if (!line.usual_low || !line.usual_high) return;
  html.literal("<rect class=\"usual\" x=\"0\" width=\"220\" y=\"").number(scale.y(*line.usual_high)).literal("\" height=\"");
  html.number(scale.y(*line.usual_low) - scale.y(*line.usual_high)).literal("\"/>");
}

enum class Runs { through, level };

// A path that breaks where there is nothing. Targets run level for their period and then step.
void draw_path(kit::Html& html, kit::Literal begin, const std::vector<std::optional<double>>& values, const Scale& scale,
               Runs runs) {
  html.literal(begin);
  const double half = values.size() < 2 ? 0 : (wide - 2 * edge) / static_cast<double>(values.size() - 1) / 2;
  bool drawing = false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i]) {
      drawing = false;
      continue;
    }
    const double x = x_of(i, values.size()), y = scale.y(*values[i]);
    html.literal(drawing ? kit::Literal("L") : kit::Literal("M")).number(runs == Runs::level ? x - half : x).literal(" ").number(y);
    if (runs == Runs::level) html.literal("H").number(x + half);
    drawing = true;
  }
  html.literal("\"/>");
}

std::string_view dot_class(Status status) {
  constexpr std::string_view classes[] = {"dot-better", "dot-on", "dot-close", "dot-off", "dot-none"};
  return classes[static_cast<std::size_t>(status)];
}

void draw_last(kit::Html& html, const Line& line, const Scale& scale) {
  if (!line.values.back()) return;
  html.literal("<circle class=\"").text(dot_class(line.last)).literal("\" r=\"4\" cx=\"");
  html.number(x_of(line.values.size() - 1, line.values.size())).literal("\" cy=\"").number(scale.y(*line.values.back()));
  html.literal("\"/>");
}

// Beside the last point, on the side away from the line's usual way.
void draw_letter(kit::Html& html, const Line& line, const Scale& scale) {
  if (!line.values.back() || !line.signal.letter) return;
  constexpr kit::Literal begins[] = {"<text class=\"letter\" x=\"", "<text class=\"letter si-better\" x=\"",
                                     "<text class=\"letter si-worse\" x=\"", "<text class=\"letter si-neither\" x=\""};
  const double y = scale.y(*line.values.back());
  const bool over = y > high / 2;
  html.literal(begins[static_cast<std::size_t>(line.signal.means)]).number(x_of(line.values.size() - 1, line.values.size()));
  html.literal("\" y=\"").number(over ? y - 8 : y + 17).literal("\">").text({&line.signal.letter, 1}).literal("</text>");
}

}  // namespace

void small_line(kit::Html& html, const Line& line) {
  const Scale scale = scale_of(line);
  if (scale.most < scale.least) return;
  html.open("svg", {{"class", "line"}, {"viewBox", "0 0 220 58"}, {"width", "220"}, {"height", "58"}, {"role", "img"},
                    {"aria-label", line.words}});
  draw_band(html, line, scale);
  if (!line.targets.empty()) draw_path(html, "<path class=\"aim\" d=\"", line.targets, scale, Runs::level);
  draw_path(html, "<path class=\"run\" d=\"", line.values, scale, Runs::through);
  draw_last(html, line, scale);
  draw_letter(html, line, scale);
  html.close("svg");
}

}  // namespace parts
