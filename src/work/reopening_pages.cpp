// The routes stand at the end: GET and POST /reopenings, POST /reopenings/{number}.
#include "work/reopening_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "collect/entry_store.h"
#include "collect/reopening.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/as_data.h"
#include "kit/html.h"
#include "kit/quote.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/entry_form.h"
#include "work/gather_store.h"
#include "work/message_store.h"

namespace work {
namespace {

using collect::Due;
using collect::Reopening;
using council::Desk;
using council::May;
using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Column;
using parts::Reply;
using Shared = std::shared_ptr<const assess::Picture>;

struct Asked {
  std::string indicator, period, reason, until, key;
};

struct ReopeningLine {
  Reopening reopening;
  const assess::Kept* kept = nullptr;
  std::string code, title, period, asked_by, decided_by;
  bool is_mine_to_decide = false;
};
template <class Teller>
void describe(Teller& t, const ReopeningLine& line) {
  t.field("indicator", line.code);
  t.field("title", line.title);
  t.field("period", line.period);
  t.field("stage", collect::words(line.reopening.stage));
  t.field("until", line.reopening.ends);
  t.field("reason", line.reopening.reason);
  t.field("asked_by", line.asked_by);
  t.field("decided_by", line.decided_by);
  t.field("said", line.reopening.said);
  t.field("at", line.reopening.at);
}
struct ReopeningsView {
  std::vector<ReopeningLine> all;
};
template <class Teller>
void describe(Teller& t, const ReopeningsView& view) { t.rows("reopenings", view.all); }

std::string name_of(const council::Council& council, const std::string& code) {
  const auto* person = council.person(code);
  return person ? person->name : code;
}

// Of the services that whoever asks reaches; the newest first.
ReopeningsView view_of(kit::Transaction& tx, const assess::Picture& picture, const Desk& desk) {
  ReopeningsView view;
  for (auto& one : collect::all_reopenings(tx)) {
    const auto* kept = picture.find(one.indicator);
    if (!kept) continue;
    const auto& d = kept->in(one.period);
    const auto subject = collect::subject_of(d);
    if (council::why_not(May::see_completion, desk.asker, subject).any()) continue;
    ReopeningLine line{one,
                       kept,
                       d.code,
                       d.title,
                       one.period.words(),
                       name_of(picture.council, one.asked_by),
                       name_of(picture.council, one.decided_by),
                       false};
    line.is_mine_to_decide = one.stage == Reopening::Stage::asked && one.asked_by != desk.asker.person &&
                             !council::why_not(May::approve_reopening, desk.asker, subject).any();
    view.all.push_back(std::move(line));
  }
  std::ranges::stable_sort(view.all, [](const auto& a, const auto& b) { return a.reopening.at > b.reopening.at; });
  return view;
}

void list_of_all(Html& html, const ReopeningsView& view) {
  parts::Table table(html, "Windows opened again",
                     {{"Indicator", Column::Holds::words, Column::Width::wide},
                      {"Step"},
                      {"Why", Column::Holds::long_words},
                      {"Until the end of"}});
  for (const auto& line : view.all) {
    table.row().head([&] {
      parts::link(html, entry_address(line.kept->in(line.reopening.period), line.reopening.period), line.title);
      parts::small(html, line.code + " · " + line.period);
    });
    table.cell([&] {
      html.text(collect::words(line.reopening.stage));
      parts::small(html, line.reopening.stage == Reopening::Stage::asked
                             ? "by " + line.asked_by
                             : "by " + line.decided_by + "; " + line.asked_by + " had asked");
    });
    table.cell([&] {
      html.text(line.reopening.reason);
      if (!line.reopening.said.empty()) parts::small(html, "“" + line.reopening.said + "”");
    });
    table.cell(kit::Moment{line.reopening.ends.seconds - 1}.date().words());
  }
}

void decisions(Html& html, const Desk& desk, const ReopeningsView& view, const Refusals& no, std::int64_t of) {
  for (const auto& line : view.all) {
    if (!line.is_mine_to_decide) continue;
    parts::heading(html, "To decide: " + line.code + ", " + line.period);
    parts::note(html, "", line.reopening.reason, line.asked_by + ", " + line.reopening.at.words());
    parts::form(html, "/reopenings/" + std::to_string(line.reopening.id), desk.token, parts::Carries::fields, [&] {
      const auto error = line.reopening.id == of ? parts::error_of("said", no) : std::string_view();
      parts::textarea(html, {"said", "In a word, why", "Needed when you refuse.", error}, "");
      parts::buttons(html, [&] {
        parts::button_named(html, "decision", "open", "Open it again");
        parts::button_named(html, "decision", "refuse", "Refuse");
      });
    });
  }
}

void ask_form(Html& html, const Desk& desk, const Asked& typed, const Refusals& no) {
  parts::heading(html, "Ask for a window to be opened again", "ask");
  parts::paragraph(
      html,
      "A late figure and a correction need no open window: they are entered on their own page and approved. Ask only when a figure must count as if it had come in time.");
  parts::form(html, "/reopenings", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::short_input(html, {"indicator", "Indicator’s reference", "Such as BBF07.", parts::error_of("indicator", no)},
                       typed.indicator, parts::Keyboard::text);
    parts::short_input(html, {"period", "Period", "Such as 2025-10 or 2025-26-q2.", parts::error_of("period", no)},
                       typed.period, parts::Keyboard::text);
    parts::textarea(html, {"reason", "Why?", {}, parts::error_of("reason", no)}, typed.reason);
    parts::date_input(html, {"until", "Open until the end of", "At most a month from now.", parts::error_of("until", no)}, typed.until);
    parts::button(html, "Ask");
  });
}

Reply page_of(Desk& desk, const ReopeningsView& view, const Asked& typed, const Refusals& no, std::int64_t of = 0) {
  parts::Page page;
  page.title = "Windows opened again";
  page.section = parts::Section::cycle;
  if (no.any()) page.status = 422;
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::title(html, page.title);
  if (view.all.empty()) parts::lede(html, "No window has been opened again.");
  else list_of_all(html, view);
  decisions(html, desk, view, no, of);
  if (!council::why_not(May::reopen, desk.asker).any()) ask_form(html, desk, typed, no);
  return page;
}

Reply show_reopenings(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto view = view_of(tx, *picture, desk);
  if (auto data = kit::as_data(asked, view, "reopenings.csv")) return *std::move(data);
  return page_of(desk, view, {}, {});
}

void tell(kit::Transaction& tx, const Desk& desk, const council::Person& person, const std::string& key,
          const std::string& subject, const std::string& words) {
  work::tell(tx, desk, &person, {key + " " + person.code, subject, words, "/reopenings", "Windows opened again"});
}

using Due = std::optional<collect::Due>;

// What is asked for, as a rule allows it; only of an indicator that whoever asks answers for.
kit::Verdict<Reopening> asked_for(kit::Transaction& tx, const Desk& desk, const Asked& typed, const assess::Kept* kept, const Due& due) {
  Refusals no;
  const bool is_seen = kept && !council::why_not(May::reopen, desk.asker, collect::subject_of(kept->now())).any();
  no.unless(is_seen, "indicator", "Found " + kit::quoted(typed.indicator) + ". Type the reference of an indicator of your services.");
  if (is_seen)
    no.unless(
        due.has_value(), "period",
        "Found " + kit::quoted(typed.period) + ". Type a period of this indicator, such as 2025-10 or 2025-26-q2.");
  if (no.any()) return no;
  return collect::ask_to_reopen(*due, collect::all_reopenings(tx), {typed.reason, typed.until}, desk.asker, desk.now);
}

// The performance team decides, all but the one of it who asks.
void tell_the_team(kit::Transaction& tx, const Desk& desk, const council::Council& council, const collect::Due& due,
                   const Reopening& made) {
  const auto& d = *due.definition;
  const auto words = name_of(council, desk.asker.person) + " asks for the window of " + d.title + " (" + d.code + "), " +
                     due.period.words() + ", to be opened again: " + made.reason;
  for (const auto& person : council.people)
    if (person.role == council::Role::performance_team && person.code != desk.asker.person)
      tell(tx, desk, person, "reopening " + std::to_string(made.id), "A window is asked to be opened again: " + d.code, words);
}

Reply ask(const Request& asked, Desk& desk) {
  const Asked typed{asked.typed("indicator"), asked.typed("period"), asked.typed("reason"), asked.typed("until"), asked.typed("key")};
  const auto picture = assess::picture_for({}, desk);
  const auto* kept = picture->find(typed.indicator);
  const auto period = calendar::read_slug(typed.period);
  auto tx = desk.db.write();
  const auto due = kept && period ? gather(tx, *picture, *kept, *period, desk.now) : std::nullopt;

  auto made = asked_for(tx, desk, typed, kept, due);
  if (!made) {
    if (council::find_record(tx, "reopening " + typed.key)) return council::see_other(desk, "/reopenings", "Asked for already.");
    return page_of(desk, view_of(tx, *picture, desk), typed, made.refusals());
  }

  auto deed = council::deed_of(desk, "reopening asked for", due->definition->code + " " + period->iso(), "", "reopening " + typed.key);
  deed.moves = council::Moves::nothing;
  deed.particulars.became = made->reason;
  const auto recorded = council::record(tx, deed);
  if (recorded.is_new()) {
    auto& reopening = *made;
    reopening.id = collect::add_reopening(tx, reopening, recorded.id);
    tell_the_team(tx, desk, picture->council, *due, reopening);
  }
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, "/reopenings", "Asked for. Somebody else decides.");
}

