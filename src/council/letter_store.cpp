#include "council/letter_store.h"

#include "council/letter.sql.h"

namespace council {

bool queue(kit::Transaction& tx, const Letter& letter, kit::Moment now) {
  if (tx.number(letter_sql::there, {{"key", letter.key}})) return false;
  tx.run(letter_sql::queue, {{"id", tx.number(letter_sql::next_id).value_or(1)},
                             {"key", letter.key},
                             {"person", letter.person},
                             {"address", letter.address},
                             {"subject", letter.subject},
                             {"plain", letter.plain},
                             {"html", letter.html},
                             {"now", now.seconds}});
  return true;
}

}  // namespace council
