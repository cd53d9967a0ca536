// What carrying out a review adds: for each change an edition of its own that applies from 1 April and carries its reason, and where
// indicators come and go, lineage and lines of the plan.
#include <algorithm>

#include "assess/set_review.h"

namespace assess {
namespace {

using indicator::Definition;
using indicator::IndicatorId;
using indicator::LineageKind;
using Kind = ReviewChange::Kind;

template <class Read, class Field>
void take(const Read& read, const std::string& text, Field& field) {
  if (const auto found = read(text)) field = *found;
}

// Words that a form left empty leave what stands.
void take_words(const ReviewChange& change, std::string_view field, std::string& words) {
  if (const auto text = change.text(field); !text.empty()) words = text;
}

Definition new_definition(const ReviewChange& change) {
  Definition d;
  for (const auto& [field, words] : {std::pair("code", &d.code),
                                     {"title", &d.title},
                                     {"meaning", &d.meaning},
                                     {"why_it_matters", &d.why_it_matters},
                                     {"formula", &d.formula},
                                     {"source", &d.source},
                                     {"unit", &d.unit},
                                     {"service", &d.service},
                                     {"owner", &d.owner},
                                     {"checker", &d.checker},
                                     {"numerator_label", &d.numerator_label},
                                     {"denominator_label", &d.denominator_label}})
    *words = change.text(field);
  take(indicator::read_kind, change.text("kind"), d.kind);
  take(indicator::read_polarity, change.text("polarity"), d.polarity);
  take(calendar::read_frequency, change.text("frequency"), d.frequency);
  take(indicator::read_aggregation, change.text("aggregation"), d.aggregation);
  if (const auto decimals = kit::Decimal::parse(change.text("decimals")))
    d.decimals = static_cast<int>(decimals->units() / kit::Decimal::whole(1).units());
  if (d.unit == "%") d.multiplier = kit::Decimal::whole(100);
  d.judged = indicator::usual_judged(d);
  d.comparator = indicator::usual_comparator(d);
  return d;
}

class Making {
 public:
  Making(const Review& review, kit::Moment at) : review_(review), at_(at), from_(review.first_day()) {}

  void take(const ReviewChange& change) {
    const auto* kept = review_.picture.find(change.indicator);
    if (change.kind == Kind::added) return add_new(change);
    if (!kept) return;
    switch (change.kind) {
      case Kind::redefined: return redefine(change, *kept);
      case Kind::renumbered: return edition(change, *kept, [&](Definition& d) { d.code = change.text("code"); });
      case Kind::moved: return move(change, *kept);
      case Kind::split: return split(change, *kept);
      case Kind::merged: return merge(change, *kept);
      default: return end(change, *kept);
    }
  }
  SetOutcome outcome() { return std::move(made_); }

 private:
  Definition next_of(const ReviewChange& change, const Kept& kept) {
    auto d = newest_.contains(kept.id) ? newest_.at(kept.id) : kept.now();
    ++d.edition;
    d.at = at_;
    d.reason = change.reason;
    d.breaks_series = false;
    return d;
  }
  void keep(const Definition& d) {
    newest_[d.indicator] = d;
    made_.definitions.push_back(d);
  }
  template <class Change>
  void edition(const ReviewChange& change, const Kept& kept, const Change& differently) {
    auto d = next_of(change, kept);
    d.applies_from = std::max(d.applies_from, from_);
    differently(d);
    keep(d);
  }
  void end(const ReviewChange& change, const Kept& kept) {
    auto d = next_of(change, kept);
    d.ends = from_.plus(-1);
    keep(d);
  }

  void redefine(const ReviewChange& change, const Kept& kept) {
    const auto base = newest_.contains(kept.id) ? newest_.at(kept.id) : kept.now();
    if (auto d = redefined(change, base, std::max(base.applies_from, from_), at_)) keep(*d);
  }

  void stand(IndicatorId indicator, const std::string& priority, bool gone, std::optional<kit::Date> on) {
    made_.lines.push_back({indicator, priority, at_, gone, on});
  }

  // In the main framework it stands on the chosen priority alone; lines to other frameworks stay.
  void move(const ReviewChange& change, const Kept& kept) {
    edition(change, kept, [&](Definition& d) {
      take_words(change, "service", d.service);
      assess::take(indicator::read_kind, change.text("kind"), d.kind);
      if (d.kind != indicator::Kind::organisational_health) d.health_theme.clear();
    });
    const auto priority = change.text("priority");
    const auto* main = review_.picture.plan.main();
    const auto stands_on = review_.picture.plan.of(kept.id, from_);
    const bool is_there = std::ranges::any_of(stands_on, [&](const auto* on) { return on->code == priority; });
    if (priority.empty() || is_there) return;
    for (const auto* on : stands_on)
      if (main && on->framework == main->code) stand(kept.id, on->code, true, from_);
    stand(kept.id, priority, false, from_);
  }

