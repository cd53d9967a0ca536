#include "app/demo_reports.h"

#include "assess/picture_store.h"
#include "collect/cycle_store.h"
#include "council/council_store.h"
#include "council/record_store.h"
#include "report/distribution_list_store.h"
#include "report/document_told.h"
#include "report/pack_store.h"
#include "report/run_store.h"
#include "report/sign_off_store.h"

namespace app {
namespace {

using report::Doing;

struct Ran {
  std::string_view pack, period;
  enum class Then { waits, is_commented, is_signed_off, is_published } then = Then::is_published;
};
constexpr Ran runs[] = {
    {"state-of-the-district", "2024-25-h2"},
    {"quarterly", "2025-26-q1"},
    {"quarterly", "2025-26-q2"},
    {"leadership", "2025-26-q2", Ran::Then::is_commented},
    {"core", "2025-09"},
    {"finance-and-performance", "2025-09"},
    {"state-of-the-district", "2025-26-h1", Ran::Then::is_signed_off},
    {"annual-set", "2024-25"},
};

struct Wrote {
  std::string_view pack, period, slot, by, words;
};
constexpr Wrote written[] = {
    {"quarterly", "2025-26-q2", "paper.report_to", "i.greaves", "Corporate Scrutiny Committee"},
    {"quarterly", "2025-26-q2", "paper.meeting", "i.greaves", "18 November 2025"},
    {"quarterly", "2025-26-q2", "paper.author", "i.greaves",
     "Head of Performance and Strategy, performance@ambleford.example"},
    {"quarterly", "2025-26-q2", "paper.portfolio_holder", "i.greaves", "Portfolio holder for Modern council"},
    {"quarterly", "2025-26-q2", "paper.key_decision", "i.greaves", "No"},
    {"quarterly", "2025-26-q2", "paper.wards", "i.greaves", "All"},
    {"quarterly", "2025-26-q2", "paper.purpose", "i.greaves",
     "To show how the council did against its plan from July to September 2025, and what is being done where it fell short."},
    {"quarterly", "2025-26-q2", "paper.recommendations", "i.greaves",
     "- To note how the indicators stand.\n- To choose any indicator that the committee wants to look into at its next meeting."},
    {"quarterly", "2025-26-q2", "paper.reasons", "i.greaves",
     "The performance framework asks for a report each quarter, so that members can see where the plan is off course and ask why."},
    {"finance-and-performance", "2025-09", "money.words", "o.penhale",
     "Placements for children in care and temporary homes press on the budget. Recovery plans agreed in October count in the forecast from November."},
    {"core", "2025-09", "words.words", "h.okonjo",
     "Homelessness is the pressure of the autumn, as it was last year. The new placements team starts in October; the first effect on waits is expected by Christmas."},
};

kit::Moment after(kit::Moment runs, int days) { return {runs.seconds + days * 86400 + 10 * 3600}; }

class DemoReports {
 public:
  DemoReports(kit::Database& db, std::string data_folder, kit::Moment now) : db_(db), data_folder_(std::move(data_folder)), now_(now) {
    auto tx = db_.read();
    packs_ = report::load_packs(tx);
    cycles_ = collect::load_cycles(tx);
  }

  void run(const Ran& ran) {
    const auto* pack = report::find(packs_, ran.pack);
    const auto period = *calendar::read_slug(ran.period);
    const auto runs = calendar::window(calendar::of(cycles_, pack->frequency), period).runs;
    if (!picture_ || picture_->as_at != runs) picture_ = assess::load_picture(db_, runs, assess::Seen::from_the_past);
    report::Edition edition{{pack->code, period, 1}, pack->edition, runs, "", "", "", runs, {}};
    const auto frozen = report::composed(db_, *pack, picture_, period, data_folder_);

    auto tx = db_.write();
    report::keep(tx, edition, frozen, "goldenthread demo", now_);
    const auto record = write(tx, edition, runs);
    take(tx, edition, Ran::Then::is_commented, ran.then,
         {Doing::comment, "d.pemberton",
          "Please say in the notes on home care what the new contract changes, and from when.", after(runs, 3)},
         record);
    if (ran.then >= Ran::Then::is_signed_off) report::add_signed_documents(tx, edition, *council_of(), record);
    take(tx, edition, Ran::Then::is_signed_off, ran.then, {Doing::signed_off, "h.okonjo", "", after(runs, 6)}, record);
    take(tx, edition, Ran::Then::is_published, ran.then, {Doing::published, "i.greaves", "", after(runs, 7)}, record);
    tx.commit();
  }

