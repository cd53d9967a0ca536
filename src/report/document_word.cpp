#include "report/document_word.h"

#include <algorithm>

#include "parts/report.h"
#include "parts/text.h"
#include "report/document_html.h"
#include "report/drawn.h"

namespace report {
namespace {

using kit::Html;

constexpr int wide_chart = 600, wide_line = 150, wide_line_in_a_table = 84;

bool is_slot(const Block& block) { return std::holds_alternative<Slot>(block); }

// "Figure 61.2% · Target 75% · Off target · Worsening", of those that are there.
std::string standing_words(const Card& card) {
  std::string all = card.figure.text;
  if (!card.target.text.empty()) all += " · Target " + card.target.text;
  for (const auto* cell : {&card.status, &card.direction})
    if (!cell->text.empty()) all += " · " + cell->text;
  return all;
}

// In letters: what cannot be broken over lines.
int longest_word(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find(' ', from), text.size());
    longest = std::max(longest, end - from);
    from = end + 1;
  }
  return static_cast<int>(longest);
}

// A number is never broken over two lines, nor the head above it.
int share_of_numbers(const Table& table, std::size_t at) {
  int longest = longest_word(table.columns[at].title);
  for (const auto& row : table.rows)
    if (at < row.size()) longest = std::max(longest, longest_word(row[at].text));
  return std::max(10, longest + 3);
}

// As wide as what it holds needs, on a page of paper.
parts::PlainColumn plain(const Table& table, std::size_t at) {
  using enum parts::PlainColumn::Stands;
  const auto& column = table.columns[at];
  if (at == 0) return {column.title, table.columns.size() > 8 ? 18 : 26};
  switch (column.holds) {
    case Cell::Holds::number: return {column.title, share_of_numbers(table, at), right};
    case Cell::Holds::status: return {column.title, 12};
    case Cell::Holds::direction: return {column.title, 13};
    case Cell::Holds::line: return {column.title, 14};
    case Cell::Holds::words: break;
  }
  return {column.title, 30};
}

class Writing {
 public:
  Writing(Html& html, WordPage& page, Pictures pictures) : html_(html), page_(page), pictures_(pictures) {}

  void operator()(const Heading& block) {
    block.level > 3 ? parts::minor_heading(html_, block.text) : parts::small_heading(html_, block.text);
  }
  void operator()(const Paragraph& block) { parts::paragraph(html_, block.text); }
  void operator()(const Counted& block) { parts::kept_paragraph(html_, [&] { parts::strong(html_, block.text); }); }
  void operator()(const Slot&) {}

  void operator()(const List& block) { list(block.items); }

  void operator()(const Note& block) {
    if (!block.heading.empty()) parts::small_heading(html_, block.heading);
    lines(block.text);
    if (!block.by.empty()) parts::paragraph(html_, block.by);
  }

  void operator()(const Card& card) {
    parts::small_heading(html_, card.title);
    parts::kept_paragraph(html_, [&] { html_.text(card.line_above); });
    parts::kept_paragraph(html_, [&] { parts::strong(html_, standing_words(card)); });
    if (draws(card.line)) parts::kept_paragraph(html_, [&] { picture(card.line, wide_line); });
    list(card.reasons);
    lines(card.note.text);
    if (!card.note.by.empty()) parts::paragraph(html_, card.note.by);
  }

  // A small line is what its figures are, seen at a glance: where there are no pictures its column goes.
  void operator()(const Table& block) {
    std::vector<parts::PlainColumn> columns;
    for (std::size_t i = 0; i < block.columns.size(); ++i)
      if (stays(block.columns[i])) columns.push_back(plain(block, i));
    parts::PlainTable table(html_, block.caption, columns);
    for (const auto& row : block.rows)
      table.row([&] {
        table.head([&] { head(row.front()); });
        for (std::size_t i = 1; i < row.size(); ++i)
          if (stays(block.columns[i])) table.cell([&] { words(row[i]); });
      });
  }

  void operator()(const Chart& block) {
    parts::small_heading(html_, block.finding);
    const bool any = std::ranges::any_of(block.points, [](const PlotPoint& point) { return point.value.has_value(); });
    if (any && pictures_ == Pictures::drawn) {
      parts::kept_paragraph(html_, [&] {
        parts::picture(html_, file(page_.pictures.add(drawn(block, ""))), block.finding + ". " + block.summary,
                       wide_chart);
      });
    }
    parts::paragraph(html_, block.summary);
    for (const auto& caution : block.cautions) parts::paragraph(html_, caution);
    points(block);
  }

