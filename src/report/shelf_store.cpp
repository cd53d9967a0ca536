#include "report/shelf_store.h"

#include <algorithm>

#include "collect/cycle_store.h"
#include "report/pack_store.h"

namespace report {

Shelf load_shelf(kit::Transaction& tx) { return {load_packs(tx), load_editions(tx), collect::load_cycles(tx), load_reruns_asked(tx)}; }

std::optional<Asked> find_asked(kit::Transaction& tx, const kit::Request& asked, const council::Asker& asker) {
  const auto packs = load_packs(tx);
  const auto* pack = find(packs, asked.value("pack"));
  const auto wanted = read_edition_slug(asked.value("edition"));
  if (!pack || !wanted) return std::nullopt;
  Asked found{*pack, load_editions_of(tx, pack->code), 0};
  std::optional<std::size_t> at;
  for (std::size_t i = 0; i < found.editions.size(); ++i) {
    const auto& one = found.editions[i];
    if (one.key.period != wanted->period || (wanted->number > 0 && one.key.number != wanted->number) ||
        !may_read(one, Form::open, asker))
      continue;
    if (!at || one.key.number > found.editions[*at].key.number) at = i;
  }
  if (!at) return std::nullopt;
  found.at = *at;
  return found;
}

}  // namespace report
