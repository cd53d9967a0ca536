#include "work/set_review_view.h"

#include <algorithm>
#include <array>

#include "collect/entry.h"

namespace work {
namespace {

using assess::Review;
using assess::ReviewChange;
using council::May;
using Kind = assess::SetChangeKind;
using Stage = ReviewChange::Stage;

std::string joined(const std::vector<std::string>& all) {
  std::string text;
  for (std::size_t i = 0; i < all.size(); ++i) text += (i == 0 ? "" : i + 1 == all.size() ? " and " : ", ") + all[i];
  return text;
}

std::string lowered(std::string text) {
  if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a') text[0] = static_cast<char>(text[0] + 32);
  return text;
}

// "into SAT46 and SAT47", "with AFL05", "BBF07 becomes BBF70": what distinguishes this change from others of its kind.
std::string what_words(const Review& review, const ReviewChange& change) {
  const auto* kept = review.picture.find(change.indicator);
  std::vector<std::string> all;
  switch (change.kind) {
    case Kind::renumbered: return "becomes " + change.text("code");
    case Kind::split:
      for (int part = 1; part <= assess::most_parts; ++part)
        if (!change.text(assess::part_field(part, "title")).empty()) {
          const auto code = change.text(assess::part_field(part, "code"));
          all.push_back(code.empty() && kept ? kept->now().code : code);
        }
      return "into " + joined(all);
    case Kind::merged:
      for (const auto* one : assess::concerned(review.picture, change))
        if (one != kept) all.push_back(one->now().code);
      return "with " + joined(all) + (kept && !assess::goes_on(*kept, change) ? " into " + change.text("code") : "");
    case Kind::redefined:
      for (const auto& field : fields_of(review, change)) all.push_back(lowered(field.label.substr(0, field.label.find(','))));
      return joined(all);
    case Kind::moved:
      for (const auto& field : fields_of(review, change)) all.push_back(field.proposed);
      return "to " + joined(all);
    default: return "";
  }
}

int place_of(Stage stage) { return stage == Stage::proposed ? 0 : stage == Stage::agreed ? 1 : 2; }

std::string lede_of(const Review& review, const assess::SetView& set) {
  const auto year = review.year.words();
  const auto& flow = set.total.flow;
  const auto sum = assess::arithmetic(flow) + ".";
  if (review.seal) return "The " + year + " set holds " + std::to_string(flow.now) + " indicators: " + sum;
  if (std::ranges::none_of(review.changes, [](const auto& change) { return change.stage == Stage::agreed; }))
    return "Nothing has been agreed yet: the " + year + " set would hold " + std::to_string(flow.now) + " indicators" +
           (flow.now == flow.before ? ", as the year before." : ": " + sum);
  return "As agreed so far, the " + year + " set holds " + std::to_string(flow.now) + " indicators: " + sum;
}

// What everything that waits would come to; nothing when nothing waits.
std::string if_all_of(const Review& review, kit::Moment now) {
  if (review.seal || std::ranges::none_of(review.changes, [](const auto& change) { return change.stage == Stage::proposed; })) return {};
  const auto set = assess::indicator_set(
      assess::as_it_would_be(review.picture, assess::outcome(review, assess::Carried::agreed_and_proposed, now)),
      review.year);
  return "If everything that waits were agreed as well: " + assess::arithmetic(set.total.flow) + ".";
}

void add(std::vector<ReviewField>& all, const std::string& label, const std::string& now, const std::string& proposed) {
  if (!proposed.empty() && now != proposed) all.push_back({label, now, proposed});
}

std::vector<ReviewField> fields_of_new(const Review& review, const ReviewChange& change) {
  const auto& picture = review.picture;
  std::vector<ReviewField> all;
  const auto word = [&](std::string_view field, const auto& read) {
    const auto found = read(change.text(field));
    return found ? std::string(words(*found)) : std::string();
  };
  add(all, "Reference", "", change.text("code"));
  add(all, "Title", "", change.text("title"));
  add(all, "What it means, in plain English", "", change.text("meaning"));
  add(all, "Why it matters", "", change.text("why_it_matters"));
  add(all, "Report section", "", word("kind", indicator::read_kind));
  add(all, "Line of the plan", "", line_name(picture, change.text("priority")));
  add(all, "How often", "", word("frequency", calendar::read_frequency));
  add(all, "Good direction", "", word("polarity", indicator::read_polarity));
  add(all, "Unit", "", change.text("unit"));
  add(all, "Over the year", "", word("aggregation", indicator::read_aggregation));
  add(all, "Above the line", "", change.text("numerator_label"));
  add(all, "Below the line", "", change.text("denominator_label"));
  add(all, "Source", "", change.text("source"));
  add(all, "Service", "", service_name(picture, change.text("service")));
  add(all, "Enters figures", "", person_name(picture, change.text("owner")));
  add(all, "Checks figures", "", person_name(picture, change.text("checker")));
  return all;
}

// How a field stood when the change was proposed: carried out, it stands otherwise.
std::string was(const ReviewChange& change, std::string_view field) { return change.text(collect::was_before(field)); }

std::vector<ReviewField> fields_of_redefinition(const ReviewChange& change, const indicator::Definition& now) {
  std::vector<ReviewField> all;
  for (const auto& field : collect::fields_of(now)) {
    const auto proposed = change.text(field.name), before = was(change, field.name);
    const auto said = [&](const std::string& code) {
      const auto choice = std::ranges::find(field.choices, code, &std::pair<std::string_view, std::string_view>::first);
      return choice == field.choices.end() ? code : std::string(choice->second);
    };
    if (proposed != before) all.push_back({field.label, said(before), proposed.empty() ? "nothing" : said(proposed)});
  }
  const auto unit = was(change, "unit");
  add(all, "Unit", unit.empty() ? "a count" : unit, change.text("unit").empty() ? unit : change.text("unit"));
  if (change.text("breaks_series") == "yes") all.push_back({"Series", "one line", "a new line begins"});
  return all;
}

std::vector<ReviewField> fields_of_move(const Review& review, const ReviewChange& change, const assess::Kept& kept) {
  std::vector<ReviewField> all;
  add(all, "Service", service_name(review.picture, was(change, "service")), service_name(review.picture, change.text("service")));
  const auto kind = indicator::read_kind(change.text("kind"));
  const auto before = indicator::read_kind(was(change, "kind"));
  add(all, "Report section", before ? std::string(words(*before)) : "", kind ? std::string(words(*kind)) : "");
  const auto stands_on = review.picture.plan.of(kept.id, review.first_day().plus(-1));
  const bool is_there = std::ranges::any_of(stands_on, [&](const auto* on) { return on->code == change.text("priority"); });
  if (!is_there)
    add(all, "Line of the plan", stands_on.empty() ? "none" : line_name(review.picture, stands_on.front()->code),
        line_name(review.picture, change.text("priority")));
  return all;
}

std::vector<ReviewField> fields_of_split(const ReviewChange& change, const assess::Kept& kept) {
  std::vector<ReviewField> all;
  const bool stays = assess::goes_on(kept, change);
  for (int part = 1; part <= assess::most_parts; ++part) {
    const auto title = change.text(assess::part_field(part, "title"));
    const auto code = part == 1 && stays ? kept.now().code : change.text(assess::part_field(part, "code"));
    if (!title.empty())
      all.push_back({"Part " + std::to_string(part), part == 1 && stays ? was(change, "title") : "",
                     code + " " + title + ": " + change.text(assess::part_field(part, "meaning"))});
  }
  all.push_back({was(change, "code"), was(change, "title"), stays ? "goes on as part 1; a new line of figures begins" : "leaves the set"});
  return all;
}

std::vector<ReviewField> fields_of_merger(const Review& review, const ReviewChange& change, const assess::Kept& kept) {
  std::vector<ReviewField> all;
  const bool stays = assess::goes_on(kept, change);
  for (const auto* one : assess::concerned(review.picture, change))
    all.push_back(
        {one->now().code, one == &kept ? was(change, "title") : one->now().title,
         stays && one == &kept ? "goes on and takes in the others; a new line of figures begins" : "leaves the set"});
  const auto title = change.text("title");
  if (!stays) all.push_back({change.text("code"), "", title + ": " + change.text("meaning")});
  else
    add(all, "Title", was(change, "title"), title),
        add(all, "What it means, in plain English", was(change, "meaning"), change.text("meaning"));
  return all;
}

}  // namespace

std::string service_name(const assess::Picture& picture, const std::string& code) {
  const auto* unit = picture.council.unit(code);
  return unit ? unit->name : code;
}
std::string person_name(const assess::Picture& picture, const std::string& code) {
  const auto* person = picture.council.person(code);
  return person ? person->name : code;
}
std::string line_name(const assess::Picture& picture, const std::string& code) {
  const auto* priority = picture.plan.priority(code);
  if (!priority) return code;
  std::string text;
  const auto thread = picture.plan.thread(*priority);
  for (std::size_t i = thread.size() > 1 ? 1 : 0; i < thread.size(); ++i) text += (text.empty() ? "" : " › ") + thread[i]->title;
  return text;
}
std::string review_address(const ReviewChange& change) { return "/set/review/" + std::to_string(change.id); }

// What is agreed is for everybody who has signed in; what waits is for those who work on it.
bool may_see(const Review& review, const ReviewChange& change, const council::Asker& asker) {
  if (change.stage == Stage::agreed) return true;
  const auto allows = [&](const council::Subject& subject) {
    return std::ranges::any_of(std::array{May::propose_change, May::agree_change, May::see_completion},
                               [&](May may) { return !council::why_not(may, asker, subject).any(); });
  };
  if (change.kind == Kind::added) return allows({change.text("owner"), change.text("checker"), "", change.text("service"), ""});
  return std::ranges::any_of(assess::concerned(review.picture, change),
                             [&](const auto* kept) { return allows(collect::subject_of(kept->now())); });
}

ReviewLine line_of(const Review& review, const ReviewChange& change) {
  ReviewLine line;
  line.change = change;
  const auto* kept = review.picture.find(change.indicator);
  line.code = kept ? kept->now().code : change.text("code");
  line.title = kept ? kept->now().title : change.text("title");
  line.what = what_words(review, change);
  line.proposed_by = person_name(review.picture, change.proposed_by);
  line.decided_by = person_name(review.picture, change.decided_by);
  if (change.is_live() && !review.seal) line.warnings = assess::warnings(review, change);
  return line;
}

assess::SetView set_as_agreed(const Review& review, kit::Moment now) {
  if (review.seal) return assess::set_view(review.picture, review.year, review.picture);
  return assess::set_view(assess::as_it_would_be(review.picture, assess::outcome(review, assess::Carried::agreed, now)),
                          review.year, review.picture);
}

ReviewView review_view(const Review& review, const council::Desk& desk) {
  ReviewView view{review.year, {}, {}, {}, set_as_agreed(review, desk.now)};
  for (const auto& change : review.changes)
    if (may_see(review, change, desk.asker)) view.lines.push_back(line_of(review, change));
  std::ranges::stable_sort(view.lines, [](const auto& a, const auto& b) {
    return std::pair(place_of(a.change.stage), a.change.kind) < std::pair(place_of(b.change.stage), b.change.kind);
  });
  view.lede = lede_of(review, view.set);
  view.if_all = if_all_of(review, desk.now);
  return view;
}

std::vector<ReviewField> fields_of(const Review& review, const ReviewChange& change) {
  const auto* kept = review.picture.find(change.indicator);
  if (change.kind == Kind::added || !kept) return fields_of_new(review, change);
  switch (change.kind) {
    case Kind::redefined: return fields_of_redefinition(change, kept->now());
    case Kind::renumbered: return {{"Reference", was(change, "code"), change.text("code")}};
    case Kind::moved: return fields_of_move(review, change, *kept);
    case Kind::split: return fields_of_split(change, *kept);
    case Kind::merged: return fields_of_merger(review, change, *kept);
    default: return {{"Last day in the set", "none", review.first_day().plus(-1).words()}};
  }
}

}  // namespace work
