#include "council/mail_pages.h"

#include <algorithm>

#include "council/letter_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/as_data.h"
#include "kit/number.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"

namespace council {
namespace {

using kit::Html;
using kit::Request;

template <class Teller>
void describe_letter(Teller& t, const Posted& letter) {
  t.field("to", letter.address);
  t.field("person", letter.person);
  t.field("subject", letter.subject);
  t.field("state", letter.state);
  t.field("tries", static_cast<std::int64_t>(letter.tries));
  t.field("problem", letter.problem);
  t.field("at", letter.at);
  t.field("sent_at", letter.sent_at);
}
struct LetterLine {
  Posted letter;
};
template <class Teller>
void describe(Teller& t, const LetterLine& line) { describe_letter(t, line.letter); }

struct MailView {
  std::string lede;
  std::vector<LetterLine> letters;
};
template <class Teller>
void describe(Teller& t, const MailView& view) {
  t.field("in_short", view.lede);
  t.rows("letters", view.letters);
}

std::string in_short(const std::vector<LetterLine>& all) {
  if (all.empty()) return "No letter has been written yet.";
  const auto count = [&](std::string_view state) {
    return static_cast<int>(std::ranges::count_if(all, [&](const auto& line) { return line.letter.state == state; }));
  };
  auto said = kit::with_commas(count("sent"), 0) + " of the newest " +
              kit::with_commas(static_cast<double>(all.size()), 0) + " letters were sent.";
  if (const int waiting = count("waiting")) said += " " + std::to_string(waiting) + (waiting == 1 ? " waits." : " wait.");
  if (const int lost = count("failed") + count("bounced")) said += " " + std::to_string(lost) + " could not be delivered.";
  return said;
}

std::string state_words(const Posted& letter) {
  if (letter.state == "sent") return "Sent " + (letter.sent_at ? letter.sent_at->words() : "");
  if (letter.state == "bounced") return "Refused by the mail server";
  if (letter.state == "failed") return "Given up after " + std::to_string(letter.tries) + " tries";
  return letter.tries == 0 ? "Waits to be sent"
                           : "Waits, tried " + std::to_string(letter.tries) + (letter.tries == 1 ? " time" : " times") +
                                 "; next " + letter.next_try.words();
}

void letters_table(Html& html, const Desk& desk, const MailView& view) {
  using parts::Column;
  parts::Table table(html, "Letters",
                     {{"To", Column::Holds::words, Column::Width::wide},
                      {"Subject"},
                      {"What became of it", Column::Holds::long_words}});
  for (const auto& line : view.letters) {
    const auto& letter = line.letter;
    table.row().head([&] {
      html.text(letter.address);
      parts::small(html, letter.at.words());
    });
    table.cell(letter.subject);
    table.cell([&] {
      html.text(state_words(letter));
      if (letter.state != "sent" && !letter.problem.empty()) parts::small(html, letter.problem);
      if (letter.state == "sent") return;
      parts::form(html, "/mail/" + std::to_string(letter.id) + "/again", desk.token, parts::Carries::fields,
                  [&] { parts::link_button(html, "Try again now"); });
    });
  }
}

parts::Reply show_mail(const Request& asked, Desk& desk) {
  MailView view;
  {
    auto tx = desk.db.read();
    for (auto& letter : newest_letters(tx)) view.letters.push_back({std::move(letter)});
  }
  view.lede = in_short(view.letters);
  if (auto data = kit::as_data(asked, view, "mail.csv")) return *std::move(data);

  parts::Page page;
  page.title = "Mail";
  page.section = parts::Section::cycle;
  auto& html = page.body;
  parts::title(html, "Mail");
  parts::lede(html, view.lede);
  if (desk.clock) parts::inset(html, "This is a demo: its letters are written and never sent.");
  parts::paragraph(html, "What letters say is not shown here: some carry a link that signs somebody in.");
  if (!view.letters.empty()) letters_table(html, desk, view);
  return page;
}

parts::Reply send_again(const Request& asked, Desk& desk) {
  const auto id = std::atoll(asked.value("letter").c_str());
  auto tx = desk.db.write();
  const auto all = newest_letters(tx);
  const auto found = std::ranges::find(all, id, &Posted::id);
  if (found == all.end()) return parts::error_page(404, "There is no such letter. Start from the page Mail.");

  if (found->state != "sent") {
    auto deed = deed_of(desk, "letter tried again", std::to_string(id), found->subject);
    deed.moves = Moves::nothing;
    record(tx, deed);
    try_again(tx, id, desk.now);
    tx.commit();
  }
  { auto done = std::move(tx); }

  return see_other(desk, "/mail", found->state == "sent" ? "That letter was sent already." : "It is tried again within a minute.");
}

}  // namespace

const Routes& mail_routes() {
  using kit::Method;
  static const Routes all = {
      {Method::get, "/mail", May::set_calendar, show_mail, "Letters that wait, were sent or came back"},
      {Method::post, "/mail/{letter}/again", May::set_calendar, send_again, "Tries at once to send a letter that waits or came back"},
  };
  return all;
}

}  // namespace council
