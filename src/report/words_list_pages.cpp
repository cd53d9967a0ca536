#include "report/words_list_pages.h"

#include <algorithm>

#include "kit/number.h"
#include "parts/text.h"
#include "report/paper.h"

namespace report {
namespace {

using kit::Html;

bool is_open(const ReviewView& view) { return view.edition().state() < State::signed_off; }
bool is_of_the_paper(const SlotView& one) { return find_paper_line(one.slot.name) != nullptr; }
std::string title_of(const SlotView& one) { return one.slot.heading.empty() ? one.part : one.slot.heading; }

void written(Html& html, const SlotView& one) {
  if (!one.words.empty())
    parts::note(html, one.exempt > 0 ? "Not public, under " + paragraph_words(one.exempt) + "." : std::string(),
                one.words, one.who);
}

// The paper as one: how much of it is written, and its form.
void paper_line(Html& html, const ReviewView& view) {
  const auto all = std::ranges::count_if(view.slots, is_of_the_paper);
  if (all == 0 || !is_open(view)) return;
  const auto written = std::ranges::count_if(view.slots, [](const SlotView& one) { return is_of_the_paper(one) && !one.words.empty(); });
  parts::paragraph(html, [&] {
    parts::link(html, view.edition().key.path() + "/paper", written == 0 ? "Write the covering paper" : "Go on with the covering paper");
    html.text(": " + kit::in_words(static_cast<int>(written)) + " of its " + kit::in_words(static_cast<int>(all)) +
              " parts " + (written == 1 ? "is" : "are") + " written.");
  });
}

}  // namespace

void words_list(Html& html, const ReviewView& view) {
  parts::heading(html, "Words", "words");
  parts::paragraph(
      html,
      is_open(view)
          ? "Written by people, and part of the report once it is signed off. Places that are left empty are left out."
          : "Frozen when it was signed off.");
  paper_line(html, view);
  parts::terms(html, [&] {
    for (const auto& one : view.slots) {
      const bool can_be_written = is_open(view) && !is_of_the_paper(one);
      if (one.words.empty() && !can_be_written) continue;
      parts::term(html, title_of(one), [&] {
        written(html, one);
        if (can_be_written)
          parts::link(html, view.edition().key.path() + "/words/" + one.slot.name,
                      (one.words.empty() ? "Write: " : "Change: ") + title_of(one));
      });
    }
  });
}

}  // namespace report