  IndicatorId begin(Definition d, const ReviewChange& change) {
    d.indicator = --stand_in_;
    d.edition = 1;
    d.at = at_;
    d.applies_from = from_;
    d.ends.reset();
    d.breaks_series = false;
    d.reason = change.reason;
    made_.added.push_back(d.indicator);
    keep(d);
    return d.indicator;
  }
  void add_new(const ReviewChange& change) {
    const auto id = begin(new_definition(change), change);
    if (const auto priority = change.text("priority"); !priority.empty()) stand(id, priority, false, {});
  }

  // A part, or a whole, begins as a copy of what it comes from, without its baseline.
  IndicatorId begin_like(const Kept& kept, const ReviewChange& change, const std::string& code,
                         const std::string& title, const std::string& meaning) {
    auto d = kept.now();
    d.code = code, d.title = title, d.meaning = meaning, d.computed_from.clear();
    if (d.comparator != indicator::Comparator::baseline) d.baseline.reset(), d.baseline_note.clear();
    const auto id = begin(std::move(d), change);
    for (const auto* on : review_.picture.plan.of(kept.id, from_)) stand(id, on->code, false, {});
    return id;
  }
  void descend(IndicatorId indicator, IndicatorId origin, LineageKind kind, const ReviewChange& change) {
    made_.lineage.push_back({indicator, origin, kind, from_, change.reason, at_});
  }

  void split(const ReviewChange& change, const Kept& kept) {
    const bool stays = goes_on(kept, change);
    for (int part = 1; part <= most_parts; ++part) {
      const auto title = change.text(part_field(part, "title")), meaning = change.text(part_field(part, "meaning"));
      if (title.empty()) continue;
      if (part == 1 && stays) carry_on(change, kept, title, meaning);
      else
        descend(begin_like(kept, change, change.text(part_field(part, "code")), title, meaning), kept.id,
                LineageKind::split_from, change);
    }
    if (!stays) end(change, kept);
  }

  // What it counts is narrower or wider from now on: its figures are not compared with those before.
  void carry_on(const ReviewChange& change, const Kept& kept, const std::string& title, const std::string& meaning) {
    edition(change, kept, [&](Definition& d) {
      if (!title.empty()) d.title = title;
      if (!meaning.empty()) d.meaning = meaning;
      d.breaks_series = true;
    });
  }

  void merge(const ReviewChange& change, const Kept& kept) {
    const auto title = change.text("title"), meaning = change.text("meaning");
    const bool stays = goes_on(kept, change);
    const auto whole = stays ? kept.id : begin_like(kept, change, change.text("code"), title, meaning);
    if (stays) carry_on(change, kept, title, meaning);
    for (const auto* one : concerned(review_.picture, change)) {
      if (stays && one == &kept) continue;
      descend(whole, one->id, LineageKind::merged_from, change);
      end(change, *one);
    }
  }

  const Review& review_;
  kit::Moment at_;
  kit::Date from_;
  IndicatorId stand_in_ = 0;
  std::map<IndicatorId, Definition> newest_;
  SetOutcome made_;
};

}  // namespace

kit::Verdict<Definition> redefined(const ReviewChange& change, const Definition& now, kit::Date from, kit::Moment at) {
  collect::Proposal proposal;
  proposal.indicator = now.indicator;
  proposal.content = change.content;
  proposal.content.emplace_back("applies_from", from.iso());
  proposal.reason = change.reason;
  auto made = collect::definition_of(proposal, now, at);
  if (made) take_words(change, "unit", (*made).unit);
  return made;
}

SetOutcome outcome(const Review& review, const std::vector<const ReviewChange*>& changes, kit::Moment at) {
  Making making(review, at);
  for (const auto* change : changes) making.take(*change);
  return making.outcome();
}

SetOutcome outcome(const Review& review, Carried which, kit::Moment at) {
  std::vector<const ReviewChange*> carried;
  for (const auto& change : review.changes)
    if (change.stage == ReviewChange::Stage::agreed || (which == Carried::agreed_and_proposed && change.is_live()))
      carried.push_back(&change);
  return outcome(review, carried, at);
}

Picture as_it_would_be(const Picture& picture, const SetOutcome& outcome) {
  Picture made;
  made.as_at = picture.as_at, made.is_past = picture.is_past, made.version = picture.version;
  made.council = picture.council, made.plan = picture.plan;
  for (const auto& kept : picture.indicators) made.indicators.push_back({kept.id, kept.definitions, {}, {}, kept.lineage, {}});
  for (const auto id : outcome.added) made.indicators.emplace_back().id = id;
  std::map<IndicatorId, Kept*> places;
  for (auto& kept : made.indicators) places[kept.id] = &kept;
  for (const auto& definition : outcome.definitions) places.at(definition.indicator)->definitions.push_back(definition);
  for (const auto& lineage : outcome.lineage) places.at(lineage.indicator)->lineage.push_back(lineage);
  for (const auto& line : outcome.lines) {
    std::erase_if(made.plan.lines, [&](const auto& one) { return one.indicator == line.indicator && one.priority == line.priority; });
    made.plan.lines.push_back(line);
  }
  index(made);
  return made;
}

}  // namespace assess
