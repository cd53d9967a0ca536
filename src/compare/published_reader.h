// Reads one published file, row by row: finds the names of its columns, then the area, the period and the values of each row.
#pragma once
#include <bitset>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compare/published.h"
#include "compare/published_columns.h"
#include "compare/published_periods.h"
#include "kit/even_rows.h"

namespace compare {

class PublishedReader {
 public:
  PublishedReader(const Authorities& authorities, const Reading& reading, const PassedOn& pass_on)
      : authorities_(authorities), reading_(reading), pass_on_(pass_on), periods_(made_.periods, reading.years, notes_) {}

  kit::Verdict<PublishedFile> read(std::istream& in);

 private:
  struct Where {
    std::size_t row;
    std::optional<std::uint32_t> area, period;
    WhyLeft why;  // nothing of the row can be kept; without a reason it can
    std::string_view column, example;
  };
  struct Cell {  // one value, with what stands beside it
    std::string_view text, unit, status;
    std::optional<double> low, high;
    std::string_view column;
  };
  struct AreaKnown {
    std::optional<std::uint32_t> place;
    Understood::How how;
  };

  bool find_columns(const kit::CellViews& cells);
  bool take(std::size_t row, const kit::CellViews& cells);
  bool passes_over(std::size_t row, const kit::CellViews& cells);
  bool names_again(const kit::CellViews& cells) const;
  const WhyLeft* doubt_of_comma(std::string_view text, std::size_t row);
  void take_one(Where& where, const kit::CellViews& cells);
  void take_indicators(const Where& where, const kit::CellViews& cells);
  void take_periods(Where& where, const kit::CellViews& cells);
  void leave_column(std::string_view name, std::size_t row, std::string_view text);
  void sort_columns(const kit::CellViews& cells);
  void say_polarity(std::string_view title, const kit::CellViews& cells, const DictionaryEntry* entry);
  std::string_view kind_of_year(const kit::CellViews& cells) const;
  const DictionaryEntry* in_dictionary(const kit::CellViews& cells) const;

  void set_period(Where& where, std::string_view text, std::string_view kind);
  void set_area(Where& where, const kit::CellViews& cells);
  const AreaKnown& area(std::string_view code, std::string_view name, std::uint32_t period);
  AreaKnown understand(std::string_view code, std::string_view name, std::uint32_t period);
  std::uint32_t indicator(std::string_view title, std::string_view unit);
  void keep(const Where& where, std::string_view title, const Cell& cell);
  bool is_first(const PublishedFigure& figure);
  void remark_on_the_past();
  kit::Refusals faults(kit::Refusals no) const;

  std::string_view cell(const kit::CellViews& cells, int place) const;
  std::string_view cell(const kit::CellViews& cells, Role role) const { return cell(cells, columns_->at(role)); }
  std::string_view title_of_row(const kit::CellViews& cells);
  std::string_view name_of(int place) const;  // of a column
  std::string_view name_of(Role role) const { return name_of(columns_->at(role)); }

  static constexpr std::size_t areas_together = 512;
  const Authorities& authorities_;
  const Reading& reading_;
  const PassedOn& pass_on_;
  PublishedNotes notes_;
  PublishedFile made_;
  PublishedPeriods periods_;
  std::optional<PublishedColumns> columns_;
  bool without_period_ = false, is_dictionary_ = false, has_small_ = false, has_councils_ = false;
  std::string words_above_, title_, key_;
  std::size_t lines_above_ = 0, second_table_ = 0;
  kit::CsvFound found_;
  kit::Cells names_;
  std::optional<kit::EvenRows> even_;
  std::string decimal_comma_, either_comma_;  // the first of each, with its row
  std::vector<bool> is_words_;
  std::set<std::string> before_their_time_;
  std::unordered_map<std::string, std::vector<std::optional<AreaKnown>>> areas_;  // by what the file writes, then by period
  std::unordered_map<std::string, std::uint32_t> indicators_;
  std::unordered_map<std::uint64_t, std::vector<std::bitset<areas_together>>> seen_;  // by indicator and period: which areas
  std::uint32_t last_indicator_ = 0;
};

}  // namespace compare
