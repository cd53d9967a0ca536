// For tests of entries: one indicator of the waste service in the first quarter of 2025/26, the people about it, and what they
// type. The picture behind a Due is held here, since a Due only points into it.
#pragma once
#include <gtest/gtest.h>

#include <memory>

#include "collect/entry.h"

namespace collect::tests {

using calendar::Period;
using council::Asker;
using council::Role;
using kit::Decimal;

inline const Period q1 = Period::quarter({2025}, 1);

inline kit::Moment at(std::string_view iso) { return *kit::Moment::parse(iso); }
inline const kit::Moment in_time = at("2025-07-10T09:00:00Z"), in_check_week = at("2025-07-24T09:00:00Z"),
                         late = at("2025-07-30T09:00:00Z"), the_run = at("2025-07-31T23:00:00Z"),
                         after = at("2025-08-05T09:00:00Z");

inline Asker someone(std::string person, Role role = Role::officer) {
  Asker asker;
  asker.has_people = true;
  asker.open_to_read = false;
  asker.person = std::move(person);
  asker.role = role;
  asker.units = {"WASTE"};
  return asker;
}
inline Asker owner() { return someone("o.owner"); }
inline Asker checker() { return someone("c.checker", Role::service_manager); }

// Days to collect a missed bin, say: a plain number of one decimal, owned and checked.
struct Case {
  indicator::Definition definition;
  indicator::Target target;
  Figures figures;
  Entry entry;
  std::optional<Reopening> reopening;
  calendar::Cycle cycle = calendar::usual_cycle(calendar::Frequency::quarterly);
  std::optional<double> usual_low, usual_high;
  std::string status;
  bool has_target = false;

  Case() {
    definition.code = "WS01";
    definition.decimals = 1;
    definition.owner = "o.owner";
    definition.deputy = "d.deputy";
    definition.checker = "c.checker";
    definition.service = "WASTE";
  }
  Due due() const {
    Due due;
    due.definition = &definition;
    due.target = has_target ? &target : nullptr;
    due.figures = &figures;
    due.period = q1;
    due.cycle = cycle;
    due.window = calendar::window(cycle, q1);
    due.entry = entry;
    due.reopening = reopening;
    due.usual_low = usual_low;
    due.usual_high = usual_high;
    due.status = status;
    return due;
  }
  // A figure that is reported, of a quarter of 2024/25 or of this one.
  Case& with(const Period& period, std::string_view value, std::string note = "As planned.") {
    Figure figure;
    figure.period = period;
    figure.value = Decimal::parse(value);
    figure.note = std::move(note);
    figures.push_back(figure);
    return *this;
  }
  Case& with_entry(Stage stage, EntryKind kind = EntryKind::figure) {
    entry.period = q1;
    entry.edition = 1;
    entry.stage = stage;
    entry.kind = kind;
    entry.value = Decimal::whole(12);
    entry.note = "Two crews short in May.";
    entry.entered_by = entry.by = "o.owner";
    return *this;
  }
  Case& with_target(std::string_view value) {
    target.year = {2025};
    target.value = Decimal::parse(value);
    has_target = true;
    return *this;
  }
};

inline Typed typed(std::string value, std::string note = "Two crews were short in May, so rounds ran late.") {
  Typed typed;
  typed.value = std::move(value);
  typed.note = std::move(note);
  return typed;
}

inline std::string said(const kit::Refusals& no) {
  std::string text;
  for (const auto& refusal : no.all())
    text += (text.empty() ? "" : " | ") + (refusal.field.empty() ? "" : refusal.field + ": ") + refusal.sentence;
  return text;
}
template <class T>
std::string said(const kit::Verdict<T>& verdict) {
  return said(verdict.refusals());
}

}  // namespace collect::tests
