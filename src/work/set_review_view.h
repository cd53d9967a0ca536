// The review of the set as its pages tell it: each change in one line, and field by field.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "assess/set_review.h"
#include "assess/set_view.h"
#include "council/desk.h"

namespace work {

// One field of a change: how it stands, and how it would.
struct ReviewField {
  std::string label, now, proposed;
};

struct ReviewLine {
  assess::ReviewChange change;
  std::string code, title, what, proposed_by, decided_by;  // of a new indicator: as it would be called
  std::vector<std::string> warnings;
};
template <class Teller>
void describe(Teller& t, const ReviewLine& line) {
  t.field("number", line.change.id);
  t.field("change", assess::code(line.change.kind));
  t.field("indicator", line.code);
  t.field("title", line.title);
  t.field("what", line.what);
  t.field("stage", collect::code(line.change.stage));
  t.field("reason", line.change.reason);
  t.field("proposed_by", line.proposed_by);
  t.field("decided_by", line.decided_by);
  t.field("said", line.change.said);
  t.field("at", line.change.at);
}

struct ReviewView {
  calendar::FinancialYear year;
  std::string lede, if_all;      // the arithmetic of what is agreed, and of everything that is proposed
  std::vector<ReviewLine> lines;  // those that wait first, then agreed, then refused and withdrawn
  assess::SetView set;            // as agreed
};
template <class Teller>
void describe(Teller& t, const ReviewView& view) {
  t.field("year", view.year.words());
  t.field("in_short", view.lede);
  t.field("if_everything_were_agreed", view.if_all);
  t.rows("changes", view.lines);
}

bool may_see(const assess::Review& review, const assess::ReviewChange& change, const council::Asker& asker);
ReviewLine line_of(const assess::Review& review, const assess::ReviewChange& change);
ReviewView review_view(const assess::Review& review, const council::Desk& desk);
// The set of the year as agreed so far; once it is sealed, as it stands.
assess::SetView set_as_agreed(const assess::Review& review, kit::Moment now);
std::vector<ReviewField> fields_of(const assess::Review& review, const assess::ReviewChange& change);
std::string service_name(const assess::Picture& picture, const std::string& code);
std::string person_name(const assess::Picture& picture, const std::string& code);
std::string line_name(const assess::Picture& picture, const std::string& code);  // "Better, brighter futures › Early help service plan"
std::string review_address(const assess::ReviewChange& change);

bool is_open(const assess::Review& review, const council::Desk& desk);  // of the coming year, and not sealed
bool may_seal(const council::Desk& desk);
std::vector<const ReviewLine*> at_stage(const ReviewView& view, std::initializer_list<assess::ReviewChange::Stage> stages);
void lines_table(kit::Html& html, std::string_view caption, const std::vector<const ReviewLine*>& lines);  // nothing when there is none

}  // namespace work
