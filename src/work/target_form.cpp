#include "work/target_form.h"

#include <algorithm>

#include "council/address.h"
#include "kit/secret.h"
#include "parts/form.h"
#include "parts/narrow_form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace work {
namespace {

using collect::RoundStage;
using council::Desk;
using council::May;
using indicator::TargetKind;
using kit::Html;
using kit::Refusals;
using parts::Column;

bool is_open(const Workbench& view, const Desk& desk) {
  const auto stage = collect::round_stage(view.round.dates, view.round.is_sealed, desk.now);
  return stage != RoundStage::not_open && stage != RoundStage::sealed;
}
bool may(May what, const Workbench& view, const Desk& desk) { return !council::why_not(what, desk.asker, view.round.subject).any(); }

std::string form_address(const Workbench& view, std::string_view deed) {
  return council::path_to("targets", view.definition().code) + "/" + std::string(deed);
}

void carry(Html& html, const Workbench& view) {
  parts::carried(html, "year", calendar::Period::year(view.round.year).slug());
  parts::carried(html, "key", kit::random_name());
}

bool is_range(const Workbench& view) { return view.definition().polarity == indicator::Polarity::in_range; }

void number_field(Html& html, const char* name, const char* label, const std::string& hint, const std::string& value, const Refusals& no) {
  parts::short_input(html, {name, label, hint, parts::error_of(name, no)}, value, parts::Keyboard::number);
}

std::string in_unit(const Workbench& view) {
  const auto& unit = view.definition().unit;
  return unit.empty() ? "" : unit == "%" ? "Per cent." : "In " + unit + ".";
}

void value_fields(Html& html, const Workbench& view, const collect::TypedTarget& typed, const Refusals& no) {
  if (is_range(view)) {
    number_field(html, "low", "From", in_unit(view), typed.low, no);
    return number_field(html, "high", "To", in_unit(view), typed.high, no);
  }
  number_field(html, "value", ("Target for " + view.round.year.words()).c_str(), in_unit(view), typed.value, no);
  const auto kinds = collect::kinds_for(view.definition());
  std::vector<parts::Choice> choices;
  for (const auto kind : kinds) choices.push_back({std::string(code(kind)), std::string(words(kind))});
  parts::select(html, {"kind", "How it is spread over the year", {}, parts::error_of("kind", no)}, choices, typed.kind);
}

bool needs_more(const collect::TypedTarget& typed, const Refusals& no) {
  for (const char* name : {"periods", "baseline", "minimum", "stretch", "tolerance"})
    if (!parts::error_of(name, no).empty()) return true;
  return !typed.periods.empty() || !typed.baseline.empty();
}

void more_fields(Html& html, const Workbench& view, const collect::TypedTarget& typed, const Refusals& no) {
  const auto count = std::to_string(12 / calendar::months_in(view.definition().frequency));
  const auto fields = [&] {
    if (!is_range(view)) {
      parts::input(html,
                   {"periods", "Period by period",
                    "Only for a profile or a value of its own each period: " + count +
                        " numbers, April first, with blanks between.",
                    parts::error_of("periods", no)},
                   typed.periods);
      number_field(html, "baseline", "Where it starts from",
                   "Only from the baseline to the target by March: the figure at 31 March before.", typed.baseline, no);
    }
    number_field(html, "minimum", "Least that is acceptable", "Leave it empty when there is none.", typed.minimum, no);
    number_field(html, "stretch", "Stretch target", "Leave it empty when there is none.", typed.stretch, no);
    parts::input(
        html,
        {"tolerance", "How far off is still close",
         "Such as relative 5 (per cent of the target) or absolute 2 (in the indicator’s own unit). Leave it empty for the usual one.",
         parts::error_of("tolerance", no)},
        typed.tolerance);
  };
  if (needs_more(typed, no)) fields();
  else parts::details(html, "Period by period, least, stretch and tolerance", fields);
}

void rationale_fields(Html& html, const collect::TypedTarget& typed, const Refusals& no) {
  std::vector<parts::Choice> choices = {{"", "Choose"}};
  for (const auto each : collect::all_rationales) choices.push_back({std::string(code(each)), std::string(words(each))});
  parts::select(html, {"because", "It rests on", {}, parts::error_of("because", no)}, choices, typed.because);
  parts::textarea(html,
                  {"rationale", "Why this number?", "In a sentence or two. It stays with the target.",
                   parts::error_of("rationale", no)},
                  typed.rationale);
}

}  // namespace

Looking looking_at(const kit::Request& asked) {
  Looking looking{asked.asked("target"), asked.asked("from"), asked.asked("to"), asked.asked("offer"), assess::usual_step};
  if (const auto step = std::atoi(asked.asked("better").c_str()); step >= 1 && step <= 50) looking.step = step;
  return looking;
}

collect::TypedTarget typed_target(const kit::Request& asked) {
  return {asked.typed("kind"),      asked.typed("value"),    asked.typed("low"),       asked.typed("high"),
          asked.typed("periods"),   asked.typed("baseline"), asked.typed("minimum"),   asked.typed("stretch"),
          asked.typed("tolerance"), asked.typed("because"),  asked.typed("rationale"), asked.typed("sure") == "yes"};
}

std::string workbench_address(const Workbench& view) {
  return council::path_to("targets", view.definition().code) + "?year=" + calendar::Period::year(view.round.year).slug();
}

