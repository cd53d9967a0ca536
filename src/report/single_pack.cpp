#include "report/single_pack.h"

#include "assess/judgement.h"

namespace report {
namespace {

Section section(std::string name, Shows shows, std::string title, Choice choice, Grouping by = Grouping::none) {
  return {std::move(name), shows, std::move(title), std::move(choice), by, 0};
}

// A short name for an address, of a reference in whatever letters.
std::string short_name(std::string_view reference) {
  std::string name;
  for (const char c : reference) {
    if (c >= 'A' && c <= 'Z') name += static_cast<char>(c + 32);
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) name += c;
    else if (!name.empty() && name.back() != '-') name += '-';
  }
  while (name.ends_with('-')) name.pop_back();
  return name.substr(0, 30);
}

Pack begun(std::string_view reference, std::string title, std::string purpose, calendar::Frequency frequency) {
  Pack pack;
  pack.code = short_name(reference);
  pack.title = std::move(title);
  pack.purpose = std::move(purpose);
  pack.audience = "Whoever asks for it";
  pack.frequency = frequency;
  return pack;
}

const std::string* indicator_of(const Pack& pack) {
  for (const auto& one : pack.sections)
    if (!one.choice.indicator.empty()) return &one.choice.indicator;
  return nullptr;
}

}  // namespace

Pack pack_of(const indicator::Definition& d) {
  auto pack =
      begun(d.code, d.code + " " + d.title,
            "Everything about one indicator: how it stands, every period, its targets and what it means.", d.frequency);
  const Choice one{.indicator = d.code};
  pack.sections = {section("words", Shows::words, "In short", {}),
                   section("stands", Shows::charts, "How it stands", one),
                   section("process", Shows::process, "Signal or chance", one),
                   section("thread", Shows::thread, "Golden thread", one),
                   section("others", Shows::comparison, "Compared with others", one),
                   section("history", Shows::history, "Every period", one),
                   section("definition", Shows::definitions, "Definition", one)};
  return pack;
}

Pack pack_of(const council::Unit& unit) {
  auto pack = begun(unit.code + "-finance-and-performance", "Finance and performance: " + unit.name,
                    "Money and performance of " + unit.name + ", read together.", calendar::Frequency::monthly);
  const Choice all{.directorate = unit.code}, core{.kinds = {indicator::Kind::core}, .directorate = unit.code};
  pack.sections = {section("words", Shows::words, "In short", {}),
                   section("money", Shows::money, "Money", all),
                   section("summary", Shows::summary, "Performance by priority", all, Grouping::priority),
                   section("exceptions", Shows::exceptions, "What needs attention", all),
                   section("core", Shows::indicators, "Core indicators", core),
                   section("indicators", Shows::indicators, "All indicators by priority", all, Grouping::priority),
                   section("awaited", Shows::awaited, "Figures that are awaited", all)};
  return pack;
}

std::optional<Pack> pack_about(std::string_view what, const assess::Picture& picture) {
  constexpr std::string_view indicator = "indicator:", directorate = "directorate:";
  if (what.starts_with(indicator)) {
    const auto* kept = picture.find(what.substr(indicator.size()));
    return kept ? std::optional(pack_of(kept->now())) : std::nullopt;
  }
  if (!what.starts_with(directorate)) return std::nullopt;
  const auto* unit = picture.council.unit(what.substr(directorate.size()));
  return unit && unit->kind == council::Unit::Kind::directorate && !unit->gone ? std::optional(pack_of(*unit)) : std::nullopt;
}

calendar::Period newest_period(const assess::Picture& picture, const Pack& pack) {
  const auto* code = indicator_of(pack);
  const auto* kept = code ? picture.find(*code) : nullptr;
  return kept && !kept->figures.empty() ? kept->figures.back().period : assess::newest_quarter(picture);
}

}  // namespace report
