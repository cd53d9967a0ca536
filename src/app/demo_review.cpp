#include "app/demo_review.h"

#include "assess/page_days_store.h"
#include "assess/set_review_store.h"
#include "council/asker_store.h"

namespace app {
namespace {

using assess::ReviewChange;
using collect::ProposalStep;
using Kind = assess::SetChangeKind;
constexpr std::size_t opened_but_every = 29;  // of so many indicators one page is opened by nobody

using Content = std::vector<std::pair<std::string, std::string>>;

// Proposed on a day of November 2025, and what came of it two days later.
struct Change {
  unsigned day;
  std::string_view by;
  Kind kind;
  std::string_view code;
  Content content;
  std::string_view reason;
  std::string_view decided_by = {};
  ProposalStep step = ProposalStep::agree;
  std::string_view said = {};
};

// The first waits in the service for special needs and the second in highways: the tests of rights try them.
std::vector<Change> changes() {
  return {
      {10,
       "f.aziz",
       Kind::redefined,
       "BBF25",
       {{"meaning",
         "What the council spends on taking a pupil to school, with personal travel budgets and travel training, divided by the pupils taken."},
        {"breaks_series", "yes"}},
       "Since September families can take a personal travel budget. The cost of those pupils is not in the figure, so it falls while spending rises."},
      {11,
       "a.prosser",
       Kind::removed,
       "SAT18",
       {},
       "The survey of paths is done once in five years from 2026. Half-yearly figures would be guesses."},
      {11,
       "k.benali",
       Kind::removed,
       "GSE09",
       {},
       "On target in every period since it began. Chargers are now put in by private companies, and the council no longer acts on the figure."},
      {12,
       "k.benali",
       Kind::removed,
       "MPS25",
       {},
       "Nine in ten requests are online. Whether they are settled is what matters, and MPS03 says it.",
       "i.greaves"},
      {12,
       "f.gilchrist",
       Kind::split,
       "SAT31",
       {{"part1_title", "Noise complaints answered in three days"},
        {"part1_meaning", "Complaints about noise that were answered within three working days."},
        {"part2_code", "SAT49"},
        {"part2_title", "Other nuisance complaints answered in three days"},
        {"part2_meaning",
         "Complaints about smoke, smells, light and waste that were answered within three working days."}},
       "Noise is answered by the night team, everything else by day. One figure hides which of them falls behind.",
       "k.orme"},
      {13,
       "j.makepeace",
       Kind::moved,
       "SAT28",
       {{"service", "HOMELESS"}, {"priority", "SP-HOMELESS"}},
       "The empty homes officer joins Housing options in April.",
       "i.greaves"},
      {13,
       "k.benali",
       Kind::renumbered,
       "MPS31",
       {{"code", "MPS05B"}},
       "It is the council tax twin of MPS05 and stood apart from it in each report.",
       "i.greaves"},
      {14,
       "k.benali",
       Kind::added,
       "",
       {{"code", "SAT50"},
        {"title", "Council homes brought up to energy rating C"},
        {"meaning", "Council homes whose energy rating rose to C or better in the quarter."},
        {"why_it_matters",
         "Cold homes make people ill, and heating them is the largest part of the district’s emissions that the council decides alone."},
        {"kind", "service"},
        {"priority", "SP-LANDLORD"},
        {"frequency", "quarterly"},
        {"polarity", "high_good"},
        {"unit", ""},
        {"decimals", "0"},
        {"aggregation", "sum"},
        {"source", "Asset register"},
        {"service", "LANDLORD"},
        {"owner", "j.speight"},
        {"checker", "m.tuffnell"}},
       "The plan promises warm council homes, and nothing counts them.",
       "i.greaves"},
      {17,
       "m.tuffnell",
       Kind::merged,
       "SAT22",
       {{"others", "SAT20"}, {"title", "Repairs to council homes done on time"}},
       "One figure for all repairs would be easier to read.",
       "d.ackroyd",
       ProposalStep::refuse,
       "Tenants wait for urgent repairs without heat or water. Members want to see them by themselves."},
  };
}

kit::Moment november(unsigned day) { return {kit::Moment::start_of(kit::Date::of(2025, 11, day)).seconds + 11 * 3600}; }

ReviewChange typed(const assess::Review& review, const Change& change) {
  ReviewChange made;
  made.year = review.year;
  made.kind = change.kind;
  made.content = change.content;
  made.reason = change.reason;
  const auto* kept = review.picture.find(change.code);
  if (!kept) return made;
  made.indicator = kept->id;
  if (change.kind == Kind::redefined)
    for (const auto& field : collect::fields_of(kept->now()))
      if (made.text(field.name).empty()) made.content.emplace_back(field.name, field.now);
  return made;
}

}  // namespace

void begin_demo_page_days(kit::Transaction& tx, const assess::Picture& picture) {
  std::vector<assess::PageDay> days;
  for (unsigned month = 6; month <= 11; ++month)
    for (const unsigned day : {3u, 17u})
      for (std::size_t i = 0; i < picture.indicators.size(); ++i)
        if (i % opened_but_every != opened_but_every / 2) days.push_back({picture.indicators[i].id, kit::Date::of(2025, month, day)});
  assess::add_page_days(tx, days);
}

void begin_demo_review(kit::Transaction& tx, const assess::Picture& picture, council::RecordId record) {
  assess::Review review{picture, {2026}, {}, {}};
  const auto person = [&](std::string_view code, kit::Moment at) {
    return council::asker_of(tx, picture.council, std::string(code), at.date());
  };
  for (const auto& change : changes()) {
    const auto at = november(change.day), then = november(change.day + 2);
    auto proposed = assess::propose(review, typed(review, change), person(change.by, at), at);
    if (!proposed) continue;
    (*proposed).id = assess::add_review_change(tx, *proposed, record);
    review.changes.push_back(*proposed);
    if (change.decided_by.empty()) continue;
    const auto decided = assess::decide(review, *proposed, change.step, change.said, person(change.decided_by, then), then);
    if (!decided) continue;
    assess::add_review_change(tx, *decided, record);
    review.changes.back() = *decided;
  }
}

}  // namespace app
