#include "council/letter_store.h"

#include <algorithm>

#include "council/letter.sql.h"

namespace council {
namespace {

constexpr std::int64_t minute = 60, claimed_for = 10 * minute, give_up_after = 2 * 24 * 60 * minute;

std::int64_t pause_after(int tries) {
  static constexpr std::int64_t pauses[] = {1, 5, 15, 60};
  return (tries <= 4 ? pauses[std::max(tries, 1) - 1] : 240) * minute;
}

// What becomes a header stays on one line, whatever a title holds.
std::string on_one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return text;
}

}  // namespace

bool queue(kit::Transaction& tx, const Letter& letter, kit::Moment now) {
  if (tx.number(letter_sql::there, {{"key", letter.key}})) return false;
  tx.run(letter_sql::queue, {{"id", tx.number(letter_sql::next_id).value_or(1)},
                             {"key", letter.key},
                             {"person", letter.person},
                             {"address", letter.address},
                             {"subject", on_one_line(letter.subject)},
                             {"plain", letter.plain},
                             {"html", letter.html},
                             {"attached", letter.attached},
                             {"now", now.seconds}});
  return true;
}

std::vector<Claimed> claim_letters(kit::Transaction& tx, kit::Moment now) {
  std::vector<Claimed> waiting, ours;
  tx.each(letter_sql::due, {{"now", now.seconds}}, "itttttttii", [&](const kit::Row& row) {
    waiting.push_back({row.integer(0),
                       {row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7)},
                       static_cast<int>(row.integer(8)) + 1,
                       {row.integer(9)}});
  });
  for (auto& one : waiting)
    if (tx.run(letter_sql::claim, {{"id", one.id}, {"now", now.seconds}, {"until", now.seconds + claimed_for}}) == 1)
      ours.push_back(std::move(one));
  return ours;
}

void settle_letter(kit::Transaction& tx, const Claimed& letter, Fate fate, const std::string& problem, kit::Moment now) {
  const bool over = fate == Fate::not_reached && now.seconds - letter.at.seconds > give_up_after;
  const std::string state = fate == Fate::sent ? "sent" : fate == Fate::bounced ? "bounced" : over ? "failed" : "waiting";
  tx.run(letter_sql::settle, {{"id", letter.id},
                              {"state", state},
                              {"problem", problem.substr(0, 500)},
                              {"next_try", now.seconds + pause_after(letter.tries)},
                              {"sent_at", fate == Fate::sent ? kit::Bound(now.seconds) : kit::Bound(nullptr)}});
}

void postpone_letter(kit::Transaction& tx, const Claimed& letter, std::int64_t seconds, kit::Moment now) {
  tx.run(letter_sql::postpone, {{"id", letter.id}, {"next_try", now.seconds + seconds}});
}

std::vector<Posted> newest_letters(kit::Transaction& tx) {
  std::vector<Posted> all;
  tx.each(letter_sql::list, {}, "ittttiitii", [&](const kit::Row& row) {
    Posted one{
        row.integer(0),   row.text(1), row.text(2),      row.text(3), row.text(4), static_cast<int>(row.integer(5)),
        {row.integer(6)}, row.text(7), {row.integer(8)}, std::nullopt};
    if (!row.is_null(9)) one.sent_at = kit::Moment{row.integer(9)};
    all.push_back(std::move(one));
  });
  return all;
}

void try_again(kit::Transaction& tx, std::int64_t id, kit::Moment now) { tx.run(letter_sql::again, {{"id", id}, {"now", now.seconds}}); }

}  // namespace council
