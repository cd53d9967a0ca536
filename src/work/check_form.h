// The page on which one figure is checked.
#pragma once
#include "council/desk.h"
#include "parts/page.h"
#include "work/check_view.h"

namespace work {

struct CheckView {
  std::shared_ptr<const assess::Picture> picture;
  const assess::Kept* kept = nullptr;
  collect::Due due;
  Preview preview;
  std::vector<collect::Entry> history;
  std::vector<collect::Evidence> evidence;
  std::vector<std::string> help;
  std::string colour_change;
};
parts::Page check_page(const council::Desk& desk, const CheckView& view, const kit::Refusals& no, std::string_view said);
std::string check_address(const indicator::Definition& definition, const calendar::Period& period);

std::string approved_words(const collect::Entry& entry);                              // "approved. It is reported when …"
std::string by_whom(const assess::Picture& picture, const collect::Entry& entry);     // who entered it, by name

template <class Teller>
void describe(Teller& t, const CheckView& view) {
  t.field("indicator", view.due.definition->code);
  t.field("title", view.due.definition->title);
  t.field("period", view.due.period.iso());
  t.field("value", view.preview.value);
  t.field("status", parts::code(view.preview.status));
  t.field("target", view.preview.target);
  t.field("colour_change", view.colour_change);
  t.list("warnings", view.due.entry.answers);
  t.list("remarks", view.help);
  t.rows("history", view.history);
}

}  // namespace work
