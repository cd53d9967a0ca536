#include "compare/published.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "collect/figure.h"
#include "compare/published_columns.h"
#include "kit/number.h"
#include "kit/quote.h"

namespace compare {
namespace {

constexpr std::size_t lines_of_words = 12, most_remarks = 40;  // above the names of the columns

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

std::optional<double> number(std::string_view text) {
  if (const auto plain = kit::read_double(text)) return plain;
  const auto typed = kit::read_number(text);
  return typed ? std::optional(typed->number.number()) : std::nullopt;
}

// A way of writing "none" (conventions: [c], [x], z, .., -), or nothing at all.
bool is_mark(std::string_view text) { return text.empty() || text == "low" || text == "[low]" || text == "u" || text == "k" || collect::read_state(text).has_value(); }

// "202324", as the Department for Education writes a year across two.
std::string year_across_two(std::string_view text) {
  const bool six = text.size() == 6 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (!six || (std::stoi(std::string(text.substr(2, 2))) + 1) % 100 != std::stoi(std::string(text.substr(4)))) return std::string(text);
  return std::string(text.substr(0, 4)) + '/' + std::string(text.substr(4));
}

bool is_plain_year(std::string_view text) { return text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }); }

std::string why(Understood::How how) {
  switch (how) {
    case Understood::How::is_no_authority: return "Regions, nations and other sums of areas are not compared with councils.";
    case Understood::How::was_no_more: return "The council was no more in that period, and the file does not say which successor is meant.";
    default: return "The register of authorities has no such area.";
  }
}

class Reader {
 public:
  explicit Reader(const Authorities& authorities) : authorities_(authorities) {}

  kit::Verdict<PublishedFile> read(std::istream& in) {
    std::size_t lines = 0;
    kit::Refusals no = kit::read_csv_views(in, [&](std::size_t row, const kit::CellViews& cells) {
      if (!columns_) {
        columns_ = columns_of(cells);
        return columns_ || ++lines < lines_of_words;
      }
      take(row, cells);
      return true;
    });
    put_in_order();
    no.unless(columns_.has_value(), "file", "No line names its columns so that an area, a period and a value can be told. Name them area_code, area_name, period, indicator, unit and value.");
    no.unless(!columns_ || !made_.figures.empty(), "file", made_.left_out.empty() ? "There is no row below the names of the columns." : "Nothing in the file can be compared: " + (reasons(), made_.left_out.front().reason));
    no.unless(year_or_month_.empty() || month_.empty(), "file", kit::quoted(year_or_month_) + " may be a month or a financial year, and " + kit::quoted(month_) + " is a month. Write years as 2001/02.");
    if (no.any()) return no;
    reasons();
    return std::move(made_);
  }

 private:
  struct Where {
    std::size_t row;
    std::optional<std::uint32_t> area, period;
    std::string reason, example;
  };

  std::string_view cell(const kit::CellViews& cells, int place) const {
    return place >= 0 && static_cast<std::size_t>(place) < cells.size() ? trimmed(cells[static_cast<std::size_t>(place)]) : std::string_view();
  }
  std::string_view cell(const kit::CellViews& cells, Role role) const { return cell(cells, columns_->at(role)); }

  void take(std::size_t row, const kit::CellViews& cells) {
    if (std::ranges::all_of(cells, [](auto each) { return trimmed(each).empty(); })) return;
    const auto where = place(row, cells);
    if (columns_->shape == Shape::a_value_a_row) return take_one(where, cells);
    if (is_words_.empty()) sort_columns(cells);
    std::string of;
    for (std::size_t i = 0; i < columns_->others.size(); ++i)
      if (is_words_[i]) of += (of.empty() ? "" : ", ") + std::string(cell(cells, static_cast<int>(columns_->others[i].first)));
    for (std::size_t i = 0; i < columns_->others.size(); ++i)
      if (!is_words_[i]) keep(where, titled(columns_->others[i].second, of), {}, cell(cells, static_cast<int>(columns_->others[i].first)), {}, {}, {});
  }

