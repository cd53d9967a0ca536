// The sheets Council and People against what is known.
#include "council/settings.h"
#include "exchange/council_rows.h"
#include "exchange/deciding_rows.h"
#include "kit/quote.h"

namespace exchange {
namespace {

using What = CouncilRow::What;

std::string lower(std::string_view text) {
  std::string low(text);
  for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return low;
}

class Settings {
 public:
  explicit Settings(Deciding& it) : it_(it) {
    for (const auto& setting : it.known.picture->council.settings) {
      CouncilRow row;
      row.code = setting.name;
      row.name = setting.value;
      known_.emplace(setting.name, KnownRow<CouncilRow>{row, setting.at});
    }
  }

  void decide(std::vector<CouncilRow*>& rows) {
    for (auto* row : rows) {
      row->code = lower(row->code);
      check(*row);
    }
    const auto found = known_.find(rows.front()->code);
    EditionsOf<CouncilRow>(it_, Sheet::council).decide(rows, found == known_.end() ? nullptr : &found->second, "setting",
        [&](const CouncilRow& row, kit::Moment at) { it_.changes.settings.push_back({row.code, row.name, at}); });
  }

 private:
  void check(const CouncilRow& row) {
    it_.fault(row.place, council::faults(row.code, row.name));
    if (!row.part_of.empty()) it_.fault(row.place, "part_of", found(row.part_of, "A setting is part of nothing. Leave it empty."));
    if (!row.head.empty()) it_.fault(row.place, "head", found(row.head, "Nobody heads a setting. Leave it empty."));
    if (row.gone) it_.fault(row.place, "gone", found("yes", "A setting does not go. Give it another value instead."));
  }

  Deciding& it_;
  std::unordered_map<std::string, KnownRow<CouncilRow>> known_;
};

class Units {
 public:
  explicit Units(Deciding& it) : it_(it) {
    for (const auto& unit : it.known.picture->council.units) {
      known_.emplace(unit.code, KnownRow<CouncilRow>{row_of(unit), unit.at});
      orders_.emplace(unit.code, unit.order);
      next_ = std::max(next_, unit.order + 1);
      will_be_[unit.code] = row_of(unit).what;
    }
    for (const auto& row : it.intake.council)
      if (row.what != What::setting)
        if (const auto* spelt = it.units.find(row.code)) will_be_[*spelt] = row.what;
  }

  void decide(std::vector<CouncilRow*>& rows) {
    for (auto* row : rows) {
      row->code = *it_.units.find(row->code);
      check(*row);
    }
    const auto found = known_.find(rows.front()->code);
    EditionsOf<CouncilRow>(it_, Sheet::council).decide(rows, found == known_.end() ? nullptr : &found->second, rows.back()->name,
        [&](const CouncilRow& row, kit::Moment at) { add(row, at); });
  }

 private:
  void check(CouncilRow& row) {
    if (row.what == What::directorate && !row.part_of.empty())
      return it_.fault(
          row.place, "part_of",
          found(row.part_of, "A directorate is part of nothing. Leave it empty, or make the row a service."));
    if (!it_.spell(row.part_of, it_.units, row.place, "part_of", "directorate") || row.part_of.empty()) return;
    if (will_be_[row.part_of] != What::directorate)
      it_.fault(row.place, "part_of", found(row.part_of, "This is a service. Give the code of a directorate."));
  }

  void add(const CouncilRow& row, kit::Moment at) {
    const auto [order, is_new] = orders_.try_emplace(row.code, next_);
    if (is_new) ++next_;
    const auto kind = row.what == What::directorate ? council::Unit::Kind::directorate : council::Unit::Kind::service;
    it_.changes.units.push_back({kind, row.code, row.name, row.part_of, row.head, order->second, at, row.gone});
  }

  Deciding& it_;
  std::unordered_map<std::string, KnownRow<CouncilRow>> known_;
  std::unordered_map<std::string, int> orders_;
  std::unordered_map<std::string, What> will_be_;
  int next_ = 0;
};

}  // namespace

void decide_council(Deciding& it) {
  Settings settings(it);
  Units units(it);
  auto groups = grouped(it.intake.council, [](const CouncilRow& row) {
    return (row.what == What::setting ? "setting " : "unit ") + upper(row.code);
  });
  for (auto& rows : groups) {
    if (rows.front()->what == What::setting) settings.decide(rows);
    else units.decide(rows);
  }
}

namespace {

// What somebody may do, reaches and gets letters about: changed by whoever may manage people, and by nobody's file.
void check_rights(Deciding& it, const PersonRow& row, const council::Person* before) {
  if (it.intake.by != Intake::By::team) return;
  const auto fault = [&](std::string_view column, std::string_view typed, const std::string& known) {
    it.fault(row.place, column,
             found(typed, "Only administrators change this. Leave it " +
                              (known.empty() ? "empty" : kit::quoted(known)) + ", or ask an administrator."));
  };
  const auto role = before ? before->role : council::Role::officer;
  if (row.role != role) fault("role", council::code(row.role), std::string(council::code(role)));
  if (!before) return;
  if (row.unit != before->unit) fault("unit", row.unit, before->unit);
  if (row.email != before->email) fault("email", row.email, before->email);
  if (row.gone != before->gone) fault("gone", row.gone ? "yes" : "", before->gone ? "yes" : "");
}

}  // namespace

void decide_people(Deciding& it) {
  std::unordered_map<std::string, KnownRow<PersonRow>> known;
  for (const auto& person : it.known.picture->council.people) {
    PersonRow row;
    static_cast<council::Person&>(row) = person;
    known.emplace(person.code, KnownRow<PersonRow>{row, person.at});
  }
  auto groups = grouped(it.intake.people, [](const PersonRow& row) { return upper(row.code); });
  for (auto& rows : groups) {
    for (auto* row : rows) {
      row->code = *it.people.find(row->code);
      it.spell(row->unit, it.units, row->place, "unit", "directorate or service");
      if (!row->email.empty() && row->email.find('@') == std::string::npos)
        it.fault(row->place, "email", found(row->email, "Type an address such as p.shah@council.gov.uk, or leave it empty."));
    }
    const auto found = known.find(rows.front()->code);
    EditionsOf<PersonRow>(it, Sheet::people).decide(rows, found == known.end() ? nullptr : &found->second,
        rows.back()->job.empty() ? rows.back()->name : rows.back()->job, [&](const PersonRow& row, kit::Moment at) {
          check_rights(it, row, found == known.end() ? nullptr : &found->second.row);
          it.changes.people.push_back(row);
          it.changes.people.back().at = at;
        });
  }
}

}  // namespace exchange
