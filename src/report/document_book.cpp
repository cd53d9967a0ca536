#include "report/document_book.h"

#include <algorithm>
#include <optional>

#include "kit/workbook.h"
#include "report/document_html.h"

namespace report {
namespace {

using kit::BookCell;
using kit::BookColumn;
using kit::BookLine;
using kit::BookTable;
using Weight = kit::BookLine::Weight;
using Row = std::vector<BookCell>;

constexpr double of_a_name = 50, of_a_sentence = 70, of_a_number = 14, of_a_word = 18, room_of_a_button = 4;

BookCell text(std::string words) { return {std::move(words), std::nullopt, {}}; }
BookCell number(int count) { return {std::to_string(count), count, "0"}; }

// "%" and "£" stand with the number, as in its text; of other units only the one that the text ends with.
std::string format_of(const std::string& unit, int decimals, const std::string& shown) {
  constexpr std::string_view pound = "£";
  if (unit.starts_with(pound)) return kit::number_format(decimals, std::string(pound), unit.substr(pound.size()));
  if (unit == "%") return kit::number_format(decimals, "", unit);
  return kit::number_format(decimals, "", !unit.empty() && shown.ends_with(" " + unit) ? " " + unit : "");
}

// "more than 99.9%" is not the number that a spreadsheet would round to 100.0%.
bool begins_as_a_number(std::string_view text) {
  for (const std::string_view sign : {"−", "-", "£"})
    if (text.starts_with(sign)) text.remove_prefix(sign.size());
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

// As many as its text shows: a target of 75% stands beside a figure of 61.2%.
int decimals_of(const std::string& text) {
  const auto digit = text.find_first_of("0123456789");
  const auto point = text.find_first_not_of("0123456789,", digit);
  if (digit == std::string::npos || point == std::string::npos || text[point] != '.') return 0;
  return static_cast<int>(std::min(text.find_first_not_of("0123456789", point + 1), text.size()) - point - 1);
}

BookCell told(const Cell& cell) {
  if (cell.holds == Cell::Holds::words || !cell.number || !begins_as_a_number(cell.text)) return text(cell.text);
  const auto format = format_of(cell.unit, decimals_of(cell.text), cell.text);
  return {cell.text, cell.number, cell.text.starts_with("−") ? format + ";\\−" + format : format};  // a minus as long as the page's
}

std::string joined(const std::vector<std::string>& all) {
  std::string text;
  for (const auto& one : all) text += (text.empty() ? "" : "\n") + one;
  return text;
}

// -- blocks -------------------------------------------------------------------------------------------------------------

// A quiet second line has a column of its own behind its cell's, and so has a number that stands behind words.
struct Behind {
  bool second_line = false, number = false;
};
std::vector<Behind> behind(const Table& table) {
  std::vector<Behind> has(table.columns.size());
  for (const auto& row : table.rows)
    for (std::size_t i = 0; i < row.size() && i < has.size(); ++i) {
      has[i].second_line |= !row[i].below.empty();
      has[i].number |= row[i].holds == Cell::Holds::words && row[i].number;
    }
  return has;
}

BookColumn column_of(const Column& column, bool is_first) {
  if (is_first) return {column.title, of_a_name};
  if (column.holds == Cell::Holds::number)
    return {column.title,
            std::clamp(static_cast<double>(column.title.size()) + room_of_a_button, of_a_number, of_a_word * 2)};
  return {column.title, column.holds == Cell::Holds::words || column.holds == Cell::Holds::line ? of_a_sentence : of_a_word};
}

BookCell number_of(const Cell& cell) {
  if (!cell.number) return text("");
  return {"", cell.number, format_of(cell.unit, cell.decimals, "")};
}

BookTable told(const Table& table) {
  const auto more = behind(table);
  BookTable made{table.name, {}, {}, static_cast<std::size_t>(table.totals)};
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    made.columns.push_back(column_of(table.columns[i], i == 0));
    if (more[i].second_line) made.columns.push_back({table.columns[i].title + ": reference", of_a_name});
    if (more[i].number) made.columns.push_back({table.columns[i].title + ": number", of_a_word * 2});
  }
  for (const auto& row : table.rows) {
    auto& to = made.rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      to.push_back(told(row[i]));
      if (more[i].second_line) to.push_back(text(row[i].below));
      if (more[i].number) to.push_back(number_of(row[i]));
    }
  }
  return made;
}

// What it sets side by side, as bars: "Budget to end of June 2025 and Actual to end of June 2025 of each line."
std::optional<kit::BookChart> bars_of(const Table& table, const BookTable& made) {
  kit::BookChart chart{table.caption, "", {}, kit::BookChart::Drawn::bars, ""};
  if (made.rows.size() <= made.totals) return std::nullopt;
  for (const auto& name : table.side_by_side) {
    const auto column = std::ranges::find(table.columns, name, &Column::name);
    if (column == table.columns.end()) continue;
    chart.description += (chart.description.empty() ? "" : " and ") + column->title;
    if (const auto& first = table.rows.front()[static_cast<std::size_t>(column - table.columns.begin())];
        chart.axis.empty())
      chart.axis = format_of(first.unit, 0, "");
    chart.columns.push_back(static_cast<unsigned>(std::ranges::find(made.columns, column->title, &BookColumn::title) -
                                                  made.columns.begin()));
  }
  chart.description += " of each line of the table above.";
  if (chart.columns.empty()) return std::nullopt;
  return chart;
}

// Of the stretch of a process chart in which a period lies; null where there is none.
const PlotUsual* usual_at(const Chart& chart, const PlotPoint& point) {
  const auto found = std::ranges::find_if(
      chart.usual, [&](const PlotUsual& usual) { return usual.from <= point.start && point.start < usual.to; });
  return found == chart.usual.end() ? nullptr : &*found;
}

BookTable points_of(const Chart& chart) {
  BookTable table{"chart_" + chart.name,
                  {{"When", of_a_name},
                   {"Figure", of_a_number},
                   {"Target", of_a_number},
                   {"Target from", of_a_number},
                   {"Target to", of_a_number},
                   {"As written", of_a_word},
                   {"Mark", of_a_number}},
                  {},
                  0};
  const bool is_process = !chart.usual.empty();
  if (is_process)
    for (const auto* title : {"Average", "Lower limit", "Upper limit", "Signal"})
      table.columns.push_back({title, of_a_number});
  const auto cell = [&](const std::optional<double>& value) { return BookCell{"", value, format_of(chart.unit, chart.decimals, "")}; };
  for (const auto& point : chart.points) {
    Row row = {text(point.when),
               cell(point.value),
               cell(point.target),
               cell(point.low),
               cell(point.high),
               text(point.written),
               text(point.mark.empty() ? "" : "[" + point.mark + "]")};
    const auto* usual = usual_at(chart, point);
    if (usual) row.insert(row.end(), {cell(usual->mean), cell(usual->low), cell(usual->high), text(point.signal)});
    table.rows.push_back(std::move(row));
  }
  return table;
}

// The figures strong, and beside them what is expected of them and what is usual: each column that has a number.
kit::BookChart lines_of(const Chart& chart, const BookTable& points) {
  kit::BookChart made{chart.finding, chart.summary, {1}};
  constexpr unsigned beside[] = {2, 3, 4, 7, 8, 9};
  for (const auto column : beside)
    if (std::ranges::any_of(points.rows, [&](const Row& row) { return column < row.size() && row[column].number; }))
      made.columns.push_back(column);
  return made;
}

Row row_of(const Card& card) {
  return {text(card.title),           text(card.line_above),  told(card.figure),
          told(card.target),          text(card.status.text), text(card.direction.text),
          text(joined(card.reasons)), text(card.note.text),   text(card.note.by)};
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
    auto table = told(block);
    auto bars = bars_of(block, table);
    sheet_.pieces.emplace_back(std::move(table));
    if (bars) sheet_.pieces.emplace_back(*std::move(bars));
  }

  void operator()(const Chart& block) {
    line(block.finding, Weight::heading);
    line(block.summary);
    auto points = points_of(block);
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
      if (const auto* counted = std::get_if<Counted>(&block)) sentences.rows.push_back({text(part.title), text(counted->text)});
  if (!sentences.rows.empty()) sheet.pieces.emplace_back(std::move(sentences));
  return sheet;
}

Row row_of(const Fact& fact) {
  return {text(fact.indicator),
          text(fact.title),
          text(fact.kind),
          text(fact.priority),
          text(fact.directorate),
          text(fact.service),
          text(fact.period),
          {"", fact.value, "General"},
          text(fact.shown),
          text(fact.unit),
          text(fact.target),
          text(fact.status_words),
          text(fact.direction_words),
          text(fact.mark.empty() ? "" : "[" + fact.mark + "]"),
          text(fact.note),
          text(joined(fact.warnings)),
          text(fact.why),
          number(fact.figure_edition),
          number(fact.definition_edition)};
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
  for (const auto& [symbol, meaning] : document.symbols) symbols.rows.push_back({text(symbol), text(meaning)});
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
