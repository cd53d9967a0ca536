// What a checker sees: the figures that wait, each as it would stand, with its note, its warnings and what is new.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "assess/picture.h"
#include "collect/entry.h"
#include "work/entry_view.h"

namespace work {

struct ToCheck {
  collect::Due due;
  const assess::Kept* kept = nullptr;
  Preview preview;
  bool opened = false;        // by this checker, in its newest edition
  std::vector<std::string> help;
};

struct ChecksView {
  std::shared_ptr<const assess::Picture> picture;
  std::string lede;
  std::vector<ToCheck> waiting;
};
std::string check_lede(const std::vector<ToCheck>& waiting, kit::Moment now);

// In words what approving would do to a colour that is reported already; empty when nothing changes.
std::string colour_change(const assess::Picture& picture, const assess::Kept& kept, const collect::Entry& entry);

template <class Teller>
void describe(Teller& t, const ToCheck& one) {
  static const indicator::Definition none;
  const auto& d = one.due.definition ? *one.due.definition : none;
  t.field("indicator", d.code);
  t.field("title", d.title);
  t.field("period", one.due.definition ? one.due.period.iso() : std::string());
  t.field("edition", one.due.entry.edition);
  t.field("kind", collect::code(one.due.entry.kind));
  t.field("value", one.preview.value);
  t.field("status", parts::code(one.preview.status));
  t.field("target", one.preview.target);
  t.field("note", one.due.entry.note);
  t.field("next", one.due.entry.next);
  t.field("entered_by", one.due.entry.entered_by);
  t.field("opened", one.opened);
}

template <class Teller>
void describe(Teller& t, const ChecksView& view) {
  t.field("in_short", view.lede);
  t.rows("waiting", view.waiting);
}

}  // namespace work