  // In a file with a column for each indicator, a column of words says of whom or what: its words become part of the title.
  void sort_columns(const kit::CellViews& cells) {
    for (const auto& [place, name] : columns_->others) {
      const auto first = cell(cells, static_cast<int>(place));
      is_words_.push_back(!number(first) && !is_mark(first));
      if (is_words_.back()) remark("The column " + kit::quoted(name) + " holds words; they became part of each title.");
    }
  }

  void take_one(const Where& where, const kit::CellViews& cells) {
    auto title = std::string(cell(cells, Role::indicator));
    const auto measure = cell(cells, Role::measure);
    title = title.empty() ? std::string(measure) : titled(title, measure);
    const auto text = cell(cells, Role::value), status = cell(cells, Role::status);
    if (columns_->at(Role::polarity) >= 0) say_polarity(title, cell(cells, Role::polarity));
    keep(where, title, cell(cells, Role::unit), text, number(cell(cells, Role::low)), number(cell(cells, Role::high)), status);
  }

  static std::string titled(std::string_view title, std::string_view of) { return of.empty() ? std::string(title) : std::string(title) + ": " + std::string(of); }

  Where place(std::size_t row, const kit::CellViews& cells) {
    Where found{row, {}, {}, {}, {}};
    const auto code = cell(cells, Role::area_code), name = cell(cells, Role::area_name), when = cell(cells, Role::period);
    found.period = period(when);
    if (!found.period) return found.reason = "The period cannot be read.", found.example = when, found;
    found.area = area(code, name, *found.period);
    if (!found.area) {
      found.reason = code.empty() && name.empty() ? "The row names no council: it is of a region or a nation." : why(how_.at(key_));
      found.example = name.empty() ? code : name;
    }
    return found;
  }

  std::optional<std::uint32_t> period(std::string_view text) {
    if (text == last_period_text_ && !text.empty()) return last_period_;
    last_period_text_ = text;
    return last_period_ = find_period(text);
  }
  std::optional<std::uint32_t> find_period(std::string_view text) {
    const auto [known, is_new] = periods_.try_emplace(std::string(text));
    if (!is_new) return known->second;
    auto read = calendar::read_period(year_across_two(text));
    if (!read && (read = calendar::read_period(text, calendar::Frequency::annual))) {
      year_or_month_ = std::string(text);
      remark("Years are written as " + kit::quoted(text) + ", and were read as financial years.", "Years are written as");
    }
    if (!read) return std::nullopt;
    if (read->period.months == 1 && text.size() == 7 && text[4] == '-') month_ = std::string(text);
    if (is_plain_year(text)) remark("Years written as a plain number, such as " + std::string(text) + ", were read as calendar years.", "Years written as a plain");
    else if (!read->assumption.empty()) remark(read->assumption);
    const auto same = std::ranges::find(made_.periods, read->period);
    if (same == made_.periods.end()) made_.periods.push_back(read->period);
    return known->second = static_cast<std::uint32_t>(std::ranges::find(made_.periods, read->period) - made_.periods.begin());
  }

  std::optional<std::uint32_t> area(std::string_view code, std::string_view name, std::uint32_t period) {
    key_.assign(code).append("\n").append(name).append("\n").append(std::to_string(period));
    if (const auto known = areas_.find(key_); known != areas_.end()) return known->second;
    const auto found = authorities_.understand(code, name, made_.periods[period].first());
    how_[key_] = found.how;
    if (found.how == Understood::How::by_name && code.empty()) remark("The file has no codes: councils were found by their names.");
    if (found.how == Understood::How::before_its_time)
      remark(found.authority->name + " began on " + found.authority->starts->words() + "; its figures from before were worked out anew by whoever published them.");
    return areas_[key_] = found.is_kept() ? std::optional(static_cast<std::uint32_t>(found.authority - authorities_.all().data())) : std::nullopt;
  }

  std::uint32_t indicator(const std::string& title, std::string_view unit) {
    if (last_indicator_ < made_.indicators.size() && made_.indicators[last_indicator_].title == title) return last_indicator_;
    return last_indicator_ = find_indicator(title, unit);
  }
  std::uint32_t find_indicator(const std::string& title, std::string_view unit) {
    const auto [known, is_new] = indicators_.try_emplace(title, static_cast<std::uint32_t>(made_.indicators.size()));
    if (is_new) made_.indicators.push_back({title, std::string(unit), std::nullopt});
    return known->second;
  }

