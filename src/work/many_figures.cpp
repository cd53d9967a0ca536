#include "work/many_figures.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

namespace work {
namespace {

using collect::Typed;

constexpr std::string_view not_mine = "There is no such figure among those you may enter. Check the code and the period.";
constexpr std::string_view both = "There is a figure and also a day on which it is expected. Leave one of them empty.";

std::string plain(std::string_view text) {
  std::string made;
  for (const char c : text)
    if (c != '\r') made += c;
  const auto from = made.find_first_not_of(" \n\t"), to = made.find_last_not_of(" \n\t");
  return from == std::string::npos ? std::string() : made.substr(from, to - from + 1);
}

bool is_same_number(const std::string& a, const std::string& b, const indicator::Definition& definition) {
  if (plain(a) == plain(b)) return true;
  const auto first = collect::read_typed(plain(a), definition), second = collect::read_typed(plain(b), definition);
  return first && second && *first == *second;
}

bool has_number(const Typed& typed) {
  return !plain(typed.value).empty() || !plain(typed.numerator).empty() || !plain(typed.denominator).empty() ||
         !plain(typed.deviation).empty();
}

// Reasons that are typed; one that stands already need not be typed again.
bool has_new_reason(const Typed& typed, const Typed& before) {
  return std::ranges::any_of(typed.reasons, [&](const auto& one) {
    return !plain(one.second).empty() && std::ranges::find(before.reasons, one) == before.reasons.end();
  });
}

// The reason that was given for the whole answers each warning that asks.
kit::Verdict<collect::Entry> enter_one(const ManyRow& row, const council::Asker& by, kit::Moment now) {
  auto typed = row.typed;
  if (typed.reason.empty()) typed.reason = row.reason;
  auto entered = collect::enter(*row.due, typed, by, now);
  if (entered || row.reason.empty()) return entered;
  for (const auto& refusal : entered.refusals().all())
    if (refusal.field.starts_with("reason-")) typed.reasons.emplace_back(refusal.field.substr(7), row.reason);
  return collect::enter(*row.due, typed, by, now);
}

class Deciding {
 public:
  Deciding(const council::Asker& by, kit::Moment now) : by_(by), now_(now) {}

  void decide(std::size_t index, const ManyRow& row) {
    if (!row.due || council::why_not(council::May::enter_figures, by_, row.due->subject()).any()) return refuse(index, "", not_mine);
    const auto& d = *row.due->definition;
    if (!first_.emplace(std::pair(d.indicator, row.due->period), index).second)
      return refuse(index, "", d.code + " for " + row.due->period.words() + " is there twice. Give it once.");
    if (is_same(row.typed, row.made_from, d)) return;
    if (row.typed.seen != row.due->entry.edition) made_.conflicts.push_back(index);
    const auto state = collect::read_state(row.typed.state);
    if (state == collect::State::given && !plain(row.typed.expected_on).empty()) refuse(index, "expected_on", both);
    if (state && state != collect::State::given && has_number(row.typed))
      refuse(index, "value",
             "The figure is " + std::string(collect::words(*state)) +
                 ", and yet there is a number. Leave one of them out.");
    auto entered = enter_one(row, by_, now_);
    if (!entered) {
      for (const auto& refusal : entered.refusals().all()) refuse(index, refusal.field, refusal.sentence);
      return;
    }
    made_.entries.push_back(*std::move(entered));
    made_.rows.push_back(index);
  }

  Many made() && { return std::move(made_); }

 private:
  void refuse(std::size_t index, std::string_view field, std::string_view sentence) {
    made_.refusals.push_back({index, std::string(field), std::string(sentence)});
  }

  const council::Asker& by_;
  kit::Moment now_;
  std::map<std::pair<indicator::IndicatorId, calendar::Period>, std::size_t> first_;
  Many made_;
};

}  // namespace

Many enter_many(std::span<const ManyRow> rows, const council::Asker& by, kit::Moment now) {
  Deciding deciding(by, now);
  for (std::size_t i = 0; i < rows.size(); ++i) deciding.decide(i, rows[i]);
  return std::move(deciding).made();
}

bool is_same(const Typed& typed, const Typed& before, const indicator::Definition& definition) {
  for (const auto field : {&Typed::value, &Typed::numerator, &Typed::denominator, &Typed::deviation})
    if (!is_same_number(typed.*field, before.*field, definition)) return false;
  for (const auto field : {&Typed::note, &Typed::next, &Typed::back_on, &Typed::expected_on, &Typed::reason, &Typed::standing})
    if (plain(typed.*field) != plain(before.*field)) return false;
  return collect::read_state(typed.state) == collect::read_state(before.state) && !has_new_reason(typed, before);
}

std::string day_typed(std::string_view text) {
  const auto all = plain(text);
  int day = 0, month = 0, year = 0, read = 0;
  if (std::sscanf(all.c_str(), "%2d/%2d/%4d%n", &day, &month, &year, &read) != 3 ||
      static_cast<std::size_t>(read) != all.size() || year < 1000)
    return all;
  std::array<char, 40> iso{};
  std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02d", year, month, day);
  return iso.data();
}

std::optional<calendar::Period> period_typed(const std::string& text, std::optional<calendar::Frequency> usual) {
  if (const auto slug = calendar::read_slug(text)) return slug;
  const auto read = calendar::read_period(text, usual);
  return read ? std::optional(read->period) : std::nullopt;
}

void settle_state(Typed& typed) {
  typed.expected_on = day_typed(typed.expected_on);
  typed.back_on = day_typed(typed.back_on);
  const auto state = collect::read_state(typed.state);
  const bool says_none = state == collect::State::not_applicable || state == collect::State::suppressed;
  if (has_number(typed)) typed.state.clear();
  else if (!typed.expected_on.empty()) typed.state = "delayed";
  else if (!says_none) typed.state.clear();
}

}  // namespace work
