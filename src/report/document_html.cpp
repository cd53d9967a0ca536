#include "report/document_html.h"

#include <algorithm>

#include "parts/attention.h"
#include "parts/chart.h"
#include "parts/report.h"
#include "parts/table.h"
#include "parts/text.h"
#include "report/drawn.h"
#include "report/paper.h"

namespace report {
namespace {

using kit::Html;

class Telling {
 public:
  Telling(Html& html, const Document& document, const Surroundings& around) : html_(html), document_(document), around_(around) {}

  void operator()(const Heading& block) {
    block.level > 3 ? parts::minor_heading(html_, block.text) : parts::small_heading(html_, block.text);
  }
  void operator()(const Paragraph& block) { parts::paragraph(html_, block.text); }
  void operator()(const Counted& block) { parts::paragraph(html_, [&] { parts::strong(html_, block.text); }); }
  void operator()(const Note& block) { parts::note(html_, block.heading, block.text, block.by); }

  void operator()(const List& block) {
    parts::list(html_, [&] {
      for (const auto& item : block.items) parts::item(html_, item);
    });
  }

  void operator()(const Slot& slot) {
    const auto address = around_.write_at ? around_.write_at(slot) : std::string();
    if (address.empty()) return;
    const bool of_a_paper = find_paper_line(slot.name) != nullptr;
    parts::paragraph(html_, [&] {
      parts::link(html_, address,
                  of_a_paper             ? "Write the covering paper"
                  : slot.heading.empty() ? "Write words here"
                                         : "Write: " + slot.heading);
    });
  }

  // Within a list of cards (`all` puts those that follow one another into one).
  void operator()(const Card& card) {
    parts::Attention a{.address = {}, .title = card.title, .ref = card.line_above};
    const auto address = seen(card.address);
    a.address = address;
    for (const auto& reason : card.reasons) a.reasons.push_back({"", reason});
    a.said = card.note.text;
    a.line = drawn(card.line);
    a.value = card.figure.text;
    if (!card.target.text.empty()) a.beside = "Target " + card.target.text;
    if (card.status.holds == Cell::Holds::status) a.status = status_of(card.status.code);
    a.status_words = card.status.text;
    a.direction = direction_of(card.direction.code);
    a.direction_words = card.direction.text;
    parts::attention(html_, a);
  }

  void all(const std::vector<Block>& blocks) {
    const auto is_card = [&](std::size_t at) { return at < blocks.size() && std::holds_alternative<Card>(blocks[at]); };
    for (std::size_t i = 0; i < blocks.size();) {
      if (!is_card(i)) std::visit(*this, blocks[i++]);
      else parts::attention_list(html_, [&] {
        while (is_card(i)) std::visit(*this, blocks[i++]);
      });
    }
  }

  void operator()(const Table& block) {
    parts::wide(html_, [&] {
      std::vector<parts::Column> columns;
      for (const auto& column : block.columns) columns.push_back({column.title, holds_of(column, block)});
      parts::Table table(html_, block.caption, std::move(columns));
      for (const auto& row : block.rows) {
        table.row().head([&] { head(row.front()); });
        for (std::size_t i = 1; i < row.size(); ++i) table.cell([&] { words(row[i]); });
      }
    });
  }

  void operator()(const Chart& block) {
    auto chart = drawn(block, around_.csv);
    if (around_.on == Surroundings::On::paper) chart.on = parts::Chart::On::paper;
    parts::chart(html_, chart);
  }

 private:
  std::string seen(const std::string& address) const { return around_.on == Surroundings::On::paper ? "" : seen_then(address, document_); }

  static parts::Column::Holds holds_of(const Column& column, const Table& table) {
    if (column.holds == Cell::Holds::number) return parts::Column::Holds::number;
    if (column.holds == Cell::Holds::line) return parts::Column::Holds::drawing;
    return column.holds == Cell::Holds::words && &column != &table.columns.front() ? parts::Column::Holds::long_words
                                                                                   : parts::Column::Holds::words;
  }

