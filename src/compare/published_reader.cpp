#include "compare/published_reader.h"

#include <algorithm>

#include "collect/figure.h"
#include "kit/number.h"
#include "kit/quote.h"

namespace compare {
namespace {

constexpr std::size_t lines_of_words = 12;  // above the names of the columns
constexpr std::size_t most_rows = 100'000'000;

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

std::optional<double> number(std::string_view text) {
  if (const auto plain = kit::read_double(text)) return plain;
  if (text.empty() || text.size() > 40) return std::nullopt;
  const auto typed = kit::read_number(text);
  return typed ? std::optional(typed->number.number()) : std::nullopt;
}

// A way of writing "none" (conventions: [c], [x], z, .., -), or nothing at all.
bool is_mark(std::string_view text) {
  return text.empty() || text == "low" || text == "[low]" || text == "u" || text == "k" ||
         collect::read_state(text).has_value();
}

std::string_view why(Understood::How how) {
  switch (how) {
    case Understood::How::is_no_authority: return "Regions, nations and other sums of areas are not compared with councils.";
    case Understood::How::was_no_more: return "The council was no more in that period, and the file does not say which successor is meant.";
    default: return "The register of authorities has no such area.";
  }
}

std::string titled(std::string_view title, std::string_view of) {
  return of.empty() ? std::string(title) : std::string(title) + ": " + std::string(of);
}

}  // namespace

std::string_view PublishedReader::cell(const kit::CellViews& cells, int place) const {
  return place >= 0 && static_cast<std::size_t>(place) < cells.size() ? trimmed(cells[static_cast<std::size_t>(place)])
                                                                      : std::string_view();
}

kit::Verdict<PublishedFile> PublishedReader::read(std::istream& in) {
  kit::Refusals no = kit::read_csv_views(in, [&](std::size_t row, const kit::CellViews& cells) {
    return columns_ ? take(row, cells) : find_columns(cells);
  }, {.rows = most_rows}, &found_);
  no = faults(std::move(no));
  if (no.any()) return no;
  remark_on_the_past();
  made_.left_out = notes_.left_out();
  made_.remarks = notes_.remarks();
  made_.are_small = has_small_ && !has_councils_;
  made_.plain_year = periods_.plain_year();
  return std::move(made_);
}

void PublishedReader::remark_on_the_past() {
  if (before_their_time_.empty()) return;
  std::string names;
  for (const auto& name : before_their_time_) names += (names.empty() ? "" : ", ") + name;
  notes_.remark("Some figures are from before their council began; whoever published them worked them out anew: " + names + ".");
}

bool PublishedReader::find_columns(const kit::CellViews& cells) {
  columns_ = columns_of(cells, reading_.whole.has_value(), without_period_);
  if (columns_) return names_.assign(cells.begin(), cells.end()), even_.emplace(cells), true;
  is_dictionary_ = is_dictionary_ || names_a_dictionary(cells);
  const auto words = std::ranges::find_if(cells, [](auto each) { return !trimmed(each).empty(); });
  if (words == cells.end()) return true;
  if (words_above_.empty()) words_above_ = std::string(trimmed(*words).substr(0, 300));
  return ++lines_above_ < lines_of_words;
}

kit::Refusals PublishedReader::faults(kit::Refusals no) const {
  if (no.any()) return no;
  if (!columns_ && is_dictionary_)
    no.add(
        "file",
        "This is a dictionary of measures: it says what is counted and holds no figures. Bring in the file of figures, with this one as its dictionary.");
  else if (!columns_ && without_period_)
    no.add(
        "period",
        "The file does not say of which period its figures are. Type the period of the whole file here, such as 2019 or 2024/25.");
  else
    no.unless(
        columns_.has_value(), "file",
        "No line names its columns so that an area, a period and a value can be told. Name them area_code, area_name, period, indicator, unit and value.");
  const auto left = notes_.left_out();
  no.unless(!columns_ || made_.taken > 0, "file",
            left.empty() ? "There is no row below the names of the columns."
                         : "Nothing in the file can be compared: " + left.front().reason);
  no.unless(periods_.doubt().empty(), "file", periods_.doubt());
  no.unless(
      second_table_ == 0, "file",
      "Row " + std::to_string(second_table_) +
          " names columns once more, and others: there are two tables in the file. Bring in each as a file of its own.");
  no.unless(decimal_comma_.empty() || either_comma_.empty(), "file",
            decimal_comma_ + " has a decimal comma, so that " + either_comma_ +
                " can be read in two ways. Write the numbers with a decimal point.");
  return no;
}

// False when the file holds a second table: what its columns are called says nothing of what stands below.
bool PublishedReader::take(std::size_t row, const kit::CellViews& cells) {
  if (passes_over(row, cells)) return second_table_ == 0;
  Where where{row, {}, {}, {}, {}};
  if (columns_->shape == Shape::a_column_a_period) return take_periods(where, cells), true;
  set_period(where, cell(cells, Role::period), kind_of_year(cells));
  if (where.period) set_area(where, cells);
  if (columns_->shape == Shape::a_value_a_row) take_one(where, cells);
  else take_indicators(where, cells);
  return true;
}

// Rows without figures, or in which one cannot tell under which name each cell stands.
bool PublishedReader::passes_over(std::size_t row, const kit::CellViews& cells) {
  const auto words = std::ranges::count_if(cells, [](auto each) { return !trimmed(each).empty(); });
  if (words == 0) return true;
  if (names_again(cells)) {
    if (std::ranges::equal(cells, names_))
      notes_.remark("The names of the columns stand in row " + std::to_string(row) + " again, and were passed over.",
                    33);
    else second_table_ = row;
    return true;
  }
  const auto wrong = even_->fault(cells);
  if (wrong.empty()) return false;
  ++made_.found;
  notes_.leave(words == 1 ? "A line of words, not a row of the table." : wrong, row,
               *std::ranges::find_if(cells, [](auto each) { return !trimmed(each).empty(); }));
  return true;
}

bool PublishedReader::names_again(const kit::CellViews& cells) const {
  const auto code = cell(cells, Role::area_code);
  if (code.size() > 1 && code[1] >= '0' && code[1] <= '9') return false;
  return names_a_column(code.empty() ? cell(cells, Role::area_name) : code);
}

void PublishedReader::take_indicators(const Where& where, const kit::CellViews& cells) {
  if (is_words_.empty()) sort_columns(cells);
  std::string of;
  for (std::size_t i = 0; i < columns_->others.size(); ++i)
    if (is_words_[i]) of += (of.empty() ? "" : ", ") + std::string(cell(cells, static_cast<int>(columns_->others[i].first)));
  for (std::size_t i = 0; i < columns_->others.size(); ++i)
    if (!is_words_[i])
      keep(where, titled(columns_->others[i].second, of),
           {.text = cell(cells, static_cast<int>(columns_->others[i].first)),
            .unit = {},
            .status = {},
            .low = {},
            .high = {}});
}

// In a file with a column for each indicator, a column of words says of whom or what: its words become part of the title.
void PublishedReader::sort_columns(const kit::CellViews& cells) {
  for (const auto& [place, name] : columns_->others) {
    const auto first = cell(cells, static_cast<int>(place));
    is_words_.push_back(!number(first) && !is_mark(first));
    if (is_words_.back()) notes_.remark("The column " + kit::quoted(name) + " holds words; they became part of each title.");
  }
}

// A column for each period; what stands in other columns is counted and left out.
void PublishedReader::take_periods(Where& where, const kit::CellViews& cells) {
  const std::string title(title_of_row(cells));
  for (std::size_t i = 0; i < columns_->others.size(); ++i) {
    const auto& [place, name] = columns_->others[i];
    const auto text = cell(cells, static_cast<int>(place));
    if (!columns_->are_periods[i]) {
      if (number(text))
        ++made_.found,
            notes_.leave("The column " + kit::quoted(std::string_view(name).substr(0, 80)) + " is of no period.",
                         where.row, text);
      continue;
    }
    where.reason = {};
    set_period(where, name, {});
    if (where.period) set_area(where, cells);
    keep(where, title, {.text = text, .unit = cell(cells, Role::unit), .status = {}, .low = {}, .high = {}});
    if (where.reason.empty()) say_polarity(title, cells, in_dictionary(cells));
  }
}

std::string_view PublishedReader::title_of_row(const kit::CellViews& cells) {
  const auto title = cell(cells, Role::indicator), measure = cell(cells, Role::measure);
  if (!title.empty() && !measure.empty()) return title_.assign(title).append(": ").append(measure);
  if (!title.empty() || !measure.empty()) return title.empty() ? measure : title;
  if (columns_->shape == Shape::a_value_a_row) return {};
  const auto& said = words_above_.empty() ? reading_.title : words_above_;
  if (!said.empty())
    notes_.remark(std::string("No column says what is counted: the title is ") +
                  (words_above_.empty() ? "that of the data set." : "the first line of the file."));
  return said;
}

const DictionaryEntry* PublishedReader::in_dictionary(const kit::CellViews& cells) const {
  if (reading_.dictionary.empty()) return nullptr;
  const auto title = cell(cells, Role::indicator);
  return reading_.dictionary.find(cell(cells, Role::short_name), title.empty() ? cell(cells, Role::measure) : title);
}

std::string_view PublishedReader::kind_of_year(const kit::CellViews& cells) const {
  const auto said = cell(cells, Role::year_type);
  if (!said.empty()) return said;
  const auto* entry = in_dictionary(cells);
  return entry ? std::string_view(entry->kind_of_year) : std::string_view();
}

void PublishedReader::take_one(Where& where, const kit::CellViews& cells) {
  const auto title = title_of_row(cells);
  const auto* entry = in_dictionary(cells);
  const auto unit = cell(cells, Role::unit);
  keep(where, title,
       {.text = cell(cells, Role::value),
        .unit = unit.empty() && entry ? std::string_view(entry->unit) : unit,
        .status = cell(cells, Role::status),
        .low = number(cell(cells, Role::low)),
        .high = number(cell(cells, Role::high))});
  say_polarity(title, cells, entry);
}

// Which way is better, by the row's own word, else by the dictionary's.
void PublishedReader::say_polarity(std::string_view title, const kit::CellViews& cells, const DictionaryEntry* entry) {
  if (title.empty() || (columns_->at(Role::polarity) < 0 && !entry)) return;
  const auto of = indicator(title, {});
  if (made_.indicators[of].polarity) return;
  const auto word = cell(cells, Role::polarity);
  if (!word.empty() && word != "-") made_.indicators[of].polarity = read_published_polarity(word);
  if (entry && !made_.indicators[of].polarity) made_.indicators[of].polarity = entry->polarity;
}

void PublishedReader::set_period(Where& where, std::string_view text, std::string_view kind) {
  where.period = columns_->at(Role::period) < 0 && columns_->shape != Shape::a_column_a_period
                     ? std::optional(periods_.place_of(*reading_.whole))
                     : periods_.find(text, kind);
  if (!where.period) where.reason = "The period cannot be read.", where.example = text;
}

void PublishedReader::set_area(Where& where, const kit::CellViews& cells) {
  const auto code = cell(cells, Role::area_code), name = cell(cells, Role::area_name);
  const auto& known = area(code, name, *where.period);
  where.area = known.place;
  if (where.area) return;
  where.reason = code.empty() && name.empty() ? "The row names no council: it is of a region or a nation." : why(known.how);
  where.example = name.empty() ? code : name;
}

const PublishedReader::AreaKnown& PublishedReader::area(std::string_view code, std::string_view name, std::uint32_t period) {
  key_.assign(code).append(1, '\n').append(name);
  auto& by_period = areas_[key_];
  if (by_period.size() <= period) by_period.resize(period + 1);
  if (!by_period[period]) by_period[period] = understand(code, name, period);
  return *by_period[period];
}

PublishedReader::AreaKnown PublishedReader::understand(std::string_view code, std::string_view name, std::uint32_t period) {
  const auto found = authorities_.understand(code, name, made_.periods[period].first());
  if (found.how == Understood::How::by_name && code.empty()) notes_.remark("The file has no codes: councils were found by their names.");
  if (found.is_kept()) (found.authority->is_small() ? has_small_ : has_councils_) = true;
  if (found.how == Understood::How::before_its_time) before_their_time_.insert(found.authority->name);
  return {found.is_kept() ? std::optional(static_cast<std::uint32_t>(found.authority - authorities_.all().data()))
                          : std::nullopt,
          found.how};
}

std::uint32_t PublishedReader::indicator(std::string_view title, std::string_view unit) {
  if (last_indicator_ < made_.indicators.size() && made_.indicators[last_indicator_].title == title) return last_indicator_;
  const auto [known, is_new] = indicators_.try_emplace(std::string(title), static_cast<std::uint32_t>(made_.indicators.size()));
  if (is_new) made_.indicators.push_back({std::string(title), std::string(unit), std::nullopt});
  return last_indicator_ = known->second;
}

void PublishedReader::keep(const Where& where, std::string_view title, const Cell& cell) {
  ++made_.found;
  if (!where.reason.empty()) return notes_.leave(std::string(where.reason), where.row, where.example);
  if (title.empty()) return notes_.leave("The row does not say which indicator it is of.", where.row, cell.text);
  if (const auto doubt = doubt_of_comma(cell.text, where.row); !doubt.empty())
    return notes_.leave(std::string(doubt), where.row, cell.text);
  const auto value = number(cell.text);
  if (!value && !is_mark(cell.text))
    return notes_.leave("The value is neither a number nor a known mark such as [c] or [x].", where.row, cell.text);
  const auto before = last_indicator_;
  const auto count = made_.indicators.size();
  const auto of = indicator(title, cell.unit);
  if (made_.indicators[of].unit.empty()) made_.indicators[of].unit = cell.unit;
  PublishedFigure figure{
      of,    *where.area, *where.period, static_cast<std::uint32_t>(where.row),
      value, cell.low,    cell.high,     std::string(cell.status.empty() && !value ? cell.text : cell.status)};
  if (figure.mark.empty() && !value) figure.mark = "[x]";
  if (!is_first(figure))
    return notes_.leave("The same council, period and indicator stands in the file twice; the first was kept.",
                        where.row, title);
  if (of != before && of < count) made_.is_grouped = false;
  ++made_.taken;
  pass_on_(figure, made_);
}

// Where semicolons separate, commas are decimal as often as not; where one number has a decimal comma, others may.
std::string_view PublishedReader::doubt_of_comma(std::string_view text, std::size_t row) {
  if (text.find(',') == text.npos) return {};
  const auto comma = kit::comma_in(text);
  auto& first = comma == kit::Comma::decimal ? decimal_comma_ : either_comma_;
  if (comma != kit::Comma::none && first.empty()) first = kit::quoted(text) + " in row " + std::to_string(row);
  if (comma == kit::Comma::decimal) return "The number has a decimal comma. Write it with a decimal point.";
  return comma == kit::Comma::either && found_.separator == ';'
             ? "The cells are separated by semicolons, so a comma in a number may be a decimal one. Write numbers without it."
             : "";
}

bool PublishedReader::is_first(const PublishedFigure& figure) {
  auto& together = seen_[std::uint64_t{figure.indicator} << 32 | figure.period];
  const auto part = figure.area / areas_together;
  if (together.size() <= part) together.resize(part + 1);
  auto bit = together[part][figure.area % areas_together];
  if (bit) return false;
  return bit = true;
}

}  // namespace compare