void try_a_target(Html& html, const Workbench& view) {
  parts::narrow_form(
      html, council::path_to("targets", view.definition().code), "Try a target", "Show what it would mean",
      view.was_asked ? workbench_address(view) : "", [&] {
        parts::carried(html, "year", calendar::Period::year(view.round.year).slug());
        const auto field = [&](const char* name, const char* label, const std::string& value) {
          parts::input(html, {name, label, {}, parts::error_of(name, view.no)}, value, parts::Keyboard::number);
        };
        if (!is_range(view)) return field("target", "Try a target", view.typed.value);
        field("from", "Try a range from", view.typed.low);
        field("to", "to", view.typed.high);
      });
}

// The same page with another step of improvement in its menu.
std::string with_step(const Workbench& view, int step) {
  return workbench_address(view) + (step == assess::usual_step ? "" : "&better=" + std::to_string(step));
}

void other_steps(Html& html, const Workbench& view) {
  parts::small(html, [&] {
    html.text("Better by:");
    for (const int step : {2, 5, 10, 20}) {
      html.text(" ");
      if (step == view.step) parts::strong(html, std::to_string(step) + "%");
      else parts::link(html, with_step(view, step) + "#offers", std::to_string(step) + "%");
    }
  });
}

void menu_of_offers(Html& html, const Workbench& view, const Desk& desk) {
  if (view.offers.empty()) return;
  const bool fills = is_open(view, desk) && may(May::propose_change, view, desk);
  parts::heading(html, "Targets that could be proposed", "offers");
  {
    parts::Table table(html, "Targets that could be proposed",
                       {{"Target", Column::Holds::words, Column::Width::wide},
                        {"That is", Column::Holds::number},
                        {"Chance", Column::Holds::number},
                        {"In words"},
                        {"Take it"}});
    for (const auto& line : view.offers) {
      table.row().head([&] {
        html.text(line.offer.label);
        if (line.is_inside_noise) parts::small(html, "Inside the noise");
      });
      table.cell(line.written)
          .cell(line.chance ? assess::chance_written(*line.chance) : "–")
          .cell(line.chance_words.empty() ? "not known" : line.chance_words);
      table.cell([&] {
        parts::link(html, with_step(view, view.step) + "&offer=" + line.offer.code + (fills ? "#propose" : ""),
                    fills ? "Fill in " + line.written : "Look at " + line.written);
      });
    }
  }
  if (view.facts.last_year()) other_steps(html, view);
}

void proposal_form(Html& html, const Workbench& view, const Desk& desk, const Refusals& no) {
  if (!is_open(view, desk) || !may(May::propose_change, view, desk)) return;
  const auto* standing = view.round.standing();
  const bool again = standing && standing->stage != collect::ProposedTarget::Stage::withdrawn;
  parts::heading(html, again ? "Propose another target" : "Propose a target", "propose");
  parts::form(html, form_address(view, "propose"), desk.token, parts::Carries::fields, [&] {
    carry(html, view);
    value_fields(html, view, view.typed, no);
    more_fields(html, view, view.typed, no);
    rationale_fields(html, view.typed, no);
    if (!parts::error_of("sure", no).empty())
      parts::checkbox(html, {"sure", "It is right as typed", {}, parts::error_of("sure", no)}, false);
    parts::button(html, again ? "Propose it instead" : "Propose");
  });
}

void challenge_form(Html& html, const Workbench& view, const Desk& desk, const Refusals& no) {
  const auto* standing = view.round.standing();
  if (!standing || !is_open(view, desk) || (!may(May::see_entries, view, desk) && !may(May::propose_change, view, desk))) return;
  const bool own = standing->proposed_by == desk.asker.person;
  parts::form(html, form_address(view, "challenge"), desk.token, parts::Carries::fields, [&] {
    carry(html, view);
    parts::textarea(
        html,
        {"words", own ? "Answer" : "Ask or challenge",
         own ? "Whoever asked sees it here." : "Is it challenging, and is it realistic? What would have to be done?",
         parts::error_of("words", no)},
        "");
    parts::second_button(html, own ? "Answer" : "Ask");
  });
}

void decision_form(Html& html, const Workbench& view, const Desk& desk, const Refusals& no) {
  const auto* standing = view.round.standing();
  if (!standing || !standing->waits() || !is_open(view, desk)) return;
  const bool own = standing->proposed_by == desk.asker.person;
  if (own) {
    parts::form(html, form_address(view, "withdraw"), desk.token, parts::Carries::fields, [&] {
      carry(html, view);
      parts::carried(html, "seen", std::to_string(standing->edition));
      parts::second_button(html, "Withdraw the proposal");
    });
    return;
  }
  if (!may(May::agree_change, view, desk)) return;
  parts::heading(html, "Agree or give back", "decide");
  parts::form(html, form_address(view, "agree"), desk.token, parts::Carries::fields, [&] {
    carry(html, view);
    parts::carried(html, "seen", std::to_string(standing->edition));
    parts::textarea(
        html,
        {"said", "In a word, why", "Needed when you give it back, and when a challenge has not been answered.",
         parts::error_of("said", no)},
        "");
    parts::buttons(html, [&] {
      parts::button_named(html, "step", "agree", "Agree");
      parts::button_named(html, "step", "give_back", "Give it back");
    });
  });
}

}  // namespace work
