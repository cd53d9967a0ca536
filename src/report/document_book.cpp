#include "report/document_book.h"

#include <algorithm>

#include "kit/workbook.h"
#include "report/book_table.h"
#include "report/document_html.h"

namespace report {
namespace {

using kit::BookLine;
using kit::BookTable;
using Weight = kit::BookLine::Weight;
using Row = std::vector<kit::BookCell>;

std::string joined(const std::vector<std::string>& all) {
  std::string text;
  for (const auto& one : all) text += (text.empty() ? "" : "\n") + one;
  return text;
}

Row row_of(const Card& card) {
  return {book_text(card.title),           book_text(card.line_above),  book_cell(card.figure),
          book_cell(card.target),          book_text(card.status.text), book_text(card.direction.text),
          book_text(joined(card.reasons)), book_text(card.note.text),   book_text(card.note.by)};
}

class Binder {
 public:
  explicit Binder(const Part& part) : part_(part) {
    sheet_.name = part.title;
    line(part.title, Weight::title);
    for (const auto& block : part.blocks) {
      if (!std::holds_alternative<Card>(block)) finish_cards();
      std::visit(*this, block);
    }
    finish_cards();
  }
  kit::BookSheet sheet() { return std::move(sheet_); }

  void operator()(const Heading& block) { line(block.text, Weight::heading); }
  void operator()(const Paragraph& block) { line(block.text); }
  void operator()(const Counted& block) { line(block.text); }
  void operator()(const Slot&) {}
  void operator()(const Card& block) { cards_.push_back(row_of(block)); }

  void operator()(const List& block) {
    for (const auto& item : block.items) line("• " + item);
  }

  void operator()(const Note& block) {
    if (!block.heading.empty()) line(block.heading, Weight::heading);
    for (std::size_t from = 0; from < block.text.size();) {
      const auto end = std::min(block.text.find('\n', from), block.text.size());
      line(block.text.substr(from, end - from));
      from = end + 1;
    }
    if (!block.by.empty()) line(block.by);
  }

  void operator()(const Table& block) {
    line(block.caption, Weight::heading);
    auto table = book_table(block);
    auto bars = bars_of(block, table);
    sheet_.pieces.emplace_back(std::move(table));
    if (bars) sheet_.pieces.emplace_back(*std::move(bars));
  }

  void operator()(const Chart& block) {
    line(block.finding, Weight::heading);
    line(block.summary);
    auto points = book_points(block);
    auto lines = lines_of(block, points);
    sheet_.pieces.emplace_back(std::move(points));
    if (!block.points.empty()) sheet_.pieces.emplace_back(std::move(lines));
  }

 private:
  void line(std::string words, Weight weight = Weight::plain) {
    if (!words.empty()) sheet_.pieces.emplace_back(BookLine{std::move(words), weight});
  }

  // Cards that follow one another are the rows of one table.
  void finish_cards() {
    if (cards_.empty()) return;
    BookTable table{part_.name + "_indicators",
                    {{"Indicator", of_a_name},
                     {"Reference", of_a_name},
                     {"Figure", of_a_number},
                     {"Target", of_a_number},
                     {"Status", of_a_word},
                     {"Direction", of_a_word},
                     {"Why it is here", of_a_sentence},
                     {"Note", of_a_sentence},
                     {"Note by", of_a_word}},
                    std::move(cards_),
                    0};
    cards_.clear();
    sheet_.pieces.emplace_back(std::move(table));
  }

