// What stands against a change of the set.
#include <algorithm>

#include "assess/set_review.h"
#include "indicator/computed_from.h"
#include "kit/quote.h"
#include "money/spent.h"

namespace assess {
namespace {

using kit::Refusals;
using Kind = ReviewChange::Kind;

std::string named(const Kept& kept) { return kept.now().code + " " + kit::quoted(kept.now().title); }

bool alter_only(Kind kind) { return kind == Kind::redefined || kind == Kind::renumbered || kind == Kind::moved; }

// References that a change would give out.
std::vector<std::pair<std::string, std::string>> new_codes(const Review& review, const ReviewChange& change) {
  std::vector<std::pair<std::string, std::string>> all;  // field and reference
  const auto* kept = review.picture.find(change.indicator);
  if (change.kind == Kind::added || change.kind == Kind::renumbered ||
      (change.kind == Kind::merged && kept && !goes_on(*kept, change)))
    all.emplace_back("code", change.text("code"));
  if (change.kind == Kind::split && kept)
    for (int part = goes_on(*kept, change) ? 2 : 1; part <= most_parts; ++part)
      if (!change.text(part_field(part, "title")).empty())
        all.emplace_back(part_field(part, "code"), change.text(part_field(part, "code")));
  return all;
}

class Finding {
 public:
  Finding(const Review& review, const ReviewChange& change)
      : review_(review), change_(change), kept_(review.picture.find(change.indicator)) {}

  Refusals all() {
    if (change_.kind != Kind::added && !is_there()) return no_;
    switch (change_.kind) {
      case Kind::added: look_at_new(); break;
      case Kind::redefined: look_at_redefinition(); break;
      case Kind::renumbered:
        no_.unless(change_.text("code") != kept_->now().code, "code", "This is its reference now. Type another.");
        break;
      case Kind::moved: look_at_move(); break;
      case Kind::split: look_at_split(); break;
      case Kind::merged: look_at_merger(); break;
      default: break;
    }
    look_at_codes();
    look_at_others();
    if (!no_.any()) look_at_what_is_made();
    return no_;
  }

 private:
  void fault(const std::string& field, const std::string& sentence) { no_.add(field, sentence); }

  bool stays_in_set(const Kept& kept) const { return in_set(kept, {review_.year.begins - 1}) && in_set(kept, review_.year); }

  bool is_there() {
    if (!kept_) fault("indicator", "There is no indicator of this reference. Choose one from the list.");
    else if (!in_set(*kept_, review_.year))
      fault("indicator", named(*kept_) + " leaves the set already" +
                             (kept_->now().ends ? " after " + kept_->now().ends->words() : "") + ".");
    else if (!stays_in_set(*kept_))
      fault("indicator",
            named(*kept_) + " joins the set only in " + review_.year.words() + ". Change it by a proposal of its own.");
    return !no_.any();
  }

  void look_at_service() {
    const auto service = change_.text("service");
    const auto* unit = review_.picture.council.unit(service);
    no_.unless(service.empty() || (unit && !unit->gone), "service", "There is no such service. Choose one from the list.");
  }
  void look_at_priority() {
    const auto code = change_.text("priority");
    const auto* priority = review_.picture.plan.priority(code);
    no_.unless(code.empty() || (priority && !priority->gone), "priority", "There is no such line of the plan. Choose one from the list.");
  }

