#include "app/routes.h"

#include "app/cycle_pages.h"
#include "app/demo_pages.h"
#include "app/help_pages.h"
#include "app/why_not_pages.h"
#include "assess/board_pages.h"
#include "assess/formula_pages.h"
#include "assess/indicator_pages.h"
#include "assess/money_pages.h"
#include "assess/rebase_pages.h"
#include "assess/rules_pages.h"
#include "assess/set_pages.h"
#include "assess/thread_pages.h"
#include "assess/unit_pages.h"
#include "compare/areas_pages.h"
#include "compare/small_areas_pages.h"
#include "compare/comparators_pages.h"
#include "compare/compare_pages.h"
#include "compare/compute_pages.h"
#include "compare/counts_pages.h"
#include "compare/story_pages.h"
#include "compare/years_pages.h"
#include "compare/indicator_compared_pages.h"
#include "compare/lg_inform_pages.h"
#include "compare/mapping_list_pages.h"
#include "compare/mapping_pages.h"
#include "compare/neighbours_pages.h"
#include "council/account_pages.h"
#include "council/cover_pages.h"
#include "council/mail_pages.h"
#include "council/people_pages.h"
#include "council/record_pages.h"
#include "council/sign_in_pages.h"
#include "exchange/export_pages.h"
#include "exchange/import_pages.h"
#include "exchange/predecessors_pages.h"
#include "explore/boundaries_pages.h"
#include "explore/explorer_pages.h"
#include "explore/saved_views_pages.h"
#include "explore/standings_pages.h"
#include "explore/stands_out_pages.h"
#include "report/difference_pages.h"
#include "report/edition_pages.h"
#include "report/exceptions_pages.h"
#include "report/forms_pages.h"
#include "report/lists_pages.h"
#include "report/meeting_pages.h"
#include "report/pack_pages.h"
#include "report/paper_pages.h"
#include "report/reports_pages.h"
#include "report/review_pages.h"
#include "report/single_pages.h"
#include "report/words_pages.h"
#include "work/hand_over_pages.h"
#include "work/check_pages.h"
#include "work/entries_pages.h"
#include "work/calendar_pages.h"
#include "work/completion_pages.h"
#include "work/control_pages.h"
#include "work/corrections_pages.h"
#include "work/entry_pages.h"
#include "work/evidence_pages.h"
#include "work/many_pages.h"
#include "work/my_figures_pages.h"
#include "work/owners_pages.h"
#include "work/proposal_pages.h"
#include "work/quality_pages.h"
#include "work/set_review_pages.h"
#include "work/reopening_pages.h"
#include "work/target_pages.h"
#include "work/workbook_pages.h"

namespace app {

std::vector<council::Route> all_routes() {
  std::vector<council::Route> all;
  for (const auto* routes : {
           &assess::board_routes(),
           &report::exceptions_routes(),
           &report::reports_routes(),
           &report::pack_routes(),
           &report::lists_routes(),
           &report::section_routes(),
           &report::published_routes(),
           &report::edition_routes(),
           &report::forms_routes(),
           &report::difference_routes(),
           &report::meeting_routes(),
           &report::review_routes(),
           &report::words_routes(),
           &report::paper_routes(),
           &report::single_routes(),
           &assess::indicator_routes(),
           &compare::indicator_compared_routes(),
           &assess::formula_routes(),
           &assess::rebase_routes(),
           &assess::thread_routes(),
           &assess::unit_routes(),
           &assess::money_routes(),
           &assess::set_routes(),
           &assess::rules_routes(),
           &compare::compare_routes(),
           &compare::mapping_list_routes(),
           &compare::mapping_routes(),
           &compare::areas_routes(),
           &compare::small_areas_routes(),
           &compare::comparators_routes(),
           &compare::lg_inform_routes(),
           &compare::lg_choice_routes(),
           &compare::lg_key_routes(),
           &compare::neighbours_routes(),
           &explore::explorer_routes(),
           &explore::stands_out_routes(),
           &explore::standings_routes(),
           &explore::saved_views_routes(),
           &explore::boundaries_routes(),
           &compare::compute_routes(),
           &compare::counts_routes(),
           &compare::story_routes(),
           &compare::years_routes(),
           &council::sign_in_routes(),
           &council::account_routes(),
           &council::factor_routes(),
           &council::people_routes(),
           &council::person_routes(),
           &work::my_figures_routes(),
           &work::entry_routes(),
           &work::entries_routes(),
           &work::many_routes(),
           &work::workbook_routes(),
           &work::check_routes(),
           &work::calendar_routes(),
           &work::completion_routes(),
           &work::control_routes(),
           &work::reopening_routes(),
           &work::proposal_routes(),
           &work::propose_routes(),
           &work::target_routes(),
           &work::set_review_routes(),
           &work::set_seal_routes(),
           &work::set_change_routes(),
           &work::set_look_routes(),
           &work::corrections_routes(),
           &work::quality_routes(),
           &work::evidence_routes(),
           &exchange::import_routes(),
           &exchange::predecessors_routes(),
           &exchange::export_routes(),
           &cycle_routes(),
           &work::hand_over_routes(),
           &work::owners_routes(),
           &council::cover_routes(),
           &council::record_routes(),
           &council::mail_routes(),
           &demo_routes(),
           &help_routes(),
           &why_not_routes(),
       })
    all.insert(all.end(), routes->begin(), routes->end());
  return all;
}

}  // namespace app