 private:
  bool stays(const Column& column) const { return column.holds != Cell::Holds::line || pictures_ == Pictures::drawn; }
  bool draws(const Cell& cell) const {
    return pictures_ == Pictures::drawn && std::ranges::any_of(cell.line, [](const auto& value) { return value.has_value(); });
  }
  std::string file(std::size_t number) const { return "picture-" + std::to_string(number) + ".png"; }

  void picture(const Cell& cell, int wide) {
    parts::picture(html_, file(page_.pictures.add(drawn(cell))), cell.text, wide);
  }

  // The name of a row is heavy, since Word knows no other head of a row.
  void head(const Cell& cell) {
    parts::strong(html_, cell.text);
    if (!cell.below.empty()) parts::line_break(html_), html_.text(cell.below);
  }

  void words(const Cell& cell) {
    if (cell.holds == Cell::Holds::line) {
      if (draws(cell)) picture(cell, wide_line_in_a_table);
      return;
    }
    html_.text(cell.text);
    if (!cell.below.empty()) parts::line_break(html_), html_.text(cell.below);
  }

  void list(const std::vector<std::string>& items) {
    if (items.empty()) return;
    parts::list(html_, [&] {
      for (const auto& item : items) parts::item(html_, [&] { parts::paragraph(html_, item); });
    });
  }

  void lines(const std::string& text) {
    for (std::size_t from = 0; from < text.size();) {
      const auto end = std::min(text.find('\n', from), text.size());
      if (end > from) parts::paragraph(html_, text.substr(from, end - from));
      from = end + 1;
    }
  }

  void points(const Chart& chart) {
    const bool targets = std::ranges::any_of(chart.points, [](const PlotPoint& point) { return !point.target_written.empty(); });
    using enum parts::PlainColumn::Stands;
    std::vector<parts::PlainColumn> columns = {{"Period", 3}, {"Figure", 2, right}};
    if (targets) columns.push_back({"Target", 2, right});
    if (!chart.usual.empty()) columns.push_back({"Signal", 3});
    parts::PlainTable table(html_, chart.finding, columns);
    for (const auto& point : chart.points)
      table.row([&] {
        table.head([&] { html_.text(point.when); });
        table.cell([&] { html_.text(point.written + (point.mark.empty() ? "" : " [" + point.mark + "]")); });
        if (targets) table.cell([&] { html_.text(point.target_written); });
        if (!chart.usual.empty()) table.cell([&] { html_.text(point.signal); });
      });
  }

  Html& html_;
  WordPage& page_;
  Pictures pictures_;
};

void about(Html& html, const Document& document) {
  parts::heading(html, "About this report");
  parts::paragraph(html, looks_back_sentence(document));
  parts::paragraph(html, document.counting);
  for (const auto& one : document.withheld) parts::paragraph(html, one);
  for (const auto& [symbol, meaning] : document.symbols) parts::paragraph(html, symbol + " " + meaning);
}

}  // namespace

std::string with_whole_rows(std::string xml) {
  constexpr std::string_view row = "<w:tr>", properties = "<w:trPr>", whole = "<w:cantSplit/>", closed = "</w:trPr>";
  std::string made;
  made.reserve(xml.size() + xml.size() / 8);
  std::size_t from = 0;
  for (auto at = xml.find(row); at != std::string::npos; at = xml.find(row, from)) {
    const auto after = at + row.size();
    made.append(xml, from, after - from);
    const bool has_some = xml.compare(after, properties.size(), properties) == 0;
    made.append(properties).append(whole).append(has_some ? "" : closed);
    from = has_some ? after + properties.size() : after;
  }
  return made.append(xml, from);
}

WordPage as_word_page(const Document& document, Pictures pictures) {
  WordPage page;
  Html html;
  Writing writing(html, page, pictures);
  parts::paragraph(html, document.council);
  parts::paragraph(html, looks_back_words(document));
  parts::paragraph(html, [&] { parts::strong(html, document.answer); });
  for (const auto& [name, text] : document.front) parts::paragraph(html, name + ": " + text);
  for (const auto& part : document.parts) {
    if (std::ranges::all_of(part.blocks, is_slot)) continue;
    parts::heading(html, part.title);
    for (const auto& block : part.blocks) std::visit(writing, block);
  }
  about(html, document);
  page.html = parts::plain_page(full_title(document), html);
  return page;
}

}  // namespace report