  void look_at_new() {
    for (const auto& [field, sentence] :
         {std::pair("title", "Give it a title."),
          {"meaning", "Say in plain English what is counted."},
          {"why_it_matters", "Say why it matters: what would the council do with the answer?"},
          {"service", "Choose the service that answers for it."},
          {"owner", "Choose who enters its figures."},
          {"checker", "Choose who checks them."}})
      no_.unless(!change_.text(field).empty(), field, sentence);
    no_.unless(change_.text("owner").empty() || change_.text("owner") != change_.text("checker"), "checker",
               "Nobody checks what they entered. Choose somebody else.");
    no_.unless(indicator::read_kind(change_.text("kind")).has_value(), "kind", "Choose the report section.");
    no_.unless(indicator::read_polarity(change_.text("polarity")).has_value(), "polarity", "Choose which way is better.");
    no_.unless(calendar::read_frequency(change_.text("frequency")).has_value(), "frequency", "Choose how often it is reported.");
    const auto aggregation = indicator::read_aggregation(change_.text("aggregation"));
    no_.unless(aggregation.has_value(), "aggregation", "Choose how the year is made from its periods.");
    const bool has_parts = aggregation && indicator::has_parts(*aggregation);
    no_.unless(!has_parts || !change_.text("numerator_label").empty(), "numerator_label",
               "Say what is above the line, such as: plans finished in time.");
    no_.unless(!has_parts || !change_.text("denominator_label").empty(), "denominator_label",
               "Say what is below the line, such as: all plans.");
    const auto decimals = kit::Decimal::parse(change_.text("decimals"));
    no_.unless(
        change_.text("decimals").empty() || (decimals && decimals->units() % kit::Decimal::whole(1).units() == 0),
        "decimals", "Type a number of decimals from 0 to 4.");
    for (const auto* field : {"owner", "checker"}) {
      const auto* person = review_.picture.council.person(change_.text(field));
      no_.unless(change_.text(field).empty() || (person && !person->gone), field,
                 "This person is not there, or has left. Choose someone else.");
    }
    look_at_service();
    look_at_priority();
  }

  // Whether the figures on both sides can be compared is asked, never assumed, as soon as it is counted otherwise.
  void look_at_redefinition() {
    const auto& now = kept_->now();
    const auto unit = change_.text("unit");
    const bool other_unit = !unit.empty() && unit != now.unit;
    const bool differs = std::ranges::any_of(collect::fields_of(now),
                                             [&](const auto& field) { return change_.text(field.name) != field.now; });
    const auto breaks = change_.text("breaks_series");
    no_.unless(differs || other_unit, "", "Nothing is different from what stands now. Change a field, or leave the page.");
    const bool counted_otherwise =
        other_unit || change_.text("meaning") != now.meaning || change_.text("formula") != now.formula ||
        change_.text("computed_from") != now.computed_from || change_.text("source") != now.source;
    no_.unless(!counted_otherwise || breaks == "yes" || breaks == "no", "breaks_series",
               "It would be counted in another way. Say whether figures before and after can still be compared.");
    no_.unless(!other_unit || breaks != "no", "breaks_series",
               "Figures in another unit cannot be compared with those before. Say that a new line begins.");
  }

  void look_at_move() {
    look_at_service();
    look_at_priority();
    const auto kind = change_.text("kind");
    no_.unless(kind.empty() || indicator::read_kind(kind), "kind", "Choose the report section from the list.");
    const auto stands_on = review_.picture.plan.of(kept_->id, review_.first_day());
    const auto priority = change_.text("priority");
    const bool same_place = priority.empty() || std::ranges::any_of(stands_on, [&](const auto* on) { return on->code == priority; });
    const bool same_service = change_.text("service").empty() || change_.text("service") == kept_->now().service;
    const bool same_kind = kind.empty() || indicator::read_kind(kind) == kept_->now().kind;
    no_.unless(!same_place || !same_service || !same_kind, "",
               "It stands there already. Choose another service, line of the plan or report section.");
  }

  void look_at_split() {
    int parts = 0;
    std::set<std::string> titles;
    for (int part = 1; part <= most_parts; ++part) {
      const auto title = change_.text(part_field(part, "title"));
      const auto code = change_.text(part_field(part, "code"));
      if (title.empty()) {
        no_.unless(code.empty() || (part == 1 && code == kept_->now().code), part_field(part, "title"),
                   "Give this part a title, or take its reference away.");
        continue;
      }
      ++parts;
      no_.unless(titles.insert(title).second, part_field(part, "title"), "Two parts have the same title. Say how they differ.");
      no_.unless(!change_.text(part_field(part, "meaning")).empty(), part_field(part, "meaning"), "Say what this part counts.");
    }
    no_.unless(!change_.text(part_field(1, "title")).empty(), part_field(1, "title"), "Give the first part a title.");
    no_.unless(parts >= 2, part_field(2, "title"), "There is nothing to split it into. Name at least two parts.");
  }

