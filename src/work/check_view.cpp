#include "work/check_view.h"

#include "assess/marks.h"
#include "kit/number.h"
#include "work/my_figures_view.h"
#include "work/seen_with.h"

namespace work {

std::string check_lede(const std::vector<ToCheck>& waiting, kit::Moment now) {
  if (waiting.empty()) return "Nothing waits for your check.";
  auto words = kit::in_words(static_cast<int>(waiting.size()));
  if (words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  auto said = words + (waiting.size() == 1 ? " figure waits" : " figures wait") + " for your check";
  std::optional<calendar::Window> first;
  for (const auto& one : waiting)
    if (one.due.entry.kind == collect::EntryKind::figure && one.due.window.is_open(now) &&
        (!first || one.due.window.runs < first->runs))
      first = one.due.window;
  return first ? said + ". The reports for " + first->period.words() + " run at " + first->run_words() + "." : said + ".";
}

std::string colour_change(const assess::Picture& picture, const assess::Kept& kept, const collect::Entry& entry) {
  const auto before = assess::judge(picture, kept, entry.period);
  if (before.period != entry.period || !before.figure) return {};
  const SeenWith after(picture, kept, entry);
  if (after.judgement.rating == before.rating) return {};
  return "The status of " + entry.period.words() + " changes from “" + std::string(assess::words(before.rating)) + "” to “" +
         std::string(assess::words(after.judgement.rating)) + "”.";
}

}  // namespace work
