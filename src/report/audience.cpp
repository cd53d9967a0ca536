#include "report/audience.h"

#include <algorithm>

namespace report {
namespace {

using assess::Exception;
using assess::Trigger;
using indicator::Kind;

bool everything(const Exception&) { return true; }
Kind kind(const Exception& one) { return one.judgement->definition->kind; }

bool for_leadership(const Exception& one) { return kind(one) == Kind::core || kind(one) == Kind::organisational_health; }

bool got_worse(const Exception& one) {
  return one.judgement->direction == assess::Direction::worsening || one.has(Trigger::concern) ||
         one.has(Trigger::worsened) || one.has(Trigger::others);
}
bool for_scrutiny(const Exception& one) { return kind(one) == Kind::core || got_worse(one); }

constexpr std::array<Audience, 4> all = {{
    {"", "Everything", "Every indicator with a warning, of every kind.", everything},
    {"leadership", "Leadership", "Core and organisational health indicators with a warning.", for_leadership},
    {"service", "A service", "Everything with a warning within one service or directorate, management indicators too.", everything},
    {"scrutiny", "Scrutiny", "Core indicators with a warning, and every other one that got worse.", for_scrutiny},
}};

}  // namespace

const std::array<Audience, 4>& audiences() { return all; }

const Audience& audience(std::string_view code) {
  const auto found = std::ranges::find(all, code, &Audience::code);
  return found == all.end() ? all.front() : *found;
}

}  // namespace report
