#include "parts/tree_drawing.h"

#include <algorithm>

namespace parts {
namespace {

constexpr double row_height = 58, column_width = 385, last_column_width = 330;
constexpr double letter_width = 9.4, small_letter_width = 6.8;  // of a title and of the line under it, on average
constexpr std::size_t line_letters = 34;

// Breaks a title into two lines at most, at a blank; what does not fit ends in an ellipsis.
std::vector<std::string> lines_of(const std::string& title) {
  if (title.size() <= line_letters) return {title};
  const auto blank = title.rfind(' ', line_letters);
  if (blank == std::string::npos) return {title};
  auto rest = title.substr(blank + 1);
  if (rest.size() > line_letters) {
    const auto cut = rest.rfind(' ', line_letters - 1);
    rest = rest.substr(0, cut == std::string::npos ? 0 : cut) + "…";
  }
  return {title.substr(0, blank), rest};
}

// About how far a branch's words reach, so that its line begins beside them.
double reach(const Branch& branch) {
  std::size_t letters = 0;
  for (const auto& line : lines_of(branch.title)) letters = std::max(letters, line.size());
  const auto widest = std::max(static_cast<double>(letters) * letter_width, static_cast<double>(branch.under.size()) * small_letter_width);
  return std::min(widest + 12, column_width - 50);
}

int leaves(const Branch& branch) {
  int count = 0;
  for (const auto& below : branch.below) count += leaves(below);
  return std::max(count, 1);
}

int depth(const std::vector<Branch>& branches) {
  int deepest = 0;
  for (const auto& branch : branches) deepest = std::max(deepest, 1 + depth(branch.below));
  return deepest;
}

std::string point(double number) {
  kit::Html written;
  written.number(number);
  return written.written();
}

class Drawing {
 public:
  explicit Drawing(kit::Html& html) : html_(html) {}

  // Draws a branch in rows from `top` on; answers the height of its middle.
  double draw(const Branch& branch, double x, double top) {
    const double middle = top + leaves(branch) * row_height / 2;
    double next = top;
    for (const auto& below : branch.below) {
      const double end = draw(below, x + column_width, next);
      joint(x + reach(branch), middle, x + column_width - 10, end);
      next += leaves(below) * row_height;
    }
    label(branch, x, middle);
    return middle;
  }

 private:
  void joint(double x, double y, double to_x, double to_y) {
    const auto turn = point(to_x - 22);  // the same for all of a column
    const auto path = "M" + point(x) + " " + point(y) + "H" + turn + "V" + point(to_y) + "H" + point(to_x);
    html_.el("path", {{"d", path}, {"class", "tree-joint"}}, "");
  }

  void label(const Branch& branch, double x, double middle) {
    const auto lines = lines_of(branch.title);
    double y = middle - (lines.size() > 1 ? 12 : 2);
    html_.open("a", {{"href", branch.address}});
    html_.open("text", {{"class", "tree-title"}});
    for (const auto& line : lines) {
      html_.el("tspan", {{"x", point(x)}, {"y", point(y)}}, line);
      y += 17;
    }
    html_.close("text").close("a");
    html_.el("text", {{"class", "tree-under"}, {"x", point(x)}, {"y", point(y)}}, branch.under);
  }

  kit::Html& html_;
};

}  // namespace

void tree_drawing(kit::Html& html, const std::vector<Branch>& tops, std::string_view description) {
  int rows = 0;
  for (const auto& top : tops) rows += leaves(top);
  const auto box = "0 0 " + point((depth(tops) - 1) * column_width + last_column_width) + " " + point(rows * row_height);

  html.open("div", {{"class", "tree-drawing"}});
  html.open("svg", {{"viewBox", box}, {"class", "tree"}, {"role", "group"}, {"aria-label", description}});
  Drawing drawing(html);
  double top = 0;
  for (const auto& branch : tops) {
    drawing.draw(branch, 0, top);
    top += leaves(branch) * row_height;
  }
  html.close("svg").close("div");
}

}  // namespace parts
