#include "compare/authority_table.h"

#include <algorithm>
#include <array>
#include <map>

#include "assess/assess_table.h"
#include "kit/quote.h"

namespace compare {
namespace {

using assess::Table;

// Codes that were given anew and that the public list of authorities does not have yet (Office for National Statistics, 1 April 2025).
constexpr NewCode known_new_codes[] = {{"E08000016", "E08000038"}, {"E08000019", "E08000039"}};

// A column by the first of its names that the file has.
class Named {
 public:
  Named(const Table& table, std::initializer_list<std::string_view> names) {
    for (const auto name : names)
      if (name_.empty() && table.has(name)) name_ = name;
  }
  std::string_view name() const { return name_; }
  explicit operator bool() const { return !name_.empty(); }

 private:
  std::string_view name_;
};

std::vector<std::string> listed(std::string_view text) {
  std::vector<std::string> all;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(",;"), text.size());
    auto one = text.substr(0, end);
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    if (!one.empty() && std::ranges::find(all, one) == all.end()) all.emplace_back(one);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

// Under a new code a council is the same council. Whether one was given it that had not got it.
bool give(std::vector<Authority>& all, const NewCode& code) {
  const auto goes_by = [](const Authority& each, std::string_view one) {
    return each.code == one || std::ranges::find(each.codes, one) != each.codes.end();
  };
  if (std::ranges::any_of(all, [&](const Authority& each) { return goes_by(each, code.now); })) return false;
  const auto found = std::ranges::find_if(all, [&](const Authority& each) { return goes_by(each, code.before); });
  if (found == all.end()) return false;
  found->codes.emplace_back(code.now);
  return true;
}

class Reader {
 public:
  explicit Reader(Table& table)
      : table_(table),
        code_(table, {"code", "gss-code", "gss_code", "area_code"}),
        name_(table, {"name", "nice-name", "area_name"}),
        tier_(table, {"tier", "local-authority-type"}),
        starts_(table, {"starts", "start-date", "start"}),
        ends_(table, {"ends", "end-date", "end"}),
        successors_(table, {"successors", "replaced-by"}),
        names_(table, {"names", "alt-names"}),
        official_(table, {"official-name"}),
        codes_(table, {"codes", "former-gss-codes"}),
        own_key_(table, {"local-authority-code"}) {
    if (!code_) table.fault("The column code is missing.");
    if (!name_) table.fault("The column name is missing.");
  }

  std::vector<Authority> read() {
    for (const auto& row : table_.rows()) read(row);
    for (auto& each : all_) resolve(each);
    for (const auto& each : known_new_codes) give(all_, each);
    return std::move(all_);
  }

 private:
  void read(const Table::Row& row) {
    if (table_.text(row, code_.name()).empty()) return;  // parts of the register that were never given a code
    Authority made;
    made.code = table_.text(row, code_.name());
    made.name = table_.needed_text(row, name_.name());
    made.nation = table_.text(row, "nation");
    made.region = table_.text(row, "region");
    read_its_tier(made, row);
    made.starts = day(row, starts_);
    made.ends = day(row, ends_);
    made.successors = listed(text(row, successors_));
    made.names = listed(text(row, names_));
    if (const auto official = text(row, official_); !official.empty() && official != made.name) made.names.emplace_back(official);
    std::erase(made.names, made.name);
    made.codes = listed(text(row, codes_));
    if (const auto key = text(row, own_key_); !key.empty()) keys_.emplace(key, made.code);
    if (!seen_.emplace(made.code, row.number).second) table_.fault(row, code_.name(), "this code stands here twice.");
    all_.push_back(std::move(made));
  }
  void read_its_tier(Authority& made, const Table::Row& row) {
    const auto found = text(row, tier_);
    if (found.empty()) return;
    if (const auto tier = read_tier(found)) made.tier = *tier;
    else
      table_.fault(row, tier_.name(),
                   "found " + kit::quoted(found) +
                       ". Type one of district, unitary, metropolitan, london, county, combined, elsewhere.");
  }
  void resolve(Authority& each) const {
    for (auto& code : each.successors)
      if (const auto key = keys_.find(code); key != keys_.end()) code = key->second;
  }
  std::string_view text(const Table::Row& row, const Named& column) const {
    return column ? table_.text(row, column.name()) : std::string_view();
  }
  std::optional<kit::Date> day(const Table::Row& row, const Named& column) {
    return text(row, column).empty() ? std::nullopt : table_.date(row, column.name());
  }

  Table& table_;
  Named code_, name_, tier_, starts_, ends_, successors_, names_, official_, codes_, own_key_;
  std::vector<Authority> all_;
  std::map<std::string, std::string, std::less<>> keys_;
  std::map<std::string, std::size_t> seen_;
};

}  // namespace

kit::Verdict<std::vector<Authority>> read_authorities(std::istream& in) {
  Table table(in, {});
  Reader reader(table);
  if (!table.good()) return table.faults();
  auto all = reader.read();
  if (!table.good()) return table.faults();
  return all;
}

kit::Verdict<std::vector<Authority>> read_new_codes(std::istream& in, std::vector<Authority> known) {
  Table table(in, {"oldcd", "newcd", "type"});
  if (!table.good()) return table.faults();
  std::int64_t given = 0;
  for (const auto& row : table.rows())
    if (table.text(row, "type") == "new_code") given += give(known, {table.text(row, "oldcd"), table.text(row, "newcd")});
  if (given > 0) return known;
  kit::Refusals no;
  no.add(
      "file",
      "No authority of the register got a new code by this file: every row of type new_code is known already, or of nobody in the register.");
  return no;
}

}  // namespace compare
