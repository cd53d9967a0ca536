// The workbench of one target: what is known of the indicator, what the target that is looked at would mean, what else could be
// proposed, and what was said so far.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "assess/target_offers.h"
#include "parts/chart.h"
#include "work/target_round.h"

namespace work {

// Which target is looked at: one that somebody tries, one of the menu, what is proposed, or what stands from the year before.
struct Looking {
  std::string target, low, high;  // as typed; in the address `target`, `from` and `to`
  std::string offer;              // its code
  int step = assess::usual_step;

  bool any() const { return !target.empty() || !low.empty() || !high.empty() || !offer.empty(); }
};

struct OfferLine {
  assess::Offer offer;
  std::string written, chance_words;
  std::optional<double> chance;
  bool is_inside_noise = false;
};
template <class Teller>
void describe(Teller& t, const OfferLine& line) {
  t.field("offer", line.offer.code);
  t.field("what", line.offer.label);
  t.field("target", line.offer.value);
  t.field("chance", line.chance);
  t.field("in_words", line.chance_words);
  t.field("inside_the_noise", line.is_inside_noise);
  t.field("why", line.offer.why);
}

struct PastLine {
  std::string year, target, outturn, rating;
};
template <class Teller>
void describe(Teller& t, const PastLine& line) {
  t.field("year", line.year);
  t.field("target", line.target);
  t.field("came_to", line.outturn);
  t.field("rating", line.rating);
}

struct StepLine {
  std::string at, who, step, target, said;
};
template <class Teller>
void describe(Teller& t, const StepLine& line) {
  t.field("at", line.at);
  t.field("who", line.who);
  t.field("step", line.step);
  t.field("target", line.target);
  t.field("said", line.said);
}

struct Workbench {
  assess::TargetFacts facts;
  collect::InRound round;
  std::optional<indicator::Target> looked_at;
  collect::TypedTarget typed;            // the same, ready for the form
  bool is_trial = false;                 // it is neither proposed nor in force
  bool was_asked = false;                // somebody tries it
  int step = assess::usual_step;         // of the menu: so much better than last year
  assess::TargetMeaning meaning;
  kit::Refusals no;                      // of what was typed to be tried
  std::vector<OfferLine> offers;
  std::vector<PastLine> past;
  std::vector<StepLine> history;         // what was proposed, asked and decided; oldest first
  std::string others_words;
  std::string this_year;                 // what the year before is expected to come to; empty when that is not known

  const indicator::Definition& definition() const { return facts.definition(); }
};
template <class Teller>
void describe(Teller& t, const Workbench& view) {
  t.field("indicator", view.definition().code);
  t.field("title", view.definition().title);
  t.field("year", view.round.year.words());
  t.field("in_short", view.meaning.sentence);
  t.field("chance", view.meaning.chance);
  t.field("inside_the_noise", view.meaning.is_inside_noise);
  t.list("remarks", view.meaning.remarks);
  t.list("past_targets", view.past);
  t.list("history", view.history);
  t.rows("offers", view.offers);
}

Workbench workbench(const assess::Picture& picture, const assess::Kept& kept, collect::InRound round,
                    assess::Others others, const Looking& looking);

// Past figures with their limits, the forecast in words, and the target that is looked at in the year to come.
parts::Chart workbench_chart(const assess::Picture& picture, const Workbench& view);

}  // namespace work
