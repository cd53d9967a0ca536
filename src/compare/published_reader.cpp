#include "compare/published_reader.h"

#include <algorithm>

#include "compare/published_cell.h"
#include "kit/quote.h"

namespace compare {
namespace {

constexpr std::size_t lines_of_words = 12;  // above the names of the columns
constexpr std::size_t most_rows = 100'000'000;

const WhyLeft& why_not(Understood::How how) {
  switch (how) {
    case Understood::How::is_no_authority: return why::is_no_council;
    case Understood::How::was_no_more: return why::was_no_more;
    default: return why::is_not_known;
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

std::string_view PublishedReader::name_of(int place) const {
  return place >= 0 && static_cast<std::size_t>(place) < names_.size() ? trimmed(names_[static_cast<std::size_t>(place)])
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
  Where where{row, {}, {}, {}, {}, {}};
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
  notes_.leave(words == 1 ? why::is_words : WhyLeft{wrong, why::of_uneven_rows},
               {row, {}, *std::ranges::find_if(cells, [](auto each) { return !trimmed(each).empty(); })});
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
            .high = {},
            .column = columns_->others[i].second});
}

// In a file with a column for each indicator, a column of words says of whom or what: its words become part of the title.
void PublishedReader::sort_columns(const kit::CellViews& cells) {
  for (const auto& [place, name] : columns_->others) {
    const auto first = cell(cells, static_cast<int>(place));
    is_words_.push_back(!published_number(first) && !is_published_mark(first));
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
      if (published_number(text)) leave_column(name, where.row, text);
      continue;
    }
    where.why = {};
    set_period(where, name, {});
    if (where.period) set_area(where, cells);
    keep(where, title, {.text = text, .unit = cell(cells, Role::unit), .status = {}, .low = {}, .high = {}, .column = name});
    if (where.why.reason.empty()) say_polarity(title, cells, in_dictionary(cells));
  }
}

void PublishedReader::leave_column(std::string_view name, std::size_t row, std::string_view text) {
  const auto reason = "The column " + kit::quoted(name.substr(0, 80)) + " is of no period.";
  ++made_.found;
  notes_.leave({reason, why::of_no_period}, {row, name, text});
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
        .low = published_number(cell(cells, Role::low)),
        .high = published_number(cell(cells, Role::high)),
        .column = name_of(Role::value)});
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
  if (where.period) return;
  where.why = why::no_period, where.example = text;
  where.column = columns_->shape == Shape::a_column_a_period ? text : name_of(Role::period);
}

void PublishedReader::set_area(Where& where, const kit::CellViews& cells) {
  const auto code = cell(cells, Role::area_code), name = cell(cells, Role::area_name);
  const auto& known = area(code, name, *where.period);
  where.area = known.place;
  if (where.area) return;
  where.why = code.empty() && name.empty() ? why::is_of_no_council : why_not(known.how);
  where.column = name_of(columns_->at(Role::area_name) < 0 || name.empty() ? Role::area_code : Role::area_name);
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

}  // namespace compare
