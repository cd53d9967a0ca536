// A report as plain typed pieces, before it is told as HTML, CSV, PDF, Word or Excel: each of these takes a Document and nothing
// else, so that the same figures stand in all of them. Every text is already as a reader sees it; numbers stand beside it, exact.
//
// A document is composed once, written as JSON and kept; it is never composed again for an edition that is there.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "calendar/period.h"
#include "kit/moment.h"

namespace report {

// The full form is for members and officers; what may not be published is not in the public one.
enum class Form : std::uint8_t { full, open };
std::string_view code(Form form);   // "full", "public"
std::string_view words(Form form);  // "Full edition", "Public edition"

// One cell of a table. A status and a direction have their code beside the words, so that each form can give them a shape.
struct Cell {
  enum class Holds : std::uint8_t { words, number, status, direction, line };
  Holds holds = Holds::words;
  std::string text;              // "61.2%", "Off target", "Worsening"; of a line what it shows, in a sentence
  std::optional<double> number;  // behind the text, not rounded; none where there is no figure
  std::string unit;              // of the number: "%", "£", "days"; empty for a count
  int decimals = 0;              // to which the text is rounded
  std::string code;              // of a status "blue", "green", "amber", "red", "none"; of a direction "improving", "worsening", …
  std::string address;           // where it leads within the site; empty: nowhere
  std::string below;             // a quiet second line: "BBF07 · June 2025 · provisional"
  std::vector<std::optional<double>> line, targets;  // of a small line: figures in order of time, none for a gap; targets or nothing
  bool operator==(const Cell&) const = default;
};

struct Column {
  std::string name;   // for data and spreadsheets: "target"
  std::string title;  // "Target"
  Cell::Holds holds = Cell::Holds::words;
  bool operator==(const Column&) const = default;
};

// The first cell of a row names it; the last `totals` rows are sums of those above.
struct Table {
  std::string name;     // unique in the document, letters, digits and underscores: "core_BBF"
  std::string caption;  // "Core indicators: Better, brighter futures"
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  int totals = 0;
  std::vector<std::string> side_by_side;  // names of columns of numbers that a workbook draws beside each other
  bool operator==(const Table&) const = default;
};

// The figures of one indicator over time. Months count since year 0, as in calendar::Period.
struct PlotPoint {
  std::string when;             // "June 2025"
  int start = 0, end = 0;       // from, and up to but without
  std::optional<double> value;  // none: a gap
  std::string written;          // "61.2%", or why there is none: "Delayed"
  std::string mark;             // "p" provisional, "r" revised, or empty
  std::string status;           // as in a cell
  std::optional<double> target, low, high;
  std::string target_written;
  std::string letter, means, signal;  // on a process chart: "H", "better", "Above the upper limit: improving"; of
                                      // ordinary variation the words alone
  bool operator==(const PlotPoint&) const = default;
};
struct PlotBreak {
  int at = 0;
  std::string label;
  bool goes_on = false;  // the process chart begins afresh, and the line of figures is not cut
  bool operator==(const PlotBreak&) const = default;
};
// A stretch of a process chart: the average, and where figures fall by chance alone.
struct PlotUsual {
  int from = 0, to = 0;
  double mean = 0;
  std::optional<double> low, high;                 // none: no limits
  std::string mean_written, low_written, high_written;
  bool operator==(const PlotUsual&) const = default;
};
struct Chart {
  std::string name;     // unique in the document: "BBF07"
  std::string finding;  // its title, which says what it shows
  std::string summary;  // one sentence for whoever does not see it
  std::string unit;     // as in a cell
  int decimals = 0;
  bool from_january = false;  // years are calendar years, not financial ones
  std::vector<PlotPoint> points;
  std::vector<PlotBreak> breaks;
  std::vector<PlotUsual> usual;       // not empty: a process chart
  std::vector<std::string> cautions;  // what to know before drawing a conclusion from it
  bool year_before = false;           // the figures of a year before are drawn behind
  bool operator==(const Chart&) const = default;
};

struct Heading {
  int level = 3;  // a section's own is 2
  std::string text;
  bool operator==(const Heading&) const = default;
};
struct Paragraph {
  std::string text;
  bool operator==(const Paragraph&) const = default;
};
struct List {
  std::vector<std::string> items;
  bool operator==(const List&) const = default;
};
// A sentence that counts, with the numbers in it, by which two editions are compared.
struct Counted {
  std::string name;  // "core_all"
  std::string text;  // "31 of 78 indicators (39.7%) are on target or better; 9 improved, 9 worsened; 6 await a figure."
  struct Count {
    std::string name;  // "on_target"
    int number = 0;
    bool operator==(const Count&) const = default;
  };
  std::vector<Count> counts;
  bool operator==(const Counted&) const = default;
};
// What a person wrote: an officer's note, or words written for this report. Paragraphs are separated by line ends.
struct Note {
  std::string heading;  // may be empty
  std::string text;
  std::string by;       // "SEND data officer, 17 July 2025"
  bool operator==(const Note&) const = default;
};
// Where somebody may write words for this report; those that were written stand in its place as a note. No form shows it.
struct Slot {
  std::string name;     // "summary.words", "paper.purpose"
  std::string heading;  // under which its words stand: "Recommendations"
  std::string hint;     // what belongs there
  bool operator==(const Slot&) const = default;
};
// One indicator told at length: how it stands, why it is here, and what its officer says.
struct Card {
  std::string indicator, title, address;
  std::string line_above;  // "BBF07 · June 2025 · Special educational needs"
  Cell figure, target, status, direction, line;
  std::vector<std::string> reasons;  // sentences with figures
  Note note;                         // no text: there is none
  bool operator==(const Card&) const = default;
};

using Block = std::variant<Heading, Paragraph, List, Counted, Note, Slot, Card, Table, Chart>;

struct Part {
  std::string name;   // unique in the document, for addresses within it: "core"
  std::string title;  // a heading of level 2
  std::vector<Block> blocks;
  bool on_a_new_page = false;
  bool operator==(const Part&) const = default;
};

// What the report says of one indicator: the rows of its data, and that by which two editions are compared.
struct Fact {
  std::string indicator, title, kind, priority, directorate, service;
  std::string period;                        // "2025-04-01/P3M": of the figure that speaks for the report's period
  std::optional<double> value;
  std::string shown, unit;                   // "61.2%", "Delayed"
  std::string target;                        // as shown
  std::string status, status_words;          // "red", "Off target"; "no_data"
  std::string direction, direction_words;
  std::string mark;                          // "p", "r", "u" not checked, "c" suppressed, "x" not available, or empty
  std::string note;
  std::vector<std::string> warnings;         // codes of the early warnings that hold, where the report looks for them: "heading_off"
  std::string why;                           // the figure was revised, in the words of whoever did so; else empty
  int figure_edition = 0, definition_edition = 0;
  bool operator==(const Fact&) const = default;
};

inline constexpr const char* published_kind = "published";  // of a fact that others publish, not one of our indicators

struct Document {
  std::string pack, title;   // "core", "Monthly core indicators"
  std::string council, area; // name and GSS code
  std::string audience;      // "All members"
  calendar::Period period;
  kit::Moment as_at;         // the moment from which it looks back
  Form form = Form::full;
  std::string answer;        // the report in one sentence, under its title
  std::vector<std::pair<std::string, std::string>> front;  // of a paper: "Report to", "Executive"
  std::vector<Part> parts;
  std::vector<std::string> withheld;  // what is not in the public form, and on what ground
  std::vector<std::pair<std::string, std::string>> symbols;  // "[p]", "provisional": those that are used
  std::string counting;      // how awaited figures and those without a target are counted
  std::vector<Fact> facts;   // by reference
  bool operator==(const Document&) const = default;
};

}  // namespace report