  // The first quarter was run a second time, when figures that had been counted wrongly were right.
  void run_again() {
    const auto again = *kit::Moment::parse("2025-10-27T09:00:00Z");
    const auto* pack = report::find(packs_, "quarterly");
    const auto period = *calendar::read_slug("2025-26-q1");
    picture_ = assess::load_picture(db_, again, assess::Seen::from_the_past);
    report::Rerun rerun{
        {pack->code, period, 2},
        1,
        report::Rerun::Stage::asked,
        "Figures that were provisional in July are final now, and scrutiny returns to the first quarter on 4 November.",
        "i.greaves",
        "",
        "",
        {again.seconds - 86400}};
    report::Edition edition{rerun.key, pack->edition, again, rerun.reason, rerun.asked_by, "h.okonjo", again, {}};
    const auto frozen = report::composed(db_, *pack, picture_, period, data_folder_);

    auto tx = db_.write();
    report::keep(tx, edition, frozen, "goldenthread demo", now_);
    const auto record = write(tx, edition, again);
    report::add_rerun(tx, rerun, record);
    rerun.step = 2, rerun.stage = report::Rerun::Stage::approved, rerun.decided_by = "h.okonjo", rerun.at = again;
    report::add_rerun(tx, rerun, record);
    report::add_signed_documents(tx, edition, picture_->council, record);
    for (const auto& step : {report::Step{Doing::signed_off, "h.okonjo", "", after(again, 1)},
                             report::Step{Doing::published, "i.greaves", "", after(again, 2)}}) {
      report::add_step(tx, edition, step, record);
      edition.steps.push_back(step);
    }
    tx.commit();
  }

 private:
  const council::Council* council_of() const { return &picture_->council; }

  council::RecordId write(kit::Transaction& tx, const report::Edition& edition, kit::Moment runs) {
    const auto record = council::record(tx, {now_, "goldenthread demo", "report", edition.key.path(),
                                             "Its words and its review", "demo " + edition.key.path()})
                            .id;
    for (const auto& one : written)
      if (edition.key.pack == one.pack && edition.key.period == *calendar::read_slug(one.period))
        report::add_words(tx, edition.key.pack, edition.key.period,
                          {std::string(one.slot), 1, std::string(one.words), 0, std::string(one.by), after(runs, 4)},
                          record);
    return record;
  }

  static void take(kit::Transaction& tx, report::Edition& edition, Ran::Then from, Ran::Then upto, report::Step step,
                   council::RecordId record) {
    if (upto < from) return;
    report::add_step(tx, edition, step, record);
    edition.steps.push_back(std::move(step));
  }

  kit::Database& db_;
  std::string data_folder_;
  kit::Moment now_;
  std::vector<report::Pack> packs_;
  calendar::Cycles cycles_;
  std::shared_ptr<const assess::Picture> picture_;
};

// A committee that no report has yet: whoever tries the demo chooses it.
void add_list(kit::Database& db, kit::Moment now) {
  auto tx = db.write();
  const auto record = council::record(tx, {now, "goldenthread demo", "distribution list made",
                                           "Corporate Scrutiny Committee", "", "demo distribution list"})
                          .id;
  report::add_list(tx,
                   {0,
                    1,
                    "Corporate Scrutiny Committee",
                    {"c.crane", "h.okonjo"},
                    {"clerk@hollowbrook-parish.example"},
                    false,
                    "i.greaves",
                    now},
                   record);
  tx.commit();
}

}  // namespace

void begin_demo_reports(kit::Database& db, const std::string& data_folder, kit::Moment now) {
  DemoReports reports(db, data_folder, now);
  for (const auto& ran : runs) reports.run(ran);
  reports.run_again();
  add_list(db, now);
}

}  // namespace app