Reply decide(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  const auto id = std::atoll(asked.value("number").c_str());
  auto tx = desk.db.write();
  const auto view = view_of(tx, *picture, desk);
  const auto line = std::ranges::find_if(view.all, [&](const auto& one) { return one.reopening.id == id; });
  const auto due = line == view.all.end() ? std::nullopt : gather(tx, *picture, *line->kept, line->reopening.period, desk.now);
  if (!due) return parts::error_page(404, "There is no such request among those you may see. Start from Windows opened again.");
  const auto decision = asked.typed("decision") == "open" ? collect::Decision::open : collect::Decision::refuse;
  const auto decided = collect::decide(line->reopening, *due, decision, asked.typed("said"), desk.asker, desk.now);
  if (!decided) return page_of(desk, view, {}, decided.refusals(), id);

  auto deed = council::deed_of(desk, decision == collect::Decision::open ? "reopening" : "reopening refused",
                               due->definition->code + " " + due->period.iso(), "until " + decided->ends.iso());
  deed.moves = council::Moves::nothing;
  deed.particulars.authority = "asked for by " + decided->asked_by;
  deed.particulars.became = decided->said;
  collect::add_reopening(tx, *decided, council::record(tx, deed).id);
  const bool opens = decision == collect::Decision::open;
  const auto named = due->definition->title + " (" + due->definition->code + "), " + due->period.words();
  const auto words =
      "The window of " + named +
      (opens ? " is open again until the end of " + kit::Moment{decided->ends.seconds - 1}.date().words() + "."
             : " stays closed.") +
      (decided->said.empty() ? "" : " " + decided->said);
  for (const auto& code : {decided->asked_by, opens ? due->definition->owner : std::string()})
    if (const auto* person = picture->council.person(code))
      tell(tx, desk, *person, "reopening decided " + std::to_string(id),
           (opens ? "Open again: " : "Stays closed: ") + due->definition->code, words);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(
      desk, "/reopenings",
      opens ? "The window is open again, for this one figure." : "Refused. Whoever asked is told.");
}

}  // namespace

const council::Routes& reopening_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/reopenings", May::see_completion, show_reopenings, "Windows opened again: asked for, open and refused"},
      {Method::post, "/reopenings", May::reopen, ask, "Asks for a window to be opened again"},
      {Method::post, "/reopenings/{number}", May::approve_reopening, decide, "Opens a window again, or refuses"},
  };
  return all;
}

}  // namespace work
