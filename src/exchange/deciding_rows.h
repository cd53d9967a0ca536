// Sheets of which only the newest edition is known (council, plan and people), and those of which every edition is (rebases and
// targets). Rows of one thing are taken together, in order.
#pragma once
#include <map>

#include "exchange/deciding.h"

namespace exchange {

// What is known of one thing, as a row would say it.
template <class Row>
struct KnownRow {
  Row row;
  kit::Moment at;
};

inline std::string and_so(const std::vector<std::string_view>& columns) {
  std::string all;
  for (const auto column : columns) all += (all.empty() ? "" : ", ") + std::string(column);
  return all;
}

// Rows of one thing together, things in the order in which they first come.
template <class Row, class Key>
std::vector<std::vector<Row*>> grouped(std::vector<Row>& rows, Key key) {
  std::vector<std::vector<Row*>> groups;
  std::unordered_map<std::string, std::size_t> places;
  for (auto& row : rows) {
    const auto [found, is_new] = places.try_emplace(key(row), groups.size());
    if (is_new) groups.emplace_back();
    groups[found->second].push_back(&row);
  }
  return groups;
}

template <class Row>
class EditionsOf {
 public:
  EditionsOf(Deciding& it, Sheet sheet) : it_(it), sheet_(sheet) {}

  // `known` null when the thing is new. Calls `add` with each new edition and the moment from which it counts.
  template <class Add>
  void decide(std::vector<Row*>& rows, const KnownRow<Row>* known, std::string_view title, Add add) {
    for (auto* row : rows)
      if (known) keep_left_out(*row, known->row, it_.intake.sources[row->place.source].has);
    if (twice(rows)) return;
    auto& tally = it_.changes[sheet_];
    if (known && differences(*rows.back(), known->row).empty()) {
      tally.unchanged += rows.size();
      return;
    }
    const Row* current = known ? &known->row : nullptr;
    kit::Moment at = known ? known->at : kit::Moment();
    for (auto* row : rows) {
      // An earlier row of a history that has moved on since.
      if (row != rows.back() && known && row->from && *row->from <= known->at) {
        ++tally.unchanged;
        continue;
      }
      const auto differ = current ? differences(*row, *current) : std::vector<std::string_view>();
      const Edition before{at, current && differ.empty()};
      const auto standing = stand(row->from, it_.now, InFile::newest, std::span(&before, current ? 1 : 0), it_.now);
      if (standing.is == Standing::Is::refused) it_.fault(row->place, "from", standing.why);
      if (standing.is == Standing::Is::known) ++tally.unchanged;
      if (standing.is != Standing::Is::added) continue;
      note(tally, !known, row->code + " " + std::string(title) + (known ? ": " + and_so(differ) : ""));
      add(*row, standing.at);
      current = row;
      at = standing.at;
    }
  }

 private:
  bool twice(const std::vector<Row*>& rows) {
    bool any = false;
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (rows[i]->from == rows[j]->from && !differences(*rows[i], *rows[j]).empty()) {
          it_.fault(rows[i]->place, "code", found(rows[i]->code, "Row " + std::to_string(rows[j]->place.row) +
                        " has the same code and the same date. Take one out, or give each the date from which it counts."));
          any = true;
        }
    return any;
  }

  Deciding& it_;
  Sheet sheet_;
};

// Sheets of which every edition is known: rebases and targets. A thing is one of an indicator, such as its target of a year.
template <class Row, class Thing>
class HistoryOf {
 public:
  using RowOf = Row (*)(const Thing&);
  HistoryOf(Deciding& it, Sheet sheet, RowOf row_of) : it_(it), sheet_(sheet), row_of_(row_of) {}

  // Calls `decide` with each indicator and its rows of one thing. The same indicator may be named by its reference of today and by an
  // earlier one. `which`: the thing in words.
  template <class Which, class Decide>
  void each(std::vector<Row>& all, Which which, Decide decide) {
    const auto key = [&](Row& row) {
      const auto place = it_.indicator(row.code);
      return (place ? std::to_string(*place) : upper(row.code)) + " " + which(row);
    };
    for (auto& rows : grouped(all, key)) {
      if (const auto place = it_.indicator(rows.front()->code)) {
        decide(it_.indicators[*place], rows);
        continue;
      }
      for (const auto* row : rows) it_.no_indicator(row->place, "indicator", row->code);
    }
  }

  // What a row leaves out stays as it is known.
  void keep(Row& row, const std::vector<Thing>& editions) const {
    if (!editions.empty()) keep_left_out(row, row_of_(editions.back()), it_.intake.sources[row.place.source].has);
  }

  // The moment from which a row counts as the next edition; none when it is known already, or refused.
  std::optional<kit::Moment> counts_from(const Row& row, const std::vector<Thing>& known, InFile in_file, kit::Moment usual) {
    std::vector<Edition> editions;
    for (const auto& edition : known) editions.push_back({edition.at, differences(row, row_of_(edition)).empty()});
    const auto standing = stand(row.agreed_on, usual, in_file, editions, it_.now);
    if (standing.is == Standing::Is::refused) it_.fault(row.place, "agreed_on", standing.why);
    if (standing.is == Standing::Is::known) ++it_.changes[sheet_].unchanged;
    return standing.is == Standing::Is::added ? std::optional(standing.at) : std::nullopt;
  }

  void add(const Becoming& one, const Row& row, kit::Moment at, std::vector<Thing>& editions, std::vector<Thing>& into) const {
    Thing made = row;
    made.indicator = one.id;
    made.edition = editions.empty() ? 1 : editions.back().edition + 1;
    made.at = at;
    editions.push_back(made);
    into.push_back(std::move(made));
  }

 private:
  Deciding& it_;
  Sheet sheet_;
  RowOf row_of_;
};

}  // namespace exchange