  void look_at_merger() {
    const auto others = words_in_list(change_.text("others"));
    for (const auto& one : others) {
      const auto* other = review_.picture.find(one);
      if (!other) fault("others", "There is no indicator " + kit::quoted(one) + ". Use references, such as SAT46, SAT47.");
      else if (other == kept_) fault("others", "An indicator cannot be merged with itself. Name another.");
      else if (!stays_in_set(*other)) fault("others", named(*other) + " is not in the sets of both years.");
      else look_at_likeness(*other);
    }
    no_.unless(concerned(review_.picture, change_).size() >= 2, "others", "Name at least one other indicator to merge it with.");
    if (goes_on(*kept_, change_)) return;
    no_.unless(!change_.text("title").empty(), "title", "Give the new indicator a title.");
    no_.unless(!change_.text("meaning").empty(), "meaning", "Say what the new indicator counts.");
  }
  void look_at_likeness(const Kept& other) {
    const auto& a = kept_->now();
    const auto& b = other.now();
    const auto unit = [](const auto& d) { return d.unit.empty() ? std::string("a count") : kit::quoted(d.unit); };
    no_.unless(a.unit == b.unit, "others",
               a.code + " is in " + unit(a) + " and " + b.code + " in " + unit(b) +
                   ". Only indicators with the same unit are merged; remove one instead.");
    no_.unless(a.polarity == b.polarity, "others",
               "For " + a.code + " and " + b.code + " better lies in different directions. They cannot be merged.");
  }

  void look_at_codes() {
    std::set<std::string> own;
    for (const auto& [field, code] : new_codes(review_, change_)) {
      if (code.empty()) {
        fault(field, "Give it a reference, such as BBF07.");
        continue;
      }
      const auto* holder = review_.picture.find(code);
      const bool own_again = change_.kind == Kind::renumbered && holder == kept_;
      if (holder && !own_again)
        fault(field, code + (holder->now().code == code ? " is the reference of " : " was a reference of ") +
                         kit::quoted(holder->now().title) + ". Choose one that was never used.");
      no_.unless(own.insert(code).second, field, code + " is used twice here. Each part needs a reference of its own.");
      for (const auto& other : review_.changes)
        if (other.id != change_.id && other.is_live())
          for (const auto& [_, theirs] : new_codes(review_, other))
            if (theirs == code) fault(field, code + " is proposed already, by change " + std::to_string(other.id) + ". Choose another.");
    }
  }

  // An indicator may be redefined, renumbered and moved at once, each of them once; anything else stands alone.
  void look_at_others() {
    const auto mine = concerned(review_.picture, change_);
    for (const auto& other : review_.changes) {
      if (other.id == change_.id || !other.is_live() ||
          (alter_only(other.kind) && alter_only(change_.kind) && other.kind != change_.kind))
        continue;
      for (const auto* theirs : concerned(review_.picture, other))
        if (std::ranges::find(mine, theirs) != mine.end())
          fault(theirs == kept_ ? "indicator" : "others",
                theirs->now().code + " is in this review already: change " + std::to_string(other.id) + " (" +
                    std::string(words(other.kind)) + "). Withdraw or refuse that one first.");
    }
  }

  // The definitions that would be made go by the rules that hold for all.
  void look_at_what_is_made() {
    if (change_.kind == Kind::redefined) {
      const auto made = redefined(change_, kept_->now(), std::max(kept_->now().applies_from, review_.first_day()), {});
      if (!made) no_.add(made.refusals());
      else if (made->computed_from != kept_->now().computed_from)
        no_.add(indicator::faults_of_formula(
            *made, [&](std::string_view code) { return definition_of(code); },
            money::unit_codes(review_.picture.council)));
    }
    const auto made = outcome(review_, std::vector<const ReviewChange*>{&change_}, {});
    for (const auto& definition : made.definitions) look_at_definition(definition);
  }
  const indicator::Definition* definition_of(std::string_view code) const {
    const auto* kept = review_.picture.find(code);
    return kept ? &kept->now() : nullptr;
  }
  void look_at_definition(const indicator::Definition& definition) {
    const auto found = indicator::faults(definition);
    for (const auto& fault : found.all()) no_.add(fault.field == "indicator" ? "code" : fault.field, fault.sentence);
  }

  const Review& review_;
  const ReviewChange& change_;
  const Kept* kept_;
  Refusals no_;
};

}  // namespace

kit::Refusals faults(const Review& review, const ReviewChange& change) { return Finding(review, change).all(); }

}  // namespace assess
