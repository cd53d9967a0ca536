#include "work/set_review_form.h"

#include <algorithm>

#include "collect/entry.h"
#include "council/address.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/text.h"
#include "work/set_review_choices.h"
#include "work/set_review_view.h"

namespace work {
namespace {

using assess::Kept;
using assess::Review;
using assess::ReviewChange;
using council::Desk;
using council::May;
using kit::Html;
using kit::Refusals;
using parts::Keyboard;
using Kind = assess::SetChangeKind;

constexpr std::string_view address = "/set/review/propose";

std::string address_of(Kind kind) { return std::string(address) + "?what=" + std::string(assess::code(kind)); }

// What each of the seven is for, when one chooses.
std::string_view purpose(Kind kind) {
  static constexpr std::string_view all[] = {
      "something that the plan needs and nobody counts yet",
      "it counts something else, or says the same in better words",
      "it gets another reference and stays what it is",
      "another service answers for it, or it serves another part of the plan or another report section",
      "it counts two or three things that should be told apart",
      "two or more say the same, or say more together",
      "it says nothing that anyone acts on",
  };
  return all[static_cast<std::size_t>(kind)];
}

bool may_propose(const Desk& desk, const Kept& kept) {
  return !council::why_not(May::propose_change, desk.asker, collect::subject_of(kept.now())).any();
}

// -- one form for each kind --------------------------------------------------------------------------------------

class Form {
 public:
  Form(Html& html, const Review& review, const ReviewChange& typed, const Refusals& no)
      : html_(html), picture_(review.picture), review_(review), typed_(typed), no_(no) {}

  void fields() {
    switch (typed_.kind) {
      case Kind::added: return of_new();
      case Kind::redefined: return of_redefinition();
      case Kind::renumbered:
        return line("code", "New reference",
                    "Choose one that was never used. Reports and charts keep the earlier one beside it.");
      case Kind::moved: return of_move();
      case Kind::split: return of_split();
      case Kind::merged: return of_merger();
      default: return;
    }
  }

 private:
  parts::Field field(std::string_view name, std::string_view label, std::string_view hint) const {
    return {name, label, hint, parts::error_of(name, no_)};
  }
  void line(std::string_view name, std::string_view label, std::string_view hint = {}) {
    parts::input(html_, field(name, label, hint), typed_.text(name));
  }
  void text(std::string_view name, std::string_view label, std::string_view hint = {}) {
    parts::textarea(html_, field(name, label, hint), typed_.text(name));
  }
  void choice(std::string_view name, std::string_view label, const Choices& choices, std::string_view hint = {}) {
    parts::select(html_, field(name, label, hint), choices, typed_.text(name));
  }

  void of_new() {
    parts::heading(html_, "What it is");
    line("code", "Reference", "Such as BBF07. Choose one that was never used.");
    line("title", "Title");
    text("meaning", "What it means, in plain English");
    text("why_it_matters", "Why it matters", "What would the council do with the answer?");
    choice("kind", "Report section", sections());
    choice("priority", "Line of the plan", lines_of_plan(picture_), "What of the plan it tells about.");
    parts::heading(html_, "How it is counted");
    choice("frequency", "How often", frequencies());
    choice("polarity", "Which way is better", polarities());
    parts::short_input(html_, field("unit", "Unit", "%, £, days. Leave it empty for a count."), typed_.text("unit"), Keyboard::text);
    parts::short_input(html_, field("decimals", "Decimals", "From 0 to 4."), typed_.text("decimals"), Keyboard::number);
    choice("aggregation", "How a year is made from its periods", aggregations());
    line("numerator_label", "Above the line", "Of a share or rate: what is counted, such as plans finished in time.");
    line("denominator_label", "Below the line", "Of a share or rate: of how many, such as all plans.");
    line("source", "Source", "The system or return from which it comes.");
    parts::heading(html_, "Who answers for it");
    choice("service", "Service", services(picture_));
    choice("owner", "Who enters its figures", people(picture_));
    choice("checker", "Who checks them", people(picture_));
  }

  void of_redefinition() {
    for (const auto& one : collect::fields_of(picture_.find(typed_.indicator)->now())) {
      if (!one.choices.empty()) choice(one.name, one.label, of_field(one), one.hint);
      else if (one.is_long) text(one.name, one.label, one.hint);
      else if (one.name == "least" || one.name == "most")
        parts::short_input(html_, field(one.name, one.label, one.hint), typed_.text(one.name), Keyboard::number);
      else line(one.name, one.label, one.hint);
    }
    parts::short_input(html_, field("unit", "Unit", "%, £, days. Empty for a count."), typed_.text("unit"), Keyboard::text);
    choice(
        "breaks_series", "Can figures from before 1 April be compared with later ones?",
        {{"", "Choose"}, {"no", "Yes, they stay comparable"}, {"yes", "No, charts begin a new line"}},
        "Asked when it is counted in another way, so that no one turns off target into on target by counting otherwise.");
  }

  void of_move() {
    choice("service", "Service", services(picture_), "Which service answers for it from 1 April.");
    choice("priority", "Line of the plan", lines_of_plan(picture_), "In the council plan. Lines to other frameworks stay.");
    choice("kind", "Report section", sections());
  }

