// For tests: a small council that is known already, and files in one line each.
#pragma once
#include <memory>
#include <string>

#include "exchange/changes.h"
#include "exchange/intake.h"
#include "kit/quote.h"

namespace exchange::tried {

inline kit::Date day(std::string_view iso) { return *kit::Date::parse(iso); }
inline kit::Moment on(std::string_view iso) { return kit::Moment::start_of(day(iso)); }
inline const kit::Moment today = on("2025-08-01");

inline indicator::Definition definition(indicator::IndicatorId id, std::string code) {
  indicator::Definition d;
  d.indicator = id;
  d.code = std::move(code);
  d.title = "Title of " + d.code;
  d.at = on("2023-04-01");
  d.applies_from = day("2023-04-01");
  d.frequency = calendar::Frequency::monthly;
  d.unit = "%";
  d.decimals = 1;
  d.multiplier = kit::Decimal::whole(100);
  return d;
}

inline collect::Figure figure(int month, std::string_view value, std::string_view note = "") {
  collect::Figure f;
  f.indicator = 1;
  f.period = calendar::Period::month(2025, month);
  f.value = kit::Decimal::parse(value);
  f.note = note;
  f.at = on("2025-07-15");
  return f;
}

// Directorate PLACE with service PLANNING, p.shah, framework PLAN with priority HOMES, and indicators HO1 (per cent, monthly,
// with April and May 2025 known) and CTX1, which is contextual.
inline std::shared_ptr<assess::Picture> council() {
  auto picture = std::make_shared<assess::Picture>();
  const auto at = on("2023-04-01");
  using council::Unit;
  picture->council.settings = {{"name", "Testford", at}};
  picture->council.units = {{Unit::Kind::directorate, "PLACE", "Place", "", "Director of Place", 0, at, false},
                            {Unit::Kind::service, "PLANNING", "Planning", "PLACE", "", 1, at, false}};
  picture->council.people = {{"p.shah", "Priya Shah", "Planning officer", "", council::Role::officer, "PLANNING", at, false}};
  picture->plan.frameworks = {{"PLAN", "Council plan", {"vision", "commitment"}, 0, at, false}};
  picture->plan.priorities = {{"HOMES", "PLAN", "vision", "Good homes", "", "", "", 0, at, false}};
  picture->plan.lines = {{1, "HOMES", at, false}};
  assess::Kept homes{1, {definition(1, "HO1")}, {}, {}, {}, {figure(4, "92.5", "Two crews short."), figure(5, "93")}};
  auto context = definition(2, "CTX1");
  context.kind = indicator::Kind::contextual;
  picture->indicators = {homes, {2, {context}, {}, {}, {}, {}}};
  assess::index(*picture);
  return picture;
}

inline File csv(std::string name, std::string text) { return {std::move(name), std::move(text), {}}; }

inline kit::Verdict<Changes> decided(const Files& files, std::shared_ptr<assess::Picture> picture = council(), std::string own_area = "",
                                     Intake::By by = Intake::By::machine) {
  auto intake = read_files(files);
  if (intake.unreadable) return intake.faults.all();
  intake.own_area = std::move(own_area);
  intake.by = by;
  return decide(std::move(intake), {std::move(picture), {}, {}}, today);
}

// Every refusal on a line of its own; empty when there is none.
inline std::string said(const kit::Verdict<Changes>& verdict) {
  std::string all;
  for (const auto& refusal : verdict.refusals().all()) all += refusal.field + ": " + refusal.sentence + "\n";
  return all;
}

}  // namespace exchange::tried
