#include "work/decision_form.h"

#include "parts/form.h"
#include "parts/text.h"

namespace work {

void decision_form(kit::Html& html, const council::Desk& desk, std::string_view heading, std::string_view address,
                   const MayDecide& may, const kit::Refusals& no) {
  if (!may.any()) return;
  parts::heading(html, heading);
  parts::form(html, address, desk.token, parts::Carries::fields, [&] {
    if (may.refuse) parts::textarea(html, {"said", "In a word, why", "Needed when you refuse.", parts::error_of("said", no)}, "");
    parts::buttons(html, [&] {
      if (may.agree) parts::button_named(html, "step", "agree", "Agree");
      if (may.refuse) parts::button_named(html, "step", "refuse", "Refuse");
      if (may.withdraw) parts::button_named(html, "step", "withdraw", "Withdraw the proposal");
    });
  });
}

collect::ProposalStep step_in(const kit::Request& asked) {
  using enum collect::ProposalStep;
  const auto step = asked.typed("step");
  return step == "agree" ? agree : step == "withdraw" ? withdraw : refuse;
}

}  // namespace work