  // A cell of nothing at all is no cell in a PDF, and those after it would stand under the wrong head.
  void empty_cell() { html_.text("\u00a0"); }
  bool is_nothing(const Cell& cell) const {
    const bool is_drawn = std::ranges::any_of(cell.line, [](const auto& value) { return value.has_value(); });
    return around_.on == Surroundings::On::paper && (cell.holds == Cell::Holds::line ? !is_drawn : cell.text.empty());
  }

  void head(const Cell& cell) {
    parts::link(html_, parts::Link{cell.text, seen(cell.address)});
    if (!cell.below.empty()) parts::small(html_, cell.below);
  }

  void words(const Cell& cell) {
    switch (cell.holds) {
      case Cell::Holds::status: return parts::status(html_, status_of(cell.code), cell.text);
      case Cell::Holds::direction: return parts::direction(html_, direction_of(cell.code), cell.text);
      case Cell::Holds::line: return is_nothing(cell) ? empty_cell() : parts::small_line(html_, drawn(cell));
      case Cell::Holds::words:
      case Cell::Holds::number: return is_nothing(cell) ? empty_cell() : head(cell);
    }
  }

  Html& html_;
  const Document& document_;
  const Surroundings& around_;
};

// A part that is nothing but places for words is there only for whoever writes.
bool is_shown(const Part& part, const Surroundings& around) {
  return around.write_at || std::ranges::any_of(part.blocks, [](const Block& block) { return !std::holds_alternative<Slot>(block); });
}

void tell_part(Html& html, const Document& document, const Part& part, const Surroundings& around) {
  parts::report_part(html, part.name, part.on_a_new_page ? parts::Begins::on_a_new_page : parts::Begins::where_it_falls, [&] {
    parts::heading(html, part.title, part.name);
    Telling(html, document, around).all(part.blocks);
  });
}

void about(Html& html, const Document& document) {
  parts::report_part(html, "about", parts::Begins::where_it_falls, [&] {
    parts::heading(html, "About this report", "about");
    parts::paragraph(html, looks_back_sentence(document));
    parts::paragraph(html, document.counting);
    if (!document.withheld.empty())
      parts::list(html, [&] {
        for (const auto& one : document.withheld) parts::item(html, one);
      });
    parts::terms(html, [&] {
      for (const auto& [symbol, meaning] : document.symbols) parts::term(html, symbol, meaning);
    });
  });
}

}  // namespace

std::string full_title(const Document& document) { return document.title + ", " + document.period.words(); }

std::string looks_back_words(const Document& document) {
  return document.audience + " · as at " + kit::as_at_words(document.as_at) + " · " + std::string(words(document.form));
}

std::string as_at_line(const Document& document) {
  return "As at " + kit::as_at_words(document.as_at) + " · " + std::string(words(document.form));
}

std::string looks_back_sentence(const Document& document) {
  return "It looks back from " + kit::as_at_words(document.as_at) +
         " and shows what was known then. What was reported or corrected later changes nothing in it.";
}

void tell(Html& html, const Document& document, const Surroundings& around) {
  std::vector<parts::Link> contents;
  for (const auto& part : document.parts)
    if (is_shown(part, around)) contents.push_back({part.title, "#" + part.name});
  contents.push_back({"About this report", "#about"});
  parts::contents(html, "In this report", contents);
  if (!document.front.empty())
    parts::terms(html, [&] {
      for (const auto& [name, text] : document.front) parts::term(html, name, text);
    });
  for (const auto& part : document.parts)
    if (is_shown(part, around)) tell_part(html, document, part, around);
  about(html, document);
  if (around.on == Surroundings::On::screen) how_to_read(html);
}

void how_to_read(Html& html) {
  static const std::vector<parts::Link> all = {
      {"what statuses mean", "/help/status"},         {"how direction is found", "/help/direction"},
      {"what the warnings mean", "/help/exceptions"}, {"what a process chart shows", "/help/process"},
      {"what a forecast is", "/help/forecast"},       {"how comparing works", "/help/compare"}};
  parts::small(html, [&] {
    html.text("How to read it: ");
    for (const auto& one : all) {
      if (&one != &all.front()) html.text(" · ");
      parts::link(html, one);
    }
  });
}

}  // namespace report
