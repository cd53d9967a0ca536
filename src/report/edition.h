// An edition: a report as it was run, frozen. It is a draft at first; directors comment; it is signed off, and then published. A
// second run of the same period is another edition, with a reason and an approver; the first stays as it was.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "calendar/cycle.h"
#include "council/may.h"
#include "kit/verdict.h"
#include "report/document.h"
#include "report/pack.h"

namespace report {

struct EditionKey {
  std::string pack;
  calendar::Period period;
  int number = 1;
  std::string slug() const;  // "2025-26-q1-edition-2": in addresses, under the pack
  std::string path() const;  // "/reports/quarterly/2025-26-q1-edition-2"
  std::string words() const; // "2025/26 Q1", "2025/26 Q1, second edition"
  friend bool operator==(const EditionKey&, const EditionKey&) = default;
};
struct AskedEdition {
  calendar::Period period;
  int number = 0;  // 0: the newest
};
std::optional<AskedEdition> read_edition_slug(std::string_view slug);

enum class Doing : std::uint8_t { comment, signed_off, published };
std::string_view code(Doing doing);
std::optional<Doing> read_doing(std::string_view text);

struct Step {
  Doing doing = Doing::comment;
  std::string person;
  std::string words;
  kit::Moment at;
};

enum class State : std::uint8_t { draft, commented, signed_off, published };
std::string_view code(State state), words(State state);

struct Edition {
  EditionKey key;
  int pack_edition = 0;
  kit::Moment as_at;                          // the moment from which it looks back
  std::string reason, asked_by, approved_by;  // of a second run
  kit::Moment at;                             // when it was made
  std::vector<Step> steps;                    // in order

  State state() const;
  const Step* step(Doing doing) const;        // the last of its kind; null when there is none
};

kit::Verdict<Step> comment(const Edition& edition, std::string_view words, const council::Asker& by, kit::Moment now);
kit::Verdict<Step> sign_off(const Edition& edition, const council::Asker& by, kit::Moment now);
kit::Verdict<Step> publish(const Edition& edition, const council::Asker& by, kit::Moment now);

// Whether somebody may read it in full, or as the public does: published editions, and drafts for those who review them.
bool may_read(const Edition& edition, Form form, const council::Asker& asker);
std::string readable_address(const Edition& edition, const council::Asker& asker);  // of the full form, or of the public one

// -- words written for it ---------------------------------------------------------------------------------------------

struct Words {
  std::string slot;
  int edition = 1;
  std::string words;  // empty: taken back
  int exempt = 0;     // paragraph of Schedule 12A; 0: public
  std::string by;     // code of a person
  kit::Moment at;
};
// `newest`: the newest edition of the period; none before the run.
kit::Verdict<Words> write_words(const Edition* newest, const Slot& slot, std::string_view text, int exempt,
                                const council::Asker& by, kit::Moment now);

// -- a second run -----------------------------------------------------------------------------------------------------

struct Rerun {
  enum class Stage : std::uint8_t { asked, approved, refused };
  EditionKey key;  // of the edition it would make
  int step = 1;
  Stage stage = Stage::asked;
  std::string reason, asked_by, decided_by, said;
  kit::Moment at;
};
std::string_view code(Rerun::Stage stage);
std::optional<Rerun::Stage> read_rerun_stage(std::string_view text);

kit::Verdict<Rerun> ask_rerun(const Edition& newest, const std::optional<Rerun>& waiting, std::string_view reason,
                              const council::Asker& by, kit::Moment now);
enum class Decision : std::uint8_t { approve, refuse };
kit::Verdict<Rerun> decide(const std::optional<Rerun>& asked, Decision decision, std::string_view said,
                           const council::Asker& by, kit::Moment now);

// -- by the clock -----------------------------------------------------------------------------------------------------

struct DueRun {
  const Pack* pack = nullptr;
  calendar::Period period;
  kit::Moment at;
};
// What falls due after `from` and by `to`, in order of time. A pack that was made later, or reports no more, is passed over.
std::vector<DueRun> due_runs(const std::vector<Pack>& packs, const calendar::Cycles& cycles, kit::Moment from, kit::Moment to);
DueRun next_run(const Pack& pack, const calendar::Cycles& cycles, kit::Moment now);

}  // namespace report