  void of_split() {
    const auto code = picture_.find(typed_.indicator)->now().code;
    for (int part = 1; part <= assess::most_parts; ++part) {
      parts::heading(html_, "Part " + std::to_string(part) + (part > 2 ? " (if there is one)" : ""));
      const auto name = [&](std::string_view field) { return assess::part_field(part, field); };
      const auto code_name = name("code"), title = name("title"), meaning = name("meaning");
      const auto hint =
          part == 1
              ? "Leave " + code +
                    " when it goes on as this part. With another reference it leaves the set, and this part is new."
              : std::string();
      parts::short_input(html_, field(code_name, "Reference", hint), typed_.text(code_name), Keyboard::text);
      line(title, "Title");
      text(meaning, "What it counts");
    }
  }

  void of_merger() {
    const auto code = picture_.find(typed_.indicator)->now().code;
    line("others", "Which indicators are merged with " + code + "?", "Their references, such as SAT46, SAT47.");
    const auto hint =
        "Leave " + code +
        " when it goes on and takes in the others. With another reference all of them leave the set, and the merged one is new.";
    parts::short_input(html_, field("code", "Reference of the merged indicator", hint), typed_.text("code"), Keyboard::text);
    line("title", "Title");
    text("meaning", "What it counts");
  }

  Html& html_;
  const assess::Picture& picture_;
  const Review& review_;
  const ReviewChange& typed_;
  const Refusals& no_;
};

std::string lede_of(const Review& review, Kind kind) {
  if (kind == Kind::removed)
    return "Its last day would be " + review.first_day().plus(-1).words() +
           ". Its figures, notes and page stay. Somebody else agrees.";
  return "It would apply from " + review.first_day().words() + ". Somebody else agrees, and the whole set is sealed together.";
}

void warn(Html& html, const Review& review, const ReviewChange& typed) {
  if (typed.kind != Kind::removed) return;
  for (const auto& sentence : assess::warnings(review, typed)) parts::inset(html, sentence);
}

}  // namespace

parts::Page page_in_review(const Review& review, std::string title, const Refusals& no, std::string here) {
  auto page = parts::form_page(parts::Section::set, std::move(title), no);
  parts::thread(page.body, {{"Review of the set for " + review.year.words(), "/set/review"}, {std::move(here), ""}}, "Where you are");
  parts::error_summary(page.body, no);
  return page;
}

parts::Page sealed_page(const Review& review) {
  return parts::error_page(
      409, "The set for " + review.year.words() +
               " has been sealed. Change a definition or target by a proposal of its own, on the indicator’s page.");
}

parts::Page choose_change_page(const Review& review, const Desk&) {
  auto page = page_in_review(review, "Propose a change to the set", {}, "Propose a change");
  auto& html = page.body;
  parts::title(html, "What should change in " + review.year.words() + "?");
  parts::lede(html, "Choose one. Each change concerns one indicator, has a reason, and is agreed by another person.");
  parts::list(html, [&] {
    for (const auto kind : assess::all_set_changes)
      parts::item(html, [&] {
        parts::link(html, address_of(kind), assess::deed(kind));
        html.text(": ").text(purpose(kind));
      });
  });
  return page;
}

parts::Page choose_indicator_page(const Review& review, const Desk& desk, Kind kind, const Refusals& no) {
  auto page = page_in_review(review, std::string(assess::deed(kind)), no, std::string(assess::deed(kind)));
  auto& html = page.body;
  Choices choices = {{"", "Choose"}};
  for (const auto& kept : review.picture.indicators)
    if (assess::in_set(kept, review.year) && assess::in_set(kept, {review.year.begins - 1}) && may_propose(desk, kept))
      choices.push_back({kept.now().code, kept.now().code + " " + kept.now().title});
  parts::title(html, assess::deed(kind));
  if (choices.size() == 1) {
    parts::paragraph(
        html,
        "There is no indicator for which you may propose a change. Its owner, its service’s manager or the performance team may.");
    return page;
  }
  parts::lede(html, kind == Kind::merged ? "Which indicator comes first? The others are named on the next page." : "Which indicator?");
  parts::asking_form(html, address, "Choose an indicator", [&] {
    parts::carried(html, "what", assess::code(kind));
    parts::select(html, {"indicator", "Indicator", {}, parts::error_of("indicator", no)}, choices, "");
    parts::button(html, "Continue");
  });
  return page;
}

parts::Page propose_change_page(const Review& review, const Desk& desk, const ReviewChange& typed, const Refusals& no) {
  const auto* kept = review.picture.find(typed.indicator);
  const auto deed = std::string(assess::deed(typed.kind));
  auto page = page_in_review(review, kept ? deed + ": " + kept->now().title : deed, no, deed);
  auto& html = page.body;
  parts::title(html, kept ? kept->now().title : deed);
  if (kept)
    parts::aside_line(html, deed + " · " + kept->now().code + " · " + std::string(words(kept->now().kind)) + " · " +
                                service_name(review.picture, kept->now().service));
  parts::lede(html, lede_of(review, typed.kind));
  warn(html, review, typed);
  parts::form(html, address, desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::carried(html, "what", assess::code(typed.kind));
    if (kept) parts::carried(html, "indicator", kept->now().code);
    Form(html, review, typed, no).fields();
    if (typed.kind != Kind::removed && typed.kind != Kind::renumbered) parts::heading(html, "Why");
    parts::textarea(
        html,
        {"reason", "Why should it change?",
         "One or two sentences. They stand in the list of changes that members read.", parts::error_of("reason", no)},
        typed.reason);
    parts::buttons(html, [&] {
      parts::button(html, "Propose");
      parts::quiet_link(html, "/set/review", "Leave it");
    });
  });
  return page;
}

}  // namespace work
