// The queries of the check that answer by themselves, each with the sentence that it makes. Inside the folder only.
#pragma once
#include <string_view>

#include "app/integrity.sql.h"
#include "app/integrity_editions.sql.h"
#include "app/integrity_names.sql.h"
#include "kit/query.h"

namespace app {

namespace sql = integrity_sql;

// A query that lists things, and what is wrong with each.
struct Wrong {
  const kit::Query& query;
  std::string_view before, after;
};
inline const Wrong wrongs[] = {
    {sql::soundness, "The database file is damaged: ", "."},
    {sql::empty_records, "Record ", " says that something was saved, but nothing that is stored carries its number."},
    {sql::indicators_without_definition, "Indicator ", " has no definition."},
    {sql::same_codes, "More than one indicator in force is called ", "."},
    {sql::ranges_upside_down, "The ", " runs from a higher number to a lower."},
    {sql::denominators_below_zero, "The ", " has a denominator below zero."},
    {sql::not_exact, "The ", " holds something that is not an exact number."},
    {sql::not_as_entered, "The ", " is not what was entered and checked."},
    {sql::own_checks, "The ", " was checked by the person who entered it."},
    {sql::own_agreements, "The ", " was agreed by the person who proposed it."},
    {sql::computed_and_entered, "The ", " is computed, and yet somebody has entered it."},
    {sql::own_set_agreements, "The ", " was agreed by the person who proposed it."},
    {sql::changed_after_seal, "The ", " was changed after its set was sealed."},
    {sql::half_reports, "The report ", " does not hold what an edition holds."},
    {sql::published_unsigned, "The report ", " was published, and nobody had signed it off."},
    {sql::seals_without_changes, "The set of the year that begins in ", " was sealed, but nothing was carried out with it."},
};

// A query that lists things and what they name, which is not there.
struct Missing {
  const kit::Query& query;
  std::string_view names;
};
inline const Missing missings[] = {
    {sql::foreign_keys, " belongs to something that is not there, in table "},
    {integrity_names_sql::unit_part_of, " is part of a directorate that is not there: "},
    {integrity_names_sql::person_unit, " belongs to a unit that is not there: "},
    {integrity_names_sql::money_unit, " is of a directorate or service that is not there: "},
    {integrity_names_sql::priority_framework, " stands in a framework that is not there: "},
    {integrity_names_sql::priority_part_of, " stands under a priority that is not there: "},
    {integrity_names_sql::priority_level, " stands on a level that its framework does not have: "},
    {integrity_names_sql::line_priority, " stands on a priority that is not there: "},
    {integrity_names_sql::definition_service, " belongs to a service that is not there: "},
    {integrity_names_sql::definition_people, " names a person who is not there: "},
    {integrity_names_sql::rating_rule_person, " was set by a person who is not there: "},
    {integrity_names_sql::figure_person, " was entered by a person who is not there: "},
    {integrity_names_sql::entry_person, " names a person who is not there: "},
    {integrity_names_sql::cover_people, " names a person who is not there: "},
    {integrity_names_sql::round_people, " names a person who is not there: "},
    {integrity_names_sql::account_person, " belongs to a person who is not there: "},
    {integrity_names_sql::comparator_area, " is of an area that is not there: "},
};

inline const kit::Query* const editions[] = {
    &integrity_editions_sql::setting_editions,
    &integrity_editions_sql::authority_editions,
    &integrity_editions_sql::small_area_editions,
    &integrity_editions_sql::rating_rule_editions,
    &integrity_editions_sql::unit_editions,
    &integrity_editions_sql::person_editions,
    &integrity_editions_sql::framework_editions,
    &integrity_editions_sql::priority_editions,
    &integrity_editions_sql::line_editions,
    &integrity_editions_sql::definition_editions,
    &integrity_editions_sql::target_editions,
    &integrity_editions_sql::figure_editions,
    &integrity_editions_sql::area_editions,
    &integrity_editions_sql::comparator_figure_editions,
    &integrity_editions_sql::reach_editions,
    &integrity_editions_sql::cover_editions,
    &integrity_editions_sql::cycle_editions,
    &integrity_editions_sql::target_calendar_editions,
    &integrity_editions_sql::committee_editions,
    &integrity_editions_sql::entry_editions,
    &integrity_editions_sql::reopening_editions,
    &integrity_editions_sql::proposal_editions,
    &integrity_editions_sql::proposed_target_editions,
    &integrity_editions_sql::challenge_editions,
    &integrity_editions_sql::set_change_editions,
    &integrity_editions_sql::control_check_editions,
    &integrity_editions_sql::rebase_editions,
    &integrity_editions_sql::mapping_editions,
    &integrity_editions_sql::year_meaning_editions,
    &integrity_editions_sql::lg_inform_choice_editions,
    &integrity_editions_sql::published_counts_editions,
    &integrity_editions_sql::comparison_words_editions,
    &integrity_editions_sql::comparator_group_editions,
    &integrity_editions_sql::money_editions,
    &integrity_editions_sql::report_pack_editions,
    &integrity_editions_sql::distribution_list_editions,
    &integrity_editions_sql::report_editions,
    &integrity_editions_sql::report_words_editions,
    &integrity_editions_sql::report_step_editions,
};

}  // namespace app
