#include "parts/status.h"

#include <algorithm>
#include <string>

namespace parts {
namespace {

constexpr std::string_view status_words[] = {"Better than target", "On target", "Close", "Off target", "Not rated"};
constexpr std::string_view status_codes[] = {"blue", "green", "amber", "red", "none"};
constexpr std::string_view status_classes[] = {"st st-better", "st st-on", "st st-close", "st st-off", "st st-none"};
constexpr std::string_view bar_classes[] = {"bar-better", "bar-on", "bar-close", "bar-off", "bar-none"};
constexpr std::string_view direction_words[] = {"Improving", "Worsening", "No change", "Increasing", "Decreasing",
                                                "No comparison"};
constexpr std::string_view direction_classes[] = {"di di-better", "di di-worse", "di", "di", "di", "di di-none"};

// 15 by 15, filled with the colour of the text round it.
constexpr kit::Literal status_shapes[] = {
    R"(<svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true"><circle cx="7.5" cy="7.5" r="6.5" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="7.5" cy="7.5" r="3.2" fill="currentColor"/></svg>)",
    R"(<svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true"><circle cx="7.5" cy="7.5" r="7" fill="currentColor"/></svg>)",
    R"(<svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true"><path d="M7.5 .3 14.7 7.5 7.5 14.7 .3 7.5z" fill="currentColor"/></svg>)",
    R"(<svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true"><path d="M1 1h13v13H1z" fill="currentColor"/></svg>)",
    R"(<svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true"><circle cx="7.5" cy="7.5" r="6" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3 1.71"/></svg>)",
};

// The same shapes in white, about their middle, for a bar.
constexpr kit::Literal bar_shapes[] = {
    R"(<circle r="4" fill="none" stroke="#fff" stroke-width="1.5"/><circle r="1.8" fill="#fff"/>)",
    R"(<circle r="4.2" fill="#fff"/>)",
    R"(<path d="M0-5 5 0 0 5-5 0z" fill="#fff"/>)",
    R"(<path d="M-4-4h8v8h-8z" fill="#fff"/>)",
    R"(<circle r="4" fill="none" stroke="#fff" stroke-width="1.5" stroke-dasharray="2.6 1.6"/>)",
};

constexpr kit::Literal rising =
    R"(<svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true"><path d="M2 13 12 3M5 2.5h7.5V10" fill="none" stroke="currentColor" stroke-width="2.2"/></svg>)";
constexpr kit::Literal falling =
    R"(<svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true"><path d="M2 2 12 12M5 12.5h7.5V5" fill="none" stroke="currentColor" stroke-width="2.2"/></svg>)";
constexpr kit::Literal level =
    R"(<svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true"><path d="M1 7.5h12M8.5 3l4.5 4.5L8.5 12" fill="none" stroke="currentColor" stroke-width="2.2"/></svg>)";
constexpr kit::Literal no_arrow =
    R"(<svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true"><path d="M2 7.5h11" stroke="currentColor" stroke-width="2.2" stroke-dasharray="2.5 1.8"/></svg>)";
constexpr kit::Literal arrows[] = {rising, falling, level, rising, falling, no_arrow};

template <class T>
std::size_t place(T value) {
  return static_cast<std::size_t>(value);
}

// Widths of the parts in a bar of 320: in proportion, but each wide enough for its count.
std::array<double, 5> widths(const StatusCounts& counts) {
  constexpr double bar = 320;
  std::array<double, 5> wide{};
  double sum = 0;
  for (std::size_t i = 0; i < wide.size(); ++i) {
    const double least = counts.of[i] > 99 ? 34 : 24;
    if (counts.of[i] > 0) wide[i] = std::max(least, bar * counts.of[i] / counts.total());
    sum += wide[i];
  }
  for (double& w : wide) w *= bar / sum;
  return wide;
}

void bar_part(kit::Html& html, std::size_t which, int count, double from, double wide, bool last) {
  const auto number = std::to_string(count);
  const bool room = wide >= 26 + 8.0 * number.size();
  html.literal("<rect class=\"").text(bar_classes[which]).literal("\" x=\"").number(from).literal("\" width=\"");
  html.number(last ? wide : wide - 2).literal("\" height=\"22\"/>");
  const double middle = from + (last ? wide : wide - 2) / 2;
  if (room) {
    html.literal("<g transform=\"translate(").number(middle - 4 - 4.0 * number.size()).literal(" 11)\">");
    html.literal(bar_shapes[which]).literal("</g>");
  }
  html.literal("<text x=\"").number(room ? middle + 7 : middle).literal("\" y=\"15.6\">").text(number).literal("</text>");
}

}  // namespace

std::string_view words(Status status) { return status_words[place(status)]; }
std::string_view code(Status status) { return status_codes[place(status)]; }
std::string_view words(Direction direction) { return direction_words[place(direction)]; }

void status(kit::Html& html, Status status, std::string_view instead) {
  html.open("span", {{"class", status_classes[place(status)]}}).literal(status_shapes[place(status)]);
  html.text(instead.empty() ? words(status) : instead).close("span");
}

void direction(kit::Html& html, Direction direction, std::string_view instead) {
  html.open("span", {{"class", direction_classes[place(direction)]}}).literal(arrows[place(direction)]);
  html.text(instead.empty() ? words(direction) : instead).close("span");
}

void direction_count(kit::Html& html, Direction which, int count) {
  if (count == 0) {
    html.el("span", {{"class", "muted"}}, "none");
    return;
  }
  direction(html, which, std::to_string(count));
}

int StatusCounts::total() const {
  int sum = 0;
  for (int count : of) sum += count;
  return sum;
}

std::string StatusCounts::words() const {
  std::string said;
  for (Status s : all_statuses) {
    if ((*this)[s] == 0) continue;
    if (!said.empty()) said += ", ";
    said += std::to_string((*this)[s]) + " ";
    std::string word(parts::words(s));
    word[0] = static_cast<char>(word[0] - 'A' + 'a');
    said += word;
  }
  return said.empty() ? "none" : said;
}

void status_bar(kit::Html& html, const StatusCounts& counts) {
  if (counts.total() == 0) {
    html.el("span", {{"class", "muted"}}, "none");
    return;
  }
  const auto wide = widths(counts);
  std::size_t last = 4;
  while (counts.of[last] == 0) --last;
  html.open("svg", {{"class", "bar"}, {"viewBox", "0 0 320 22"}, {"role", "img"}, {"aria-label", counts.words()}});
  double from = 0;
  for (std::size_t i = 0; i <= last; ++i) {
    if (counts.of[i] == 0) continue;
    bar_part(html, i, counts.of[i], from, wide[i], i == last);
    from += wide[i];
  }
  html.close("svg");
}

void status_key(kit::Html& html, Shows shows) {
  html.open("span", {{"class", "key"}});
  for (Status s : all_statuses) {
    if (s == Status::better && shows == Shows::without_better) continue;
    status(html, s, s == Status::better ? "Better" : s == Status::off_target ? "Off" : std::string_view());
  }
  html.close("span");
}

}  // namespace parts
