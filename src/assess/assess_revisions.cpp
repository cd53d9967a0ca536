// `goldenthread assess revisions`: what was known of each month on each of several days.
#include <algorithm>
#include <map>
#include <set>

#include "assess/assess_rules.h"
#include "assess/assess_table.h"
#include "assess/revisions.h"
#include "kit/quote.h"

namespace assess {
namespace {

constexpr double per_cent = 100;
using Row = Table::Row;

std::optional<kit::Date> read_day(Table& table, const Row& row) {
  const auto day = kit::Date::parse(table.text(row, "published_on"));
  if (!day)
    table.fault(row, "published_on",
                "found " + kit::quoted(table.text(row, "published_on")) + ". Type a date such as 2025-07-31.");
  return day;
}

std::string read_standing(Table& table, const Row& row) {
  const auto word = table.text(row, "status");
  if (word != "provisional" && word != "revised" && word != "final")
    table.fault(row, "status", "type provisional, revised or final.");
  return std::string(word);
}

// In the order in which the file first names them.
using Editions = std::vector<std::pair<std::string, std::vector<Edition>>>;

Editions read_editions(Table& table) {
  Editions all;
  std::map<std::string, std::size_t> places;
  for (const auto& row : table.rows()) {
    const auto month = table.month(row, "month");
    const auto day = read_day(table, row);
    const auto number = table.whole(row, "version", 1, 1'000'000);
    const Edition edition{month.value_or(calendar::Period{}), number.value_or(0),
                          day.value_or(kit::Date{}),          table.number(row, "numerator"),
                          table.number(row, "denominator"),   read_standing(table, row)};
    const std::string name(table.text(row, "measure"));
    const auto [place, is_new] = places.emplace(name, all.size());
    if (is_new) all.push_back({name, {}});
    all[place->second].second.push_back(edition);
  }
  return all;
}

void write(kit::CsvWriter& out, std::initializer_list<std::string_view> cells) {
  for (const auto each : cells) out.cell(each);
  out.end_row();
}

void write_known(kit::CsvWriter& out, std::string_view name, std::string_view day, const Known& known) {
  const std::string month = known.period.iso().substr(0, 7);
  if (!known.edition) return write(out, {name, day, month, "", "", "", "", "missing"});
  const auto& edition = *known.edition;
  write(out, {name, day, month, std::to_string(edition.number), cell(edition.numerator), cell(edition.denominator),
              cell(known.value), edition.standing});
}

void write_as_at(kit::CsvWriter& out, const std::string& name, const std::vector<Edition>& editions, kit::Date day) {
  const AsAt known = as_at(editions, day, per_cent);
  for (const auto& period : known.periods) write_known(out, name, day.iso(), period);
  if (!known.to_date) return;
  const auto& to_date = *known.to_date;
  write(out, {name, day.iso(), "YTD " + to_date.period.iso().substr(0, 7), "", "", "", cell(to_date.value),
              to_date.standing + ' ' + std::to_string(to_date.available) + '/' + std::to_string(to_date.expected)});
}

// As asked, in that order: lists with commas, blanks or semicolons between, or several.
std::vector<kit::Date> read_days(const std::vector<std::string>& dates, kit::Refusals& no) {
  std::vector<kit::Date> days;
  for (const auto& list : dates) {
    for (std::size_t at = list.find_first_not_of(",; "); at != list.npos; at = list.find_first_not_of(",; ", at)) {
      const auto end = std::min(list.find_first_of(",; ", at), list.size());
      const auto day = kit::Date::parse(std::string_view(list).substr(at, end - at));
      if (!day)
        no.add("as-at",
               "Found " + kit::quoted(list.substr(at, end - at)) + " after --as-at. Type a date such as 2025-07-31.");
      if (day && std::find(days.begin(), days.end(), *day) == days.end()) days.push_back(*day);
      at = end;
    }
  }
  return days;
}

std::vector<kit::Date> days_of(const Editions& all) {
  std::set<kit::Date> days;
  for (const auto& [name, editions] : all)
    for (const auto& edition : editions) days.insert(edition.published_on);
  return {days.begin(), days.end()};
}

}  // namespace

kit::Verdict<std::string> assess_revisions(std::istream& in, const std::vector<std::string>& dates) {
  Table table(in, {"measure", "month", "version", "published_on", "numerator", "denominator", "status"});
  kit::Refusals no;
  auto days = read_days(dates, no);
  const auto all = table.good() ? read_editions(table) : Editions();
  no.add(table.faults());
  if (no.any()) return no;
  if (days.empty()) days = days_of(all);

  std::string text;
  kit::CsvWriter out(text, kit::For::machines);
  write(out, {"measure", "as_at", "month", "version", "numerator", "denominator", "value", "status"});
  for (const auto& [name, editions] : all)
    for (const auto day : days) write_as_at(out, name, editions, day);
  return text;
}

}  // namespace assess