  void say_polarity(const std::string& title, std::string_view word) {
    auto& known = made_.indicators[indicator(title, {})];
    if (known.polarity || word.empty() || word == "-") return;
    const bool up = word == "desc" || word == "DESC" || word == "High" || word == "high", down = word == "asc" || word == "ASC" || word == "Low" || word == "low";
    known.polarity = up ? indicator::Polarity::high_good : down ? indicator::Polarity::low_good : indicator::read_polarity(word);
    if (!known.polarity && (word == "None" || word == "none")) known.polarity = indicator::Polarity::neutral;
  }

  void keep(const Where& where, const std::string& title, std::string_view unit, std::string_view text, std::optional<double> low, std::optional<double> high, std::string_view status) {
    ++made_.found;
    if (!where.reason.empty()) return leave(where.reason, where.row, where.example);
    if (title.empty()) return leave("The row does not say which indicator it is of.", where.row, text);
    const auto value = number(text);
    if (!value && !is_mark(text)) return leave("The value is neither a number nor a known mark such as [c] or [x].", where.row, text);
    const auto of = indicator(title, unit);
    if (made_.indicators[of].unit.empty()) made_.indicators[of].unit = unit;
    std::string mark(status.empty() && !value ? text : status);
    if (mark.empty() && !value) mark = "[x]";
    made_.figures.push_back({of, *where.area, *where.period, static_cast<std::uint32_t>(where.row), value, low, high, std::move(mark)});
  }

  // In the order in which they are kept, so that what stands twice stands together.
  void put_in_order() {
    auto& all = made_.figures;
    const auto key = [&](const PublishedFigure& f) { return std::tuple(f.indicator, made_.periods[f.period].end(), f.period, f.area, f.row); };
    if (!std::ranges::is_sorted(all, {}, key)) std::ranges::sort(all, {}, key);
    const auto is_same = [](const PublishedFigure& a, const PublishedFigure& b) { return a.indicator == b.indicator && a.period == b.period && a.area == b.area; };
    std::size_t kept = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (kept > 0 && is_same(all[kept - 1], all[i])) leave("The same council, period and indicator stands in the file twice; the first was kept.", all[i].row, made_.indicators[all[i].indicator].title);
      else if (kept++ != i) all[kept - 1] = std::move(all[i]);
    }
    all.resize(kept);
  }

  void leave(const std::string& reason, std::size_t row, std::string_view example) {
    auto& left = left_out_[reason];
    if (left.values++ == 0) left = {reason, 1, row, std::string(example.substr(0, 80))};
  }
  void reasons() {
    made_.left_out.clear();
    for (const auto& [reason, left] : left_out_) made_.left_out.push_back(left);
    std::ranges::stable_sort(made_.left_out, std::ranges::greater{}, &LeftOut::values);
  }
  // One remark for all that begin alike.
  void remark(const std::string& sentence, std::string_view alike = {}) {
    const auto said = [&](const std::string& each) { return alike.empty() ? each == sentence : each.starts_with(alike); };
    if (made_.remarks.size() < most_remarks && std::ranges::none_of(made_.remarks, said)) made_.remarks.push_back(sentence);
  }

  const Authorities& authorities_;
  PublishedFile made_;
  std::optional<PublishedColumns> columns_;
  std::vector<bool> is_words_;
  std::unordered_map<std::string, std::optional<std::uint32_t>> periods_, areas_;
  std::unordered_map<std::string, Understood::How> how_;
  std::unordered_map<std::string, std::uint32_t> indicators_;
  std::map<std::string, LeftOut> left_out_;
  std::string key_, year_or_month_, month_, last_period_text_;
  std::optional<std::uint32_t> last_period_;
  std::uint32_t last_indicator_ = 0;
};

}  // namespace

kit::Verdict<PublishedFile> read_published(std::istream& in, const Authorities& authorities) {
  return Reader(authorities).read(in);
}

}  // namespace compare
