// What the page of a review tells: how far the edition has come, who did what, what the reader may do next, and a second run that waits.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "assess/picture.h"
#include "report/edition.h"
#include "report/shelf_store.h"

namespace report {

struct StepView {
  const Step* step = nullptr;
  std::string who;
};
template <class Teller>
void describe(Teller& t, const StepView& view) {
  t.field("step", view.step ? code(view.step->doing) : std::string_view());
  t.field("who", view.who);
  t.field("words", view.step ? view.step->words : std::string());
  t.field("at", view.step ? std::optional(view.step->at) : std::nullopt);
}

// One place for words, and what stands there so far.
struct SlotView {
  Slot slot;
  std::string part;  // the title of the section it stands in
  std::string words, who;
  int exempt = 0;
};

struct ReviewView {
  Asked found;
  std::string answer;
  std::vector<StepView> steps;
  std::vector<SlotView> slots;
  std::optional<Rerun> rerun;  // the newest that was asked for, of this period
  std::string asked_by;        // who asked for it
  std::string lists;           // the names of the lists that hear of it
  std::size_t most_enclosed = 0;  // bytes of a PDF that goes along with its letters; 0: none does

  const Edition& edition() const { return found.edition(); }
  bool is_newest() const;
  bool waits_for_a_decision() const { return rerun && rerun->stage == Rerun::Stage::asked; }
};
template <class Teller>
void describe(Teller& t, const ReviewView& view) {
  t.field("edition", view.edition().key.path());
  t.field("state", code(view.edition().state()));
  t.field("answer", view.answer);
  t.field("second_run", view.rerun ? code(view.rerun->stage) : std::string_view());
  t.field("second_run_reason", view.rerun ? view.rerun->reason : std::string());
  t.rows("steps", view.steps);
}

std::string person_words(const council::Council& council, const std::string& code);  // "Director of Place", else the name, else the code
ReviewView review_view(kit::Transaction& tx, Asked found, const council::Council& council);

}  // namespace report