  const Part& part_;
  kit::BookSheet sheet_;
  std::vector<Row> cards_;
};

// -- sheets of the whole ------------------------------------------------------------------------------------------------

kit::BookSheet summary(const Document& document) {
  kit::BookSheet sheet{
      "Summary",
      {BookLine{full_title(document), Weight::title}, BookLine{document.council, Weight::plain},
       BookLine{looks_back_words(document), Weight::plain}, BookLine{document.answer, Weight::heading}}};
  for (const auto& [name, words] : document.front) sheet.pieces.emplace_back(BookLine{name + ": " + words, Weight::plain});
  BookTable sentences{"sentences", {{"Part", of_a_name}, {"What it counts", of_a_sentence}}, {}, 0};
  for (const auto& part : document.parts)
    for (const auto& block : part.blocks)
      if (const auto* counted = std::get_if<Counted>(&block)) sentences.rows.push_back({book_text(part.title), book_text(counted->text)});
  if (!sentences.rows.empty()) sheet.pieces.emplace_back(std::move(sentences));
  return sheet;
}

Row row_of(const Fact& fact) {
  return {book_text(fact.indicator),
          book_text(fact.title),
          book_text(fact.kind),
          book_text(fact.priority),
          book_text(fact.directorate),
          book_text(fact.service),
          book_text(fact.period),
          {"", fact.value, "General"},
          book_text(fact.shown),
          book_text(fact.unit),
          book_text(fact.target),
          book_text(fact.status_words),
          book_text(fact.direction_words),
          book_text(fact.mark.empty() ? "" : "[" + fact.mark + "]"),
          book_text(fact.note),
          book_text(joined(fact.warnings)),
          book_text(fact.why),
          book_number(fact.figure_edition),
          book_number(fact.definition_edition)};
}

// Its header is the first row, so that other programs read it as it is.
kit::BookSheet facts(const Document& document) {
  BookTable table{"facts",
                  {{"Reference", of_a_word},
                   {"Indicator", of_a_name},
                   {"Kind", of_a_word},
                   {"Priority", of_a_word},
                   {"Directorate", of_a_word},
                   {"Service", of_a_word},
                   {"Period", of_a_word},
                   {"Figure", of_a_number},
                   {"As shown", of_a_word},
                   {"Unit", of_a_word},
                   {"Target", of_a_word},
                   {"Status", of_a_word},
                   {"Direction", of_a_word},
                   {"Mark", of_a_number},
                   {"Note", of_a_sentence},
                   {"Early warnings", of_a_word},
                   {"Why it was revised", of_a_sentence},
                   {"Edition of the figure", of_a_number},
                   {"Edition of the definition", of_a_number}},
                  {},
                  0};
  for (const auto& fact : document.facts) table.rows.push_back(row_of(fact));
  return {"Facts", {std::move(table)}};
}

kit::BookSheet about(const Document& document) {
  kit::BookSheet sheet{
      "About this report",
      {BookLine{"About this report", Weight::title}, BookLine{looks_back_sentence(document), Weight::plain},
       BookLine{document.counting, Weight::plain}}};
  if (!document.withheld.empty()) sheet.pieces.emplace_back(BookLine{"What is not shown", Weight::heading});
  for (const auto& one : document.withheld) sheet.pieces.emplace_back(BookLine{one, Weight::plain});
  if (document.symbols.empty()) return sheet;
  BookTable symbols{"symbols", {{"Symbol", of_a_word}, {"What it means", of_a_sentence}}, {}, 0};
  for (const auto& [symbol, meaning] : document.symbols) symbols.rows.push_back({book_text(symbol), book_text(meaning)});
  sheet.pieces.emplace_back(std::move(symbols));
  return sheet;
}

bool is_shown(const Part& part) {
  return std::ranges::any_of(part.blocks, [](const Block& block) { return !std::holds_alternative<Slot>(block); });
}

}  // namespace

std::string as_workbook(const Document& document) {
  kit::Workbook book{full_title(document),
                     looks_back_words(document),
                     document.council,
                     static_cast<std::time_t>(document.as_at.seconds),
                     {summary(document)}};
  for (const auto& part : document.parts)
    if (is_shown(part)) book.sheets.push_back(Binder(part).sheet());
  if (!document.facts.empty()) book.sheets.push_back(facts(document));
  book.sheets.push_back(about(document));
  return kit::written(book);
}

}  // namespace report
