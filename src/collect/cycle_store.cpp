#include "collect/cycle_store.h"

#include <charconv>

#include "collect/cycle.sql.h"

namespace collect {
namespace {

using calendar::Cycle;

std::string days_written(const std::vector<int>& days) {
  std::string text;
  for (const int day : days) text += (text.empty() ? "" : " ") + std::to_string(day);
  return text;
}

std::vector<int> days_read(std::string_view text) {
  std::vector<int> days;
  while (!text.empty()) {
    int day = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), day);
    if (error != std::errc()) break;
    days.push_back(day);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.starts_with(' ')) text.remove_prefix(1);
  }
  return days;
}

Cycle read_cycle(const kit::Row& row) {
  const auto number = [&](std::size_t column) { return static_cast<int>(row.integer(column)); };
  Cycle cycle;
  const auto frequency = calendar::read_frequency(row.text(0));
  if (!frequency) throw kit::Failure("The database holds a frequency that is none: " + row.text(0));
  cycle.frequency = *frequency;
  cycle.enter_days = number(1);
  cycle.remind_days = days_read(row.text(2));
  cycle.check_from_day = number(3);
  cycle.check_to_day = number(4);
  cycle.run_months = number(5);
  cycle.run_day = number(6);
  cycle.run_midnight = row.text(7) == code(Cycle::Midnight::ends_day) ? Cycle::Midnight::ends_day : Cycle::Midnight::begins_day;
  cycle.outside_check_week = row.text(8) == code(Cycle::Outside::warn) ? Cycle::Outside::warn : Cycle::Outside::refuse;
  cycle.unchecked = row.text(9) == code(Cycle::Unchecked::report) ? Cycle::Unchecked::report : Cycle::Unchecked::hold;
  return cycle;
}

calendar::DayOfYear read_day(const std::string& text) {
  const auto day = calendar::read_day_of_year(text);
  if (!day) throw kit::Failure("The database holds a day of the year that is none: " + text);
  return *day;
}

Committee read_committee(const kit::Row& row) {
  const auto day = kit::Date::parse(row.text(4));
  if (!day) throw kit::Failure("The database holds a day that is none: " + row.text(4));
  return {row.integer(0),
          static_cast<std::int32_t>(row.integer(1)),
          row.text(2),
          calendar::Period::parse(row.text(3)),
          *day,
          row.integer(5) != 0,
          {row.integer(6)}};
}

}  // namespace

calendar::Cycles load_cycles(kit::Transaction& tx) {
  auto all = calendar::usual_cycles();
  tx.each(cycle_sql::cycles, {}, "titiiiittt", [&](const kit::Row& row) {
    auto cycle = read_cycle(row);
    all[static_cast<std::size_t>(cycle.frequency)] = std::move(cycle);
  });
  return all;
}

void add_cycle(kit::Transaction& tx, const Cycle& cycle, kit::Moment at, council::RecordId record) {
  tx.run(cycle_sql::add_cycle, {{"frequency", std::string(calendar::code(cycle.frequency))},
                                {"enter_days", std::int64_t(cycle.enter_days)},
                                {"remind_days", days_written(cycle.remind_days)},
                                {"check_from_day", std::int64_t(cycle.check_from_day)},
                                {"check_to_day", std::int64_t(cycle.check_to_day)},
                                {"run_months", std::int64_t(cycle.run_months)},
                                {"run_day", std::int64_t(cycle.run_day)},
                                {"run_midnight", std::string(code(cycle.run_midnight))},
                                {"outside_check_week", std::string(code(cycle.outside_check_week))},
                                {"unchecked", std::string(code(cycle.unchecked))},
                                {"at", at.seconds},
                                {"record", record}});
}

calendar::TargetCalendar load_target_calendar(kit::Transaction& tx) {
  calendar::TargetCalendar targets;
  tx.each(cycle_sql::target_calendar, {}, "tttt", [&](const kit::Row& row) {
    targets = {read_day(row.text(0)), read_day(row.text(1)), read_day(row.text(2)), read_day(row.text(3))};
  });
  return targets;
}

void add_target_calendar(kit::Transaction& tx, const calendar::TargetCalendar& targets, kit::Moment at, council::RecordId record) {
  tx.run(cycle_sql::add_target_calendar, {{"opens", targets.opens.text()},
                                          {"challenge_from", targets.challenge_from.text()},
                                          {"agreed_by", targets.agreed_by.text()},
                                          {"seals", targets.seals.text()},
                                          {"at", at.seconds},
                                          {"record", record}});
}

std::vector<Committee> load_committees(kit::Transaction& tx) {
  std::vector<Committee> all;
  tx.each(cycle_sql::committees, {}, "iitttii", [&](const kit::Row& row) { all.push_back(read_committee(row)); });
  return all;
}

std::int64_t add_committee(kit::Transaction& tx, const Committee& committee, council::RecordId record) {
  const auto id = committee.id > 0 ? committee.id : tx.number(cycle_sql::next_committee).value_or(1);
  tx.run(cycle_sql::add_committee, {{"id", id},
                                    {"name", committee.name},
                                    {"period", committee.period ? committee.period->iso() : std::string()},
                                    {"day", committee.day.iso()},
                                    {"gone", std::int64_t(committee.gone)},
                                    {"at", committee.at.seconds},
                                    {"record", record}});
  return id;
}

}  // namespace collect
