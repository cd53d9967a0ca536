#include "exchange/header.h"

#include <algorithm>

#include "kit/quote.h"

namespace exchange {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto swap = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, swap});
    }
  }
  return row[b.size()];
}

int place_of(const std::string& name, const std::vector<ColumnName>& names) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (normal_name(names[i].name) == name) return static_cast<int>(i);
  if (name == "measure") return place_of("indicator", names);
  if (name == "frommeasure") return place_of("fromindicator", names);
  return Header::no_column;
}

std::string and_list(const std::vector<std::string_view>& names) {
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i)
    all += std::string(i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + std::string(names[i]);
  return all;
}

}  // namespace

std::string normal_name(std::string_view name) {
  std::string normal;
  for (const char c : trimmed(name)) {
    if (c == ' ' || c == '_' || c == '\n' || c == '\r' || c == '*') continue;
    normal.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  return normal;
}

std::string_view nearest(std::string_view name, const std::vector<std::string_view>& known) {
  const auto normal = normal_name(name).substr(0, 60);
  std::string_view best;
  std::size_t least = std::max<std::size_t>(2, normal.size() / 3) + 1;
  for (const auto candidate : known) {
    const auto far = distance(normal, normal_name(candidate));
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best;
}

Fit fit(const std::vector<std::string>& cells, Sheet sheet) {
  const auto names = column_names(sheet);
  Fit fit;
  fit.header.has.assign(names.size(), false);
  for (const auto& cell : cells) {
    const auto name = normal_name(cell);
    const int place = name.empty() ? Header::no_column : place_of(name, names);
    if (!name.empty() && place == Header::no_column) fit.unknown.push_back(cell);
    if (place != Header::no_column && fit.header.has[place]) fit.twice.push_back(cell);
    if (place != Header::no_column) fit.header.has[place] = true;
    fit.header.columns.push_back(place);
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i].need == Need::must && !fit.header.has[i]) fit.missing.push_back(names[i].name);
  return fit;
}

std::vector<std::string> faults(const Fit& fit, Sheet sheet) {
  std::vector<std::string> all;
  const auto names = column_names(sheet);
  std::vector<std::string_view> free;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!fit.header.has[i]) free.push_back(names[i].name);
  for (const auto& name : fit.unknown) {
    const auto near = nearest(name, free);
    all.push_back("found the column " + kit::quoted(name) + ", which the sheet " + std::string(exchange::name(sheet)) +
                  " does not have. " + (near.empty() ? "Take it out." : "Is it " + std::string(near) + "? If not, take it out."));
  }
  for (const auto& name : fit.twice) all.push_back("found the column " + kit::quoted(name) + " twice. Take one out.");
  if (!fit.missing.empty())
    all.push_back("the column" + std::string(fit.missing.size() > 1 ? "s " : " ") + and_list(fit.missing) +
                  (fit.missing.size() > 1 ? " are" : " is") + " missing. Add " + (fit.missing.size() > 1 ? "them." : "it."));
  return all;
}

}  // namespace exchange
