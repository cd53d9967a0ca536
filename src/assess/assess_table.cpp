#include "assess/assess_table.h"

#include "kit/number.h"
#include "kit/quote.h"

namespace assess {
namespace {

constexpr std::size_t most_faults = 100;  // a file that is wrong throughout need not be told row by row

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string plain_name(std::string_view column) {
  std::string made;
  for (const char c : column) made += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c == ' ' ? '_' : c;
  return made;
}

Table::Table(std::istream& in, const std::vector<std::string_view>& needed, std::string name) : name_(std::move(name)) {
  read(in);
  if (has_header_)
    needs(needed);
  else
    faults_.add("", in_file() + "The first line holds the names of the columns, but there is no line.");
}

std::string Table::in_file() const { return name_.empty() ? "" : "In the " + name_ + ": "; }

void Table::needs(const std::vector<std::string_view>& columns) {
  for (const auto column : columns)
    faults_.unless(has(column), "", in_file() + "The column " + std::string(column) + " is missing.");
}

void Table::read(std::istream& in) {
  faults_.add(kit::read_csv(in, [&](std::size_t number, const kit::Cells& cells) {
    if (!has_header_) {
      take_header(cells);
    } else {
      rows_.push_back({number, cells});
    }
    return true;
  }));
}

void Table::take_header(const kit::Cells& cells) {
  has_header_ = true;
  for (std::size_t place = 0; place < cells.size(); ++place)
    if (!columns_.emplace(plain_name(trimmed(cells[place])), place).second)
      faults_.add("", "There are two columns " + kit::quoted(cells[place]) + ".");
}

void Table::fault(const Row& row, std::string_view column, std::string_view sentence) {
  if (faults_.all().size() >= most_faults) return;
  const std::string where = (name_.empty() ? "Row " : "In the " + name_ + ", row ") + std::to_string(row.number) +
                            ", column " + std::string(column);
  faults_.add(where, where + ": " + std::string(sentence));
}

void Table::fault(std::string_view sentence) { faults_.add("", in_file() + std::string(sentence)); }

std::vector<std::string> Table::columns_but(const std::vector<std::string_view>& known) const {
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const auto& [name, place] : columns_)
    if (!name.empty() && std::ranges::find(known, name) == known.end()) found.emplace_back(place, name);
  std::ranges::sort(found);
  std::vector<std::string> names;
  for (auto& [place, name] : found) names.push_back(std::move(name));
  return names;
}

void Table::fault_of(const Row& row, std::string_view column, std::string_view choices) {
  fault(row, column, "found " + kit::quoted(text(row, column)) + ". Type one of " + std::string(choices) + ".");
}

std::string_view Table::text(const Row& row, std::string_view column) const {
  const auto found = columns_.find(std::string(column));
  if (found == columns_.end() || found->second >= row.cells.size()) return {};
  return trimmed(row.cells[found->second]);
}

std::string_view Table::needed_text(const Row& row, std::string_view column) {
  const auto found = text(row, column);
  if (found.empty()) fault(row, column, "nothing was found, and something is needed here.");
  return found;
}

std::optional<double> Table::number(const Row& row, std::string_view column) {
  const auto found = text(row, column);
  if (found.empty() || found == "NA") return std::nullopt;
  const auto number = kit::read_double(found);
  if (!number) fault(row, column, "found " + kit::quoted(found) + ". Type a number such as 92.5, or leave it empty.");
  return number;
}

double Table::needed_number(const Row& row, std::string_view column, double least) {
  const auto found = needed_text(row, column);
  if (found.empty()) return 0;
  const auto number = kit::read_double(found);
  if (number && *number >= least) return *number;
  const auto wanted =
      least == unbounded ? std::string("a number such as 92.5") : "a number from " + cell(least) + " up";
  fault(row, column, "found " + kit::quoted(found) + ". Type " + wanted + ".");
  return 0;
}

std::optional<kit::Decimal> Table::decimal(const Row& row, std::string_view column) {
  const auto found = text(row, column);
  if (found.empty()) return std::nullopt;
  const auto number = kit::Decimal::parse(found);
  if (!number)
    fault(row, column,
          "found " + kit::quoted(found) + ". Type a number with at most four decimals, or leave it empty.");
  return number;
}

std::optional<int> Table::whole(const Row& row, std::string_view column, int least, int most) {
  const auto found = number(row, column);
  if (!found) return std::nullopt;
  if (*found >= least && *found <= most && *found == static_cast<int>(*found)) return static_cast<int>(*found);
  fault(row, column,
        "found " + kit::quoted(text(row, column)) + ". Type a whole number from " + std::to_string(least) + " to " +
            std::to_string(most) + ".");
  return std::nullopt;
}

std::optional<calendar::Period> Table::month(const Row& row, std::string_view column) {
  const auto found = text(row, column);
  const auto read = calendar::read_period(found, calendar::Frequency::monthly);
  if (read && read->period.months == 1) return read->period;
  fault(row, column, "found " + kit::quoted(found) + ". Type a month such as 2025-04.");
  return std::nullopt;
}

std::optional<kit::Date> Table::date(const Row& row, std::string_view column) {
  const auto found = text(row, column);
  const auto date = kit::Date::parse(found);
  if (!date) fault(row, column, "found " + kit::quoted(found) + ". Type a date such as 2025-07-31.");
  return date;
}

bool Table::yes(const Row& row, std::string_view column, bool usually) {
  const auto found = text(row, column);
  if (found.empty()) return usually;
  if (found != "TRUE" && found != "FALSE") fault_of(row, column, "TRUE, FALSE");
  return found == "TRUE";
}

std::vector<kit::Decimal> Table::list(const Row& row, std::string_view column) {
  std::vector<kit::Decimal> numbers;
  auto rest = text(row, column);
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    const auto number = kit::Decimal::parse(trimmed(rest.substr(0, end)));
    if (!number) {
      fault(row, column,
            "found " + kit::quoted(rest.substr(0, end)) +
                " in the list. Type numbers with semicolons between, such as 4;5;6.");
      return {};
    }
    numbers.push_back(*number);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return numbers;
}

std::vector<std::optional<double>> Table::numbers(const Row& row, std::string_view column) {
  std::vector<std::optional<double>> numbers;
  const auto all = text(row, column);
  for (std::size_t at = 0; !all.empty() && at <= all.size();) {
    const auto end = std::min(all.find(';', at), all.size());
    const auto found = trimmed(all.substr(at, end - at));
    numbers.push_back(kit::read_double(found));
    if (!numbers.back() && !found.empty() && found != "NA")
      fault(row, column, "found " + kit::quoted(found) + " in the list. Type numbers with semicolons between.");
    at = end + 1;
  }
  return numbers;
}

std::string cell(const std::optional<double>& number) { return number ? kit::shortest(*number) : std::string(); }

std::string cell_or(std::string_view missing, const std::optional<double>& number) {
  return number ? kit::shortest(*number) : std::string(missing);
}

void Lines::add(const std::vector<std::string>& cells) {
  kit::CsvWriter out(text_, kit::For::machines);
  for (const auto& each : cells) out.cell(each);
  out.end_row();
}

}  // namespace assess
