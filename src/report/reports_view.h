// What the pages of reports tell: the packs with their newest editions and what runs next, and one pack with all its editions. Only
// editions that whoever asks may read are in them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "report/edition.h"

namespace report {

struct Shelf {
  std::vector<Pack> packs;
  std::vector<Edition> editions;
  calendar::Cycles cycles;
  std::vector<Rerun> reruns;  // asked for, and not decided
};

struct EditionLine {
  const Edition* edition = nullptr;
  bool in_full = false;  // whoever asks may read it in full
  std::string address() const;  // of the form that they may read; empty: none
};
template <class Teller>
void describe(Teller& t, const EditionLine& line) {
  const bool there = line.edition != nullptr;
  t.field("period", there ? line.edition->key.period.iso() : std::string());
  t.field("edition", there ? line.edition->key.number : 0);
  t.field("state", there ? code(line.edition->state()) : std::string_view());
  t.field("as_at", there ? std::optional(line.edition->as_at) : std::nullopt);
  t.field("reason", there ? line.edition->reason : std::string());
  t.field("address", line.address());
}

struct PackLine {
  const Pack* pack = nullptr;
  std::optional<EditionLine> newest;
  std::optional<DueRun> next;  // none when it reports no more
};
template <class Teller>
void describe(Teller& t, const PackLine& line) {
  const auto* pack = line.pack;
  t.field("pack", pack ? pack->code : std::string());
  t.field("title", pack ? pack->title : std::string());
  t.field("purpose", pack ? pack->purpose : std::string());
  t.field("audience", pack ? pack->audience : std::string());
  t.field("frequency", pack ? calendar::code(pack->frequency) : std::string_view());
  t.field("newest_edition", line.newest ? line.newest->address() : std::string());
  t.field("newest_period", line.newest ? line.newest->edition->key.period.iso() : std::string());
  t.field("next_period", line.next ? line.next->period.iso() : std::string());
  t.field("next_run", line.next ? std::optional(line.next->at) : std::nullopt);
}

// What waits for whoever asks: an edition to be signed off or published, a second run to be decided.
struct WaitingLine {
  std::string what, address;
};
template <class Teller>
void describe(Teller& t, const WaitingLine& line) {
  t.field("what", line.what);
  t.field("address", line.address);
}

struct ReportsView {
  std::string answer;
  std::vector<PackLine> packs;
  std::vector<WaitingLine> waiting;
};
template <class Teller>
void describe(Teller& t, const ReportsView& view) {
  t.field("answer", view.answer);
  t.rows("packs", view.packs);
  t.list("waiting", view.waiting);
}
ReportsView reports_view(const Shelf& shelf, const council::Asker& asker, kit::Moment now);

struct PackView {
  PackLine line;
  std::vector<EditionLine> editions;  // newest first
};
template <class Teller>
void describe(Teller& t, const PackView& view) {
  t.part("pack", view.line);
  std::vector<std::string> sections;
  for (const auto& section : view.line.pack->sections) sections.push_back(section.title);
  t.list("sections", sections);
  t.rows("editions", view.editions);
}
PackView pack_view(const Shelf& shelf, const Pack& pack, const council::Asker& asker, kit::Moment now);

}  // namespace report
