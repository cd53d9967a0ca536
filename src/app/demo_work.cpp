#include "app/demo_work.h"

#include "app/demo_review.h"
#include "assess/picture_store.h"
#include "collect/entry_store.h"
#include "council/asker_store.h"
#include "council/record_store.h"
#include "exchange/ambleford_later.h"
#include "work/follow_store.h"
#include "work/gather_store.h"

namespace app {
namespace {

enum class Then { waits, is_checked, comes_back };

// Who was quick and who was not. What is not named here nobody has started.
struct Step {
  std::string_view code;
  unsigned entered_on;  // day of November 2025
  Then then = Then::waits;
  unsigned then_on = 0;
  std::string_view said = {};
};
constexpr Step steps[] = {
    {"AFL03", 12, Then::is_checked, 22},
    {"AFL05", 14},
    {"AFL08", 19, Then::comes_back, 22, "The note does not say why the figure moved. Please add what changed in October."},
    {"BBF02", 10, Then::is_checked, 22},
    {"BBF03", 17},
    {"BBF09", 20},
    {"BBF11", 13, Then::is_checked, 23},
    {"BBF13", 21},
    {"BBF15", 18, Then::comes_back, 23, "The denominator leaves out the cases that were carried over from September."},
    {"MPS04", 12},
    {"SAT02", 11, Then::is_checked, 22},
    {"SAT03", 20},
    {"SAT07", 23},
    {"SAT21", 19},
};

kit::Moment november(unsigned day, int hour) { return {kit::Moment::start_of(kit::Date::of(2025, 11, day)).seconds + hour * 3600}; }

class DemoWork {
 public:
  DemoWork(kit::Transaction& tx, const assess::Picture& picture, council::RecordId record) : tx_(tx), picture_(picture), record_(record) {}

  void take(const Step& step, const exchange::LaterFigure& later) {
    const auto* kept = picture_.find(step.code);
    if (!kept) return;
    const auto entered_at = november(step.entered_on, 14);
    const auto& definition = kept->in(later.period);
    auto due = work::gather(tx_, picture_, *kept, later.period, entered_at);
    if (!due) return;
    add(entered(*due, typed(later), person(definition.owner, entered_at), entered_at));
    if (step.then == Then::waits) return;

    const auto then_at = november(step.then_on, 10);
    due = work::gather(tx_, picture_, *kept, later.period, then_at);
    const auto checker = person(definition.checker, then_at);
    const auto seen = due->entry.edition;
    const auto next = step.then == Then::is_checked ? collect::approve(*due, seen, checker, then_at)
                                                    : collect::give_back(*due, seen, step.said, checker, then_at);
    if (next) add(*next);
  }

  const std::vector<collect::Entry>& changed() const { return changed_; }

 private:
  static std::string text(const std::optional<kit::Decimal>& number) { return number ? number->text() : std::string(); }

  static collect::Typed typed(const exchange::LaterFigure& later) {
    collect::Typed typed;
    typed.value = text(later.value);
    typed.numerator = text(later.numerator);
    typed.denominator = text(later.denominator);
    typed.deviation = text(later.deviation);
    typed.note = later.note.empty() ? "In line with September. Nothing unusual happened in October." : later.note;
    return typed;
  }

  council::Asker person(const std::string& code, kit::Moment at) { return council::asker_of(tx_, picture_.council, code, at.date()); }

  // A warning wants a reason; officers of the demo have looked.
  static std::optional<collect::Entry> entered(const collect::Due& due, collect::Typed typed, const council::Asker& by, kit::Moment at) {
    auto entered = collect::enter(due, typed, by, at);
    if (!entered) {
      for (const auto& refusal : entered.refusals().all())
        if (refusal.field.starts_with("reason-"))
          typed.reasons.emplace_back(refusal.field.substr(7), "Checked against the case system: the figure is right.");
      entered = collect::enter(due, typed, by, at);
    }
    return entered ? std::optional(*entered) : std::nullopt;
  }

  void add(const std::optional<collect::Entry>& entry) {
    if (!entry) return;
    collect::add_entries(tx_, std::span(&*entry, 1), record_);
    std::erase_if(changed_, [&](const auto& one) { return one.indicator == entry->indicator && one.period == entry->period; });
    changed_.push_back(*entry);
  }

  kit::Transaction& tx_;
  const assess::Picture& picture_;
  council::RecordId record_;
  std::vector<collect::Entry> changed_;  // the newest edition of each
};

}  // namespace

void begin_demo_work(kit::Database& db, kit::Moment now) {
  const auto picture = assess::load_picture(db, now);
  const auto later = exchange::ambleford_later();
  auto tx = db.write();
  council::Deed deed{now, "goldenthread demo", "entries", "October 2025", "What the demo's officers had entered by then", "demo work"};
  deed.moves = council::Moves::nothing;
  const auto recorded = council::record(tx, deed);

  DemoWork work(tx, *picture, recorded.id);
  for (const auto& step : steps)
    for (const auto& figure : later)
      if (figure.code == step.code) work.take(step, figure);
  work::follow(tx, *picture, work.changed(), now);
  begin_demo_review(tx, *picture, recorded.id);
  begin_demo_page_days(tx, *picture);
  tx.commit();
}

}  // namespace app
