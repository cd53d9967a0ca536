#include "report/review_store.h"

#include <algorithm>

#include "kit/failure.h"
#include "kit/number.h"
#include "report/distribution_list_store.h"
#include "report/document_told.h"
#include "report/enclosure_store.h"

namespace report {
namespace {

std::string answer(const Edition& edition) {
  const auto comments = static_cast<int>(std::ranges::count(edition.steps, Doing::comment, &Step::doing));
  switch (edition.state()) {
    case State::draft: return "It has run and waits for comments and for a director to sign it off.";
    case State::commented:
      return "It has " + kit::in_words(comments) + (comments == 1 ? " comment" : " comments") +
             " and waits for a director to sign it off.";
    case State::signed_off: return "It is signed off and waits to be published.";
    case State::published: return "It is published.";
  }
  return {};
}

std::vector<SlotView> slots_of(kit::Transaction& tx, const Edition& edition, const council::Council& council) {
  const auto kept = load_document_as_it_ran(tx, edition.key, Form::full);
  const auto document = read_document(kept ? kept->json : "");
  if (!document) throw kit::Failure("The report " + edition.key.path() + " cannot be read. Run goldenthread check.");
  const auto words = load_words(tx, edition.key.pack, edition.key.period);
  std::vector<SlotView> slots;
  for (const auto& part : document->parts)
    for (const auto& block : part.blocks) {
      const auto* slot = std::get_if<Slot>(&block);
      if (!slot) continue;
      SlotView view{*slot, part.title, "", "", 0};
      if (const auto found = std::ranges::find(words, slot->name, &Words::slot); found != words.end() && !found->words.empty())
        view.words = found->words, view.who = person_words(council, found->by) + ", " + found->at.date().words(),
        view.exempt = found->exempt;
      slots.push_back(std::move(view));
    }
  return slots;
}

}  // namespace

bool ReviewView::is_newest() const {
  const auto* last = newest(found.editions, edition().key.pack, edition().key.period);
  return last && last->key == edition().key;
}

std::string person_words(const council::Council& council, const std::string& code) {
  const auto* person = council.person(code);
  if (!person) return code;
  return person->job.empty() ? person->name : person->job;
}

ReviewView review_view(kit::Transaction& tx, Asked asked, const council::Council& council) {
  ReviewView view;
  view.found = std::move(asked);
  const auto& edition = view.edition();
  view.answer = answer(edition);
  for (const auto& step : edition.steps) view.steps.push_back({&step, person_words(council, step.person)});
  view.slots = slots_of(tx, edition, council);
  view.rerun = load_rerun(tx, edition.key.pack, edition.key.period);
  if (view.rerun) view.asked_by = person_words(council, view.rerun->asked_by);
  view.most_enclosed = most_enclosed(council);
  view.lists = list_names(load_lists(tx), view.found.pack);
  return view;
}

}  // namespace report
