#include "report/next_step_pages.h"

#include "kit/secret.h"
#include "parts/form.h"
#include "parts/text.h"

namespace report {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Refusals;

bool may(const Desk& desk, May what) { return !council::why_not(what, desk.asker).any(); }

void sent_with(Html& html, const Desk& desk, const std::string& action, const auto& inside) {
  parts::form(html, action, desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    inside();
  });
}

std::string who_hears(const ReviewView& view) {
  std::string roles;
  for (const auto role : view.found.pack.readers) roles += (roles.empty() ? "" : ", ") + std::string(council::words(role));
  if (roles.empty() && view.lists.empty()) return "It can then be read by those who may. Nobody is sent a letter.";
  auto said = "It can then be read by those who may, and a letter with a link goes to " + (roles.empty() ? "" : "each " + roles);
  if (!view.lists.empty()) said += (roles.empty() ? "" : ", and to ") + ("everybody on these lists: " + view.lists);
  said += ".";
  if (view.most_enclosed > 0)
    said +=
        " The PDF of what each may see is attached, up to " + std::to_string(view.most_enclosed / 1'000'000) + " MB.";
  return said;
}

void decision(Html& html, const ReviewView& view, const Desk& desk, const Refusals& no) {
  parts::heading(html, "A second run is asked for", "rerun");
  parts::note(html, "", view.rerun->reason, view.asked_by + ", " + view.rerun->at.words());
  if (!may(desk, May::approve_second_runs) || view.rerun->asked_by == desk.asker.person)
    return parts::paragraph(html, "Somebody else decides: a director, or another member of the performance team.");
  sent_with(html, desk, view.edition().key.path() + "/rerun/decide", [&] {
    parts::textarea(html, {"said", "In a word, why", "Needed when you refuse.", parts::error_of("said", no)}, "");
    parts::buttons(html, [&] {
      parts::button_named(html, "decision", "approve", "Run it again");
      parts::button_named(html, "decision", "refuse", "Refuse");
    });
  });
}

}  // namespace

void next_step(Html& html, const ReviewView& view, const Desk& desk, const Refusals& no) {
  const auto& edition = view.edition();
  const auto path = edition.key.path();
  if (edition.state() < State::signed_off) {
    parts::heading(html, "Comment", "comment");
    sent_with(html, desk, path + "/comment", [&] {
      parts::textarea(
          html,
          {"words", "Your comment", "What should be looked at, or said differently, before it is signed off.",
           parts::error_of("words", no)},
          "");
      parts::second_button(html, "Comment");
    });
    if (!may(desk, May::sign_off_reports)) return;
    parts::heading(html, "Sign off", "sign-off");
    parts::paragraph(html, "Signing off freezes the words with the figures. Afterwards only a second run changes anything.");
    sent_with(html, desk, path + "/sign-off", [&] { parts::button(html, "Sign off"); });
  } else if (edition.state() == State::signed_off && may(desk, May::prepare_reports)) {
    parts::heading(html, "Publish", "publish");
    parts::paragraph(html, who_hears(view));
    sent_with(html, desk, path + "/publish", [&] { parts::button(html, "Publish"); });
  }
}

void second_run(Html& html, const ReviewView& view, const Desk& desk, const Refusals& no) {
  if (!view.is_newest()) return;
  if (view.waits_for_a_decision()) return decision(html, view, desk, no);
  if (view.rerun && view.rerun->stage == Rerun::Stage::refused)
    parts::note(html, "A second run was refused.", view.rerun->said, view.rerun->at.words());
  if (!may(desk, May::prepare_reports)) return;
  parts::heading(html, "Run it again", "rerun");
  parts::paragraph(
      html,
      "Only when something was wrong: the new edition looks back from the moment of its approval, needs another person’s word, and says what differs. This edition stays as it is.");
  sent_with(html, desk, view.edition().key.path() + "/rerun", [&] {
    parts::textarea(html,
                    {"reason", "Why must it be run again?", "Which figure was wrong, and since when it is right.",
                     parts::error_of("reason", no)},
                    "");
    parts::second_button(html, "Ask for a second run");
  });
}

}  // namespace report
