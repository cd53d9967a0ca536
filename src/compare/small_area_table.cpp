#include "compare/small_area_table.h"

#include <algorithm>
#include <set>

#include "assess/assess_table.h"
#include "kit/quote.h"

namespace compare {
namespace {

using assess::Table;

// "wd24cd" is wdcd.
std::string without_year(std::string_view column) {
  std::string made;
  for (const char c : column)
    if (c < '0' || c > '9') made += c;
  return made;
}

bool is_code(std::string_view text) {
  return text.size() == 9 && text[0] >= 'A' && text[0] <= 'Z' &&
         std::ranges::all_of(text.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

class Reader {
 public:
  Reader(Table& table, const Authorities& authorities, std::string own) : table_(table), authorities_(authorities), own_(std::move(own)) {
    code_ = column({"code", "ward_code", "area_code", "wdcd", "lsoacd", "msoacd", "oacd"});
    name_ = column({"name", "ward_name", "area_name", "wdnm", "lsoanm", "msoanm"});
    within_ = column({"within", "authority_code", "ladcd", "ltlacd", "utlacd", "ctyuacd"});
    if (code_.empty()) table.fault("The column code is missing. Name it code, or WD24CD as the Office for National Statistics does.");
    if (name_.empty() && code_ != column({"oacd"})) table.fault("The column name is missing. Name it name, or WD24NM.");
  }

  SmallAreas read() {
    for (const auto& row : table_.rows()) read(row);
    return std::move(made_);
  }

 private:
  std::string column(std::initializer_list<std::string_view> names) const {
    const auto all = table_.columns_but({});
    for (const auto name : names)
      for (const auto& each : all)
        if (each == name || without_year(each) == name) return each;
    return {};
  }

  void read(const Table::Row& row) {
    Authority area;
    area.tier = Tier::small;
    area.code = table_.needed_text(row, code_);
    area.name = table_.text(row, name_);
    if (area.name.empty()) area.name = area.code;
    area.within = within_.empty() ? own_ : std::string(table_.text(row, within_));
    if (area.within != own_) return void(++made_.elsewhere);
    area.starts = day(row, "starts");
    area.ends = day(row, "ends");
    const auto* known = authorities_.find(area.code);
    if (!is_code(area.code))
      table_.fault(row, code_,
                   "found " + kit::quoted(area.code) + ". Type a code of nine characters such as E05000001.");
    else if (known && !known->is_small()) table_.fault(row, code_, known->name + " is an authority of the register, and no small area.");
    else if (seen_.insert(area.code).second) made_.all.push_back(std::move(area));
  }
  std::optional<kit::Date> day(const Table::Row& row, std::string_view column) {
    return table_.text(row, column).empty() ? std::nullopt : table_.date(row, column);
  }

  Table& table_;
  const Authorities& authorities_;
  std::string own_, code_, name_, within_;
  SmallAreas made_;
  std::set<std::string> seen_;
};

}  // namespace

kit::Verdict<SmallAreas> read_small_areas(std::istream& in, const Authorities& authorities, const std::string& own) {
  Table table(in, {});
  Reader reader(table, authorities, own);
  if (!table.good()) return table.faults();
  auto read = reader.read();
  if (table.good() && read.all.empty())
    table.fault(read.elsewhere > 0 ? "None of its areas lies within " + own + ", the council’s own code."
                                   : "There is no row below the names of the columns.");
  if (!table.good()) return table.faults();
  return read;
}

}  // namespace compare
